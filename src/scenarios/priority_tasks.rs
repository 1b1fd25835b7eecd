//! Eight jobs of three priorities, two at a time: barriers, or a queue.

use crate::asyncio::{
    self, Outcome, PriorityQueue, Semaphore, create_named_task, gather,
    loop_time, print,
};

parameters! {
    method: choice("barriers" vs "queue") = "queue",
    workers: count(1..=4) = 2,
    durations: durations(0.0..=5.0; 8) =
        [2.5, 2.0, 1.5, 1.0, 1.8, 3.0, 0.8, 2.2],
}

const JOBS: [&str; 8] = [
    "Analyse", "Backup", "Report", "Cleanup", "Stats", "OptimDB", "Alert",
    "Archive",
];
const PRIORITIES: [u32; 8] = [2, 1, 1, 3, 2, 3, 1, 3];

async fn run(name: &'static str, seconds: f64) -> Outcome<String> {
    asyncio::sleep(seconds).await?;
    Ok(format!("{name} done"))
}

async fn run_in_slot(
    name: &'static str,
    seconds: f64,
    slots: Semaphore,
) -> Outcome<String> {
    let _held = slots.hold().await?;
    run(name, seconds).await
}

async fn with_barriers(durations: Vec<f64>, workers: u32) -> Outcome<()> {
    let slots = Semaphore::new(workers as usize);
    for wanted in [1, 2, 3] {
        let began = loop_time();
        let mut group = Vec::new();
        let mut idle = 0.0;
        for ((name, priority), seconds) in
            JOBS.into_iter().zip(PRIORITIES).zip(&durations)
        {
            if priority == wanted {
                let running = run_in_slot(name, *seconds, slots.clone());
                group.push(create_named_task(running, name));
                idle -= seconds;
            }
        }
        gather(group).await?;
        report(&format!("priority {wanted}"), began, idle, workers);
    }
    Ok(())
}

type Waiting = PriorityQueue<(u32, usize)>;

async fn work(queue: Waiting, durations: Vec<f64>) -> Outcome<()> {
    while !queue.empty() {
        let (_priority, number) = queue.get_nowait()?;
        let running = run(JOBS[number], durations[number]);
        create_named_task(running, JOBS[number]).await?;
    }
    Ok(())
}

async fn with_queue(durations: Vec<f64>, workers: u32) -> Outcome<()> {
    let began = loop_time();
    let queue = Waiting::new(0);
    let mut idle = 0.0;
    for (number, seconds) in durations.iter().enumerate() {
        queue.put_nowait((PRIORITIES[number], number))?;
        idle -= seconds;
    }
    let mut tasks = Vec::new();
    for number in 1..=workers {
        let working = work(queue.clone(), durations.clone());
        tasks.push(create_named_task(working, format!("W{number}")));
    }
    gather(tasks).await?;
    report("all", began, idle, workers);
    Ok(())
}

fn report(jobs: &str, began: f64, idle: f64, workers: u32) {
    let now = loop_time();
    let idle = f64::max(0.0, idle + f64::from(workers) * (now - began));
    print(format!("{jobs} | {now:.3} s | {idle:.3} s"));
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    if p.method == "barriers" {
        with_barriers(p.durations, p.workers).await
    } else {
        with_queue(p.durations, p.workers).await
    }
}
