//! What can be awaited, gathered and shielded: a coroutine, a task, a future.

use std::future::Future as StdFuture;
use std::panic::Location;
use std::rc::Rc;

use super::future::{Await, Future, Promise};
use super::task::{Task, create_task};
use super::{Outcome, Repr};

/// A coroutine, a task or a future, as `gather` and its like take them; a bare coroutine becomes a task
/// (`tasks.py`, `ensure_future`).
pub trait Awaitable {
    /// The type of its result.
    type Value;

    /// What the running task waits for when it awaits this without making a task of it.
    type Waiting: StdFuture<Output = Outcome<Self::Value>>;

    /// The future that stands for it.
    fn ensure_future(self) -> Ensured<Self::Value>;

    /// Awaits it in the running task; `place` is where.
    fn wait(self, place: &'static Location<'static>) -> Self::Waiting;
}

/// A future of any kind with a result of type `T`: so that tasks and futures can stand in one list.
pub struct Ensured<T> {
    pub(crate) promise: Rc<dyn Promise<T>>,
    /// Whether it is a task that was made for a coroutine, to which the program has no handle.
    pub(crate) made: bool,
}

impl<T> Ensured<T> {
    /// What was a future before.
    pub(crate) fn given(promise: Rc<dyn Promise<T>>) -> Self {
        Self { promise, made: false }
    }
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
        Ensured { promise: create_task(self).promise(), made: true }
    }

    fn wait(self, _: &'static Location<'static>) -> C {
        self
    }
}

impl<T: Repr + Clone + 'static> Awaitable for Task<T> {
    type Value = T;
    type Waiting = Await<T>;

    fn ensure_future(self) -> Ensured<T> {
        Ensured::given(self.promise())
    }

    fn wait(self, place: &'static Location<'static>) -> Await<T> {
        Await::new(self.promise(), place)
    }
}

impl<T: Clone + 'static> Awaitable for Future<T> {
    type Value = T;
    type Waiting = Await<T>;

    fn ensure_future(self) -> Ensured<T> {
        Ensured::given(self.promise())
    }

    fn wait(self, place: &'static Location<'static>) -> Await<T> {
        Await::new(self.promise(), place)
    }
}
