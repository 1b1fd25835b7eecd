//! `asyncio.as_completed`: results in the order in which they come.

use std::cell::RefCell;
use std::future::{Future, IntoFuture};
use std::panic::Location;
use std::pin::Pin;
use std::rc::{Rc, Weak};

use super::callbacks::{CallHandle, call_later};
use super::event_loop::{Callback, DoneCallback};
use super::future::{Promise, Waitable, on_tasks};
use super::queue::Queue;
use super::task::{Awaitable, Ensured};
use super::timeout::timeout_error;
use super::{Outcome, Raised};
use crate::trace::{On, Seconds};

/// Gives, one after the other, what to await for the next result.
///
/// The limit raises `TimeoutError` at every await that is left, and leaves the tasks running (`tasks.py`,
/// `_AsCompletedIterator`; `semantics` rule 25).
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
    let mut todo: Vec<Rc<dyn Promise<A::Value>>> = Vec::new();
    for Ensured(future) in awaitables.into_iter().map(Awaitable::ensure_future) {
        if !todo.iter().any(|other| Rc::ptr_eq(&other.this(), &future.this())) {
            todo.push(future);
        }
    }
    let inner = Rc::new_cyclic(|this| Inner {
        done: Queue::hidden(),
        on: on_tasks("as_completed", todo.iter().map(|future| future.on())),
        todo: RefCell::new(todo.clone()),
        limit: RefCell::new(None),
        this: this.clone(),
    });
    let callback: Rc<dyn DoneCallback> = Rc::clone(&inner) as Rc<dyn DoneCallback>;
    for future in &todo {
        future.base().add_done_callback(future.this(), Callback::Done(Rc::clone(&callback)));
    }
    if let (false, Some(timeout)) = (todo.is_empty(), timeout.into()) {
        let limited = Rc::downgrade(&inner);
        let handle = call_later(timeout, move || {
            if let Some(inner) = limited.upgrade() {
                inner.expire();
            }
        });
        inner.limit.replace(Some(handle));
    }
    AsCompleted { inner, left: todo.len() }
}

/// The results to come of [`as_completed`].
pub struct AsCompleted<T> {
    inner: Rc<Inner<T>>,
    left: usize,
}

struct Inner<T> {
    /// What is done; nothing stands for the limit.
    done: Queue<Option<Rc<dyn Promise<T>>>>,
    /// All of them, for the log.
    on: On,
    todo: RefCell<Vec<Rc<dyn Promise<T>>>>,
    limit: RefCell<Option<CallHandle>>,
    this: Weak<Inner<T>>,
}

/// What to await for one of the results, whichever comes next.
#[must_use = "it takes a result only where it is awaited"]
pub struct Next<T> {
    inner: Rc<Inner<T>>,
}

impl<T: Clone + 'static> Iterator for AsCompleted<T> {
    type Item = Next<T>;

    fn next(&mut self) -> Option<Next<T>> {
        self.left = self.left.checked_sub(1)?;
        Some(Next { inner: Rc::clone(&self.inner) })
    }
}

impl<T: Clone + 'static> IntoFuture for Next<T> {
    type Output = Outcome<T>;
    type IntoFuture = Pin<Box<dyn Future<Output = Outcome<T>>>>;

    #[track_caller]
    fn into_future(self) -> Self::IntoFuture {
        let place = Location::caller();
        Box::pin(async move {
            let next = self.inner.done.get_at(&self.inner.on, place).await?.ok_or_else(timeout_error)?;
            next.result().unwrap_or_else(|| Err(Raised::exception("InvalidStateError", "Result is not set.")))
        })
    }
}

impl<T: Clone + 'static> Inner<T> {
    fn expire(&self) {
        let callback: Option<Rc<dyn DoneCallback>> = self.this.upgrade().map(|this| this as Rc<dyn DoneCallback>);
        for future in self.todo.take() {
            if let Some(callback) = &callback {
                future.base().remove_done_callback(callback);
            }
            // The queue has no bound.
            let _ = self.done.put_nowait(None);
        }
    }
}

impl<T: Clone + 'static> DoneCallback for Inner<T> {
    fn done(&self, future: &dyn Waitable) {
        let this = future.this();
        let mut todo = self.todo.borrow_mut();
        let Some(place) = todo.iter().position(|other| Rc::ptr_eq(&other.this(), &this)) else { return };
        let future = todo.remove(place);
        let _ = self.done.put_nowait(Some(future));
        if todo.is_empty()
            && let Some(limit) = self.limit.take()
        {
            limit.cancel();
        }
    }
}
