//! One suspension of the running task: what every await comes down to.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::event_loop::with_running;
use super::future::Waitable;
use super::{Outcome, Raised};
use crate::trace::{Line, On};

/// What a task tells the loop when it hands the thread back (the value that `CPython`'s coroutines yield).
pub(crate) struct Yielded {
    /// The future to be woken by; nothing for a bare yield, which asks for the next iteration.
    pub(crate) waitable: Option<Rc<dyn Waitable>>,
    /// The same, for the log.
    pub(crate) on: On,
    /// Where the task waits.
    pub(crate) line: Line,
}

/// What wakes a task that has handed the thread back.
pub(crate) enum WokenBy {
    /// The next iteration.
    NextIteration,
    /// The end of this future.
    End(Rc<dyn Waitable>),
}

/// Suspends the running task once; resumed, it gives what was thrown into it meanwhile.
pub(crate) struct Suspension {
    yielded: Option<Yielded>,
    line: Line,
}

impl Suspension {
    pub(crate) fn new(yielded: Yielded) -> Self {
        Self { line: yielded.line, yielded: Some(yielded) }
    }
}

impl Future for Suspension {
    type Output = Outcome<()>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        let polled = match self.yielded.take() {
            Some(yielded) => with_running(|event_loop| {
                event_loop.hand_back(yielded);
                Poll::Pending
            }),
            None => with_running(|event_loop| Poll::Ready(event_loop.take_thrown(self.line))),
        };
        polled.unwrap_or_else(|| Poll::Ready(Err(no_running_event_loop())))
    }
}

/// The error of asyncio's functions outside a running loop.
pub(crate) fn no_running_event_loop() -> Raised {
    Raised::exception("RuntimeError", "no running event loop")
}
