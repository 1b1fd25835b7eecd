//! How long the event loop takes for many tasks and for many awaits, log included: `cargo bench --bench event_loop`.
//!
//! Every run is released at once, so that only the loop itself is measured; it is optimised as in the page.

use std::time::{Duration, Instant};

use loopscope::asyncio::{self, EventLoop, Outcome, Task, gather};
use loopscope::trace::{Event, Log};

const FEW: u32 = 10_000;
const MANY: u32 = 100_000;

/// Measured runs per figure, after one that warms up.
const RUNS: usize = 7;

/// A program that can be made larger.
struct Case {
    name: &'static str,
    start: fn(&EventLoop, u32) -> Task<u32>,
}

const CASES: [Case; 3] = [
    Case { name: "gather of tasks of sleep(0)", start: |event_loop, count| event_loop.start(gathered(count, 0.0)) },
    Case { name: "gather of tasks of sleep(0.01)", start: |event_loop, count| event_loop.start(gathered(count, 0.01)) },
    Case {
        name: "one task, one sleep after another",
        start: |event_loop, count| event_loop.start(in_turn(count, 0.01)),
    },
];

async fn gathered(tasks: u32, seconds: f64) -> Outcome<u32> {
    gather((0..tasks).map(|_| asyncio::sleep(seconds))).await?;
    Ok(tasks)
}

async fn in_turn(sleeps: u32, seconds: f64) -> Outcome<u32> {
    for _ in 0..sleeps {
        asyncio::sleep(seconds).await?;
    }
    Ok(sleeps)
}

fn main() {
    if cfg!(target_arch = "wasm32") {
        println!("In a browser, tests/e2e/bench.mjs measures.");
        return;
    }
    println!("The event loop, natively, with its log: medians of {RUNS} runs\n");
    println!("{:<34}{:>7}{:>10}{:>10}{:>9}{:>11}{:>7}", "", "count", "ms", "us each", "events", "log B each", "ratio");
    for case in CASES {
        let few = case.measure(FEW);
        few.print(case.name, "");
        let many = case.measure(MANY);
        many.print("", &format!("{:.1}", many.time.as_secs_f64() / few.time.as_secs_f64()));
    }
    println!("\nratio       how many times as long {MANY} took as {FEW}: 10 is linear, less well cached is more");
    println!("log B each  events times the {} bytes of one; without the texts that events share", size_of::<Event>());
}

/// What came out for one size of a case.
struct Measured {
    count: u32,
    time: Duration,
    events: usize,
}

impl Case {
    fn measure(&self, count: u32) -> Measured {
        let (_, events) = self.run(count);
        let mut times: Vec<Duration> = (0..RUNS).map(|_| self.run(count).0).collect();
        times.sort_unstable();
        Measured { count, time: times[RUNS / 2], events }
    }

    /// How long one run took, from its first task to its last callback, and how many events it logged.
    fn run(&self, count: u32) -> (Duration, usize) {
        let log = Log::shared();
        let event_loop = EventLoop::new(file!(), &log);
        let began = now();
        let main = (self.start)(&event_loop, count);
        event_loop.run_to_end();
        let time = now() - began;
        assert_eq!(main.outcome(), Some(Ok(count)), "{} did not end as it should", self.name);
        let events = log.borrow().events().len();
        (time, events)
    }
}

impl Measured {
    fn print(&self, name: &str, ratio: &str) {
        let milliseconds = self.time.as_secs_f64() * 1e3;
        let microseconds = milliseconds * 1e3 / f64::from(self.count);
        let bytes = self.events * size_of::<Event>() / self.count as usize;
        println!(
            "{name:<34}{:>7}{milliseconds:>10.2}{microseconds:>10.3}{:>9}{bytes:>11}{ratio:>7}",
            self.count, self.events
        );
    }
}

#[allow(clippy::disallowed_methods, reason = "a bench may read a clock, and this one never runs in a browser")]
fn now() -> Instant {
    Instant::now()
}
