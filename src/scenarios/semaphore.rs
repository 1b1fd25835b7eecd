//! Five tasks and two permits: a task without a permit waits for one.

use crate::asyncio::{
    self, Outcome, Random, Semaphore, create_named_task, gather, print,
};

parameters! {
    permits: count(1..=5) = 2,
    durations: durations(0.0..=5.0; 8) = [1.2, 1.8, 1.0, 1.5, 1.1],
    drawn: switch = false,
    seed: seed = 7,
}

async fn work(
    name: String,
    seconds: f64,
    semaphore: Semaphore,
) -> Outcome<String> {
    let held = semaphore.hold().await?;
    print(format!("{name} is inside"));
    asyncio::sleep(seconds).await?;
    drop(held);
    Ok(format!("{name} done"))
}

pub(super) async fn main(p: Parameters) -> Outcome<Vec<String>> {
    let mut random = Random::new(p.seed);
    let semaphore = Semaphore::new(p.permits as usize);
    let mut tasks = Vec::new();
    for (number, mut seconds) in (1..).zip(p.durations) {
        let name = format!("T{number}");
        if p.drawn {
            seconds = random.uniform(1.0, 2.0);
        }
        let working = work(name.clone(), seconds, semaphore.clone());
        tasks.push(create_named_task(working, name));
    }
    gather(tasks).await
}
