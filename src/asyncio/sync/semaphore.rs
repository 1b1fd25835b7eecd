//! `asyncio.Semaphore` and `asyncio.BoundedSemaphore`.

use std::cell::Cell;
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::held::{Held, Release, within};
use super::line::Line;
use super::tracked::Tracked;
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{Change, Kind, Method};

/// A counter of permits. Tasks that get none wait in order (`locks.py`, `Semaphore`; `semantics.md` rules 32 and
/// 33). Clones share one semaphore.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, Semaphore};
///
/// async fn turn(permits: Semaphore) -> Outcome<f64> {
///     let _held = permits.hold().await?;
///     asyncio::sleep(1.0).await?;
///     Ok(asyncio::loop_time())
/// }
///
/// async fn program() -> Outcome<Vec<f64>> {
///     let permits = Semaphore::new(2);
///     asyncio::gather([(); 4].map(|()| turn(permits.clone()))).await
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec![1.0, 1.0, 2.0, 2.0]));
/// ```
#[derive(Clone)]
pub struct Semaphore {
    inner: Rc<Inner>,
}

struct Inner {
    value: Cell<usize>,
    line: Line,
    tracked: Tracked,
}

impl Semaphore {
    /// A semaphore with `value` permits.
    #[must_use]
    #[track_caller]
    pub fn new(value: usize) -> Self {
        Self::tracked(value, Tracked::new(Kind::Semaphore, Some(value), value))
    }

    fn tracked(value: usize, tracked: Tracked) -> Self {
        Self { inner: Rc::new(Inner { value: Cell::new(value), line: Line::default(), tracked }) }
    }

    /// Whether [`Semaphore::acquire`] would wait now: no permit is free, or other tasks wait.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.inner.value.get() == 0 || !self.inner.line.only_cancelled()
    }

    /// Waits for a permit and acquires it.
    ///
    /// # Errors
    /// [`Raised::Cancelled`] if the task is cancelled while it waits; no permit is lost.
    #[track_caller]
    pub fn acquire(&self) -> impl Future<Output = Outcome<()>> + use<> {
        let (semaphore, place) = (self.clone(), Location::caller());
        let unawaited = Unawaited::new("Semaphore.acquire");
        async move {
            unawaited.begin();
            semaphore.acquire_at(place).await
        }
    }

    /// `async with semaphore`: acquires a permit. Dropping the returned value releases it.
    ///
    /// # Errors
    /// [`Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn hold(&self) -> impl Future<Output = Outcome<Held<Self>>> + use<> {
        let (semaphore, place) = (self.clone(), Location::caller());
        async move {
            semaphore.acquire_at(place).await?;
            Ok(Held::new(semaphore))
        }
    }

    /// `async with semaphore: ...`: runs `body` while the task holds a permit.
    ///
    /// # Errors
    /// What the body raises; [`crate::asyncio::Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn within<T, B>(&self, body: B) -> impl Future<Output = Outcome<T>> + use<T, B>
    where
        B: Future<Output = Outcome<T>>,
    {
        within(self.hold(), body)
    }

    async fn acquire_at(&self, place: &'static Location<'static>) -> Outcome<()> {
        let inner = &self.inner;
        if !self.locked() {
            inner.value.set(inner.value.get() - 1);
            inner.tracked.note(Change::Acquired, inner.value.get());
            return Ok(());
        }
        let waiter = inner.line.join("asyncio.locks.Semaphore")?;
        let outcome = waiter.wait(inner.tracked.on(Method::Acquire), place).await;
        inner.line.leave(&waiter);
        if outcome.is_err() && waiter.done() && !waiter.cancelled() {
            // The task got a permit in the iteration in which it was cancelled: the permit is passed on.
            inner.value.set(inner.value.get() + 1);
        }
        while inner.value.get() > 0 && self.wake_next() {}
        if outcome.is_ok() {
            inner.tracked.note(Change::Acquired, inner.value.get());
        }
        outcome
    }

    /// Releases a permit. Releasing more than were acquired makes the semaphore grow (rule 33).
    pub fn release(&self) {
        let inner = &self.inner;
        let next = inner.line.next();
        let left = inner.value.get() + usize::from(next.is_none());
        inner.tracked.note(Change::Released, left);
        inner.value.set(left);
        if let Some(next) = next {
            next.wake();
        }
    }

    /// Grants a permit to the first waiting task. Returns false if none waits.
    fn wake_next(&self) -> bool {
        let next = self.inner.line.next();
        let woken = next.is_some_and(|waiter| waiter.wake());
        if woken {
            self.inner.value.set(self.inner.value.get() - 1);
        }
        woken
    }
}

impl Release for Semaphore {
    fn release_held(&self) -> Outcome<()> {
        self.release();
        Ok(())
    }
}

/// A semaphore that cannot grow.
#[derive(Clone)]
pub struct BoundedSemaphore {
    semaphore: Semaphore,
    bound: usize,
}

impl BoundedSemaphore {
    /// A semaphore with `value` permits, and never more.
    #[must_use]
    #[track_caller]
    pub fn new(value: usize) -> Self {
        let tracked = Tracked::new(Kind::BoundedSemaphore, Some(value), value);
        Self { semaphore: Semaphore::tracked(value, tracked), bound: value }
    }

    /// See [`Semaphore::locked`].
    #[must_use]
    pub fn locked(&self) -> bool {
        self.semaphore.locked()
    }

    /// See [`Semaphore::acquire`].
    ///
    /// # Errors
    /// [`Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn acquire(&self) -> impl Future<Output = Outcome<()>> + use<> {
        self.semaphore.acquire()
    }

    /// See [`Semaphore::hold`]. If the block has already released the permit, a `ValueError` is raised (see [`Held`]).
    ///
    /// # Errors
    /// [`Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn hold(&self) -> impl Future<Output = Outcome<Held<Self>>> + use<> {
        let (semaphore, place) = (self.clone(), Location::caller());
        async move {
            semaphore.semaphore.acquire_at(place).await?;
            Ok(Held::new(semaphore))
        }
    }

    /// `async with semaphore: ...`: runs `body` while the task holds a permit.
    ///
    /// # Errors
    /// What the body raises; `ValueError` if the body has released the permit; [`crate::asyncio::Raised::Cancelled`] if
    /// the task is cancelled while it waits.
    #[track_caller]
    pub fn within<T, B>(&self, body: B) -> impl Future<Output = Outcome<T>> + use<T, B>
    where
        B: Future<Output = Outcome<T>>,
    {
        within(self.hold(), body)
    }

    /// Releases a permit.
    ///
    /// # Errors
    /// `ValueError` if no permit is acquired.
    pub fn release(&self) -> Outcome<()> {
        if self.semaphore.inner.value.get() >= self.bound {
            return Err(Raised::exception("ValueError", "BoundedSemaphore released too many times"));
        }
        self.semaphore.release();
        Ok(())
    }
}

impl Release for BoundedSemaphore {
    fn release_held(&self) -> Outcome<()> {
        self.release()
    }
}
