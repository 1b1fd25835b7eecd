//! Five stations and one time limit: which of the results are kept?

use crate::asyncio::{
    self, Outcome, Random, ReturnWhen, Task, create_named_task, gather, print,
    wait_for,
};

parameters! {
    keep: choice("gather" vs "wait") = "wait",
    timeout: seconds(0.0..=5.0) = 2.0,
    slowest: seconds(0.0..=5.0) = 3.0,
    chance: chance = 0.2,
    seed: seed = 3,
}

const STATIONS: [&str; 5] = ["Brest", "Lille", "Lyon", "Nice", "Paris"];

async fn ask(seconds: f64, temperature: f64, down: bool) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    let answer = format!("{temperature:.1} °C | in time");
    Ok(if down { "- | down".to_owned() } else { answer })
}

async fn with_gather(
    tasks: Vec<Task<String>>,
    timeout: f64,
) -> Outcome<Vec<String>> {
    let lost = vec!["- | lost".to_owned(); tasks.len()];
    match wait_for(gather(tasks), timeout).await {
        Err(raised) if raised.is("TimeoutError") => Ok(lost),
        outcome => outcome,
    }
}

async fn with_wait(
    tasks: Vec<Task<String>>,
    timeout: f64,
) -> Outcome<Vec<String>> {
    let all = ReturnWhen::AllCompleted;
    asyncio::wait(tasks.clone(), timeout, all).await?;
    for task in &tasks {
        task.cancel();
    }
    asyncio::wait(tasks.clone(), None, all).await?;
    let mut answers = Vec::new();
    for task in tasks {
        let late = task.cancelled();
        let too_late = Ok("- | too late".to_owned());
        answers.push(if late { too_late } else { task.result() }?);
    }
    Ok(answers)
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let mut random = Random::new(p.seed);
    let mut tasks = Vec::new();
    for station in STATIONS {
        let seconds = random.uniform(0.0, p.slowest);
        let temperature = random.uniform(-5.0, 30.0);
        let asking = ask(seconds, temperature, random.random() < p.chance);
        tasks.push(create_named_task(asking, station));
    }

    let answers = if p.keep == "gather" {
        with_gather(tasks, p.timeout).await?
    } else {
        with_wait(tasks, p.timeout).await?
    };
    for (station, answer) in STATIONS.into_iter().zip(&answers) {
        print(format!("{station} | {answer}"));
    }
    Ok(answers)
}
