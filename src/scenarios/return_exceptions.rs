//! Three operations gathered, some fail: their errors are raised or returned.

use crate::asyncio::{
    self, Outcome, Raised, Random, ReturnWhen, Task, create_named_task, gather,
    gather_return_exceptions, print,
};

parameters! {
    return_exceptions: switch(vs) = true,
    fastest: seconds(0.0..=5.0) = 0.5,
    slowest: seconds(0.0..=5.0) = 1.5,
    chance: chance = 0.3,
    seed: seed = 2,
}

async fn operate(
    name: &'static str,
    seconds: f64,
    fails: bool,
) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    if fails {
        let message = format!("{name} failed");
        return Err(Raised::exception("RuntimeError", message));
    }
    print(format!("{name} done"));
    Ok(format!("{name} done"))
}

fn start(name: &'static str, seconds: f64, fails: bool) -> Task<String> {
    create_named_task(operate(name, seconds, fails), name)
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<Outcome<String>>> {
    let mut random = Random::new(p.seed);
    let mut tasks = Vec::new();
    for name in ["A", "B", "C"] {
        let seconds = random.uniform(p.fastest, p.slowest);
        tasks.push(start(name, seconds, random.random() < p.chance));
    }

    if p.return_exceptions {
        return gather_return_exceptions(tasks).await;
    }
    match gather(tasks.clone()).await {
        Ok(answers) => return Ok(answers.into_iter().map(Ok).collect()),
        Err(Raised::Exception(error)) => {
            print(format!("gather has raised: {}", error.message));
        }
        Err(cancelled) => return Err(cancelled),
    }
    asyncio::wait(tasks, None, ReturnWhen::AllCompleted).await?;
    print("now the others are done, too");
    Ok(Vec::new())
}
