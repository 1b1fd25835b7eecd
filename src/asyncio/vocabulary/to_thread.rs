//! `asyncio.to_thread`: a blocking function in a worker thread, while the event loop continues.

use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use crate::asyncio::core::future::FutureCell;
use crate::asyncio::core::running::running;
use crate::asyncio::core::suspension::{Suspension, no_running_event_loop};
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::core::waitable::Waitable;
use crate::asyncio::core::worker::Work;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::On;

/// Runs `function` in a worker thread and waits for its result (`threads.py`, `to_thread`). Its calls of
/// [`time::sleep`](crate::asyncio::time::sleep) and [`time::burn`](crate::asyncio::time::burn) block the worker and not
/// the event loop. Their sum is the function's duration in logical time.
///
/// A cancellation ends the wait but not the function. A run ends only after its workers (`base_events.py`,
/// `shutdown_default_executor`). The number of workers is not limited; `CPython`'s default executor has `min(32,
/// os.process_cpu_count() + 4)`.
///
/// # Errors
/// What `function` raises; [`Raised::Cancelled`] if the task is cancelled while it waits.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, time, to_thread};
///
/// fn compute() -> Outcome<u32> {
///     time::sleep(2.0);
///     Ok(42)
/// }
///
/// async fn program() -> Outcome<u32> {
///     let _nap = asyncio::create_named_task(asyncio::sleep(1.0), "nap");
///     to_thread(compute).await
/// }
///
/// let (outcome, story) = asyncio::run(program());
/// assert_eq!(outcome, Ok(42));
/// assert_eq!(story.0[4].to_string(), "1.000 nap finished None"); // the loop was free meanwhile
/// ```
#[track_caller]
pub fn to_thread<T: 'static>(function: impl FnOnce() -> Outcome<T> + 'static) -> impl Future<Output = Outcome<T>> {
    let (place, unawaited) = (Location::caller(), Unawaited::new("to_thread"));
    async move {
        unawaited.begin();
        let event_loop = running().ok_or_else(no_running_event_loop)?;
        let began = event_loop.time();
        let (outcome, shift) = event_loop.in_worker(function);
        let until = began + shift.elapsed;
        let on = On::Worker { until, computes: shift.computes };
        let done: Rc<dyn Waitable> = FutureCell::<()>::pending();
        event_loop.employ(Work { task: event_loop.current_or_loop(), began, shift, done: Rc::clone(&done) });
        Suspension::new(Some(done), on, place).await?;
        outcome.map_err(Raised::into_a_future)
    }
}
