//! The interface of futures for the loop and for other futures.

use std::rc::Rc;

use super::base::{Base, Status};
use super::cancel::Asked;
use super::cells::Core;
use super::garbage::Visit;
use crate::asyncio::python::raised::{Exception, Outcome, Raised};
use crate::trace::{On, Text, Waiter};

/// The part of a future that does not depend on the type of its result, for the loop and for other futures.
pub trait Waitable {
    /// The status and the callbacks.
    fn base(&self) -> &Base;

    /// What a task waits for that awaits this future, for the log.
    fn on(&self) -> On;

    /// The exception that its result raises, if it is done and raises.
    fn raise(&self) -> Option<Raised> {
        self.base().raised()
    }

    /// The message of its cancellation, or of a request that it kept (`_cancel_message`).
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
        Asked::Answered(self.base().settle(self.this(), Status::Cancelled(message.cloned())))
    }

    /// Gets the answer of those futures that the request was passed on to. Returns whether the request was accepted.
    fn hear(&self, requested: bool, _message: Option<&Text>) -> bool {
        requested
    }

    /// Suppresses the warning about destroying it while it is pending. Only tasks have that warning.
    fn be_destroyed_silently(&self) {}

    /// A shared reference to itself, for callbacks.
    fn this(&self) -> Rc<dyn Waitable>;

    /// Visits the objects that it refers to, for the garbage collection.
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

    /// The result or the exception, once the future is done.
    fn result(&self) -> Option<Outcome<T>> {
        if !self.base().done() {
            return None;
        }
        match self.raise() {
            Some(raised) => Some(Err(raised)),
            None => self.value().map(Ok),
        }
    }

    /// The outcome, once the future is done. Its exception counts as retrieved.
    fn outcome(&self) -> Option<Outcome<T>> {
        self.ending()
    }

    /// The outcome from the future's status and value.
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

/// All tasks of these waits, as one wait of `by`.
pub(crate) fn on_tasks(by: Waiter, waits: impl Iterator<Item = On>) -> On {
    let mut tasks = Vec::new();
    for on in waits {
        tasks.extend_from_slice(on.tasks());
    }
    On::Tasks { by, tasks: tasks.into() }
}

/// The result of `result()`.
pub(crate) fn result_of<T>(outcome: Option<Outcome<T>>) -> Outcome<T> {
    outcome.unwrap_or_else(|| Err(Raised::exception("InvalidStateError", "Result is not set.")))
}

/// The result of `exception()`.
pub(crate) fn exception_of<T>(outcome: Option<Outcome<T>>) -> Outcome<Option<Exception>> {
    match outcome {
        None => Err(Raised::exception("InvalidStateError", "Exception is not set.")),
        Some(Ok(_)) => Ok(None),
        Some(Err(Raised::Exception(exception))) => Ok(Some(exception)),
        Some(Err(cancelled)) => Err(cancelled),
    }
}
