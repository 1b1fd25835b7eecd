//! What the loop says of its own queues: what the tests hold the log against.

use super::{Callback, EventLoop, Handle};
use crate::trace::TaskId;

/// What a test holds the log against: the queues themselves.
#[derive(Debug, PartialEq)]
pub(crate) struct Report {
    /// The tasks whose next step is in the ready queue, or the callback of whose timer is, in its order.
    pub(crate) ready: Vec<TaskId>,
    /// The tasks that wait for a timer which is not in the ready queue, in the order in which they will wake.
    pub(crate) timers: Vec<TaskId>,
    /// The tasks that have not ended.
    pub(crate) live: Vec<TaskId>,
}

impl EventLoop {
    /// What the loop itself says of its queues.
    pub(crate) fn report(&self) -> Report {
        let (ready, timers) = (self.core.ready.borrow(), self.core.timers.borrow());
        let sleeper = |handle: &Handle| match handle {
            Handle::Wake(waiter) => waiter.base().awaited_by(),
            _ => None,
        };
        let next = |handle: &Handle| match handle {
            Handle::Step(task) | Handle::Callback(Callback::Wakeup(task, _), _) => Some(task.id()),
            handle => sleeper(handle),
        };
        Report {
            ready: ready.iter().filter_map(next).collect(),
            timers: timers.in_order().into_iter().filter_map(sleeper).collect(),
            live: self.core.all_tasks().iter().map(|task| task.id()).collect(),
        }
    }
}
