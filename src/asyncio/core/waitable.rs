//! The interface of futures for the loop and for other futures.

use std::rc::Rc;

use super::base::{Base, Ending};
use super::cancel::Asked;
use super::cells::Core;
use super::garbage::Visit;
use crate::asyncio::python::raised::{Exception, Outcome, Raised};
use crate::trace::{On, Text, Waiter};

/// The part of a future that does not depend on the type of its result, for the loop and for other futures.
pub trait Waitable {
    /// The status and the callbacks.
    fn base(&self) -> &Base;

    /// For the log: what a task that awaits this future waits for.
    fn on(&self) -> On;

    /// The exception or cancellation that `result()` raises, if the future has ended with one.
    fn raise(&self) -> Option<Raised> {
        self.base().raised()
    }

    /// The message of the future's cancellation, or of a request that a task has stored (`_cancel_message`).
    fn cancel_message(&self) -> Option<Text> {
        match self.base().raised() {
            Some(Raised::Cancelled(message)) if self.base().cancelled() => message,
            _ => None,
        }
    }

    /// Handles a cancellation request. `direct` is false if another future passed it on. A request to a failed future
    /// counts as retrieving its exception (`futures.py`, `Future.cancel`).
    fn ask(&self, message: Option<&Text>, _direct: bool) -> Asked {
        self.base().retrieve();
        Asked::Answered(self.base().settle(self.this(), Ending::Cancelled(message.cloned())))
    }

    /// Receives the answer to a cancellation request that this future has passed on: whether one of the others accepted
    /// it. Returns this future's own answer.
    fn hear(&self, requested: bool, _message: Option<&Text>) -> bool {
        requested
    }

    /// Suppresses the warning when the future is destroyed while pending. Only tasks have that warning.
    fn be_destroyed_silently(&self) {}

    /// A shared reference to this future, for callbacks.
    fn this(&self) -> Rc<dyn Waitable>;

    /// Visits the objects that this future refers to, for the garbage collection.
    fn refer(&self, _event_loop: &Core, visit: Visit<'_>) {
        self.base().refer(visit);
    }
}

/// A future with a result of type `T`.
pub trait Promise<T>: Waitable {
    /// The same future as a trait object.
    fn shared(self: Rc<Self>) -> Rc<dyn Promise<T>>;

    /// The result, if there is one.
    fn value(&self) -> Option<T>;

    /// The result or exception that an await or `result()` gives, once the future is done.
    fn result(&self) -> Option<Outcome<T>> {
        if !self.base().done() {
            return None;
        }
        match self.raise() {
            Some(raised) => Some(Err(raised)),
            None => self.value().map(Ok),
        }
    }

    /// The result or exception as `gather` lists it, once the future is done. An exception counts as retrieved.
    fn outcome(&self) -> Option<Outcome<T>> {
        self.ending()
    }

    /// The default of [`Promise::outcome`], made of the future's status and value.
    fn ending(&self) -> Option<Outcome<T>> {
        if !self.base().done() {
            return None;
        }
        match self.base().raised() {
            Some(raised) => Some(Err(raised)),
            None => self.value().map(Ok),
        }
    }
}

/// The tasks of several waits, as one wait of kind `by`.
pub(crate) fn on_tasks(by: Waiter, waits: impl Iterator<Item = On>) -> On {
    let mut tasks = Vec::new();
    for on in waits {
        tasks.extend_from_slice(on.tasks());
    }
    On::Tasks { by, tasks: tasks.into() }
}

/// The outcome of Python's `result()`, which raises `InvalidStateError` before the future is done.
pub(crate) fn result_of<T>(outcome: Option<Outcome<T>>) -> Outcome<T> {
    outcome.unwrap_or_else(|| Err(Raised::exception("InvalidStateError", "Result is not set.")))
}

/// The outcome of Python's `exception()`, which raises `InvalidStateError` before the future is done.
pub(crate) fn exception_of<T>(outcome: Option<Outcome<T>>) -> Outcome<Option<Exception>> {
    match outcome {
        None => Err(Raised::exception("InvalidStateError", "Exception is not set.")),
        Some(Ok(_)) => Ok(None),
        Some(Err(Raised::Exception(exception))) => Ok(Some(exception)),
        Some(Err(cancelled)) => Err(cancelled),
    }
}
