//! What can be awaited, gathered and shielded: coroutines, tasks and futures.

use std::future::Future as StdFuture;
use std::panic::Location;
use std::rc::Rc;

use super::awaiting::Await;
use super::handle::Handle;
use super::task::create_task;
use super::waitable::Promise;
use crate::asyncio::python::raised::Outcome;
use crate::asyncio::python::repr::Repr;

/// A coroutine, a task or a future, as an argument of `gather` and similar functions. A bare coroutine becomes a task
/// (`tasks.py`, `ensure_future`).
pub trait Awaitable {
    /// The type of the result.
    type Value;

    /// The Rust future that waits for the result in the running task, without creating a task.
    type Waiting: StdFuture<Output = Outcome<Self::Value>>;

    /// The future of this awaitable. For a bare coroutine, a task is created.
    fn ensure_future(self) -> Ensured<Self::Value>;

    /// Waits for the result in the running task. `place` is the source location of the await, for the log.
    fn wait(self, place: &'static Location<'static>) -> Self::Waiting;
}

/// A future of any kind with a result of type `T`, so that a list can contain tasks and futures.
pub struct Ensured<T> {
    pub(crate) promise: Rc<dyn Promise<T>>,
    /// Whether `ensure_future` created the task for a bare coroutine. The program then has no handle to the task.
    pub(crate) made: bool,
}

impl<T> Awaitable for Ensured<T> {
    type Value = T;
    type Waiting = Await<T>;

    fn ensure_future(self) -> Self {
        self
    }

    fn wait(self, place: &'static Location<'static>) -> Await<T> {
        Await::new(self.promise, place)
    }
}

impl<T: Repr + Clone + 'static, C: StdFuture<Output = Outcome<T>> + 'static> Awaitable for C {
    type Value = T;
    type Waiting = C;

    #[track_caller]
    fn ensure_future(self) -> Ensured<T> {
        Ensured { promise: create_task(self).promise, made: true }
    }

    fn wait(self, _: &'static Location<'static>) -> C {
        self
    }
}

impl<T, P: Promise<T> + ?Sized> Awaitable for Handle<T, P> {
    type Value = T;
    type Waiting = Await<T>;

    fn ensure_future(self) -> Ensured<T> {
        Ensured { promise: self.promise.shared(), made: false }
    }

    fn wait(self, place: &'static Location<'static>) -> Await<T> {
        Await::new(self.promise.shared(), place)
    }
}
