//! `asyncio.Lock`.

use std::cell::Cell;
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::held::{Held, Release, within};
use super::line::Line;
use super::tracked::Tracked;
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::core::waiter::runtime_error;
use crate::asyncio::python::raised::Outcome;
use crate::trace::{Change, Kind, Method};

/// A lock that at most one task holds; the others wait in order (`locks.py`, `Lock`). Clones share one lock.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Lock, Outcome};
///
/// async fn turn(lock: Lock) -> Outcome<f64> {
///     let _held = lock.hold().await?;
///     asyncio::sleep(1.0).await?;
///     Ok(asyncio::loop_time())
/// }
///
/// async fn program() -> Outcome<Vec<f64>> {
///     let lock = Lock::new();
///     asyncio::gather([(); 3].map(|()| turn(lock.clone()))).await
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec![1.0, 2.0, 3.0]));
/// ```
#[derive(Clone)]
pub struct Lock {
    inner: Rc<Inner>,
}

struct Inner {
    locked: Cell<bool>,
    line: Line,
    tracked: Tracked,
}

impl Default for Lock {
    fn default() -> Self {
        Self::new()
    }
}

impl Lock {
    /// A lock that no task holds.
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        Self::tracked(Tracked::new(Kind::Lock, None, 1))
    }

    /// A lock that is logged as `tracked`.
    pub(super) fn tracked(tracked: Tracked) -> Self {
        Self { inner: Rc::new(Inner { locked: Cell::new(false), line: Line::default(), tracked }) }
    }

    /// Whether a task holds the lock.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.inner.locked.get()
    }

    /// Waits for the lock and acquires it.
    ///
    /// # Errors
    /// [`crate::asyncio::Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn acquire(&self) -> impl Future<Output = Outcome<()>> + use<> {
        let (lock, place) = (self.clone(), Location::caller());
        let unawaited = Unawaited::new("Lock.acquire");
        async move {
            unawaited.begin();
            lock.acquire_at(place).await
        }
    }

    /// `async with lock`: acquires the lock. Dropping the returned value releases it.
    ///
    /// # Errors
    /// [`crate::asyncio::Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn hold(&self) -> impl Future<Output = Outcome<Held<Self>>> + use<> {
        let (lock, place) = (self.clone(), Location::caller());
        async move {
            lock.acquire_at(place).await?;
            Ok(Held::new(lock))
        }
    }

    /// `async with lock: ...`: runs `body` while the task holds the lock.
    ///
    /// # Errors
    /// What the body raises; `RuntimeError` if the body has released the lock; [`crate::asyncio::Raised::Cancelled`] if
    /// the task is cancelled while it waits.
    #[track_caller]
    pub fn within<T, B>(&self, body: B) -> impl Future<Output = Outcome<T>> + use<T, B>
    where
        B: Future<Output = Outcome<T>>,
    {
        within(self.hold(), body)
    }

    pub(super) async fn acquire_at(&self, place: &'static Location<'static>) -> Outcome<()> {
        let inner = &self.inner;
        if !inner.locked.get() && inner.line.only_cancelled() {
            self.take();
            return Ok(());
        }
        let waiter = inner.line.join("asyncio.locks.Lock")?;
        let outcome = waiter.wait(inner.tracked.on(Method::Acquire), place).await;
        inner.line.leave(&waiter);
        if outcome.is_err() && !inner.locked.get() {
            self.wake_first();
        }
        outcome?;
        self.take();
        Ok(())
    }

    fn take(&self) {
        self.inner.locked.set(true);
        self.inner.tracked.note(Change::Acquired, 0);
    }

    /// Releases the lock. The first waiting task continues.
    ///
    /// # Errors
    /// `RuntimeError` if no task holds it.
    pub fn release(&self) -> Outcome<()> {
        if !self.inner.locked.replace(false) {
            return Err(runtime_error("Lock is not acquired."));
        }
        self.inner.tracked.note(Change::Released, 1);
        self.wake_first();
        Ok(())
    }

    fn wake_first(&self) {
        if let Some(first) = self.inner.line.first() {
            first.wake();
        }
    }
}

impl Release for Lock {
    fn release_held(&self) -> Outcome<()> {
        self.release()
    }
}
