//! `asyncio.shield`: protects an awaitable from the cancellation of the task that waits.

use std::rc::{Rc, Weak};

use crate::asyncio::core::awaitable::Awaitable;
use crate::asyncio::core::base::Ending;
use crate::asyncio::core::future::FutureCell;
use crate::asyncio::core::garbage::{Object, Visit};
use crate::asyncio::core::handle::Handle;
use crate::asyncio::core::scheduled::{Callback, DoneCallback};
use crate::asyncio::core::waitable::{Promise, Waitable};

/// Waits for `awaitable`. If the waiting task is cancelled, the inner task continues (`tasks.py`, `shield`;
/// `semantics.md` rule 30). If the inner task is cancelled, the waiting task is cancelled too.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn save() -> Outcome<&'static str> {
///     asyncio::sleep(2.0).await?;
///     Ok("saved")
/// }
///
/// async fn program() -> Outcome<&'static str> {
///     let saving = asyncio::create_named_task(save(), "saving");
///     let raised = asyncio::wait_for(asyncio::shield(saving.clone()), 1.0).await.unwrap_err();
///     asyncio::print(raised.to_string());
///     saving.await
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.0[4].to_string(), "1.000 main printed \"TimeoutError\"");
/// assert_eq!(story.0[5].to_string(), "2.000 saving finished \"saved\"");
/// ```
#[track_caller]
pub fn shield<A: Awaitable>(awaitable: A) -> Shield<A::Value>
where
    A::Value: Clone + 'static,
{
    let inner = awaitable.ensure_future().promise;
    if inner.base().done() {
        return Shield::of(inner);
    }
    let outer: Rc<FutureCell<A::Value>> = FutureCell::pending();
    outer.shield(&inner.on());
    let callback: Rc<dyn DoneCallback> = Rc::new(InnerDone { inner: Rc::downgrade(&inner), outer: Rc::clone(&outer) });
    inner.base().add_done_callback(&inner.this(), Callback::Done(Rc::clone(&callback)));
    let forget: Rc<dyn DoneCallback> = Rc::new(OuterDone { inner, callback: Rc::downgrade(&callback) });
    outer.base().add_done_callback(&outer.this(), Callback::Done(forget));
    Shield::of(outer)
}

/// The future of a `shield`. Cancelling it does not cancel the inner future. If the inner future was already done, this
/// is the inner future itself.
pub type Shield<T> = Handle<T>;

/// The done callback of the inner future, which gives the outer future the same outcome.
struct InnerDone<T> {
    inner: Weak<dyn Promise<T>>,
    outer: Rc<FutureCell<T>>,
}

impl<T: Clone + 'static> DoneCallback for InnerDone<T> {
    fn done(&self, _: &dyn Waitable) {
        let Some(inner) = self.inner.upgrade() else { return };
        if self.outer.base().cancelled() {
            // The inner exception counts as retrieved, because the waiting task can no longer ask for it.
            inner.base().retrieve();
        } else {
            pass_on(&*inner, &self.outer);
        }
    }

    fn refer(&self, visit: Visit<'_>) {
        visit(Object::Future(self.outer.this()), 1);
    }
}

fn pass_on<T: Clone + 'static>(inner: &dyn Promise<T>, outer: &Rc<FutureCell<T>>) {
    if inner.base().cancelled() {
        outer.base().settle(outer.this(), Ending::Cancelled(None));
    } else if let Some(raised) = inner.base().raised() {
        outer.base().settle(outer.this(), Ending::Raised(raised));
    } else {
        outer.set(inner.value());
    }
}

/// The done callback of the outer future, which removes [`InnerDone`] from the inner one.
struct OuterDone<T> {
    inner: Rc<dyn Promise<T>>,
    callback: Weak<dyn DoneCallback>,
}

impl<T> DoneCallback for OuterDone<T> {
    fn done(&self, _: &dyn Waitable) {
        if let Some(callback) = self.callback.upgrade().filter(|_| !self.inner.base().done()) {
            self.inner.base().remove_done_callback(&callback);
        }
    }

    fn refer(&self, visit: Visit<'_>) {
        visit(Object::Future(self.inner.this()), 1);
    }
}
