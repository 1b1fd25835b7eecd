//! The handle that a program has on a future, whichever kind of future it is.

use std::future::IntoFuture;
use std::marker::PhantomData;
use std::panic::Location;
use std::rc::Rc;

use super::awaiting::Await;
use super::cancel::{cancel, cancel_now};
use super::waitable::{Promise, Waitable, exception_of, result_of};
use crate::asyncio::python::raised::{Exception, Outcome};
use crate::trace::Text;

/// A future: await it, gather it, ask for its result, cancel it. Clones are the same future.
///
/// `T` is the type of its result, `P` says which kind of future it is: [`Task`](crate::asyncio::Task), [`Future`](crate::asyncio::Future),
/// [`Gather`](crate::asyncio::Gather), [`Shield`](crate::asyncio::Shield) and [`CurrentTask`](crate::asyncio::CurrentTask) are all handles.
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

/// What needs no result.
impl<T, P: Waitable + ?Sized> Handle<T, P> {
    /// Asks for its cancellation; false if it has ended.
    ///
    /// A plain future or a shield is cancelled at once, a shield without what it shields. A gather passes the request on
    /// to its children. In a task the request is raised at the await where the task is suspended, or at its next one;
    /// so true does not say that the task will end by it (`tasks.py`, `cancel`; `semantics.md` rule 26).
    #[allow(clippy::must_use_candidate, reason = "programs cancel for the effect")]
    pub fn cancel(&self) -> bool {
        cancel_now(self.promise.this(), None)
    }

    /// [`Handle::cancel`] with a message, which the cancellation carries.
    #[allow(clippy::must_use_candidate, reason = "programs cancel for the effect")]
    pub fn cancel_with(&self, message: impl Into<Text>) -> bool {
        cancel_now(self.promise.this(), Some(&message.into()))
    }

    /// [`Handle::cancel`] for a program that catches its error. [`Handle::cancel`] itself raises it at the running
    /// task's next await, or at its end.
    ///
    /// # Errors
    /// `RecursionError` where futures wait for one another in a circle.
    pub fn try_cancel(&self, message: Option<&Text>) -> Outcome<bool> {
        cancel(self.promise.this(), message)
    }

    /// Whether it has ended, in whichever way.
    #[must_use]
    pub fn done(&self) -> bool {
        self.promise.base().done()
    }

    /// Whether it ended by its cancellation. A gather never does: a cancelled gather has the exception `CancelledError`
    /// (`tasks.py`, `_done_callback`).
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.promise.base().cancelled()
    }
}

impl<T, P: Promise<T> + ?Sized> Handle<T, P> {
    /// How it ended, once it has.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome<T>> {
        self.promise.outcome()
    }

    /// Its value.
    ///
    /// # Errors
    /// What it raised; `InvalidStateError` before it is done (`futures.py`, `result`).
    pub fn result(&self) -> Outcome<T> {
        result_of(self.promise.result())
    }

    /// The exception that it raised, if it did.
    ///
    /// # Errors
    /// Its cancellation; `InvalidStateError` before it is done (`futures.py`, `exception`).
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
