//! The part of a future that does not depend on its result's type (`futures.py`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::cells::Core;
use super::garbage::{Object, Visit};
use super::running::{running, with_running};
use super::scheduled::{Callback, DoneCallback, Scheduled};
use super::waitable::Waitable;
use crate::asyncio::python::raised::Raised;
use crate::asyncio::python::trash::let_go;
use crate::trace::{Text, Warning};

/// The status of a future.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Status {
    Pending,
    Cancelled(Option<Text>),
    Returned,
    /// An exception was set. A cancelled gather has this status, with a `CancelledError`, and not
    /// [`Status::Cancelled`].
    Raised(Raised),
}

/// The state of a future that does not depend on the type of its result: status and done callbacks.
pub struct Base {
    status: RefCell<Status>,
    unretrieved: Cell<bool>,
    callbacks: RefCell<Callbacks>,
    /// The number of the loop that was running when the future was created; 0 if none was.
    event_loop: u32,
}

/// The done callbacks. Most futures have exactly one: the wake-up of the awaiting task.
#[derive(Default)]
enum Callbacks {
    #[default]
    None,
    One(Callback),
    Many(Vec<Callback>),
}

impl Base {
    pub(crate) fn new() -> Self {
        Self {
            event_loop: with_running(Core::id).unwrap_or_default(),
            status: RefCell::new(Status::Pending),
            unretrieved: Cell::new(false),
            callbacks: RefCell::new(Callbacks::None),
        }
    }

    /// Whether the future was created in a loop other than `event_loop`.
    pub(crate) const fn is_foreign_to(&self, event_loop: &Core) -> bool {
        self.event_loop != 0 && self.event_loop != event_loop.id()
    }

    /// A number that no other existing future has.
    pub(crate) fn address(&self) -> usize {
        std::ptr::from_ref(self).addr()
    }

    #[allow(clippy::inline_always, reason = "called in every step, and the page is compiled for size")]
    #[inline(always)]
    pub(crate) fn done(&self) -> bool {
        !matches!(*self.status.borrow(), Status::Pending)
    }

    pub(crate) fn cancelled(&self) -> bool {
        matches!(*self.status.borrow(), Status::Cancelled(_))
    }

    /// The exception or cancellation, if the future has ended with one. It counts as retrieved from now on
    /// (`__log_traceback`). A caller that wants the result uses [`Waitable::raise`].
    pub(crate) fn raised(&self) -> Option<Raised> {
        self.unretrieved.set(false);
        match &*self.status.borrow() {
            Status::Pending | Status::Returned => None,
            Status::Cancelled(message) => Some(Raised::Cancelled(message.clone())),
            Status::Raised(raised) => Some(raised.clone()),
        }
    }

    /// Counts the exception as retrieved (`__log_traceback = False`).
    pub(crate) fn retrieve(&self) {
        self.unretrieved.set(false);
    }

    /// The exception, if it was never retrieved.
    pub(crate) fn unretrieved(&self) -> Option<Raised> {
        if self.unretrieved.get() { self.raised() } else { None }
    }

    /// Removes the message of a cancellation.
    pub(crate) fn forget_message(&self) {
        if let Status::Cancelled(message) = &mut *self.status.borrow_mut() {
            *message = None;
        }
    }

    /// Completes a pending future and schedules its callbacks. Returns false if the future was already done.
    pub(crate) fn settle(&self, this: Rc<dyn Waitable>, status: Status) -> bool {
        if self.done() {
            return false;
        }
        self.unretrieved.set(matches!(status, Status::Raised(_)));
        *self.status.borrow_mut() = status;
        let callbacks = self.callbacks.take();
        with_running(|event_loop| match callbacks {
            Callbacks::None => {}
            Callbacks::One(callback) => event_loop.call_soon(Scheduled::Callback(callback, this)),
            Callbacks::Many(callbacks) => {
                for callback in callbacks {
                    event_loop.call_soon(Scheduled::Callback(callback, Rc::clone(&this)));
                }
            }
        });
        true
    }

    /// Schedules `callback` for when the future is done, or for the next iteration if it is done already (`futures.py`,
    /// `add_done_callback`).
    pub(crate) fn add_done_callback(&self, this: &Rc<dyn Waitable>, callback: Callback) {
        if self.done() {
            with_running(|event_loop| event_loop.call_soon(Scheduled::Callback(callback, Rc::clone(this))));
            return;
        }
        let mut callbacks = self.callbacks.borrow_mut();
        *callbacks = match std::mem::take(&mut *callbacks) {
            Callbacks::None => Callbacks::One(callback),
            Callbacks::One(first) => Callbacks::Many(vec![first, callback]),
            Callbacks::Many(mut all) => {
                all.push(callback);
                Callbacks::Many(all)
            }
        };
    }

    /// Completes the future of a sleeping task, unless it was cancelled (`_set_result_unless_cancelled`).
    pub(crate) fn wake(&self, this: &Rc<dyn Waitable>) {
        self.settle(Rc::clone(this), Status::Returned);
    }

    /// Whether this callback is registered.
    pub(crate) fn has_done_callback(&self, callback: &Rc<dyn DoneCallback>) -> bool {
        match &*self.callbacks.borrow() {
            Callbacks::None => false,
            Callbacks::One(one) => one.is(callback),
            Callbacks::Many(all) => all.iter().rev().any(|one| one.is(callback)),
        }
    }

    /// Removes a callback that has not been scheduled.
    pub(crate) fn remove_done_callback(&self, callback: &Rc<dyn DoneCallback>) {
        let mut callbacks = self.callbacks.borrow_mut();
        match &mut *callbacks {
            Callbacks::One(one) if one.is(callback) => *callbacks = Callbacks::None,
            Callbacks::None | Callbacks::One(_) => {}
            Callbacks::Many(all) => all.retain(|other| !other.is(callback)),
        }
    }

    /// Visits the objects that the callbacks refer to, for the garbage collection.
    pub(crate) fn refer(&self, visit: Visit<'_>) {
        let refer = |callback: &Callback, visit: Visit<'_>| match callback {
            Callback::Wakeup(task, _) => visit(Object::Future(task.this()), 1),
            Callback::Done(done) => done.refer(visit),
            Callback::Stop => {}
        };
        match &*self.callbacks.borrow() {
            Callbacks::None => {}
            Callbacks::One(one) => refer(one, visit),
            Callbacks::Many(all) => all.iter().for_each(|callback| refer(callback, visit)),
        }
    }

    /// The task that awaits this future.
    #[cfg(test)]
    pub(crate) fn awaited_by(&self) -> Option<crate::trace::TaskId> {
        match &*self.callbacks.borrow() {
            Callbacks::One(Callback::Wakeup(_, id)) => Some(*id),
            Callbacks::None | Callbacks::One(Callback::Done(_) | Callback::Stop) | Callbacks::Many(_) => None,
        }
    }

    /// Removes the callbacks, so that an abandoned run contains no reference cycle.
    pub(crate) fn forget_callbacks(&self) {
        match self.callbacks.take() {
            Callbacks::None => {}
            callbacks @ (Callbacks::One(_) | Callbacks::Many(_)) => let_go(callbacks),
        }
    }
}

impl Drop for Base {
    fn drop(&mut self) {
        self.forget_callbacks();
    }
}

/// Reports that a dropped future's exception was never retrieved (`futures.py`, `__del__`; `semantics.md` rule 35).
pub(crate) fn warn_if_unretrieved(class: &str, base: &Base) {
    if let Some(raised) = base.unretrieved()
        && let Some(event_loop) = running()
    {
        let message = format!("{class} exception was never retrieved").into();
        event_loop.report(event_loop.current_or_loop(), Warning::NeverRetrieved, message, raised.into_exception());
    }
}
