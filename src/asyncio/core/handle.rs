//! A program's handle to a future of any kind.

use std::future::IntoFuture;
use std::marker::PhantomData;
use std::panic::Location;
use std::rc::Rc;

use super::awaiting::Await;
use super::cancel::{cancel, cancel_now};
use super::waitable::{Promise, Waitable, exception_of, result_of};
use crate::asyncio::python::raised::{Exception, Outcome};
use crate::trace::Text;

/// A future, which can be awaited, gathered and cancelled, and has a result. Clones are the same future.
///
/// `T` is the type of the result, `P` the kind of future: [`Task`](crate::asyncio::Task),
/// [`Future`](crate::asyncio::Future), [`Gather`](crate::asyncio::Gather), [`Shield`](crate::asyncio::Shield) and
/// [`CurrentTask`](crate::asyncio::CurrentTask) are handles.
pub struct Handle<T, P: ?Sized = dyn Promise<T>> {
    pub(crate) promise: Rc<P>,
    result: PhantomData<fn() -> T>,
}

impl<T, P: ?Sized> Handle<T, P> {
    pub(crate) const fn of(promise: Rc<P>) -> Self {
        Self { promise, result: PhantomData }
    }
}

impl<T, P: ?Sized> Clone for Handle<T, P> {
    fn clone(&self) -> Self {
        Self::of(Rc::clone(&self.promise))
    }
}

/// Methods that do not depend on the type of the result.
impl<T, P: Waitable + ?Sized> Handle<T, P> {
    /// Requests the future's cancellation. Returns false if the future is done.
    ///
    /// A plain future or a shield is cancelled at once; the future inside a shield is not. A gather passes the request
    /// on to its children. A task raises `CancelledError` at its current await, or else at its next one. So true does
    /// not mean that the task will end as cancelled (`tasks.py`, `cancel`; `semantics.md` rule 26).
    #[allow(clippy::must_use_candidate, reason = "programs cancel for the effect")]
    pub fn cancel(&self) -> bool {
        cancel_now(self.promise.this(), None)
    }

    /// [`Handle::cancel`] with a message for the `CancelledError`.
    #[allow(clippy::must_use_candidate, reason = "programs cancel for the effect")]
    pub fn cancel_with(&self, message: impl Into<Text>) -> bool {
        cancel_now(self.promise.this(), Some(&message.into()))
    }

    /// [`Handle::cancel`] for a program that catches the error of `cancel`. [`Handle::cancel`] itself raises that error
    /// at the running task's next await, or at its end.
    ///
    /// # Errors
    /// `RecursionError` if futures wait for one another in a cycle.
    pub fn try_cancel(&self, message: Option<&Text>) -> Outcome<bool> {
        cancel(self.promise.this(), message)
    }

    /// Whether the future has ended, in any way.
    #[must_use]
    pub fn done(&self) -> bool {
        self.promise.base().done()
    }

    /// Whether the future was cancelled. Always false for a gather: a cancelled gather has the exception
    /// `CancelledError` (`tasks.py`, `_done_callback`).
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.promise.base().cancelled()
    }
}

impl<T, P: Promise<T> + ?Sized> Handle<T, P> {
    /// The future's result or exception; `None` before it is done.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome<T>> {
        self.promise.outcome()
    }

    /// The future's result.
    ///
    /// # Errors
    /// The future's exception; `InvalidStateError` before it is done (`futures.py`, `result`).
    pub fn result(&self) -> Outcome<T> {
        result_of(self.promise.result())
    }

    /// The future's exception, if it has one.
    ///
    /// # Errors
    /// `CancelledError` if the future was cancelled; `InvalidStateError` before it is done (`futures.py`, `exception`).
    pub fn exception(&self) -> Outcome<Option<Exception>> {
        exception_of(self.promise.result())
    }
}

impl<T, P: Promise<T> + ?Sized> IntoFuture for Handle<T, P> {
    type Output = Outcome<T>;
    type IntoFuture = Await<T>;

    #[track_caller]
    fn into_future(self) -> Await<T> {
        Await::new(self.promise.shared(), Location::caller())
    }
}
