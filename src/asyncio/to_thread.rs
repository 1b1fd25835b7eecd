//! `asyncio.to_thread`: a blocking function in a worker thread, while the event loop goes on.

use std::cell::RefCell;
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::event_loop::{self, Core, with_running};
use super::future::{FutureCell, Waitable};
use super::suspension::{Suspension, no_running_event_loop};
use super::unawaited::Unawaited;
use super::{Outcome, Raised, call_at};
use crate::trace::{On, Seconds, Text, What};

/// Runs `function` in a worker thread and waits for its result (`threads.py`, `to_thread`). Its [`super::time::sleep`]s
/// and [`super::time::burn`]s hold the worker and not the event loop. Their sum is the function's duration in logical
/// time.
///
/// A cancellation ends the wait but not the function. A run ends only after its workers (`base_events.py`,
/// `shutdown_default_executor`). The number of workers is not limited; `CPython`'s default executor has `min(32,
/// os.process_cpu_count() + 4)`.
///
/// # Errors
/// What `function` raises; [`super::Raised::Cancelled`] if the task is cancelled while it waits.
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
        let event_loop = event_loop::running().ok_or_else(no_running_event_loop)?;
        let began = event_loop.time();
        let (outcome, shift) = event_loop.in_worker(function);
        let until = began + shift.elapsed;
        let task = event_loop.current_or_loop();
        for (after, text) in shift.printed {
            call_at(began + after, move || {
                if let Some(event_loop) = event_loop::running() {
                    event_loop.note_of(task, What::Printed(text));
                }
            });
        }
        let done: Rc<dyn Waitable> = FutureCell::<()>::pending();
        let end = Rc::clone(&done);
        event_loop.count_workers(1);
        call_at(until, move || {
            with_running(|event_loop| event_loop.count_workers(-1));
            end.base().wake(&end);
        });
        Suspension::new(Some(Rc::clone(&done)), On::Worker { until, computes: shift.computes }, place).await?;
        outcome.map_err(Raised::into_a_future)
    }
}

/// The record of a worker's function: its duration, its computing time and its prints.
#[derive(Default)]
pub(crate) struct Shift {
    elapsed: Seconds,
    computes: Seconds,
    printed: Vec<(Seconds, Text)>,
}

/// The running worker, if any.
#[derive(Default)]
pub(crate) struct Worker(RefCell<Option<Shift>>);

impl Worker {
    /// Adds to the worker's duration, and if it `computes` to its computing time; false if no worker is running.
    pub(crate) fn hold(&self, seconds: Seconds, computes: bool) -> bool {
        let mut shift = self.0.borrow_mut();
        let Some(shift) = &mut *shift else { return false };
        shift.elapsed += seconds;
        shift.computes += if computes { seconds } else { 0.0 };
        true
    }

    /// Records a print of the worker; returns the text if no worker is running.
    pub(crate) fn print(&self, text: Text) -> Option<Text> {
        match &mut *self.0.borrow_mut() {
            Some(shift) => {
                shift.printed.push((shift.elapsed, text));
                None
            }
            None => Some(text),
        }
    }
}

impl Core {
    /// Runs `function` as a worker would. Returns its result and its record.
    fn in_worker<R>(&self, function: impl FnOnce() -> R) -> (R, Shift) {
        let outer = self.worker().0.replace(Some(Shift::default()));
        let result = function();
        let shift = self.worker().0.replace(outer).unwrap_or_default();
        (result, shift)
    }
}
