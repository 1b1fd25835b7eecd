//! Jobs that wait and jobs that compute, in asyncio, threads or processes.

use crate::asyncio::{
    self, Lock, Outcome, Semaphore, Task, create_named_task, gather, loop_time,
    print, time, to_thread,
};

parameters! {
    tool: choice("asyncio" vs "threads" vs "processes") = "asyncio",
    jobs: count(1..=8) = 4,
    seconds: seconds(0.1..=3.0) = 1.0,
    startup: seconds(0.0..=1.0) = 0.1,
    cores: count(1..=8) = 4,
}

/// Threads take turns at computing: a job takes this number of turns.
const TURNS: u32 = 4;

fn hold(seconds: f64) -> Outcome<f64> {
    time::sleep(seconds)?;
    Ok(seconds)
}

async fn in_loop(work: &str, seconds: f64) -> Outcome<()> {
    if work == "IO" {
        asyncio::sleep(seconds).await?;
    } else {
        hold(seconds)?;
    }
    Ok(())
}

async fn in_thread(work: &str, seconds: f64, interpreter: Lock) -> Outcome<()> {
    if work == "IO" {
        to_thread(move || hold(seconds)).await?;
    } else {
        for _ in 0..TURNS {
            let _held = interpreter.hold().await?;
            to_thread(move || hold(seconds / f64::from(TURNS))).await?;
        }
    }
    Ok(())
}

async fn in_process(
    work: &str,
    seconds: f64,
    startup: f64,
    cores: Semaphore,
) -> Outcome<()> {
    to_thread(move || hold(startup)).await?;
    if work == "IO" {
        to_thread(move || hold(seconds)).await?;
    } else {
        let _held = cores.hold().await?;
        to_thread(move || hold(seconds)).await?;
    }
    Ok(())
}

type Starter = Box<dyn Fn(&'static str, String) -> Task<()>>;

fn starter(p: &Parameters) -> Starter {
    let (seconds, startup) = (p.seconds, p.startup);
    if p.tool == "asyncio" {
        return Box::new(move |work, name| {
            create_named_task(in_loop(work, seconds), name)
        });
    }
    if p.tool == "threads" {
        let interpreter = Lock::new();
        return Box::new(move |work, name| {
            let interpreter = interpreter.clone();
            create_named_task(in_thread(work, seconds, interpreter), name)
        });
    }
    let cores = Semaphore::new(p.cores as usize);
    Box::new(move |work, name| {
        let cores = cores.clone();
        create_named_task(in_process(work, seconds, startup, cores), name)
    })
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    let start = starter(&p);
    for work in ["IO", "CPU"] {
        let began = loop_time();
        let mut tasks = Vec::new();
        for number in 1..=p.jobs {
            tasks.push(start(work, format!("{work}{number}")));
        }
        gather(tasks).await?;
        let took = loop_time() - began;
        let gain = f64::from(p.jobs) * p.seconds / took;
        print(format!("{work} | {took:.3} s | {gain:.1}"));
    }
    Ok(())
}
