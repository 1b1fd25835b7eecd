//! Measures our event loop with its log, as the page runs it: the Rust side of `make bench`.
//!
//! benches/compare.mjs sends a program and a count: in the browser it calls the exported functions, natively it writes
//! to standard input. `cargo bench --bench event_loop` measures the native runs only.

use std::future::Future;
use std::io::stdin;
use std::mem;
use std::pin::Pin;
use std::time::{Duration, Instant};

use loopscope::asyncio::{self, EventLoop, Outcome, Queue, Semaphore, create_task, gather};
use loopscope::trace::{Event, Log, SharedLog};
use wasm_bindgen::prelude::wasm_bindgen;

const PROGRAMS: [(&str, u32); 6] = [
    ("sleep_0", 10_000),
    ("sleep_0", 100_000),
    ("sleep_0.01", 10_000),
    ("sleep_0.01", 100_000),
    ("semaphore", 10_000),
    ("queue", 100_000),
];

async fn sleeps(count: u32, seconds: f64) -> Outcome<u32> {
    gather((0..count).map(|_| asyncio::sleep(seconds))).await?;
    Ok(count)
}

async fn visits(count: u32) -> Outcome<u32> {
    let semaphore = Semaphore::new(10);
    gather((0..count).map(|_| visit(semaphore.clone()))).await?;
    Ok(count)
}

async fn visit(semaphore: Semaphore) -> Outcome<()> {
    let _held = semaphore.hold().await?;
    asyncio::sleep(0.0).await
}

async fn deliveries(count: u32) -> Outcome<u32> {
    let queue = Queue::new(10);
    let producer = create_task(produce(queue.clone(), count));
    let consumed = consume(queue, count).await?;
    producer.await?;
    Ok(consumed)
}

async fn produce(queue: Queue<u32>, count: u32) -> Outcome<()> {
    for item in 0..count {
        queue.put(item).await?;
    }
    Ok(())
}

async fn consume(queue: Queue<u32>, count: u32) -> Outcome<u32> {
    let mut last = 0;
    for _ in 0..count {
        last = queue.get().await?;
    }
    Ok(last + 1)
}

/// Finished tasks whose handles are never dropped.
async fn kept(count: u32) -> Outcome<u32> {
    let tasks: Vec<_> = (0..count).map(|_| create_task(asyncio::sleep(0.0))).collect();
    gather(tasks.iter().cloned()).await?;
    mem::forget(tasks);
    Ok(count)
}

fn program(name: &str, count: u32) -> Pin<Box<dyn Future<Output = Outcome<u32>>>> {
    match name {
        "sleep_0" => Box::pin(sleeps(count, 0.0)),
        "sleep_0.01" => Box::pin(sleeps(count, 0.01)),
        "semaphore" => Box::pin(visits(count)),
        "queue" => Box::pin(deliveries(count)),
        "kept" => Box::pin(kept(count)),
        _ => panic!("there is no program {name}"),
    }
}

/// A finished run, with its log.
#[wasm_bindgen]
pub struct Run {
    log: SharedLog,
}

/// Runs a program at once, from the creation of its loop to the end of its last callback.
///
/// # Panics
/// Panics if there is no such program, or if it does not end with `Ok(count)`.
#[wasm_bindgen]
#[must_use]
pub fn run(name: &str, count: u32) -> Run {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    let main = event_loop.start(program(name, count));
    event_loop.run_to_end();
    assert_eq!(main.outcome(), Some(Ok(count)), "{name} did not end as it should");
    drop(event_loop);
    Run { log }
}

/// Runs `count` tasks and never frees them or their log.
#[wasm_bindgen]
pub fn keep(count: u32) {
    mem::forget(run("kept", count));
}

fn main() {
    if cfg!(target_arch = "wasm32") {
        return;
    }
    if std::env::args().any(|argument| argument == "--bench") {
        print_medians();
    } else {
        answer();
    }
}

/// Answers each line `PROGRAM COUNT` with milliseconds, and `kept COUNT` with bytes.
fn answer() {
    for line in stdin().lines().map_while(Result::ok) {
        let (name, count) = line.split_once(' ').expect("a program and a count");
        let count = count.parse().expect("a count");
        if name == "kept" {
            let before = resident_bytes();
            keep(count);
            println!("{}", resident_bytes() - before);
        } else {
            println!("{}", time(name, count).0.as_secs_f64() * 1e3);
        }
    }
}

/// The process's memory in bytes, as Linux reports it; NaN on other systems.
fn resident_bytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim_end_matches("kB").trim().parse().map_or(f64::NAN, |kilobytes: f64| kilobytes * 1024.0)
}

/// Returns a run's duration and its number of events.
fn time(name: &str, count: u32) -> (Duration, usize) {
    let began = now();
    let run = run(name, count);
    let time = now() - began;
    (time, run.log.borrow().events().len())
}

fn print_medians() {
    println!("{:<12}{:>8}{:>10}{:>10}{:>9}{:>14}", "natively", "count", "ms", "us each", "events", "log B of each");
    for (name, count) in PROGRAMS {
        let (_, events) = time(name, count);
        let mut times: Vec<Duration> = (0..7).map(|_| time(name, count).0).collect();
        times.sort_unstable();
        let milliseconds = times[3].as_secs_f64() * 1e3;
        let each = milliseconds * 1e3 / f64::from(count);
        let bytes = events * size_of::<Event>() / count as usize;
        println!("{name:<12}{count:>8}{milliseconds:>10.2}{each:>10.3}{events:>9}{bytes:>14}");
    }
}

#[allow(clippy::disallowed_methods, reason = "a bench may read a clock, and in a browser this one is never asked to")]
fn now() -> Instant {
    Instant::now()
}
