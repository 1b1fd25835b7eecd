//! `asyncio.Barrier`.

use std::cell::Cell;
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::condition::Condition;
use super::tracked::Tracked;
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{Change, Kind, Method};

/// Tasks wait until a given number of them have arrived, then all continue (`locks.py`, `Barrier`). Clones share one
/// barrier.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Barrier, Outcome};
///
/// async fn walker(summit: Barrier, seconds: f64) -> Outcome<f64> {
///     asyncio::sleep(seconds).await?;
///     summit.wait().await?;
///     Ok(asyncio::loop_time())
/// }
///
/// async fn program() -> Outcome<Vec<f64>> {
///     let summit = Barrier::new(3)?;
///     asyncio::gather([1.0, 4.0, 2.0].map(|seconds| walker(summit.clone(), seconds))).await
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec![4.0, 4.0, 4.0])); // the last arrival releases all
/// ```
#[derive(Clone)]
pub struct Barrier {
    condition: Condition,
    inner: Rc<Inner>,
}

struct Inner {
    parties: usize,
    state: Cell<State>,
    count: Cell<usize>,
    tracked: Tracked,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Filling,
    Draining,
    Resetting,
    Broken,
}

impl Barrier {
    /// A barrier for `parties` tasks.
    ///
    /// # Errors
    /// `ValueError` if `parties` is 0.
    #[track_caller]
    pub fn new(parties: usize) -> Outcome<Self> {
        if parties == 0 {
            return Err(Raised::exception("ValueError", "parties must be > 0"));
        }
        let tracked = Tracked::new(Kind::Barrier, Some(parties), 0);
        let inner = Inner { parties, state: Cell::new(State::Filling), count: Cell::new(0), tracked };
        Ok(Self { condition: Condition::hidden(), inner: Rc::new(inner) })
    }

    /// The number of tasks for which the barrier waits.
    #[must_use]
    pub fn parties(&self) -> usize {
        self.inner.parties
    }

    /// The number of waiting tasks; 0 from their release on.
    #[must_use]
    pub fn n_waiting(&self) -> usize {
        if self.inner.state.get() == State::Filling { self.inner.count.get() } else { 0 }
    }

    /// Whether the barrier was aborted.
    #[must_use]
    pub fn broken(&self) -> bool {
        self.inner.state.get() == State::Broken
    }

    /// Waits for the other tasks. Returns the index of this task's arrival, from 0.
    ///
    /// # Errors
    /// `BrokenBarrierError` if the barrier is reset or aborted in the meantime.
    #[track_caller]
    pub fn wait(&self) -> impl Future<Output = Outcome<usize>> + use<> {
        let (barrier, place) = (self.clone(), Location::caller());
        let unawaited = Unawaited::new("Barrier.wait");
        async move {
            unawaited.begin();

            let _held = barrier.condition.hold().await?;
            barrier.block(place).await?;
            let inner = &barrier.inner;
            let index = inner.count.get();
            inner.count.set(index + 1);
            let outcome = if index + 1 == inner.parties {
                inner.state.set(State::Draining);
                inner.tracked.note(Change::Opened, inner.parties);
                barrier.condition.notify_all()
            } else {
                barrier.wait_for_release(place).await
            };
            inner.count.set(inner.count.get() - 1);
            barrier.leave()?;
            outcome.map(|()| index)
        }
    }

    /// Waits until the released tasks of the previous round have left the barrier.
    async fn block(&self, place: &'static Location<'static>) -> Outcome<()> {
        let inner = Rc::clone(&self.inner);
        let ready = move || !matches!(inner.state.get(), State::Draining | State::Resetting);
        self.condition.wait_for_at(ready, &self.inner.tracked.on(Method::Wait), place).await?;
        if self.broken() { Err(broken("Barrier aborted")) } else { Ok(()) }
    }

    async fn wait_for_release(&self, place: &'static Location<'static>) -> Outcome<()> {
        let inner = Rc::clone(&self.inner);
        self.condition
            .wait_for_at(move || inner.state.get() != State::Filling, &self.inner.tracked.on(Method::Wait), place)
            .await?;
        match self.inner.state.get() {
            State::Broken | State::Resetting => Err(broken("Abort or reset of barrier")),
            State::Filling | State::Draining => Ok(()),
        }
    }

    fn leave(&self) -> Outcome<()> {
        if self.inner.count.get() > 0 {
            return Ok(());
        }
        if matches!(self.inner.state.get(), State::Resetting | State::Draining) {
            self.inner.state.set(State::Filling);
        }
        self.condition.notify_all()
    }

    /// Resets the barrier. Waiting tasks get `BrokenBarrierError`.
    ///
    /// # Errors
    /// [`Raised::Cancelled`] if the task is cancelled while it waits for the barrier's lock.
    #[track_caller]
    pub fn reset(&self) -> impl Future<Output = Outcome<()>> + use<> {
        let barrier = self.clone();
        let unawaited = Unawaited::new("Barrier.reset");
        async move {
            unawaited.begin();

            let _held = barrier.condition.hold().await?;
            let waiting = barrier.inner.count.get() > 0;
            barrier.inner.state.set(if waiting { State::Resetting } else { State::Filling });
            barrier.inner.tracked.note(Change::Aborted, 0);
            barrier.condition.notify_all()
        }
    }

    /// Breaks the barrier for good. Waiting and later tasks get `BrokenBarrierError`.
    ///
    /// # Errors
    /// [`Raised::Cancelled`] if the task is cancelled while it waits for the barrier's lock.
    #[track_caller]
    pub fn abort(&self) -> impl Future<Output = Outcome<()>> + use<> {
        let barrier = self.clone();
        let unawaited = Unawaited::new("Barrier.abort");
        async move {
            unawaited.begin();

            let _held = barrier.condition.hold().await?;
            barrier.inner.state.set(State::Broken);
            barrier.inner.tracked.note(Change::Aborted, 0);
            barrier.condition.notify_all()
        }
    }
}

fn broken(message: &'static str) -> Raised {
    Raised::exception("BrokenBarrierError", message)
}
