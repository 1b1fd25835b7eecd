//! `asyncio.Future`: a result that is set later, and the callbacks that wait for it.

use std::cell::{Cell, RefCell};
use std::future::Future as StdFuture;
use std::panic::Location;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::cancel::Asked;
use super::event_loop::{self, Callback, Core, DoneCallback, Scheduled, with_running};
use super::garbage::{Object, Visit};
use super::handle::Handle;
use super::suspension::Suspension;
use super::trash::let_go;
use super::{Exception, Outcome, Raised};
use crate::trace::{On, TaskId, Text, Waiter, Warning};

/// The part of a future that does not depend on the type of its result, for the loop and for other futures.
pub trait Waitable {
    /// The status and the callbacks.
    fn base(&self) -> &Base;

    /// What a task waits for that awaits this future, for the log.
    fn on(&self) -> On;

    /// The exception that its result raises, if it is done and raises.
    fn raise(&self) -> Option<Raised> {
        self.base().raised()
    }

    /// The message of its cancellation, or of a request that it kept (`_cancel_message`).
    fn cancel_message(&self) -> Option<Text> {
        match self.base().raised() {
            Some(Raised::Cancelled(message)) if self.base().cancelled() => message,
            _ => None,
        }
    }

    /// Handles a cancellation request. `direct` is false if another future passed it on. A request to a failed future
    /// counts as retrieving its exception (`futures.py`, `Future.cancel`).
    fn ask(&self, message: Option<&Text>, _direct: bool) -> Asked {
        self.base().retrieve();
        Asked::Answered(self.base().settle(self.this(), Status::Cancelled(message.cloned())))
    }

    /// Gets the answer of those futures that the request was passed on to. Returns whether the request was accepted.
    fn hear(&self, requested: bool, _message: Option<&Text>) -> bool {
        requested
    }

    /// Suppresses the warning about destroying it while it is pending. Only tasks have that warning.
    fn be_destroyed_silently(&self) {}

    /// A shared reference to itself, for callbacks.
    fn this(&self) -> Rc<dyn Waitable>;

    /// Visits the objects that it refers to, for the garbage collection.
    fn refer(&self, _event_loop: &Core, visit: Visit<'_>) {
        self.base().refer(visit);
    }
}

/// A future with a result of type `T`.
pub trait Promise<T>: Waitable {
    /// The same future, without its kind.
    fn shared(self: Rc<Self>) -> Rc<dyn Promise<T>>;

    /// The result, if there is one.
    fn value(&self) -> Option<T>;

    /// The result or the exception, once the future is done.
    fn result(&self) -> Option<Outcome<T>> {
        if !self.base().done() {
            return None;
        }
        match self.raise() {
            Some(raised) => Some(Err(raised)),
            None => self.value().map(Ok),
        }
    }

    /// The outcome, once the future is done. Its exception counts as retrieved.
    fn outcome(&self) -> Option<Outcome<T>> {
        self.ending()
    }

    /// How it ended, as its status has it.
    fn ending(&self) -> Option<Outcome<T>> {
        if !self.base().done() {
            return None;
        }
        match self.base().raised() {
            Some(raised) => Some(Err(raised)),
            None => self.value().map(Ok),
        }
    }
}

/// The status of a future.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Status {
    Pending,
    Cancelled(Option<Text>),
    Returned,
    /// An exception was set. A gather sets `CancelledError` as an exception too; that is not [`Status::Cancelled`].
    Raised(Raised),
}

/// The part of a future that does not depend on the type of its result.
pub struct Base {
    status: RefCell<Status>,
    unretrieved: Cell<bool>,
    callbacks: RefCell<Callbacks>,
    /// The loop that was running at its creation; 0 for none.
    event_loop: u32,
}

/// Most futures have one callback: the task that awaits them.
#[derive(Default)]
enum Callbacks {
    #[default]
    None,
    One(Callback),
    Many(Vec<Callback>),
}

impl Base {
    pub(crate) fn new() -> Self {
        Self {
            event_loop: with_running(Core::id).unwrap_or_default(),
            status: RefCell::new(Status::Pending),
            unretrieved: Cell::new(false),
            callbacks: RefCell::new(Callbacks::None),
        }
    }

    /// Whether it belongs to another loop.
    pub(crate) const fn is_foreign_to(&self, event_loop: &Core) -> bool {
        self.event_loop != 0 && self.event_loop != event_loop.id()
    }

    /// Identifies the future among those that exist.
    pub(crate) fn address(&self) -> usize {
        std::ptr::from_ref(self).addr()
    }

    #[allow(clippy::inline_always, reason = "called in every step, and the page is compiled for size")]
    #[inline(always)]
    pub(crate) fn done(&self) -> bool {
        !matches!(*self.status.borrow(), Status::Pending)
    }

    pub(crate) fn cancelled(&self) -> bool {
        matches!(*self.status.borrow(), Status::Cancelled(_))
    }

    /// The exception of this future, if it is done and raises. It counts as retrieved (`__log_traceback`).
    /// [`Waitable::raise`] is for asking for the result.
    pub(crate) fn raised(&self) -> Option<Raised> {
        self.unretrieved.set(false);
        match &*self.status.borrow() {
            Status::Pending | Status::Returned => None,
            Status::Cancelled(message) => Some(Raised::Cancelled(message.clone())),
            Status::Raised(raised) => Some(raised.clone()),
        }
    }

    /// Counts the exception as retrieved (`__log_traceback = False`).
    pub(crate) fn retrieve(&self) {
        self.unretrieved.set(false);
    }

    /// The exception, if it was never retrieved.
    pub(crate) fn unretrieved(&self) -> Option<Raised> {
        if self.unretrieved.get() { self.raised() } else { None }
    }

    /// Removes the message of a cancellation.
    pub(crate) fn forget_message(&self) {
        if let Status::Cancelled(message) = &mut *self.status.borrow_mut() {
            *message = None;
        }
    }

    /// Completes a pending future and schedules its callbacks; false if it was done before.
    pub(crate) fn settle(&self, this: Rc<dyn Waitable>, status: Status) -> bool {
        if self.done() {
            return false;
        }
        self.unretrieved.set(matches!(status, Status::Raised(_)));
        *self.status.borrow_mut() = status;
        let callbacks = self.callbacks.take();
        with_running(|event_loop| match callbacks {
            Callbacks::None => {}
            Callbacks::One(callback) => event_loop.call_soon(Scheduled::Callback(callback, this)),
            Callbacks::Many(callbacks) => {
                for callback in callbacks {
                    event_loop.call_soon(Scheduled::Callback(callback, Rc::clone(&this)));
                }
            }
        });
        true
    }

    /// Schedules `callback` for when the future is done, or for the next iteration if it is done already (`futures.py`,
    /// `add_done_callback`).
    pub(crate) fn add_done_callback(&self, this: &Rc<dyn Waitable>, callback: Callback) {
        if self.done() {
            with_running(|event_loop| event_loop.call_soon(Scheduled::Callback(callback, Rc::clone(this))));
            return;
        }
        let mut callbacks = self.callbacks.borrow_mut();
        *callbacks = match std::mem::take(&mut *callbacks) {
            Callbacks::None => Callbacks::One(callback),
            Callbacks::One(first) => Callbacks::Many(vec![first, callback]),
            Callbacks::Many(mut all) => {
                all.push(callback);
                Callbacks::Many(all)
            }
        };
    }

    /// Completes a sleeping task's future unless it was cancelled (`_set_result_unless_cancelled`).
    pub(crate) fn wake(&self, this: &Rc<dyn Waitable>) {
        self.settle(Rc::clone(this), Status::Returned);
    }

    /// Whether this callback is registered.
    pub(crate) fn has_done_callback(&self, callback: &Rc<dyn DoneCallback>) -> bool {
        match &*self.callbacks.borrow() {
            Callbacks::None => false,
            Callbacks::One(one) => one.is(callback),
            Callbacks::Many(all) => all.iter().rev().any(|one| one.is(callback)),
        }
    }

    /// Removes a callback that has not been scheduled.
    pub(crate) fn remove_done_callback(&self, callback: &Rc<dyn DoneCallback>) {
        let mut callbacks = self.callbacks.borrow_mut();
        match &mut *callbacks {
            Callbacks::One(one) if one.is(callback) => *callbacks = Callbacks::None,
            Callbacks::None | Callbacks::One(_) => {}
            Callbacks::Many(all) => all.retain(|other| !other.is(callback)),
        }
    }

    /// Visits the objects that its callbacks refer to.
    pub(crate) fn refer(&self, visit: Visit<'_>) {
        let refer = |callback: &Callback, visit: Visit<'_>| match callback {
            Callback::Wakeup(task, _) => visit(Object::Future(task.this()), 1),
            Callback::Done(done) => done.refer(visit),
            Callback::Stop => {}
        };
        match &*self.callbacks.borrow() {
            Callbacks::None => {}
            Callbacks::One(one) => refer(one, visit),
            Callbacks::Many(all) => all.iter().for_each(|callback| refer(callback, visit)),
        }
    }

    /// The task that awaits this future.
    #[cfg(test)]
    pub(crate) fn awaited_by(&self) -> Option<TaskId> {
        match &*self.callbacks.borrow() {
            Callbacks::One(Callback::Wakeup(_, id)) => Some(*id),
            _ => None,
        }
    }

    /// Removes the callbacks, so that an abandoned run contains no reference cycle.
    pub(crate) fn forget_callbacks(&self) {
        match self.callbacks.take() {
            Callbacks::None => {}
            callbacks => let_go(callbacks),
        }
    }
}

impl Drop for Base {
    fn drop(&mut self) {
        self.forget_callbacks();
    }
}

/// A plain future.
pub struct FutureCell<T> {
    base: Base,
    value: RefCell<Option<T>>,
    /// The tasks that it shields, if it is a shield.
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
    /// Marks it as the shield of the tasks in `on`.
    pub(crate) fn shield(&self, on: &On) {
        let tasks = on.tasks();
        self.shielded.set((!tasks.is_empty()).then(|| tasks.into()));
    }

    /// Completes a pending future with a value.
    pub(crate) fn set(&self, value: Option<T>) {
        if !self.base.done() {
            *self.value.borrow_mut() = value;
            self.base.settle(self.this(), Status::Returned);
        }
    }
}

impl<T> Drop for FutureCell<T> {
    fn drop(&mut self) {
        warn_if_unretrieved("Future", &self.base);
    }
}

/// Reports that a dropped future's exception was never retrieved (`futures.py`, `__del__`; `semantics.md` rule 35).
pub(crate) fn warn_if_unretrieved(class: &str, base: &Base) {
    if let Some(raised) = base.unretrieved()
        && let Some(event_loop) = event_loop::running()
    {
        let message = format!("{class} exception was never retrieved").into();
        event_loop.report(event_loop.current_or_loop(), Warning::NeverRetrieved, message, raised.into_exception());
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
        if self.promise.base.settle(self.promise.this(), Status::Raised(Raised::Exception(exception).into_a_future())) {
            Ok(())
        } else {
            Err(Raised::exception("InvalidStateError", "invalid state"))
        }
    }
}

/// All tasks of these waits, as one wait of `by`.
pub(crate) fn on_tasks(by: Waiter, waits: impl Iterator<Item = On>) -> On {
    let mut tasks = Vec::new();
    for on in waits {
        tasks.extend_from_slice(on.tasks());
    }
    On::Tasks { by, tasks: tasks.into() }
}

/// The result of `result()`.
pub(crate) fn result_of<T>(outcome: Option<Outcome<T>>) -> Outcome<T> {
    outcome.unwrap_or_else(|| Err(Raised::exception("InvalidStateError", "Result is not set.")))
}

/// The result of `exception()`.
pub(crate) fn exception_of<T>(outcome: Option<Outcome<T>>) -> Outcome<Option<Exception>> {
    match outcome {
        None => Err(Raised::exception("InvalidStateError", "Exception is not set.")),
        Some(Ok(_)) => Ok(None),
        Some(Err(Raised::Exception(exception))) => Ok(Some(exception)),
        Some(Err(cancelled)) => Err(cancelled),
    }
}

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
