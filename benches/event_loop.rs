//! How long the event loop takes for many tasks and for many awaits, log included: `cargo bench --bench event_loop`.
//!
//! Everything runs at once, so only the loop itself is measured; it is optimised as in the page. Ten times the work
//! should take about ten times as long: the last column says how many times it really took.

use std::hint::black_box;
use std::time::{Duration, Instant};

use loopscope::asyncio::{self, EventLoop, Outcome, Task, gather};
use loopscope::trace::{Event, Log};

const FEW: usize = 10_000;
const MANY: usize = 100_000;

/// Measured runs per figure, after one that warms up.
const RUNS: usize = 7;

/// A program that can be made larger.
struct Case {
    name: &'static str,
    start: fn(&EventLoop, usize) -> Task<usize>,
}

const CASES: [Case; 3] = [
    Case { name: "gather of tasks, each sleep(0)", start: |event_loop, tasks| event_loop.start(gathered(tasks, 0.0)) },
    Case {
        name: "gather of tasks, each sleep(0.01)",
        start: |event_loop, tasks| event_loop.start(gathered(tasks, 0.01)),
    },
    Case {
        name: "one task, that many sleep(0.01)",
        start: |event_loop, sleeps| event_loop.start(in_turn(sleeps, 0.01)),
    },
];

async fn gathered(tasks: usize, seconds: f64) -> Outcome<usize> {
    let results = gather((0..tasks).map(|_| asyncio::sleep(seconds))).await?;
    Ok(results.len())
}

async fn in_turn(sleeps: usize, seconds: f64) -> Outcome<usize> {
    for _ in 0..sleeps {
        asyncio::sleep(seconds).await?;
    }
    Ok(sleeps)
}

fn main() {
    if cfg!(target_arch = "wasm32") {
        println!("Nothing is measured here: tests/e2e/bench.mjs measures the page in a browser.");
        return;
    }
    println!("The event loop, natively, with its log; median of {RUNS} runs.");
    println!(
        "An event takes {} bytes; texts that events share, and memory that has been freed, do not count.\n",
        size_of::<Event>()
    );
    println!(
        "{:<34} {:>7}  {:>9}  {:>7}  {:>7}  {:>8}  {:>5}",
        "", "count", "median ms", "us each", "events", "log B/ea", "ratio"
    );
    for case in CASES {
        let few = case.measure(FEW);
        few.print(case.name, "");
        let many = case.measure(MANY);
        many.print("", &format!("{:.1}", many.median.as_secs_f64() / few.median.as_secs_f64()));
    }
    println!("\nratio: how many times as long {MANY} took as {FEW}; about 10 is linear.");
}

/// What came out for one size of a case.
struct Measured {
    count: usize,
    median: Duration,
    events: usize,
}

impl Case {
    fn measure(&self, count: usize) -> Measured {
        let (_, events) = self.run(count);
        let mut times: Vec<Duration> = (0..RUNS).map(|_| self.run(count).0).collect();
        times.sort_unstable();
        Measured { count, median: times[RUNS / 2], events }
    }

    /// One run from a new loop to its end, and how many events it logged.
    fn run(&self, count: usize) -> (Duration, usize) {
        let log = Log::shared();
        let event_loop = EventLoop::new(file!(), &log);
        let began = now();
        let main = (self.start)(&event_loop, count);
        event_loop.run_to_end();
        let took = now() - began;
        assert_eq!(black_box(main.outcome()), Some(Ok(count)), "{} did not do its work", self.name);
        let events = log.borrow().events().len();
        (took, events)
    }
}

impl Measured {
    fn print(&self, name: &str, ratio: &str) {
        let Self { count, median, events } = self;
        let milliseconds = median.as_secs_f64() * 1e3;
        let each = median.div_f64(as_f64(*count)).as_secs_f64() * 1e6;
        let bytes = events * size_of::<Event>() / count;
        println!("{name:<34} {count:>7}  {milliseconds:>9.2}  {each:>7.3}  {events:>7}  {bytes:>8}  {ratio:>5}");
    }
}
