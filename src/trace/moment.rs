//! The event loop at a moment: its ready queue and its timers, read from the log.

use super::{Cursor, Log, On, Seconds, TaskId, What};

/// The loop at a cursor, as far as tasks are concerned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// How many iterations have begun.
    pub iteration: usize,
    /// How many callbacks have run or are running.
    pub callback: u32,
    /// The tasks whose next step is in the ready queue, in its order.
    pub ready: Vec<TaskId>,
    /// The tasks that wait for a timer, in the order in which they will wake.
    pub timers: Vec<(Seconds, TaskId)>,
}

/// What a task waits for, with the place in the log at which it began to.
#[derive(Clone, Copy)]
enum Waits {
    Ready(usize),
    Timer(Seconds, usize),
    Else,
}

impl Moment {
    /// The loop as this much of the log tells it.
    #[must_use]
    pub fn of(log: &Log, cursor: Cursor) -> Self {
        let past = cursor.past(log);
        let mut tasks: Vec<Waits> = Vec::with_capacity(log.tasks() as usize);
        for (place, event) in past.iter().enumerate() {
            if matches!(event.what, What::Created { .. }) {
                tasks.push(Waits::Else);
            }
            if let (Some(waits), Some(slot)) = (waits(&event.what, place), tasks.get_mut(event.task.index())) {
                *slot = waits;
            }
        }
        let callback = past.last().map_or(0, |event| event.callback);
        let (ready, timers) = queues(&tasks);
        Self { iteration: log.iteration(callback), callback, ready, timers }
    }
}

/// What the task waits for after this, if that changes.
fn waits(what: &What, place: usize) -> Option<Waits> {
    match what {
        What::Created { .. } | What::Ready | What::Suspended { on: On::NextIteration, .. } => Some(Waits::Ready(place)),
        What::Suspended { on: On::Timer { until }, .. } => Some(Waits::Timer(*until, place)),
        What::Suspended { .. } | What::StepBegan | What::Finished(_) => Some(Waits::Else),
        _ => None,
    }
}

/// Who is ready, and who waits for which timer, each in order.
fn queues(tasks: &[Waits]) -> (Vec<TaskId>, Vec<(Seconds, TaskId)>) {
    let (mut ready, mut timers) = (Vec::new(), Vec::new());
    for (task, waits) in (0..).map(TaskId).zip(tasks) {
        match *waits {
            Waits::Ready(place) => ready.push((0.0, place, task)),
            Waits::Timer(until, place) => timers.push((until, place, task)),
            Waits::Else => {}
        }
    }
    sort(&mut ready);
    sort(&mut timers);
    (
        ready.into_iter().map(|(_, _, task)| task).collect(),
        timers.into_iter().map(|(until, _, task)| (until, task)).collect(),
    )
}

/// One sort for both: each further one is 1 KB gzip of wasm.
#[inline(never)]
fn sort(waiting: &mut [(Seconds, usize, TaskId)]) {
    waiting.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
}
