//! `asyncio.as_completed`: results in the order in which they are ready.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::future::{Future, IntoFuture};
use std::panic::Location;
use std::pin::Pin;
use std::rc::{Rc, Weak};

use super::timeout::timeout_error;
use crate::asyncio::core::awaitable::Awaitable;
use crate::asyncio::core::callbacks::{CallHandle, call_later};
use crate::asyncio::core::scheduled::{Callback, DoneCallback};
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::core::waitable::{Promise, Waitable, on_tasks};
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::asyncio::sync::queue::Queue;
use crate::trace::{On, Seconds, Waiter};

/// An iterator of coroutines. Each gives the next result that is ready.
///
/// After the timeout, every remaining await raises `TimeoutError`; the tasks keep running (`tasks.py`,
/// `_AsCompletedIterator`; `semantics.md` rule 25).
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn reply(name: &'static str, seconds: f64) -> Outcome<&'static str> {
///     asyncio::sleep(seconds).await?;
///     Ok(name)
/// }
///
/// async fn program() -> Outcome<Vec<&'static str>> {
///     let mut replies = Vec::new();
///     for next in asyncio::as_completed([reply("slow", 2.0), reply("fast", 1.0)], None) {
///         replies.push(next.await?);
///     }
///     Ok(replies)
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec!["fast", "slow"]));
/// ```
#[track_caller]
pub fn as_completed<A: Awaitable>(
    awaitables: impl IntoIterator<Item = A>,
    timeout: impl Into<Option<Seconds>>,
) -> AsCompleted<A::Value>
where
    A::Value: Clone + 'static,
{
    let mut seen = HashSet::new();
    let futures = awaitables.into_iter().map(|awaitable| awaitable.ensure_future().promise);
    let futures: Vec<_> = futures.filter(|future| seen.insert(future.base().address())).collect();
    let count = futures.len();
    let inner = Rc::new(Inner {
        done: Queue::hidden(),
        on: on_tasks(Waiter::AsCompleted, futures.iter().map(|future| future.on())),
        todo: RefCell::default(),
        left: Cell::new(count),
        limit: RefCell::new(None),
    });
    for (place, future) in futures.into_iter().enumerate() {
        let ended = Rc::new(Ended { place, inner: Rc::clone(&inner) });
        future.base().add_done_callback(&future.this(), Callback::Done(Rc::clone(&ended) as Rc<dyn DoneCallback>));
        inner.todo.borrow_mut().push(Some((future, Rc::downgrade(&ended))));
    }
    if let (1.., Some(timeout)) = (count, timeout.into()) {
        let limited = Rc::downgrade(&inner);
        let handle = call_later(timeout, move || {
            if let Some(inner) = limited.upgrade() {
                inner.expire();
            }
        });
        inner.limit.replace(Some(handle));
    }
    AsCompleted { inner, left: count }
}

/// The iterator of [`as_completed`].
pub struct AsCompleted<T> {
    inner: Rc<Inner<T>>,
    left: usize,
}

struct Inner<T> {
    /// The futures that are done; `None` stands for the timeout.
    done: Queue<Option<Rc<dyn Promise<T>>>>,
    /// All awaited tasks, for the log.
    on: On,
    /// The futures that are not done, each with its done callback.
    todo: RefCell<Vec<Option<Todo<T>>>>,
    /// The number of futures that are not done.
    left: Cell<usize>,
    limit: RefCell<Option<CallHandle>>,
}

type Todo<T> = (Rc<dyn Promise<T>>, Weak<Ended<T>>);

/// The done callback of the future at index `place` of `todo`.
struct Ended<T> {
    place: usize,
    inner: Rc<Inner<T>>,
}

/// A coroutine for the next result.
#[must_use = "it takes a result only where it is awaited"]
pub struct Next<T> {
    inner: Rc<Inner<T>>,
    unawaited: Unawaited,
}

impl<T: Clone + 'static> Iterator for AsCompleted<T> {
    type Item = Next<T>;

    fn next(&mut self) -> Option<Next<T>> {
        self.left = self.left.checked_sub(1)?;
        let unawaited = Unawaited::new("_AsCompletedIterator._wait_for_one");
        Some(Next { inner: Rc::clone(&self.inner), unawaited })
    }
}

impl<T: Clone + 'static> IntoFuture for Next<T> {
    type Output = Outcome<T>;
    type IntoFuture = Pin<Box<dyn Future<Output = Outcome<T>>>>;

    #[track_caller]
    fn into_future(self) -> Self::IntoFuture {
        let place = Location::caller();
        let Self { inner, unawaited } = self;
        Box::pin(async move {
            unawaited.begin();
            let next = inner.done.get_at(&inner.on, place).await?.ok_or_else(timeout_error)?;
            next.result().unwrap_or_else(|| Err(Raised::exception("InvalidStateError", "Result is not set.")))
        })
    }
}

impl<T: Clone + 'static> Inner<T> {
    fn expire(&self) {
        for (future, ended) in self.todo.take().into_iter().flatten() {
            if let Some(ended) = ended.upgrade() {
                future.base().remove_done_callback(&(ended as Rc<dyn DoneCallback>));
            }
            // The queue has no maximum size, so this cannot fail.
            let _ = self.done.put_nowait(None);
        }
    }
}

impl<T: Clone + 'static> DoneCallback for Ended<T> {
    fn done(&self, _: &dyn Waitable) {
        let inner = &self.inner;
        let Some((future, _)) = inner.todo.borrow_mut().get_mut(self.place).and_then(Option::take) else { return };
        let _ = inner.done.put_nowait(Some(future));
        inner.left.set(inner.left.get() - 1);
        if inner.left.get() == 0
            && let Some(limit) = inner.limit.take()
        {
            limit.cancel();
        }
    }
}
