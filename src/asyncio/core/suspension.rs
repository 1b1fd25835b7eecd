//! A suspension of the running task. Every await is made of suspensions.

use std::future::Future;
use std::mem;
use std::panic::Location;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::running::with_running;
use super::waitable::Waitable;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{Line, On};

/// What resumes a suspended task.
pub(crate) enum WokenBy {
    /// The next iteration.
    NextIteration,
    /// The end of this future.
    End(Rc<dyn Waitable>),
}

/// A Rust future that suspends the running task once. Its result is the exception that was thrown into the task, if
/// any.
#[must_use = "the loop has already suspended the task"]
pub(crate) struct Suspension {
    line: Line,
    handed_back: bool,
}

impl Suspension {
    /// Tells the loop that the running task is suspended, as `CPython`'s coroutines do by yielding a future. The task
    /// is resumed when `waitable` is done or, without one, in the next iteration. The log gets `on` and the line of
    /// `place`.
    ///
    /// The suspension must be awaited at once. The loop stores `waitable`, so the coroutine does not need to.
    pub(crate) fn new(waitable: Option<Rc<dyn Waitable>>, on: On, place: &Location<'_>) -> Self {
        let woken_by = waitable.map_or(WokenBy::NextIteration, WokenBy::End);
        let handed_back =
            with_running(
                |event_loop| {
                    if event_loop.raises_late() { None } else { Some(event_loop.hand_back(woken_by, on, place)) }
                },
            );
        let line = handed_back.flatten();
        Self { line: line.unwrap_or(Line::NONE), handed_back: line.is_some() }
    }
}

impl Future for Suspension {
    type Output = Outcome<()>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        if mem::take(&mut self.handed_back) {
            return Poll::Pending;
        }
        let thrown = with_running(|event_loop| match event_loop.take_late() {
            Some(raised) => Err(raised),
            None => event_loop.take_thrown(self.line),
        });
        Poll::Ready(thrown.unwrap_or_else(|| Err(no_running_event_loop())))
    }
}

/// The error of asyncio's functions outside of a running loop.
pub(crate) fn no_running_event_loop() -> Raised {
    Raised::exception("RuntimeError", "no running event loop")
}
