//! `asyncio.sleep`.

use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use crate::asyncio::core::cells::Core;
use crate::asyncio::core::future::FutureCell;
use crate::asyncio::core::running::running;
use crate::asyncio::core::scheduled::Scheduled;
use crate::asyncio::core::suspension::{Suspension, no_running_event_loop};
use crate::asyncio::core::timers::TimerHandle;
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::core::waitable::Waitable;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{On, Seconds};

/// Suspends the running task for `seconds`. Other tasks run in the meantime.
///
/// Zero or less is exactly one bare yield: every callback that is ready now runs first (`tasks.py`, `sleep`;
/// `semantics.md` rule 7).
///
/// # Errors
/// [`Raised::Cancelled`] if the task is cancelled while it sleeps; `ValueError` if `seconds` is NaN.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn nap() -> Outcome<f64> {
///     asyncio::sleep(1.0).await?;
///     Ok(asyncio::loop_time())
/// }
///
/// async fn program() -> Outcome<Vec<f64>> {
///     asyncio::gather([nap(), nap()]).await
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec![1.0, 1.0])); // two naps of a second take one second
/// ```
#[must_use = "a coroutine does nothing unless it is awaited"]
#[track_caller]
pub fn sleep(seconds: Seconds) -> impl Future<Output = Outcome<()>> {
    let (place, unawaited) = (Location::caller(), Unawaited::new("sleep"));
    async move {
        unawaited.begin();
        if seconds <= 0.0 {
            return Suspension::new(None, On::NextIteration, place).await;
        }
        if seconds.is_nan() {
            return Err(Raised::exception("ValueError", "Invalid delay: NaN (not a number)"));
        }
        let event_loop = running().ok_or_else(no_running_event_loop)?;
        let until = event_loop.time() + seconds;
        let waiter: Rc<dyn Waitable> = FutureCell::<()>::pending();
        let _timer = Planned::new(event_loop, until, Rc::clone(&waiter));
        Suspension::new(Some(Rc::clone(&waiter)), On::Timer { until }, place).await
    }
}

/// A timer that is cancelled when the sleep ends in any way (`finally: h.cancel()`).
struct Planned {
    event_loop: Rc<Core>,
    handle: TimerHandle,
}

impl Planned {
    fn new(event_loop: Rc<Core>, until: Seconds, waiter: Rc<dyn Waitable>) -> Self {
        let handle = event_loop.call_at(until, Scheduled::Wake(waiter));
        Self { event_loop, handle }
    }
}

impl Drop for Planned {
    fn drop(&mut self) {
        self.event_loop.cancel_timer(self.handle);
    }
}
