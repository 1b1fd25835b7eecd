//! One await of a future (`futures.py`, `__await__`).

use std::future::Future as StdFuture;
use std::panic::Location;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::suspension::Suspension;
use super::waitable::Promise;
use crate::asyncio::python::raised::{Outcome, Raised};

/// An await of a future. If the future is done, the outcome is returned at once; otherwise the running task is
/// suspended (`futures.py`, `__await__`).
pub struct Await<T> {
    promise: Rc<dyn Promise<T>>,
    place: &'static Location<'static>,
    suspension: Option<Suspension>,
}

impl<T> Await<T> {
    pub(crate) const fn new(promise: Rc<dyn Promise<T>>, place: &'static Location<'static>) -> Self {
        Self { promise, place, suspension: None }
    }
}

impl<T> StdFuture for Await<T> {
    type Output = Outcome<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.suspension.is_none() {
            if let Some(outcome) = self.promise.result() {
                return Poll::Ready(outcome);
            }
            self.suspension = Some(Suspension::new(Some(self.promise.this()), self.promise.on(), self.place));
        }
        let Some(suspension) = &mut self.suspension else { return Poll::Pending };
        match Pin::new(suspension).poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Err(raised)) => Poll::Ready(Err(raised)),
            Poll::Ready(Ok(())) => Poll::Ready(
                self.promise
                    .result()
                    .unwrap_or_else(|| Err(Raised::exception("RuntimeError", "await wasn't used with future"))),
            ),
        }
    }
}
