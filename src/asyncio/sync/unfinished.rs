//! A queue's unfinished items, `join` and `shutdown`.

use std::future::Future;
use std::panic::Location;

use super::queue::Queue;
use super::shelf::Shelf;
use super::tracked::number;
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{Change, Method};

impl<T, S: Shelf<T>> Queue<T, S> {
    /// Marks the work on one item as done.
    ///
    /// # Errors
    /// `ValueError` if it is called more often than items were added.
    pub fn task_done(&self) -> Outcome<()> {
        let Some(left) = self.inner.unfinished.get().checked_sub(1) else {
            return Err(Raised::exception("ValueError", "task_done() called too many times"));
        };
        self.inner.unfinished.set(left);
        self.inner.tracked.note(Change::Done { left: number(left) }, self.qsize());
        if left == 0 {
            self.inner.finished.set();
        }
        Ok(())
    }

    /// Waits until the work on every item is done.
    ///
    /// # Errors
    /// [`Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn join(&self) -> impl Future<Output = Outcome<()>> + use<T, S> {
        let (queue, place) = (self.clone(), Location::caller());
        let unawaited = Unawaited::new("Queue.join");
        async move {
            unawaited.begin();
            if queue.inner.unfinished.get() == 0 {
                return Ok(());
            }
            queue.inner.finished.wait_at(queue.inner.tracked.on(Method::Join), place).await
        }
    }

    /// Makes the queue refuse new items. With `immediate` its present items are removed too; otherwise they can still
    /// be taken.
    pub fn shutdown(&self, immediate: bool) {
        self.inner.shut_down.set(true);
        if immediate {
            while self.inner.shelf.borrow_mut().take().is_some() {
                self.inner.unfinished.set(self.inner.unfinished.get().saturating_sub(1));
            }
            if self.inner.unfinished.get() == 0 {
                self.inner.finished.set();
            }
        }
        self.inner.tracked.note(Change::ShutDown, self.qsize());
        for line in [&self.inner.getters, &self.inner.putters] {
            while line.len() > 0 {
                line.pop_and_wake();
            }
        }
    }
}
