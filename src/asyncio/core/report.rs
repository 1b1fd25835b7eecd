//! The loop's own queues, for tests that compare them with the queues derived from the log.

use super::event_loop::EventLoop;
use super::scheduled::{Callback, Scheduled};
use crate::trace::TaskId;

/// The state of the loop's queues.
#[derive(Debug, PartialEq)]
pub(crate) struct Report {
    /// The tasks whose next step, or whose timer's callback, is in the ready queue, in order.
    pub(crate) ready: Vec<TaskId>,
    /// The sleeping tasks whose timer is not in the ready queue, ordered by deadline.
    pub(crate) timers: Vec<TaskId>,
    /// The tasks that have not ended.
    pub(crate) live: Vec<TaskId>,
}

impl EventLoop {
    /// The present state of the loop's queues.
    pub(crate) fn report(&self) -> Report {
        let (ready, timers) = (self.core.ready.borrow(), self.core.timers.borrow());
        let sleeper = |handle: &Scheduled| match handle {
            Scheduled::Wake(waiter) => waiter.base().awaited_by(),
            Scheduled::Step(_) | Scheduled::Callback(..) | Scheduled::Call(_) | Scheduled::Stop => None,
        };
        let next = |handle: &Scheduled| match handle {
            Scheduled::Step(task) | Scheduled::Callback(Callback::Wakeup(task, _), _) => Some(task.id()),
            Scheduled::Wake(_) | Scheduled::Callback(..) | Scheduled::Call(_) | Scheduled::Stop => sleeper(handle),
        };
        Report {
            ready: ready.iter().filter_map(next).collect(),
            timers: timers.in_order().into_iter().filter_map(sleeper).collect(),
            live: self.core.all_tasks().iter().map(|task| task.id()).collect(),
        }
    }
}
