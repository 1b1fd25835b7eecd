//! `asyncio.Event`.

use std::cell::Cell;
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::Line;
use crate::asyncio::Outcome;

/// A flag that tasks wait for (`locks.py`, `Event`). Clones are the same event.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Event, Outcome};
///
/// async fn runner(start: Event) -> Outcome<f64> {
///     start.wait().await?;
///     Ok(asyncio::loop_time())
/// }
///
/// async fn program() -> Outcome<Vec<f64>> {
///     let start = Event::new();
///     let runners = asyncio::gather([runner(start.clone()), runner(start.clone())]);
///     asyncio::sleep(3.0).await?;
///     start.set();
///     runners.await
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec![3.0, 3.0]));
/// ```
#[derive(Clone, Default)]
pub struct Event {
    inner: Rc<Inner>,
}

#[derive(Default)]
struct Inner {
    set: Cell<bool>,
    line: Line,
}

impl Event {
    /// An event that is not set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether it is set.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.inner.set.get()
    }

    /// Sets it, and wakes all who wait.
    pub fn set(&self) {
        if !self.inner.set.replace(true) {
            for waiter in self.inner.line.all() {
                waiter.wake();
            }
        }
    }

    /// Takes the flag down: who comes now waits.
    pub fn clear(&self) {
        self.inner.set.set(false);
    }

    /// Waits until it is set.
    ///
    /// # Errors
    /// [`crate::asyncio::Raised::Cancelled`] when the task is cancelled while it waits.
    #[track_caller]
    pub fn wait(&self) -> impl Future<Output = Outcome<()>> + use<> {
        let (event, place) = (self.clone(), Location::caller());
        async move { event.wait_at(place).await }
    }

    pub(crate) async fn wait_at(&self, place: &'static Location<'static>) -> Outcome<()> {
        if self.is_set() {
            return Ok(());
        }
        let waiter = self.inner.line.join();
        let outcome = waiter.wait(place).await;
        self.inner.line.leave(&waiter);
        outcome
    }
}
