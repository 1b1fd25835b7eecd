//! asyncio's locks: who may go on, and who waits in which order.

mod barrier;
mod condition;
mod event;
mod lock;
mod semaphore;
#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;

use super::event_loop::{Core, with_running};
use super::waiter::Waiter;
use super::{Outcome, Raised};

pub use barrier::Barrier;
pub use condition::Condition;
pub use event::Event;
pub use lock::Lock;
pub use semaphore::{BoundedSemaphore, Semaphore};

/// Something held, as by `async with`: dropping it releases it.
///
/// A drop cannot raise. Where there is nothing to give back any more, the error of the block's end is raised at the running
/// task's next await, or at its end; [`Held::release`] and `within` raise it at once.
#[must_use = "what is not kept is released at once"]
pub struct Held<R: Release> {
    resource: Option<R>,
}

/// Something that can be held.
pub trait Release {
    /// Gives it back.
    ///
    /// # Errors
    /// Of a resource that was given back already.
    fn release_held(&self) -> Outcome<()>;
}

impl<R: Release> Held<R> {
    pub(crate) const fn new(resource: R) -> Self {
        Self { resource: Some(resource) }
    }

    /// The end of the block: gives it back.
    ///
    /// # Errors
    /// Where it was given back within the block: `RuntimeError` of a lock, `ValueError` of a bounded semaphore.
    pub fn release(mut self) -> Outcome<()> {
        self.resource.take().map_or(Ok(()), |resource| resource.release_held())
    }
}

/// `async with`: takes it by `hold`, runs `body`, and gives it back.
pub(crate) async fn within<T, R: Release>(
    hold: impl Future<Output = Outcome<Held<R>>>,
    body: impl Future<Output = Outcome<T>>,
) -> Outcome<T> {
    let held = hold.await?;
    let outcome = body.await;
    held.release()?;
    outcome
}

impl<R: Release> Drop for Held<R> {
    fn drop(&mut self) {
        if let Some(Err(raised)) = self.resource.take().map(|resource| resource.release_held()) {
            with_running(|event_loop| event_loop.raise_late(raised));
        }
    }
}

/// The tasks that wait, first come, first served.
#[derive(Default)]
pub(crate) struct Line {
    waiters: RefCell<VecDeque<Waiter>>,
    /// The loop in which somebody first waited here; 0 before.
    event_loop: Cell<u32>,
    /// So many of the first have been woken or cancelled, and have not left yet. There may be more.
    done: Cell<usize>,
}

impl Line {
    /// Puts a new waiter at the end of the line of `owner`.
    ///
    /// # Errors
    /// `RuntimeError` in another loop than that in which somebody first waited here (`mixins.py`, `_get_loop`).
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

    /// Takes a waiter out.
    pub(crate) fn leave(&self, waiter: &Waiter) {
        let mut waiters = self.waiters.borrow_mut();
        // Nearly always it is the first.
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

    /// Takes waiters out until one could be woken.
    pub(crate) fn pop_and_wake(&self) {
        loop {
            let Some(waiter) = self.waiters.borrow_mut().pop_front() else { return };
            self.done.set(self.done.get().saturating_sub(1));
            if waiter.wake() {
                return;
            }
        }
    }

    /// Whether nobody waits, or all who do were cancelled.
    pub(crate) fn only_cancelled(&self) -> bool {
        let waiters = self.waiters.borrow();
        // The first one nearly always tells, and going through all of them is slow in code that is compiled for size.
        waiters.front().is_none_or(Waiter::cancelled) && waiters.iter().all(Waiter::cancelled)
    }

    pub(crate) fn len(&self) -> usize {
        self.waiters.borrow().len()
    }
}
