//! The interface of tasks for the loop and for waiting tasks.

use std::rc::Rc;
use std::task::Poll;

use super::base::Base;
use super::cancel::Asked;
use super::cells::Core;
use super::garbage::{Object, Visit};
use super::running::{running, with_running};
use super::task_cell::{TaskCell, warn_of_failure};
use super::waitable::{Promise, Waitable};
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::asyncio::python::repr::Repr;
use crate::trace::{On, TaskId, Text, What};

/// The part of a task that does not depend on the type of its result, for the loop.
pub trait Steps: Waitable {
    /// The task's number in the log.
    fn id(&self) -> TaskId;

    /// The task's name.
    fn name(&self) -> String;

    /// Runs the coroutine up to its next suspension. `thrown` is raised at its present suspension (`tasks.py`,
    /// `__step`).
    fn step(self: Rc<Self>, event_loop: &Core, thrown: Option<Raised>);

    /// The number of open cancellation requests.
    fn cancelling(&self) -> u32;

    /// Withdraws one cancellation request and returns the number left.
    fn uncancel(&self) -> u32;

    /// Warns if the task's exception was never retrieved.
    fn warn_if_unretrieved(&self);

    /// Drops the coroutine of a run that has ended, or of a task that nothing can wake.
    fn abandon(&self);
}

impl<T: Repr + Clone + 'static> Steps for TaskCell<T> {
    fn id(&self) -> TaskId {
        self.id
    }

    fn name(&self) -> String {
        self.name.borrow().to_string()
    }

    fn step(self: Rc<Self>, event_loop: &Core, thrown: Option<Raised>) {
        let thrown = match thrown {
            thrown @ Some(Raised::Cancelled(_)) => {
                self.must_cancel.set(false);
                thrown
            }
            _ if self.must_cancel.replace(false) => Some(self.cancellation()),
            thrown => thrown,
        };
        self.waiter.take();
        match self.advance(event_loop, thrown) {
            (Poll::Ready(outcome), _) => self.finish(event_loop, outcome),
            (Poll::Pending, woken_by) => self.suspend(event_loop, woken_by),
        }
    }

    fn cancelling(&self) -> u32 {
        self.cancels.get()
    }

    fn uncancel(&self) -> u32 {
        let Some(left) = self.cancels.get().checked_sub(1) else { return 0 };
        self.cancels.set(left);
        if let Some(event_loop) = running() {
            event_loop.note_of(self.id, What::CancelWithdrawn);
        }
        if left == 0 {
            self.must_cancel.set(false);
        }
        left
    }

    fn warn_if_unretrieved(&self) {
        warn_of_failure(self.id, &self.base);
    }

    fn abandon(&self) {
        self.warn_if_pending();
        drop(self.coroutine.take());
        if let Some(waiter) = self.waiter.take() {
            waiter.base().forget_callbacks();
        }
        self.base.forget_callbacks();
    }
}

impl<T: Repr + Clone + 'static> Waitable for TaskCell<T> {
    fn base(&self) -> &Base {
        &self.base
    }

    fn on(&self) -> On {
        On::Task(self.id)
    }

    /// The first caller that asks a cancelled task for its result gets the `CancelledError` that the coroutine raised.
    /// Later callers get one without a message (`futures.py`, `_make_cancelled_error`).
    fn raise(&self) -> Option<Raised> {
        let raised = self.raised();
        self.base.forget_message();
        raised
    }

    fn cancel_message(&self) -> Option<Text> {
        self.message.borrow().clone()
    }

    fn be_destroyed_silently(&self) {
        self.destroyed_silently.set(true);
    }

    /// Passes a cancellation request on to the future that the task awaits, or keeps it for the task's next step.
    fn ask(&self, message: Option<&Text>, direct: bool) -> Asked {
        self.base.retrieve();
        if self.base.done() {
            return Asked::Answered(false);
        }
        with_running(|event_loop| {
            // Waits that form a chain or a cycle can pass a request on repeatedly in one callback. It is logged once.
            let again = self.asked_in.replace(event_loop.callback()) == event_loop.callback();
            if direct || !again {
                event_loop.note_of(self.id, What::CancelRequested { by: event_loop.asker() });
            }
        });
        self.cancels.set(self.cancels.get() + 1);
        let waiter = self.waiter.take();
        self.waiter.set(waiter.clone());
        waiter.map_or_else(|| Asked::Answered(self.hear(false, message)), Asked::One)
    }

    fn hear(&self, requested: bool, message: Option<&Text>) -> bool {
        if !requested {
            self.must_cancel.set(true);
            self.message.replace(message.cloned());
        }
        true
    }

    /// Counts two references to the awaited future: one of the task and one of its coroutine. The coroutine also refers
    /// to the resource in whose queue it waits.
    fn refer(&self, event_loop: &Core, visit: Visit<'_>) {
        let waiter = self.waiter.take();
        if let Some(waiter) = &waiter {
            visit(Object::Future(Rc::clone(waiter)), 2);
            if let Some(shared) = event_loop.line_of(waiter) {
                visit(Object::Shared(shared), 1);
            }
        }
        self.waiter.set(waiter);
        self.base.refer(visit);
    }

    fn this(&self) -> Rc<dyn Waitable> {
        self.this.upgrade().expect("a task is only ever made within an Rc, which the caller holds")
    }
}

impl<T: Repr + Clone + 'static> Promise<T> for TaskCell<T> {
    fn shared(self: Rc<Self>) -> Rc<dyn Promise<T>> {
        self
    }

    /// Includes the message of a cancellation request that came too late to be raised in the coroutine.
    fn outcome(&self) -> Option<Outcome<T>> {
        if self.base.cancelled() { self.raised().map(Err) } else { self.ending() }
    }

    fn value(&self) -> Option<T> {
        self.value.borrow().clone()
    }
}
