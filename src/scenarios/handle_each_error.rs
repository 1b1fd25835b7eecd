//! Four operations that may fail, each with a handler of its own.

use crate::asyncio::{
    self, Outcome, Raised, Random, Task, create_named_task, gather, print,
};

parameters! {
    fastest: seconds(0.0..=5.0) = 0.5,
    slowest: seconds(0.0..=5.0) = 1.5,
    chance: chance = 0.3,
    seed: seed = 7,
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
    Ok(format!("{name} done"))
}

async fn handled(
    name: &'static str,
    seconds: f64,
    fails: bool,
) -> Outcome<String> {
    match operate(name, seconds, fails).await {
        Err(Raised::Exception(error)) => {
            print(format!("{name} | error | {error}"));
            Ok(format!("{name} gave up"))
        }
        Err(cancelled) => Err(cancelled),
        Ok(answer) => {
            print(format!("{name} | success | {answer}"));
            Ok(answer)
        }
    }
}

fn start(name: &'static str, seconds: f64, fails: bool) -> Task<String> {
    create_named_task(handled(name, seconds, fails), name)
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let mut random = Random::new(p.seed);
    let mut tasks = Vec::new();
    for name in ["load", "parse", "check", "store"] {
        let seconds = random.uniform(p.fastest, p.slowest);
        tasks.push(start(name, seconds, random.random() < p.chance));
    }
    gather(tasks).await
}
