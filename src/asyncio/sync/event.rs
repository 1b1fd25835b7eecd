//! `asyncio.Event`.

use std::cell::Cell;
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::line::Line;
use super::tracked::Tracked;
use crate::asyncio::core::garbage::Shared;
use crate::asyncio::core::running::with_running;
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::core::waitable::Waitable;
use crate::asyncio::core::waiter::Waiter;
use crate::asyncio::python::raised::Outcome;
use crate::trace::{Change, Kind, Method, On};

/// A flag that tasks wait for (`locks.py`, `Event`). Clones share one event.
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
#[derive(Clone)]
pub struct Event {
    inner: Rc<Inner>,
}

struct Inner {
    set: Cell<bool>,
    line: Line,
    tracked: Tracked,
}

impl Shared for Inner {
    fn in_line(&self) -> Vec<Rc<dyn Waitable>> {
        self.line.all().iter().map(Waiter::waitable).collect()
    }
}

impl Default for Event {
    fn default() -> Self {
        Self::new()
    }
}

impl Event {
    /// An event that is not set.
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        Self::tracked(Tracked::new(Kind::Event, None, 0))
    }

    /// An event that is part of another object and not logged.
    pub(crate) fn hidden() -> Self {
        Self::tracked(Tracked::HIDDEN)
    }

    fn tracked(tracked: Tracked) -> Self {
        Self { inner: Rc::new(Inner { set: Cell::new(false), line: Line::default(), tracked }) }
    }

    /// Whether the flag is set.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.inner.set.get()
    }

    /// Sets the flag and wakes all waiting tasks.
    pub fn set(&self) {
        if !self.inner.set.replace(true) {
            self.inner.tracked.note(Change::Set, 1);
            for waiter in self.inner.line.all() {
                waiter.wake();
            }
        }
    }

    /// Clears the flag. Tasks that call `wait` from now on have to wait.
    pub fn clear(&self) {
        if self.inner.set.replace(false) {
            self.inner.tracked.note(Change::Cleared, 0);
        }
    }

    /// Waits until the flag is set.
    ///
    /// # Errors
    /// [`crate::asyncio::Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn wait(&self) -> impl Future<Output = Outcome<()>> + use<> {
        let (event, place) = (self.clone(), Location::caller());
        let unawaited = Unawaited::new("Event.wait");
        async move {
            unawaited.begin();
            event.wait_at(event.inner.tracked.on(Method::Wait), place).await
        }
    }

    pub(crate) async fn wait_at(&self, on: On, place: &'static Location<'static>) -> Outcome<()> {
        if self.is_set() {
            return Ok(());
        }
        let waiter = self.inner.line.join("asyncio.locks.Event")?;
        if !self.inner.tracked.is_hidden() {
            with_running(|event_loop| event_loop.stands_in_line(&waiter.waitable(), &self.inner));
        }
        let outcome = waiter.wait(on, place).await;
        self.inner.line.leave(&waiter);
        outcome
    }
}
