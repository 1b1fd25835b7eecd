//! `asyncio.Future`: a result that is set later, and the callbacks that wait for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::base::{Base, Ending, warn_if_unretrieved};
use super::handle::Handle;
use super::waitable::{Promise, Waitable};
use crate::asyncio::python::raised::{Exception, Outcome, Raised};
use crate::trace::{On, TaskId, Waiter};

/// A plain future.
pub struct FutureCell<T> {
    base: Base,
    value: RefCell<Option<T>>,
    /// For the outer future of a `shield`: the shielded tasks.
    shielded: Cell<Option<Rc<[TaskId]>>>,
    this: std::rc::Weak<FutureCell<T>>,
}

impl<T: 'static> FutureCell<T> {
    pub(crate) fn pending() -> Rc<Self> {
        Rc::new_cyclic(|this| Self {
            base: Base::new(),
            value: RefCell::new(None),
            shielded: Cell::new(None),
            this: this.clone(),
        })
    }
}

impl<T: Clone + 'static> FutureCell<T> {
    /// Stores that this is the outer future of a `shield` around the tasks in `on`.
    pub(crate) fn shield(&self, on: &On) {
        let tasks = on.tasks();
        self.shielded.set((!tasks.is_empty()).then(|| tasks.into()));
    }

    /// Completes a pending future with a value.
    pub(crate) fn set(&self, value: Option<T>) {
        if !self.base.done() {
            *self.value.borrow_mut() = value;
            self.base.settle(self.this(), Ending::Returned);
        }
    }
}

impl<T> Drop for FutureCell<T> {
    fn drop(&mut self) {
        warn_if_unretrieved("Future", &self.base);
    }
}

impl<T: 'static> Waitable for FutureCell<T> {
    fn base(&self) -> &Base {
        &self.base
    }

    fn on(&self) -> On {
        let tasks = self.shielded.take();
        self.shielded.set(tasks.clone());
        tasks.map_or(On::Future, |tasks| On::Tasks { by: Waiter::Shield, tasks })
    }

    fn this(&self) -> Rc<dyn Waitable> {
        self.this.upgrade().expect("a future is only ever made within an Rc, which the caller holds")
    }
}

impl<T: Clone + 'static> Promise<T> for FutureCell<T> {
    fn shared(self: Rc<Self>) -> Rc<dyn Promise<T>> {
        self
    }

    fn value(&self) -> Option<T> {
        self.value.borrow().clone()
    }
}

/// A result that will be set later. Clones share one future.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Future, Outcome};
///
/// async fn answer(question: Future<u32>) -> Outcome<()> {
///     asyncio::sleep(2.0).await?;
///     question.set_result(42)
/// }
///
/// async fn program() -> Outcome<u32> {
///     let question = Future::new();
///     let _task = asyncio::create_named_task(answer(question.clone()), "answerer");
///     question.await
/// }
///
/// let (outcome, story) = asyncio::run(program());
/// assert_eq!(story.0[4].to_string(), "2.000 answerer finished None");
/// assert_eq!(outcome, Ok(42));
/// ```
pub type Future<T> = Handle<T, FutureCell<T>>;

impl<T: Clone + 'static> Default for Future<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Clone + 'static> Future<T> {
    /// A pending future (`loop.create_future()`).
    #[must_use = "a future that nobody holds can never be set"]
    pub fn new() -> Self {
        Self::of(FutureCell::pending())
    }

    /// Completes the future with a value.
    ///
    /// # Errors
    /// `InvalidStateError` if the future is done already (`futures.py`, `set_result`).
    pub fn set_result(&self, value: T) -> Outcome<()> {
        if self.done() {
            return Err(Raised::exception("InvalidStateError", "invalid state"));
        }
        self.promise.set(Some(value));
        Ok(())
    }

    /// Completes the future with an exception.
    ///
    /// # Errors
    /// `InvalidStateError` if the future is done already (`futures.py`, `set_exception`).
    pub fn set_exception(&self, exception: Exception) -> Outcome<()> {
        if self.promise.base.settle(self.promise.this(), Ending::Raised(Raised::Exception(exception).into_a_future())) {
            Ok(())
        } else {
            Err(Raised::exception("InvalidStateError", "invalid state"))
        }
    }
}
