//! The callbacks of the ready queue, and the done callbacks of futures.

use std::rc::Rc;

use super::callbacks::Call;
use super::garbage::Visit;
use super::task_steps::Steps;
use super::waitable::Waitable;
use crate::trace::{TaskId, Text};

/// A callback in the ready queue or behind a timer (`events.py`, `Handle`).
pub(crate) enum Scheduled {
    /// A task's first step, or its step after a bare yield.
    Step(Rc<dyn Steps>),
    /// A done callback of this future.
    Callback(Callback, Rc<dyn Waitable>),
    /// The end of a sleep: `_set_result_unless_cancelled`.
    Wake(Rc<dyn Waitable>),
    /// A plain function.
    Call(Rc<Call>),
    /// All tasks that the main task left running have ended.
    Stop,
}

/// A done callback of a future.
pub(crate) enum Callback {
    /// The next step of a task that awaits the future.
    Wakeup(Rc<dyn Steps>, TaskId),
    /// A function of the loop or of the program.
    Done(Rc<dyn DoneCallback>),
    /// The main task has ended (`run_until_complete`).
    Stop,
}

impl Callback {
    /// Whether this callback is the function `bookkeeping`.
    pub(crate) fn is(&self, bookkeeping: &Rc<dyn DoneCallback>) -> bool {
        matches!(self, Self::Done(own) if std::ptr::addr_eq(Rc::as_ptr(own), Rc::as_ptr(bookkeeping)))
    }
}

/// A function that is called when a future is done.
pub(crate) trait DoneCallback {
    /// Called when `future` is done.
    fn done(&self, future: &dyn Waitable);

    /// Visits the objects that the function refers to, for the garbage collection. A referenced object that is not
    /// visited is never garbage.
    fn refer(&self, _visit: Visit<'_>) {}

    /// The function's name if the program passed it; empty for a function of the loop.
    fn name(&self) -> Text {
        "".into()
    }
}

impl Scheduled {
    /// The task, if this is a step of a task.
    pub(super) fn task(&self) -> Option<TaskId> {
        match self {
            Self::Step(task) | Self::Callback(Callback::Wakeup(task, _), _) => Some(task.id()),
            Self::Callback(Callback::Done(_) | Callback::Stop, _) | Self::Wake(_) | Self::Call(_) | Self::Stop => None,
        }
    }

    /// Whose callback this is: a task and its name, or the loop and the function's name.
    pub(super) fn owner(&self) -> (TaskId, String) {
        match self {
            Self::Step(task) | Self::Callback(Callback::Wakeup(task, _), _) => (task.id(), task.name()),
            Self::Call(call) => (TaskId::LOOP, call.name().to_string()),
            Self::Callback(Callback::Done(callback), _) => (TaskId::LOOP, callback.name().to_string()),
            Self::Callback(Callback::Stop, _) | Self::Wake(_) | Self::Stop => (TaskId::LOOP, String::new()),
        }
    }
}
