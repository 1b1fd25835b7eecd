//! `asyncio.Task`: a coroutine that the loop runs step by step.

use std::convert::Infallible;
use std::future::Future as StdFuture;
use std::panic::Location;
use std::rc::{Rc, Weak};

use super::base::Base;
use super::callbacks::{Called, qualified_name};
use super::cells::Core;
use super::handle::Handle;
use super::running::running;
use super::scheduled::{Callback, DoneCallback, Scheduled};
use super::task_cell::{Coroutine, TaskCell};
use super::task_steps::Steps;
use super::waitable::Waitable;
use crate::asyncio::python::raised::Outcome;
use crate::asyncio::python::repr::Repr;
use crate::trace::{Line, Name, TaskId, Text, What};

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
    running().expect("no running event loop: create_task belongs into a coroutine that a loop runs")
}

/// Creates a task and schedules its first step.
pub(crate) fn spawn<T, C>(event_loop: &Core, coroutine: C, name: Name, line: Line) -> Task<T>
where
    T: Repr + Clone + 'static,
    C: StdFuture<Output = Outcome<T>> + 'static,
{
    spawn_boxed(event_loop, Box::pin(coroutine), name, line)
}

/// [`spawn`] for a boxed coroutine. It is compiled once per result type and not once per coroutine, which keeps the
/// wasm small.
fn spawn_boxed<T: Repr + Clone + 'static>(
    event_loop: &Core,
    coroutine: Coroutine<T>,
    name: Name,
    line: Line,
) -> Task<T> {
    let id = event_loop.next_task();
    let cell =
        Rc::new_cyclic(|this| TaskCell::new(id, name.clone(), Base::of(event_loop.id()), coroutine, this.clone()));
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
    /// Renames the task. Later events have the new name.
    pub fn set_name(&self, name: impl Into<Text>) {
        let name = Name::Given(name.into());
        self.promise.name.replace(name.clone());
        if let Some(event_loop) = running() {
            event_loop.note_of(self.promise.id, What::Renamed(name));
        }
    }

    /// Registers `function`, which is called with the task when the task is done (`semantics.md` rule 38).
    /// [`Task::remove_done_callback`] takes the returned handle.
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
        if let (Some(cell), Some(event_loop)) = (self.task.upgrade(), running()) {
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
    Some(CurrentTask::of(running()?.running_task()?))
}

/// The tasks that have not ended, without their results' types, in the order of creation (`asyncio.all_tasks`, which
/// returns an unordered set).
#[must_use]
pub fn all_tasks() -> Vec<CurrentTask> {
    let tasks = running().map_or_else(Vec::new, |event_loop| event_loop.all_tasks());
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

    /// The number of open cancellation requests (`tasks.py`, `cancelling`).
    #[must_use]
    pub fn cancelling(&self) -> u32 {
        self.promise.cancelling()
    }

    /// Withdraws one cancellation request, and returns the number of the open ones (`tasks.py`, `uncancel`).
    #[allow(clippy::must_use_candidate, reason = "programs call it for the effect")]
    pub fn uncancel(&self) -> u32 {
        self.promise.uncancel()
    }
}
