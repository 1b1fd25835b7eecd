//! `asyncio.wait_for`: one awaitable with a timeout.

use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::timeout::{timeout, timeout_error};
use crate::asyncio::core::awaitable::Awaitable;
use crate::asyncio::core::cancel::cancel;
use crate::asyncio::core::scheduled::Callback;
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::core::waitable::{Waitable, on_tasks};
use crate::asyncio::core::waiter::Waiter;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{self, Seconds};

/// Waits for `awaitable` for at most `limit` seconds. A bare coroutine runs in the current task (`semantics.md` rule
/// 19).
///
/// At the limit it requests a cancellation and waits for the end, however long that takes (rule 16). If the awaitable
/// suppresses the cancellation, its value is returned; if its clean-up raises, that exception is raised (rule 17). With
/// a limit of 0 or less, a coroutine never starts, and a done future returns its result (rule 18).
///
/// # Errors
/// What the awaitable raises, or `TimeoutError`.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn work() -> Outcome<()> {
///     let outcome = asyncio::sleep(10.0).await;
///     asyncio::sleep(0.5).await?; // tidies up, in whichever way it ends
///     outcome
/// }
///
/// async fn program() -> Outcome<()> {
///     asyncio::wait_for(work(), 1.0).await
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.0[2].to_string(), "1.500 main failed TimeoutError");
/// ```
#[must_use = "a coroutine does nothing unless it is awaited"]
#[track_caller]
pub fn wait_for<A>(awaitable: A, limit: impl Into<Option<Seconds>>) -> impl Future<Output = Outcome<A::Value>>
where
    A: Awaitable,
{
    let (place, limit) = (Location::caller(), limit.into());
    let unawaited = Unawaited::new("wait_for");
    async move {
        unawaited.begin();
        if limit.is_none_or(|limit| limit > 0.0) {
            let outcome = timeout(limit).within(awaitable.wait(place)).await;
            return outcome.map_err(Raised::out_of_a_coroutine);
        }
        let future = awaitable.ensure_future().promise;
        if let Some(outcome) = future.result() {
            return outcome;
        }
        cancel_and_wait(&future.this(), place).await?;
        match future.result() {
            Some(Err(Raised::Cancelled(_))) | None => Err(timeout_error()),
            Some(outcome) => outcome,
        }
    }
}

/// Cancels `future` and waits for its end. If the waiting task itself is cancelled in the meantime, that request does
/// not reach `future`.
async fn cancel_and_wait(future: &Rc<dyn Waitable>, place: &'static Location<'static>) -> Outcome<()> {
    let waiter = Waiter::new();
    let callback = waiter.waking();
    future.base().add_done_callback(future, Callback::Done(Rc::clone(&callback)));
    let outcome = match cancel(Rc::clone(future), None) {
        Ok(_) => waiter.wait(on_tasks(trace::Waiter::WaitFor, [future.on()].into_iter()), place).await,
        Err(raised) => Err(raised),
    };
    future.base().remove_done_callback(&callback);
    outcome
}
