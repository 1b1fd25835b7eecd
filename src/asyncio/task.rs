//! `asyncio.Task`: a coroutine that the loop runs step by step.

use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::future::Future as StdFuture;
use std::panic::Location;
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

use super::callbacks::{Called, qualified_name};
use super::cancel::{Asked, cancel};
use super::event_loop::{self, Callback, Core, DoneCallback, Scheduled, with_running};
use super::future::{Base, FutureCell, Promise, Status, Waitable};
use super::garbage::{Object, Visit};
use super::handle::Handle;
use super::suspension::WokenBy;
use super::trash::let_go;
use super::{Outcome, Raised, Repr};
use crate::trace::{Asker, End, Line, Name, On, TaskId, Text, Warning, What};

/// Schedules `coroutine` as a task and returns at once. Its body starts in the loop's next iteration, after the
/// callbacks that are ready now (`tasks.py`, `create_task`; `semantics.md` rule 3).
///
/// # Panics
/// Outside a running loop, where Python raises `RuntimeError: no running event loop`.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn greet() -> Outcome<()> {
///     asyncio::print("hello");
///     Ok(())
/// }
///
/// async fn program() -> Outcome<()> {
///     let task = asyncio::create_task(greet());
///     asyncio::print("made");
///     task.await
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.0[3].to_string(), "0.000 main printed \"made\"");
/// assert_eq!(story.0[4].to_string(), "0.000 Task-2 started");
/// assert_eq!(story.0[5].to_string(), "0.000 Task-2 printed \"hello\"");
/// ```
#[track_caller]
pub fn create_task<T, C>(coroutine: C) -> Task<T>
where
    T: Repr + Clone + 'static,
    C: StdFuture<Output = Outcome<T>> + 'static,
{
    let event_loop = running_loop();
    let name = event_loop.next_name();
    let line = event_loop.line(Location::caller());
    spawn(&event_loop, coroutine, name, line)
}

/// [`create_task`] with `name=...`.
///
/// # Panics
/// Outside a running loop, where Python raises `RuntimeError: no running event loop`.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn program() -> Outcome<()> {
///     asyncio::create_named_task(asyncio::sleep(1.0), "nap").await
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.to_string(), "\
/// 0.000 main created
/// 0.000 main started
/// 0.000 nap created
/// 0.000 nap started
/// 1.000 nap finished None
/// 1.000 main finished None
/// ");
/// ```
#[track_caller]
pub fn create_named_task<T, C>(coroutine: C, name: impl Into<Text>) -> Task<T>
where
    T: Repr + Clone + 'static,
    C: StdFuture<Output = Outcome<T>> + 'static,
{
    let event_loop = running_loop();
    let line = event_loop.line(Location::caller());
    spawn(&event_loop, coroutine, Name::Given(name.into()), line)
}

#[track_caller]
fn running_loop() -> Rc<Core> {
    event_loop::running().expect("no running event loop: create_task belongs into a coroutine that a loop runs")
}

/// Creates a task and schedules its first step.
pub(crate) fn spawn<T, C>(event_loop: &Core, coroutine: C, name: Name, line: Line) -> Task<T>
where
    T: Repr + Clone + 'static,
    C: StdFuture<Output = Outcome<T>> + 'static,
{
    spawn_boxed(event_loop, Box::pin(coroutine), name, line)
}

/// [`spawn`] for a boxed coroutine: compiled once per result type and not per coroutine, since wasm has a budget.
fn spawn_boxed<T: Repr + Clone + 'static>(
    event_loop: &Core,
    coroutine: Coroutine<T>,
    name: Name,
    line: Line,
) -> Task<T> {
    let id = event_loop.next_task();
    let cell = Rc::new_cyclic(|this| TaskCell::new(id, name.clone(), coroutine, this.clone()));
    event_loop.keep(Rc::clone(&cell) as Rc<dyn Steps>);
    let parent = event_loop.current_task();
    event_loop.note_of(id, What::Created { parent, name, line });
    event_loop.call_soon(Scheduled::Step(Rc::clone(&cell) as Rc<dyn Steps>));
    Task::of(cell)
}

/// A handle to a task. Clones refer to the same task. Dropping the handle does not end the task.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, Raised};
///
/// async fn worker() -> Outcome<&'static str> {
///     match asyncio::sleep(10.0).await {
///         Err(Raised::Cancelled(_)) => asyncio::print("tidying up"),
///         other => other?,
///     }
///     Err(Raised::CANCELLED)
/// }
///
/// async fn program() -> Outcome<bool> {
///     let task = asyncio::create_named_task(worker(), "worker");
///     asyncio::sleep(1.0).await?;
///     task.cancel();
///     let outcome = task.await;
///     Ok(outcome == Err(Raised::CANCELLED))
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.0[4].to_string(), "1.000 worker printed \"tidying up\"");
/// assert_eq!(story.0[5].to_string(), "1.000 worker cancelled");
/// assert_eq!(story.0[6].to_string(), "1.000 main finished True");
/// ```
pub type Task<T> = Handle<T, TaskCell<T>>;

impl<T: Repr + Clone + 'static> Task<T> {
    /// Gives it another name, for what is logged from now on.
    pub fn set_name(&self, name: impl Into<Text>) {
        let name = Name::Given(name.into());
        self.promise.name.replace(name.clone());
        if let Some(event_loop) = event_loop::running() {
            event_loop.note_of(self.promise.id, What::Renamed(name));
        }
    }

    /// Schedules `function` for when the task is done (`semantics.md` rule 38). It is called with the task. The
    /// returned handle removes it.
    pub fn add_done_callback<R: Called + 'static>(&self, function: impl Fn(&Self) -> R + 'static) -> DoneHandle {
        let called: Rc<dyn DoneCallback> = Rc::new(DoneCall { task: Rc::downgrade(&self.promise), function });
        self.watch(Callback::Done(Rc::clone(&called)));
        DoneHandle { called }
    }

    /// Removes a done callback that has not been called.
    pub fn remove_done_callback(&self, handle: &DoneHandle) {
        self.promise.base.remove_done_callback(&handle.called);
    }

    pub(crate) fn watch(&self, callback: Callback) {
        self.promise.base.add_done_callback(&self.promise.this(), callback);
    }
}

/// A handle for removing a done callback.
pub struct DoneHandle {
    called: Rc<dyn DoneCallback>,
}

struct DoneCall<T: 'static, F> {
    task: Weak<TaskCell<T>>,
    function: F,
}

impl<T: Repr + Clone + 'static, R: Called, F: Fn(&Task<T>) -> R> DoneCallback for DoneCall<T, F> {
    fn done(&self, _: &dyn Waitable) {
        if let (Some(cell), Some(event_loop)) = (self.task.upgrade(), event_loop::running()) {
            let outcome = (self.function)(&Task::of(cell)).outcome();
            event_loop.report_callback(|| self.name(), outcome);
        }
    }

    fn name(&self) -> Text {
        qualified_name(std::any::type_name::<F>()).into()
    }
}

/// The task whose step is running (`asyncio.current_task`), without its result's type; `None` in a plain callback.
#[must_use]
pub fn current_task() -> Option<CurrentTask> {
    Some(CurrentTask::of(event_loop::running()?.running_task()?))
}

/// The tasks that have not ended, without their results' types, in the order of creation (`asyncio.all_tasks`, which
/// returns an unordered set).
#[must_use]
pub fn all_tasks() -> Vec<CurrentTask> {
    let tasks = event_loop::running().map_or_else(Vec::new, |event_loop| event_loop.all_tasks());
    tasks.into_iter().map(CurrentTask::of).collect()
}

/// A task without its result's type: see [`current_task`] and [`all_tasks`].
pub type CurrentTask = Handle<Infallible, dyn Steps>;

/// Methods of tasks only.
impl<T, P: Steps + ?Sized> Handle<T, P> {
    /// The task's number in the log.
    #[must_use]
    pub fn id(&self) -> TaskId {
        self.promise.id()
    }

    /// The name (`get_name`).
    #[must_use]
    pub fn name(&self) -> String {
        self.promise.name()
    }

    /// How many requests for cancellation are open (`tasks.py`, `cancelling`).
    #[must_use]
    pub fn cancelling(&self) -> u32 {
        self.promise.cancelling()
    }

    /// Takes one request back, and gives how many are left (`tasks.py`, `uncancel`).
    #[allow(clippy::must_use_candidate, reason = "programs call it for the effect")]
    pub fn uncancel(&self) -> u32 {
        self.promise.uncancel()
    }
}

/// The part of a task that does not depend on the type of its result, for the loop.
pub trait Steps: Waitable {
    /// The task's number in the log.
    fn id(&self) -> TaskId;

    /// Its name.
    fn name(&self) -> String;

    /// Runs the coroutine up to its next suspension. `thrown` is raised at the present one (`tasks.py`, `__step`).
    fn step(self: Rc<Self>, event_loop: &Core, thrown: Option<Raised>);

    /// The number of open cancellation requests.
    fn cancelling(&self) -> u32;

    /// Withdraws one request and returns the number left.
    fn uncancel(&self) -> u32;

    /// Warns if its exception was never retrieved.
    fn warn_if_unretrieved(&self);

    /// Drops the coroutine of a run that has ended, or of a task that nothing can wake.
    fn abandon(&self);
}

type Coroutine<T> = Pin<Box<dyn StdFuture<Output = Outcome<T>>>>;

/// A task's memory.
pub struct TaskCell<T: 'static> {
    id: TaskId,
    name: RefCell<Name>,
    base: Base,
    value: RefCell<Option<T>>,
    coroutine: Cell<Option<Coroutine<T>>>,
    started: Cell<bool>,
    waiter: Cell<Option<Rc<dyn Waitable>>>,
    must_cancel: Cell<bool>,
    /// Whether destroying it while it is pending gives no warning.
    destroyed_silently: Cell<bool>,
    message: RefCell<Option<Text>>,
    cancels: Cell<u32>,
    /// The callback during which a request was last logged.
    asked_in: Cell<u32>,
    this: Weak<TaskCell<T>>,
}

impl<T: Repr + Clone + 'static> TaskCell<T> {
    fn new(id: TaskId, name: Name, coroutine: Coroutine<T>, this: Weak<Self>) -> Self {
        Self {
            id,
            name: RefCell::new(name),
            base: Base::new(),
            value: RefCell::new(None),
            coroutine: Cell::new(Some(coroutine)),
            started: Cell::new(false),
            waiter: Cell::new(None),
            must_cancel: Cell::new(false),
            destroyed_silently: Cell::new(false),
            message: RefCell::new(None),
            cancels: Cell::new(0),
            asked_in: Cell::new(u32::MAX),
            this,
        }
    }

    /// Polls the coroutine once. If an exception is thrown into the first step, the body never starts (`semantics.md`
    /// rule 27).
    fn advance(&self, event_loop: &Core, thrown: Option<Raised>) -> (Poll<Outcome<T>>, Option<WokenBy>) {
        let Some(mut coroutine) = self.coroutine.take() else { return (Poll::Pending, None) };
        if !self.started.replace(true)
            && let Some(raised) = thrown
        {
            event_loop.close(coroutine);
            return (Poll::Ready(Err(raised)), None);
        }
        let (poll, woken_by) =
            event_loop.step(self.id, thrown, || coroutine.as_mut().poll(&mut Context::from_waker(Waker::noop())));
        match (poll, event_loop.take_late()) {
            (Poll::Ready(Ok(_)), Some(raised)) => (Poll::Ready(Err(raised)), woken_by),
            (Poll::Ready(outcome), _) => (Poll::Ready(outcome), woken_by),
            (Poll::Pending, _) => {
                self.coroutine.set(Some(coroutine));
                (Poll::Pending, woken_by)
            }
        }
    }

    /// Waits for what the coroutine awaits.
    fn suspend(self: &Rc<Self>, event_loop: &Core, woken_by: Option<WokenBy>) {
        let this: Rc<dyn Steps> = Rc::clone(self) as Rc<dyn Steps>;
        let waitable = match woken_by {
            None => {
                return self.finish(event_loop, Err(Raised::exception("RuntimeError", "Task got bad yield")));
            }
            Some(WokenBy::NextIteration) => return event_loop.call_soon(Scheduled::Step(this)),
            Some(WokenBy::End(waitable)) if std::ptr::addr_eq(Rc::as_ptr(&waitable), Rc::as_ptr(self)) => {
                refused(format!("Task cannot await on itself: <Task pending name='{}'>", self.name()))
            }
            Some(WokenBy::End(waitable)) if waitable.base().is_foreign_to(event_loop) => refused(format!(
                "Task <Task pending name='{}'> got Future <Future pending> attached to a different loop",
                self.name()
            )),
            Some(WokenBy::End(waitable)) => waitable,
        };
        waitable.base().add_done_callback(&waitable, Callback::Wakeup(this, self.id));
        self.waiter.set(Some(Rc::clone(&waitable)));
        if self.must_cancel.get() {
            let message = self.message.borrow().clone();
            let asked = event_loop.on_behalf_of(Asker::Task(self.id), || cancel(waitable, message.as_ref()));
            match asked {
                Ok(true) => self.must_cancel.set(false),
                Ok(false) => {}
                Err(raised) => event_loop.report_callback(|| "Task.task_wakeup".into(), Err(raised)),
            }
        }
    }

    /// The exception, if it raised one. [`Waitable::raise`] is for asking for the result.
    fn raised(&self) -> Option<Raised> {
        match self.base.raised() {
            Some(Raised::Cancelled(None)) => Some(self.cancellation()),
            raised => raised,
        }
    }

    /// The `CancelledError` of the last request.
    fn cancellation(&self) -> Raised {
        Raised::Cancelled(self.message.borrow().clone())
    }

    fn finish(self: &Rc<Self>, event_loop: &Core, outcome: Outcome<T>) {
        drop(self.coroutine.take());
        let outcome = match outcome {
            // The request came too late to be raised in the task. Its message stays with the task.
            Ok(_) if self.must_cancel.replace(false) => Err(Raised::CANCELLED),
            Err(Raised::Cancelled(raised)) => {
                self.message.take();
                Err(Raised::Cancelled(raised))
            }
            other => other.map_err(Raised::out_of_a_coroutine),
        };
        let (end, status) = match outcome {
            Ok(value) => {
                let end = End::Returned(value.repr());
                self.value.replace(Some(value));
                (end, Status::Returned)
            }
            Err(Raised::Cancelled(message)) => (End::Cancelled, Status::Cancelled(message)),
            Err(raised) => (raised.end(), Status::Raised(raised)),
        };
        let failed = matches!(end, End::Failed { .. });
        event_loop.note_of(self.id, What::Finished(end));
        event_loop.forget(self.id);
        if failed {
            event_loop.keep_failed(Rc::clone(self) as Rc<dyn Steps>);
        }
        self.base.settle(self.this(), status);
    }
}

impl<T: 'static> TaskCell<T> {
    /// Warns if the task is destroyed while it is pending, in a loop that still runs (`tasks.py`, `__del__`).
    fn warn_if_pending(&self) {
        let coroutine = self.coroutine.take();
        let pending = coroutine.is_some() && !self.base.done();
        // The coroutine is dropped with the task, after this warning.
        self.coroutine.set(coroutine);
        let Some(event_loop) = pending.then(event_loop::running).flatten() else { return };
        event_loop.note_of(self.id, What::Finished(End::Destroyed));
        event_loop.forget(self.id);
        if !self.destroyed_silently.get() {
            event_loop.report(self.id, Warning::Destroyed, "Task was destroyed but it is pending!".into(), None);
        }
    }
}

/// A failed future for a task to wait for, in place of one that would never wake it (`tasks.py`, `__step`).
fn refused(message: String) -> Rc<dyn Waitable> {
    let failed: Rc<dyn Waitable> = FutureCell::<()>::pending();
    failed.base().settle(Rc::clone(&failed), Status::Raised(Raised::exception("RuntimeError", message)));
    failed
}

/// Warns if a task's exception was never retrieved (`semantics.md` rule 35).
fn warn_of_failure(task: TaskId, base: &Base) {
    if let Some(raised) = base.unretrieved()
        && let Some(event_loop) = event_loop::running()
    {
        let message = "Task exception was never retrieved".into();
        event_loop.report(task, Warning::NeverRetrieved, message, raised.into_exception());
    }
}

impl<T: 'static> Drop for TaskCell<T> {
    fn drop(&mut self) {
        self.warn_if_pending();
        warn_of_failure(self.id, &self.base);
        if let Some(coroutine) = self.coroutine.take() {
            let_go(coroutine);
        }
        if let Some(waiter) = self.waiter.take() {
            let_go(waiter);
        }
    }
}

impl<T: Repr + Clone + 'static> Steps for TaskCell<T> {
    fn id(&self) -> TaskId {
        self.id
    }

    fn name(&self) -> String {
        self.name.borrow().to_string()
    }

    fn step(self: Rc<Self>, event_loop: &Core, thrown: Option<Raised>) {
        let thrown = match thrown {
            thrown @ Some(Raised::Cancelled(_)) => {
                self.must_cancel.set(false);
                thrown
            }
            _ if self.must_cancel.replace(false) => Some(self.cancellation()),
            thrown => thrown,
        };
        self.waiter.take();
        match self.advance(event_loop, thrown) {
            (Poll::Ready(outcome), _) => self.finish(event_loop, outcome),
            (Poll::Pending, woken_by) => self.suspend(event_loop, woken_by),
        }
    }

    fn cancelling(&self) -> u32 {
        self.cancels.get()
    }

    fn uncancel(&self) -> u32 {
        let Some(left) = self.cancels.get().checked_sub(1) else { return 0 };
        self.cancels.set(left);
        if let Some(event_loop) = event_loop::running() {
            event_loop.note_of(self.id, What::CancelWithdrawn);
        }
        if left == 0 {
            self.must_cancel.set(false);
        }
        left
    }

    fn warn_if_unretrieved(&self) {
        warn_of_failure(self.id, &self.base);
    }

    fn abandon(&self) {
        self.warn_if_pending();
        drop(self.coroutine.take());
        if let Some(waiter) = self.waiter.take() {
            waiter.base().forget_callbacks();
        }
        self.base.forget_callbacks();
    }
}

impl<T: Repr + Clone + 'static> Waitable for TaskCell<T> {
    fn base(&self) -> &Base {
        &self.base
    }

    fn on(&self) -> On {
        On::Task(self.id)
    }

    /// The first caller that asks a cancelled task for its result gets the `CancelledError` that the coroutine raised.
    /// Later callers get one without a message (`futures.py`, `_make_cancelled_error`).
    fn raise(&self) -> Option<Raised> {
        let raised = self.raised();
        self.base.forget_message();
        raised
    }

    fn cancel_message(&self) -> Option<Text> {
        self.message.borrow().clone()
    }

    fn be_destroyed_silently(&self) {
        self.destroyed_silently.set(true);
    }

    /// Passes the request on to the future that the task waits for, or keeps it for the task's next step.
    fn ask(&self, message: Option<&Text>, direct: bool) -> Asked {
        self.base.retrieve();
        if self.base.done() {
            return Asked::Answered(false);
        }
        with_running(|event_loop| {
            // A request that a chain or circle of waits passes on repeatedly in one callback is logged once.
            let again = self.asked_in.replace(event_loop.callback()) == event_loop.callback();
            if direct || !again {
                event_loop.note_of(self.id, What::CancelRequested { by: event_loop.asker() });
            }
        });
        self.cancels.set(self.cancels.get() + 1);
        let waiter = self.waiter.take();
        self.waiter.set(waiter.clone());
        waiter.map_or_else(|| Asked::Answered(self.hear(false, message)), Asked::One)
    }

    fn hear(&self, requested: bool, message: Option<&Text>) -> bool {
        if !requested {
            self.must_cancel.set(true);
            self.message.replace(message.cloned());
        }
        true
    }

    /// The coroutine refers to what it awaits too, and to the resource that it waits for.
    fn refer(&self, event_loop: &Core, visit: Visit<'_>) {
        let waiter = self.waiter.take();
        if let Some(waiter) = &waiter {
            visit(Object::Future(Rc::clone(waiter)), 2);
            if let Some(shared) = event_loop.line_of(waiter) {
                visit(Object::Shared(shared), 1);
            }
        }
        self.waiter.set(waiter);
        self.base.refer(visit);
    }

    fn this(&self) -> Rc<dyn Waitable> {
        self.this.upgrade().expect("a task is only ever made within an Rc, which the caller holds")
    }
}

impl<T: Repr + Clone + 'static> Promise<T> for TaskCell<T> {
    fn shared(self: Rc<Self>) -> Rc<dyn Promise<T>> {
        self
    }

    /// A cancelled task keeps the message of a request that came too late to be raised in its coroutine.
    fn outcome(&self) -> Option<Outcome<T>> {
        if self.base.cancelled() { self.raised().map(Err) } else { self.ending() }
    }

    fn value(&self) -> Option<T> {
        self.value.borrow().clone()
    }
}
