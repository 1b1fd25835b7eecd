//! The state of the event loop at a cursor, derived from the log: its ready queue and its timers.

use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{On, What};
use crate::trace::facts::events::Events;
use crate::trace::facts::log::Log;
use crate::trace::facts::order::ordered;
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::{CLOCK_RESOLUTION, Seconds};

/// The state of the loop at a cursor, as far as it concerns tasks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// The number of iterations that have begun.
    pub iteration: usize,
    /// The number of callbacks that have begun.
    pub callback: u32,
    /// The tasks whose next step, or whose timer's callback, is in the ready queue, in order.
    pub ready: Vec<TaskId>,
    /// The tasks whose timer the loop has not yet moved to the ready queue, in the order in which they will be due.
    pub timers: Vec<(Seconds, TaskId)>,
}

/// What a task waits for, with the index of the event at which the wait began.
#[derive(Clone, Copy)]
enum Waits {
    Ready(usize),
    Timer(Seconds, usize),
    Else,
}

impl Moment {
    /// The state of the loop at this cursor.
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
        let (ready, timers) = queues(&tasks, &Began::of(log, past, callback));
        Self { iteration: log.iteration(callback), callback, ready, timers }
    }
}

/// The start of the current iteration. At that point the loop moved the due timers to the ready queue.
struct Began {
    /// The number of events before the iteration.
    place: usize,
    /// The time at which the iteration began.
    at: Seconds,
}

impl Began {
    fn of(log: &Log, past: Events<'_>, callback: u32) -> Self {
        let first = log.first_callback(callback);
        let place = past.partition_point(|event| event.callback < first);
        Self { place, at: past.get(place).map_or(0.0, |event| event.time) }
    }
}

/// What the task waits for after this event; `None` if the event does not change it.
fn waits(what: &What, place: usize) -> Option<Waits> {
    match what {
        What::Created { .. } | What::Ready => Some(Waits::Ready(place)),
        What::Suspended { on, .. } => Some(match on {
            On::NextIteration => Waits::Ready(place),
            On::Timer { until } => Waits::Timer(*until, place),
            On::Task(_)
            | On::Tasks { .. }
            | On::Resource { .. }
            | On::Request(_)
            | On::Worker { .. }
            | On::Job
            | On::Input
            | On::Future => Waits::Else,
        }),
        What::StepBegan | What::Finished(_) => Some(Waits::Else),
        What::Renamed(_)
        | What::Blocked { .. }
        | What::Printed(_)
        | What::Warned { .. }
        | What::CancelRequested { .. }
        | What::CancelDelivered { .. }
        | What::CancelWithdrawn
        | What::ResourceMade { .. }
        | What::Requested { .. }
        | What::ResourceChanged { .. } => None,
    }
}

/// The ready tasks and the timers, each in order. The ready queue has first the tasks that were ready before the
/// iteration, then the due timers, then the tasks that became ready since.
fn queues(tasks: &[Waits], began: &Began) -> (Vec<TaskId>, Vec<(Seconds, TaskId)>) {
    let (mut ready, mut timers) = (Vec::new(), Vec::new());
    for (task, waits) in (0..).map(TaskId).zip(tasks) {
        match *waits {
            Waits::Ready(place) if place < began.place => ready.push((Seconds::NEG_INFINITY, place, task)),
            Waits::Ready(place) => ready.push((Seconds::INFINITY, place, task)),
            Waits::Timer(until, place) if place < began.place && until < began.at + CLOCK_RESOLUTION => {
                ready.push((until, place, task));
            }
            Waits::Timer(until, place) => timers.push((until, place, task)),
            Waits::Else => {}
        }
    }
    let (ready, timers) = (sorted(&ready), sorted(&timers));
    (
        ready.into_iter().map(|(_, _, task)| task).collect(),
        timers.into_iter().map(|(until, _, task)| (until, task)).collect(),
    )
}

fn sorted(waiting: &[(Seconds, usize, TaskId)]) -> Vec<(Seconds, usize, TaskId)> {
    ordered(waiting, &|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::Event;
    use crate::trace::facts::line::Line;
    use crate::trace::facts::task::Name;

    fn created() -> What {
        What::Created { parent: None, name: Name::Numbered(1), line: Line::NONE }
    }

    fn sleeps(until: Seconds) -> What {
        What::Suspended { on: On::Timer { until }, line: Line::NONE }
    }

    /// Tasks 0 to 3 sleep until 2, 1, 1 and 3. Task 1 wakes task 4, then sleeps for less than the clock's resolution.
    #[test]
    fn an_iteration_moves_due_timers_behind_the_tasks_that_were_ready() {
        let mut log = Log::default();
        let mut push = |time, task, callback, what| log.push(Event { time, task: TaskId(task), callback, what });
        for task in 0..5 {
            push(0.0, task, 0, created());
        }
        for (task, callback, until) in [(0, 1, 2.0), (1, 2, 1.0), (2, 3, 1.0), (3, 4, 3.0)] {
            push(0.0, task, callback, sleeps(until));
        }
        push(1.0, 1, 5, What::Ready);
        push(1.0, 1, 7, What::StepBegan);
        push(1.0, 4, 7, What::Ready);
        push(1.0, 1, 7, sleeps(1.0 + 1e-12));
        for first in [1, 5, 7] {
            log.begin_iteration(first);
        }
        let queues = |events| {
            let moment = Moment::of(&log, Cursor { events, time: 1.0 });
            let timers: Vec<u32> = moment.timers.iter().map(|(_, task)| task.0).collect();
            (moment.iteration, moment.ready.iter().map(|task| task.0).collect::<Vec<_>>(), timers)
        };
        // The log shows the second iteration only from its first callback on.
        assert_eq!(queues(9), (1, vec![4], vec![1, 2, 0, 3]));
        assert_eq!(queues(10), (2, vec![4, 2, 1], vec![0, 3]));
        assert_eq!(queues(11), (3, vec![4, 2], vec![0, 3]), "task 1 runs");
        assert_eq!(queues(12), (3, vec![2, 4], vec![0, 3]), "task 4 became ready again, behind task 2");
        // The timer counts as due, but the loop checks its timers only at the start of an iteration.
        assert_eq!(queues(13), (3, vec![2, 4], vec![1, 0, 3]));
    }
}
