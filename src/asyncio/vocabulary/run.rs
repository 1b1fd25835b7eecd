//! `asyncio.run`: runs a whole program at once.

use std::future::Future;

use crate::asyncio::core::event_loop::{Due, EventLoop};
use crate::asyncio::core::running::running;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::asyncio::python::repr::Repr;
use crate::trace::{Log, Story};

/// Runs `main` on a new loop to the end, including left-over tasks. Returns its outcome and the story of the run
/// (`runners.py`, `run`).
///
/// It does not wait: logical time moves to the next timer at once. To watch a run, use an [`EventLoop`].
///
/// # Errors
/// The outcome is what `main` raises. Within a running loop it is `RuntimeError`, and `main` never starts.
///
/// # Panics
/// If `main` waits for ever. Python's `run` would never return.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn program() -> Outcome<&'static str> {
///     let _left_over = asyncio::create_named_task(asyncio::sleep(10.0), "nap");
///     asyncio::sleep(1.0).await?;
///     Ok("done")
/// }
///
/// let (outcome, story) = asyncio::run(program());
/// assert_eq!(outcome, Ok("done"));
/// assert_eq!(story.0[4].to_string(), "1.000 main finished \"done\"");
/// assert_eq!(story.0[5].to_string(), "1.000 nap cancelled");
/// ```
#[track_caller]
pub fn run<T: Repr + Clone + 'static>(main: impl Future<Output = Outcome<T>> + 'static) -> (Outcome<T>, Story) {
    if running().is_some() {
        let raised = Raised::exception("RuntimeError", "asyncio.run() cannot be called from a running event loop");
        return (Err(raised), Story(Vec::new()));
    }
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    let main = event_loop.start(main);
    let mut outcome = None;
    while matches!(event_loop.due(), Due::Now | Due::At(_)) {
        event_loop.turn();
        // Retrieved at once, as CPython's loop does: a cancellation's message goes only to the first caller.
        outcome = outcome.or_else(|| main.outcome());
    }
    let outcome = outcome.expect("the main task waits for something that nobody will do");
    let story = Story::from_events(log.borrow().events());
    (outcome, story)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asyncio::{Future, sleep};

    #[test]
    fn a_run_within_a_running_loop_is_a_runtime_error() {
        let (outcome, story) = run(async { run(sleep(1.0)).0 });
        // CPython 3.13 raises this if a coroutine under asyncio.run calls asyncio.run.
        let message = "asyncio.run() cannot be called from a running event loop";
        assert_eq!(outcome, Err(Raised::exception("RuntimeError", message)));
        assert_eq!(story.0.last().map(|line| line.time), Some(0.0));
    }

    #[test]
    #[should_panic(expected = "waits for something that nobody will do")]
    fn a_program_that_would_wait_for_ever_panics() {
        let _ = run(async { Future::<()>::new().await });
    }
}
