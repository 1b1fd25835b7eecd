//! Four sources, each read at its own period, until Ctrl+C comes.

use std::collections::VecDeque;

use crate::asyncio::{
    self, Outcome, Queue, Random, call_later, create_named_task, current_task,
    print, task_group,
};

parameters! {
    sender: choice("watcher" vs "notifier") = "notifier",
    stop: stop(0.0..=30.0) = 10.0,
    periods: durations(0.1..=5.0; 4) = [0.5, 0.7, 1.0, 1.5],
    window: count(1..=20) = 4,
    low: count(0..=100) = 50,
    high: count(0..=100) = 60,
    seconds: seconds(0.0..=5.0) = 1.5,
    seed: seed = 133,
}

const SOURCES: [&str; 4] = ["CPU", "memory", "disk", "network"];

/// A load in percent, and the window of its last values.
struct Source {
    name: &'static str,
    low: u32,
    high: u32,
    random: Random,
    load: f64,
    values: VecDeque<f64>,
    size: u32,
    state: &'static str,
    reads: u32,
}

impl Source {
    fn new(name: &'static str, p: &Parameters, seed: u64) -> Self {
        let mut random = Random::new(seed);
        Self {
            name,
            low: p.low,
            high: p.high,
            load: random.uniform(30.0, 60.0),
            random,
            values: VecDeque::new(),
            size: p.window,
            state: "ok",
            reads: 0,
        }
    }

    /// Reads the load once; true if the state has changed.
    fn read(&mut self) -> bool {
        self.reads += 1;
        self.load += self.random.uniform(-20.0, 20.0);
        self.load = self.load.clamp(0.0, 100.0);
        self.values.push_back(self.load);
        if self.reads > self.size {
            self.values.pop_front();
        }
        let mut mean = 0.0;
        for value in &self.values {
            mean += value / f64::from(self.reads.min(self.size));
        }
        let before = self.state;
        if mean > f64::from(self.high) {
            self.state = "alert";
        } else if mean < f64::from(self.low) {
            self.state = "ok";
        }
        // Between the two limits the state stays as it was.
        let Self {
            name,
            low,
            high,
            load,
            state,
            ..
        } = self;
        let figures = format!("{load:.1} | {mean:.1} | {low}–{high}");
        print(format!("{name} | {figures} | {state}"));
        self.state != before
    }
}

/// Sends alerts to people, which takes some seconds per alert.
#[derive(Clone)]
struct Messages {
    sender: &'static str,
    seconds: f64,
    queue: Queue<String>,
}

impl Messages {
    async fn send(&self, message: String) -> Outcome<()> {
        asyncio::sleep(self.seconds).await?;
        print(format!("sent: {message}"));
        Ok(())
    }

    async fn tell(&self, message: String) -> Outcome<()> {
        if self.sender == "watcher" {
            self.send(message).await
        } else {
            self.queue.put(message).await
        }
    }

    async fn run(self) -> Outcome<()> {
        loop {
            let message = match self.queue.get().await {
                Err(raised) if raised.is("QueueShutDown") => return Ok(()),
                got => got?,
            };
            self.send(message).await?;
        }
    }
}

async fn read_on(
    source: &mut Source,
    period: f64,
    messages: &Messages,
) -> Outcome<()> {
    loop {
        if source.read() {
            let message = format!("{} {}", source.name, source.state);
            messages.tell(message).await?;
        }
        asyncio::sleep(period).await?;
    }
}

async fn watch(
    mut source: Source,
    period: f64,
    messages: Messages,
) -> Outcome<()> {
    let outcome = read_on(&mut source, period, &messages).await;
    print(format!("reads of {}: {}", source.name, source.reads));
    outcome
}

pub(super) async fn main(p: Parameters) -> Outcome<()> {
    // Simulates Ctrl+C, which cancels main.
    if let Some(task) = current_task() {
        call_later(p.stop, move || {
            task.cancel();
        });
    }
    let queue = Queue::new(0);
    let messages = Messages {
        sender: p.sender,
        seconds: p.seconds,
        queue,
    };
    let notifier = create_named_task(messages.clone().run(), "notifier");
    let stopped = task_group(async |group| {
        let sources = SOURCES.into_iter().zip(&p.periods);
        for (seed, (name, period)) in (p.seed..).zip(sources) {
            let source = Source::new(name, &p, seed);
            let watching = watch(source, *period, messages.clone());
            group.create_named_task(watching, name)?;
        }
        Ok(())
    })
    .await;
    // The alerts in the queue are sent before the end.
    messages.queue.shutdown(false);
    notifier.await?;
    stopped
}
