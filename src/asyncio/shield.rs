//! `asyncio.shield`: wait for something without passing one's own cancellation on to it.

use std::rc::{Rc, Weak};

use super::event_loop::{Callback, DoneCallback};
use super::future::{Future, FutureCell, Promise, Status, Waitable};
use super::task::{Awaitable, Ensured};

/// Waits for `awaitable`; who waits can be cancelled, and the inner task goes on all the same (`tasks.py`, `shield`;
/// `semantics` rule 30). A cancellation of the inner task itself cancels the waiter too.
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
pub fn shield<A: Awaitable>(awaitable: A) -> Future<A::Value>
where
    A::Value: Clone + 'static,
{
    let Ensured(inner) = awaitable.ensure_future();
    let outer: Rc<FutureCell<A::Value>> = FutureCell::pending();
    if inner.base().done() {
        pass_on(&*inner, &outer);
        return Future::from_cell(outer);
    }
    outer.shield(&inner.on());
    let callback: Rc<dyn DoneCallback> = Rc::new(InnerDone { inner: Rc::downgrade(&inner), outer: Rc::clone(&outer) });
    inner.base().add_done_callback(inner.this(), Callback::Done(Rc::clone(&callback)));
    let forget: Rc<dyn DoneCallback> = Rc::new(OuterDone { inner, callback: Rc::downgrade(&callback) });
    outer.base().add_done_callback(outer.this(), Callback::Done(forget));
    Future::from_cell(outer)
}

/// Ends the outer future as the inner one ended.
struct InnerDone<T> {
    inner: Weak<dyn Promise<T>>,
    outer: Rc<FutureCell<T>>,
}

impl<T: Clone + 'static> DoneCallback for InnerDone<T> {
    fn done(&self, _: &dyn Waitable) {
        if let Some(inner) = self.inner.upgrade().filter(|_| !self.outer.base().cancelled()) {
            pass_on(&*inner, &self.outer);
        }
    }
}

fn pass_on<T: Clone + 'static>(inner: &dyn Promise<T>, outer: &Rc<FutureCell<T>>) {
    if inner.base().cancelled() {
        outer.cancel(None);
    } else if let Some(raised) = inner.base().raised() {
        outer.base().settle(outer.this(), Status::Raised(raised));
    } else {
        outer.set(inner.value());
    }
}

/// An outer future that has ended wants to know nothing more of the inner one.
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
}
