//! A task's state and its steps (`tasks.py`).

use std::cell::{Cell, RefCell};
use std::future::Future as StdFuture;
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

use super::base::{Base, Ending};
use super::cancel::cancel;
use super::cells::Core;
use super::future::FutureCell;
use super::running::running;
use super::scheduled::{Callback, Scheduled};
use super::suspension::WokenBy;
use super::task_steps::Steps;
use super::waitable::Waitable;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::asyncio::python::repr::Repr;
use crate::asyncio::python::trash::let_go;
use crate::trace::{Asker, End, Name, TaskId, Text, Warning, What};

pub(super) type Coroutine<T> = Pin<Box<dyn StdFuture<Output = Outcome<T>>>>;

/// The state of a task. As in `tasks.py`, `waiter` is the awaited future (`_fut_waiter`), `message` that of the last
/// request (`_cancel_message`), and `cancels` the number of open requests (`_num_cancels_requested`).
pub struct TaskCell<T: 'static> {
    pub(super) id: TaskId,
    pub(super) name: RefCell<Name>,
    pub(super) base: Base,
    pub(super) value: RefCell<Option<T>>,
    pub(super) coroutine: Cell<Option<Coroutine<T>>>,
    pub(super) started: Cell<bool>,
    pub(super) waiter: Cell<Option<Rc<dyn Waitable>>>,
    pub(super) must_cancel: Cell<bool>,
    /// Whether the task gives no warning when it is destroyed while pending.
    pub(super) destroyed_silently: Cell<bool>,
    pub(super) message: RefCell<Option<Text>>,
    pub(super) cancels: Cell<u32>,
    /// The number of the callback in which a cancellation request was last logged.
    pub(super) asked_in: Cell<u32>,
    pub(super) this: Weak<TaskCell<T>>,
}

impl<T: Repr + Clone + 'static> TaskCell<T> {
    #[allow(clippy::inline_always, reason = "otherwise every new task is copied once more")]
    #[inline(always)]
    pub(super) const fn new(id: TaskId, name: Name, base: Base, coroutine: Coroutine<T>, this: Weak<Self>) -> Self {
        Self {
            id,
            name: RefCell::new(name),
            base,
            value: RefCell::new(None),
            coroutine: Cell::new(Some(coroutine)),
            started: Cell::new(false),
            waiter: Cell::new(None),
            must_cancel: Cell::new(false),
            destroyed_silently: Cell::new(false),
            message: RefCell::new(None),
            cancels: Cell::new(0),
            asked_in: Cell::new(u32::MAX),
            this,
        }
    }

    /// Polls the coroutine once. If an exception is thrown into the first step, the body never starts (`semantics.md`
    /// rule 27).
    pub(super) fn advance(&self, event_loop: &Core, thrown: Option<Raised>) -> (Poll<Outcome<T>>, Option<WokenBy>) {
        let Some(mut coroutine) = self.coroutine.take() else { return (Poll::Pending, None) };
        if !self.started.replace(true)
            && let Some(raised) = thrown
        {
            event_loop.close(coroutine);
            return (Poll::Ready(Err(raised)), None);
        }
        let (poll, woken_by) =
            event_loop.step(self.id, thrown, || coroutine.as_mut().poll(&mut Context::from_waker(Waker::noop())));
        if poll.is_pending() {
            self.coroutine.set(Some(coroutine));
        }
        let Some(raised) = event_loop.take_late() else { return (poll, woken_by) };
        (poll.map(|outcome| outcome.and(Err(raised))), woken_by)
    }

    /// Registers the task's wake-up with the future that the coroutine awaits.
    pub(super) fn suspend(self: &Rc<Self>, event_loop: &Core, woken_by: Option<WokenBy>) {
        let this: Rc<dyn Steps> = Rc::clone(self) as Rc<dyn Steps>;
        let waitable = match woken_by {
            None => {
                return self.finish(event_loop, Err(Raised::exception("RuntimeError", "Task got bad yield")));
            }
            Some(WokenBy::NextIteration) => return event_loop.call_soon(Scheduled::Step(this)),
            Some(WokenBy::End(waitable)) if std::ptr::addr_eq(Rc::as_ptr(&waitable), Rc::as_ptr(self)) => {
                refused(format!("Task cannot await on itself: <Task pending name='{}'>", self.name()))
            }
            Some(WokenBy::End(waitable)) if waitable.base().is_foreign_to(event_loop) => refused(format!(
                "Task <Task pending name='{}'> got Future <Future pending> attached to a different loop",
                self.name()
            )),
            Some(WokenBy::End(waitable)) => waitable,
        };
        waitable.base().add_done_callback(&waitable, Callback::Wakeup(this, self.id));
        self.waiter.set(Some(Rc::clone(&waitable)));
        if self.must_cancel.get() {
            let message = self.message.borrow().clone();
            let asked = event_loop.on_behalf_of(Asker::Task(self.id), || cancel(waitable, message.as_ref()));
            match asked {
                Ok(true) => self.must_cancel.set(false),
                Ok(false) => {}
                Err(raised) => event_loop.report_callback(|| "Task.task_wakeup".into(), Err(raised)),
            }
        }
    }

    /// The exception or cancellation, if the task has ended with one. A caller that wants the result uses
    /// [`Waitable::raise`].
    pub(super) fn raised(&self) -> Option<Raised> {
        match self.base.raised() {
            Some(Raised::Cancelled(None)) => Some(self.cancellation()),
            raised => raised,
        }
    }

    /// A `CancelledError` with the message of the last request.
    pub(super) fn cancellation(&self) -> Raised {
        Raised::Cancelled(self.message.borrow().clone())
    }

    pub(super) fn finish(self: &Rc<Self>, event_loop: &Core, outcome: Outcome<T>) {
        drop(self.coroutine.take());
        let outcome = match outcome {
            // The request came after the last await, so it was never raised in the coroutine. Its message stays with
            // the task.
            Ok(_) if self.must_cancel.replace(false) => Err(Raised::CANCELLED),
            Err(Raised::Cancelled(raised)) => {
                self.message.take();
                Err(Raised::Cancelled(raised))
            }
            other => other.map_err(Raised::out_of_a_coroutine),
        };
        let (end, ending) = match outcome {
            Ok(value) => {
                let end = End::Returned(value.repr());
                self.value.replace(Some(value));
                (end, Ending::Returned)
            }
            Err(Raised::Cancelled(message)) => (End::Cancelled, Ending::Cancelled(message)),
            Err(raised) => (raised.end(), Ending::Raised(raised)),
        };
        let failed = matches!(end, End::Failed { .. });
        event_loop.note_of(self.id, What::Finished(end));
        event_loop.forget(self.id);
        if failed {
            event_loop.keep_failed(Rc::clone(self) as Rc<dyn Steps>);
        }
        self.base.settle(self.this(), ending);
    }
}

impl<T: 'static> TaskCell<T> {
    /// Warns if the task is destroyed while it is pending, in a loop that still runs (`tasks.py`, `__del__`).
    pub(super) fn warn_if_pending(&self) {
        if self.base.done() {
            return;
        }
        let coroutine = self.coroutine.take();
        let pending = coroutine.is_some();
        // Put back, so that it is dropped with the task, after this warning.
        self.coroutine.set(coroutine);
        let Some(event_loop) = pending.then(running).flatten() else { return };
        event_loop.note_of(self.id, What::Finished(End::Destroyed));
        event_loop.forget(self.id);
        if !self.destroyed_silently.get() {
            event_loop.report(self.id, Warning::Destroyed, "Task was destroyed but it is pending!".into(), None);
        }
    }
}

/// A failed future, awaited in place of one that would never wake the task (`tasks.py`, `__step`).
fn refused(message: String) -> Rc<dyn Waitable> {
    let failed: Rc<dyn Waitable> = FutureCell::<()>::pending();
    failed.base().settle(Rc::clone(&failed), Ending::Raised(Raised::exception("RuntimeError", message)));
    failed
}

impl<T: 'static> Drop for TaskCell<T> {
    fn drop(&mut self) {
        self.warn_if_pending();
        warn_of_failure(self.id, &self.base);
        if let Some(coroutine) = self.coroutine.take() {
            let_go(coroutine);
        }
        if let Some(waiter) = self.waiter.take() {
            let_go(waiter);
        }
    }
}

/// Warns if a task's exception was never retrieved (`semantics.md` rule 35).
pub(super) fn warn_of_failure(task: TaskId, base: &Base) {
    if let Some(raised) = base.unretrieved()
        && let Some(event_loop) = running()
    {
        let message = "Task exception was never retrieved".into();
        event_loop.report(task, Warning::NeverRetrieved, message, raised.into_exception());
    }
}
