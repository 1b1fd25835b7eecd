//! What is derived from the logs of programs that our event loop runs.

use loopscope::asyncio::{
    Barrier, EventLoop, Lock, Outcome, Queue, Repr, Semaphore, create_named_task, gather, print, sleep, time, timeout,
};
use loopscope::trace::{Cursor, Log, Reason, Runs, SharedLog, Step, Stride, Then, Timeline, What, reasons};

/// The log of a whole run of this program.
fn run<T: Repr + Clone + 'static>(main: impl Future<Output = Outcome<T>> + 'static) -> SharedLog {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(main);
    event_loop.run_to_end();
    log
}

/// Every callback of a run, one line each: who ran, why, what it did, how it left.
fn steps(log: &Log) -> Vec<String> {
    let picture = Timeline::at(log, Cursor::end(log));
    let name = |task| picture.lane(task).map_or_else(|| "loop".to_owned(), |lane| lane.name.to_string());
    let first = Cursor::default().forward(log, Stride::Callback);
    let cursors = std::iter::successors(first, |cursor| cursor.forward(log, Stride::Callback));
    let line = |cursor| {
        let step = Step::at(log, cursor).expect("a step before every cursor but the first");
        let acts: Vec<String> = step.acts.iter().map(|act| format!("{} {:?}", name(act.task), act.deed)).collect();
        let (who, then) = match step.runs {
            Runs::Loop => ("loop".to_owned(), String::new()),
            Runs::Task { task, why, then } => {
                let why = why.map_or_else(String::new, |why| format!("{why:?}"));
                (format!("{} {why}", name(task)), format!(" -> {then:?}"))
            }
        };
        format!("{} {:.1} {who}: {}{then}", step.callback, step.from, acts.join(", "))
    };
    cursors.map(line).collect()
}

async fn enter(permits: Semaphore, seconds: f64) -> Outcome<()> {
    let _held = permits.hold().await?;
    sleep(seconds).await
}

#[test]
fn a_step_says_who_woke_why_what_it_did_and_whom_it_made_ready() {
    let log = run(async {
        let permits = Semaphore::new(1);
        let first = create_named_task(enter(permits.clone(), 1.0), "T1");
        let second = create_named_task(enter(permits, 1.0), "T2");
        gather([first, second]).await
    });
    let told = steps(&log.borrow());
    for line in &told { println!("{line}"); }
    panic!();
}
