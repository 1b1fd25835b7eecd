//! The part of a future that does not depend on its result's type (`futures.py`).

use std::cell::{Cell, RefCell};
use std::mem;
use std::rc::Rc;

use super::cells::Core;
use super::garbage::{Object, Visit};
use super::running::{running, with_running};
use super::scheduled::{Callback, DoneCallback, Scheduled};
use super::waitable::Waitable;
use crate::asyncio::python::raised::Raised;
use crate::asyncio::python::trash::let_go;
use crate::trace::{Text, Warning};

/// How a future ends.
#[derive(Debug)]
pub(crate) enum Ending {
    Returned,
    Cancelled(Option<Text>),
    /// An exception was set. A cancelled gather ends in this way, with a `CancelledError`, and not by
    /// [`Ending::Cancelled`].
    Raised(Raised),
}

/// Whether a future is pending, or the kind of its [`Ending`]: one byte, which is quick to read.
#[derive(Clone, Copy, PartialEq)]
enum Status {
    Pending,
    Returned,
    Cancelled,
    Raised,
}

/// The state of a future that does not depend on the type of its result.
pub struct Base {
    status: Cell<Status>,
    /// The exception or cancellation of a future that has ended with one.
    raised: RefCell<Option<Raised>>,
    /// Whether the exception was never retrieved (`__log_traceback`).
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
    /// A pending future of the running loop, if any.
    pub(crate) fn new() -> Self {
        Self::of(with_running(Core::id).unwrap_or_default())
    }

    /// A pending future of the loop with this number.
    #[allow(clippy::inline_always, reason = "otherwise every new task is copied once more")]
    #[inline(always)]
    pub(crate) const fn of(event_loop: u32) -> Self {
        Self {
            status: Cell::new(Status::Pending),
            raised: RefCell::new(None),
            unretrieved: Cell::new(false),
            callbacks: RefCell::new(Callbacks::None),
            event_loop,
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
        self.status.get() != Status::Pending
    }

    pub(crate) fn cancelled(&self) -> bool {
        self.status.get() == Status::Cancelled
    }

    /// The exception or cancellation, if the future has ended with one. It counts as retrieved from now on
    /// (`__log_traceback`). A caller that wants the result uses [`Waitable::raise`].
    pub(crate) fn raised(&self) -> Option<Raised> {
        self.unretrieved.set(false);
        match self.status.get() {
            Status::Pending | Status::Returned => None,
            Status::Cancelled | Status::Raised => self.raised.borrow().clone(),
        }
    }

    /// Counts the exception as retrieved (`__log_traceback = False`).
    pub(crate) fn retrieve(&self) {
        self.unretrieved.set(false);
    }

    /// The exception, if it was never retrieved. It counts as retrieved from now on.
    pub(crate) fn unretrieved(&self) -> Option<Raised> {
        if self.unretrieved.get() { self.raised() } else { None }
    }

    /// Removes the message of a cancellation.
    pub(crate) fn forget_message(&self) {
        if self.cancelled() {
            self.raised.replace(Some(Raised::CANCELLED));
        }
    }

    /// Completes a pending future and schedules its callbacks. Returns false if the future was already done.
    pub(crate) fn settle(&self, this: Rc<dyn Waitable>, ending: Ending) -> bool {
        if self.done() {
            return false;
        }
        match ending {
            Ending::Returned => self.status.set(Status::Returned),
            Ending::Cancelled(message) => self.fail(Status::Cancelled, Raised::Cancelled(message)),
            Ending::Raised(raised) => self.fail(Status::Raised, raised),
        }
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

    fn fail(&self, status: Status, raised: Raised) {
        self.status.set(status);
        self.unretrieved.set(status == Status::Raised);
        self.raised.replace(Some(raised));
    }

    /// Schedules `callback` for when the future is done, or for the next iteration if it is done already (`futures.py`,
    /// `add_done_callback`).
    pub(crate) fn add_done_callback(&self, this: &Rc<dyn Waitable>, callback: Callback) {
        if self.done() {
            with_running(|event_loop| event_loop.call_soon(Scheduled::Callback(callback, Rc::clone(this))));
            return;
        }
        let mut callbacks = self.callbacks.borrow_mut();
        *callbacks = match mem::take(&mut *callbacks) {
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
        self.settle(Rc::clone(this), Ending::Returned);
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
        match self.callbacks.get_mut() {
            Callbacks::None => {}
            callbacks @ (Callbacks::One(_) | Callbacks::Many(_)) => let_go(mem::take(callbacks)),
        }
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
