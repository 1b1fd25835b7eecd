//! Three services, so many checks at once, and one time limit for them all.

use crate::asyncio::{
    self, Outcome, Random, ReturnWhen, Semaphore, Task, create_named_task,
    print,
};

parameters! {
    limit: count(1..=3) = 2,
    timeout: seconds(0.0..=10.0) = 10.0,
    chance: chance = 0.8,
    seed: seed = 25,
}

async fn check(
    service: &'static str,
    seconds: f64,
    latency: Option<f64>,
    slots: Semaphore,
) -> Outcome<&'static str> {
    let held = slots.hold().await?;
    asyncio::sleep(seconds).await?;
    drop(held);
    let Some(latency) = latency else {
        print(format!("{service} | down | - | {seconds:.3} s"));
        return Ok("down");
    };
    print(format!("{service} | up | {latency:.0} ms | {seconds:.3} s"));
    Ok("up")
}

pub(super) async fn main(p: Parameters) -> Outcome<String> {
    let mut random = Random::new(p.seed);
    let slots = Semaphore::new(p.limit as usize);
    let mut tasks = Vec::new();
    for service in ["API-Users", "API-Posts", "API-Albums"] {
        let seconds = random.uniform(0.5, 2.0);
        let latency = random.uniform(50.0, 500.0);
        let latency = (random.random() < p.chance).then_some(latency);
        let checking = check(service, seconds, latency, slots.clone());
        tasks.push(create_named_task(checking, service));
    }

    let all = ReturnWhen::AllCompleted;
    asyncio::wait(tasks.clone(), p.timeout, all).await?;
    for task in &tasks {
        task.cancel();
    }
    asyncio::wait(tasks.clone(), None, all).await?;
    report(&tasks)
}

fn report(tasks: &[Task<&'static str>]) -> Outcome<String> {
    let (mut up, mut checked) = (0, 0);
    for task in tasks {
        if task.cancelled() {
            print(format!("{} | too late | - | -", task.name()));
        } else {
            checked += 1;
            up += u32::from(task.result()? == "up");
        }
    }
    if checked == 0 {
        return Ok("nothing was checked in time".to_owned());
    }
    let share = 100.0 * f64::from(up) / f64::from(checked);
    print(format!("all | {up}/{checked} | - | - | {share:.0}%"));
    Ok(format!("availability {share:.0}%"))
}
