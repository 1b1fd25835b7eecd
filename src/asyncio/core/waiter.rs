//! The bare future that represents a waiting task in a lock, a queue or a `wait`.

use std::panic::Location;
use std::rc::Rc;

use super::base::Ending;
use super::future::FutureCell;
use super::scheduled::DoneCallback;
use super::suspension::Suspension;
use super::waitable::Waitable;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::On;

/// A future without a result. Clones share one future.
#[derive(Clone)]
pub(crate) struct Waiter {
    cell: Rc<FutureCell<()>>,
}

impl Waiter {
    pub(crate) fn new() -> Self {
        Self { cell: FutureCell::pending() }
    }

    /// Wakes the waiting task; false if the waiter is done already.
    pub(crate) fn wake(&self) -> bool {
        self.cell.base().settle(self.cell.this(), Ending::Returned)
    }

    pub(crate) fn cancel(&self) {
        self.cell.base().settle(self.cell.this(), Ending::Cancelled(None));
    }

    pub(crate) fn done(&self) -> bool {
        self.cell.base().done()
    }

    pub(crate) fn cancelled(&self) -> bool {
        self.cell.base().cancelled()
    }

    /// The waiter as a future.
    pub(crate) fn waitable(&self) -> Rc<dyn Waitable> {
        self.cell.this()
    }

    /// Whether `other` is a clone of this.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.cell, &other.cell)
    }

    /// Suspends the running task until the waiter is woken or cancelled. The log gets `on`.
    pub(crate) async fn wait(&self, on: On, place: &'static Location<'static>) -> Outcome<()> {
        if self.done() {
            return self.cell.base().raised().map_or(Ok(()), Err);
        }
        let waitable: Rc<dyn Waitable> = Rc::clone(&self.cell) as Rc<dyn Waitable>;
        Suspension::new(Some(waitable), on, place).await
    }

    /// A done callback that wakes this waiter.
    pub(crate) fn waking(&self) -> Rc<dyn DoneCallback> {
        Rc::new(Waking(self.clone()))
    }
}

struct Waking(Waiter);

impl DoneCallback for Waking {
    fn done(&self, _: &dyn Waitable) {
        self.0.wake();
    }
}

/// A `RuntimeError`, raised where a program misuses a lock, a group or a timeout.
pub(crate) fn runtime_error(message: &'static str) -> Raised {
    Raised::exception("RuntimeError", message)
}
