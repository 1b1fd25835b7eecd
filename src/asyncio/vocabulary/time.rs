//! Python's `time`, as far as coroutines use it.

use std::panic::Location;

use crate::asyncio::core::running::running;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{Seconds, What};

/// Blocks the thread for `seconds`, as Python's `time.sleep` does: no other task runs and no timer fires
/// (`semantics.md` rule 34). Logical time advances; no clock is read. In a function of
/// [`to_thread`](crate::asyncio::to_thread) it blocks the worker instead.
///
/// # Errors
/// `ValueError` if `seconds` is negative or NaN.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, time};
///
/// async fn nap() -> Outcome<f64> {
///     time::sleep(1.0)?;
///     Ok(asyncio::loop_time())
/// }
///
/// async fn program() -> Outcome<Vec<f64>> {
///     asyncio::gather([nap(), nap()]).await
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec![1.0, 2.0])); // the second nap cannot begin before the first has ended
/// ```
#[track_caller]
pub fn sleep(seconds: Seconds) -> Outcome<()> {
    if seconds.is_nan() {
        return Err(Raised::exception("ValueError", "Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(Raised::exception("ValueError", "sleep length must be non-negative"));
    }
    hold(seconds, false);
    Ok(())
}

/// Computes for `seconds`, as Python's `while time.perf_counter() < end: pass` does. Like [`sleep`] it blocks the
/// thread, or in a function of [`to_thread`](crate::asyncio::to_thread) the worker. The log marks the time as
/// computing, so that the page can use CPU time for as long.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, time};
///
/// async fn program() -> Outcome<f64> {
///     time::burn(1.5);
///     Ok(asyncio::loop_time())
/// }
///
/// assert_eq!(asyncio::run(program()).0, Ok(1.5));
/// ```
#[track_caller]
pub fn burn(seconds: Seconds) {
    if seconds > 0.0 {
        hold(seconds, true);
    }
}

#[track_caller]
fn hold(seconds: Seconds, computes: bool) {
    if let Some(event_loop) = running() {
        if event_loop.workers().hold(seconds, computes) {
            return;
        }
        let line = event_loop.line(Location::caller());
        let until = event_loop.time() + seconds;
        event_loop.note(What::Blocked { until, computes, line });
        event_loop.hold_until(until);
    }
}
