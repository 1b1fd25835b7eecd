//! The queue of the tasks that wait for a lock or another resource.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::asyncio::core::cells::Core;
use crate::asyncio::core::running::with_running;
use crate::asyncio::core::waiter::Waiter;
use crate::asyncio::python::raised::{Outcome, Raised};

/// The waiting tasks, in the order in which they began to wait.
#[derive(Default)]
pub(crate) struct Line {
    waiters: RefCell<VecDeque<Waiter>>,
    /// The number of the loop in which a task first waited here; 0 before.
    event_loop: Cell<u32>,
    /// The first `done` waiters, and perhaps more, have been woken or cancelled but have not left. [`Line::next`] skips
    /// them.
    done: Cell<usize>,
}

impl Line {
    /// Adds a new waiter at the end. `owner` is the resource's class, for the error.
    ///
    /// # Errors
    /// `RuntimeError` if a task has waited here in another loop (`mixins.py`, `_get_loop`).
    pub(crate) fn join(&self, owner: &str) -> Outcome<Waiter> {
        let running = with_running(Core::id).unwrap_or_default();
        let first = self.event_loop.get();
        if first != 0 && first != running {
            let message = format!("<{owner}> is bound to a different event loop");
            return Err(Raised::exception("RuntimeError", message));
        }
        self.event_loop.set(running);
        let waiter = Waiter::new();
        self.waiters.borrow_mut().push_back(waiter.clone());
        Ok(waiter)
    }

    /// Removes a waiter.
    pub(crate) fn leave(&self, waiter: &Waiter) {
        let mut waiters = self.waiters.borrow_mut();
        // Fast path: the leaving waiter is nearly always the first one.
        let first = waiters.front().is_some_and(|first| first.is(waiter));
        let place = if first { Some(0) } else { waiters.iter().position(|other| other.is(waiter)) };
        if let Some(place) = place {
            waiters.remove(place);
            self.done.set(self.done.get() - usize::from(place < self.done.get()));
        }
    }

    /// The waiters, in order.
    pub(crate) fn all(&self) -> Vec<Waiter> {
        self.waiters.borrow().iter().cloned().collect()
    }

    /// The first waiter.
    pub(crate) fn first(&self) -> Option<Waiter> {
        self.waiters.borrow().front().cloned()
    }

    /// The first waiter that has not been woken or cancelled.
    pub(crate) fn next(&self) -> Option<Waiter> {
        let waiters = self.waiters.borrow();
        while waiters.get(self.done.get()).is_some_and(Waiter::done) {
            self.done.set(self.done.get() + 1);
        }
        waiters.get(self.done.get()).cloned()
    }

    /// Removes waiters up to and including the first that can be woken.
    pub(crate) fn pop_and_wake(&self) {
        loop {
            let Some(waiter) = self.waiters.borrow_mut().pop_front() else { return };
            self.done.set(self.done.get().saturating_sub(1));
            if waiter.wake() {
                return;
            }
        }
    }

    /// Whether no task waits, or all waiters were cancelled.
    pub(crate) fn only_cancelled(&self) -> bool {
        let waiters = self.waiters.borrow();
        // Fast path: the first waiter nearly always decides. Checking all is slow in code that is compiled for size.
        waiters.front().is_none_or(Waiter::cancelled) && waiters.iter().all(Waiter::cancelled)
    }

    pub(crate) fn len(&self) -> usize {
        self.waiters.borrow().len()
    }
}
