//! `asyncio.Condition`.

use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::held::{Held, within};
use super::line::Line;
use super::lock::Lock;
use super::tracked::{Tracked, number};
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::core::waiter::runtime_error;
use crate::asyncio::python::raised::Outcome;
use crate::trace::{Change, Kind, Method, On};

/// A lock whose holder can wait to be notified (`locks.py`, `Condition`). Clones share one condition.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Condition, Outcome};
/// use std::{cell::Cell, rc::Rc};
///
/// async fn bake(baked: Condition, loaves: Rc<Cell<u32>>) -> Outcome<()> {
///     for loaf in 1..=3 {
///         asyncio::sleep(1.0).await?;
///         let _held = baked.hold().await?;
///         loaves.set(loaf);
///         baked.notify_all()?;
///     }
///     Ok(())
/// }
///
/// async fn program() -> Outcome<f64> {
///     let (baked, loaves) = (Condition::new(), Rc::new(Cell::new(0)));
///     let _baker = asyncio::create_task(bake(baked.clone(), Rc::clone(&loaves)));
///     let _held = baked.hold().await?;
///     baked.wait_for(move || loaves.get() >= 2).await?;
///     Ok(asyncio::loop_time())
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(2.0)); // the first notification found one loaf, so the wait continued
/// ```
#[derive(Clone)]
pub struct Condition {
    lock: Lock,
    line: Rc<Line>,
    tracked: Tracked,
}

impl Default for Condition {
    fn default() -> Self {
        Self::new()
    }
}

impl Condition {
    /// A condition with a lock of its own.
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        let tracked = Tracked::new(Kind::Condition, None, 1);
        Self { lock: Lock::tracked(tracked), line: Rc::default(), tracked }
    }

    /// A condition that is part of another object and not logged.
    pub(super) fn hidden() -> Self {
        Self { lock: Lock::tracked(Tracked::HIDDEN), line: Rc::default(), tracked: Tracked::HIDDEN }
    }

    /// Whether a task holds the lock.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.lock.locked()
    }

    /// Waits for the lock and acquires it.
    ///
    /// # Errors
    /// [`crate::asyncio::Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn acquire(&self) -> impl Future<Output = Outcome<()>> + use<> {
        self.lock.acquire()
    }

    /// Releases the lock.
    ///
    /// # Errors
    /// `RuntimeError` if no task holds it.
    pub fn release(&self) -> Outcome<()> {
        self.lock.release()
    }

    /// `async with condition`: acquires the lock.
    ///
    /// # Errors
    /// [`crate::asyncio::Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn hold(&self) -> impl Future<Output = Outcome<Held<Lock>>> + use<> {
        self.lock.hold()
    }

    /// `async with condition: ...`: runs `body` while the task holds the lock.
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

    /// Releases the lock, waits to be notified, and acquires the lock again. It acquires the lock even if the task is
    /// cancelled.
    ///
    /// # Errors
    /// `RuntimeError` if no task holds the lock; [`crate::asyncio::Raised::Cancelled`] if the task is cancelled.
    #[track_caller]
    pub fn wait(&self) -> impl Future<Output = Outcome<()>> + use<> {
        let (condition, place) = (self.clone(), Location::caller());
        let unawaited = Unawaited::new("Condition.wait");
        async move {
            unawaited.begin();
            condition.wait_at(&condition.tracked.on(Method::Wait), place).await
        }
    }

    /// Waits repeatedly until `predicate` holds.
    ///
    /// # Errors
    /// Those of [`Condition::wait`].
    #[track_caller]
    pub fn wait_for<P: Fn() -> bool>(&self, predicate: P) -> impl Future<Output = Outcome<()>> + use<P> {
        let (condition, place) = (self.clone(), Location::caller());
        let unawaited = Unawaited::new("Condition.wait_for");
        async move {
            unawaited.begin();
            condition.wait_for_at(predicate, &condition.tracked.on(Method::Wait), place).await
        }
    }

    pub(super) async fn wait_for_at(
        &self,
        predicate: impl Fn() -> bool,
        on: &On,
        place: &'static Location<'static>,
    ) -> Outcome<()> {
        while !predicate() {
            self.wait_at(on, place).await?;
        }
        Ok(())
    }

    async fn wait_at(&self, on: &On, place: &'static Location<'static>) -> Outcome<()> {
        if !self.locked() {
            return Err(runtime_error("cannot wait on un-acquired lock"));
        }
        let waiter = self.line.join("asyncio.locks.Condition")?;
        self.release()?;
        let mut outcome = waiter.wait(on.clone(), place).await;
        self.line.leave(&waiter);
        while let Err(raised) = self.lock.acquire_at(place).await {
            outcome = Err(raised);
        }
        if outcome.is_err() {
            // The cancelled task may already have been notified. Its notification then goes to another task.
            self.wake(1);
        }
        outcome
    }

    /// Wakes at most `count` waiting tasks. Each continues when it has acquired the lock again.
    ///
    /// # Errors
    /// `RuntimeError` if no task holds the lock.
    pub fn notify(&self, count: usize) -> Outcome<()> {
        if !self.locked() {
            return Err(runtime_error("cannot notify on un-acquired lock"));
        }
        self.wake(count);
        Ok(())
    }

    /// Wakes all waiting tasks.
    ///
    /// # Errors
    /// `RuntimeError` if no task holds the lock.
    pub fn notify_all(&self) -> Outcome<()> {
        self.notify(self.line.len())
    }

    fn wake(&self, count: usize) {
        let woken: Vec<_> = self.line.all().into_iter().filter(|waiter| !waiter.done()).take(count).collect();
        self.tracked.note(Change::Notified { tasks: number(woken.len()) }, usize::from(!self.locked()));
        for waiter in woken {
            waiter.wake();
        }
    }
}
