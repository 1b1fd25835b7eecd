//! `asyncio.TaskGroup`: tasks that are waited for together. If one fails, the others are cancelled.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::members::Members;
use crate::asyncio::core::cancel::cancel;
use crate::asyncio::core::running::running;
use crate::asyncio::core::scheduled::{Callback, DoneCallback};
use crate::asyncio::core::suspension::no_running_event_loop;
use crate::asyncio::core::task::{Task, spawn};
use crate::asyncio::core::task_steps::Steps;
use crate::asyncio::core::waitable::{Waitable, on_tasks};
use crate::asyncio::core::waiter::{Waiter, runtime_error};
use crate::asyncio::python::raised::{Exception, Outcome, Raised};
use crate::asyncio::python::repr::Repr;
use crate::trace::{self, Asker, Name, On, Text};

/// A task group within its block. Clones share one group.
#[derive(Clone)]
pub struct TaskGroup {
    inner: Rc<Inner>,
}

/// The fields of `taskgroups.py`, `TaskGroup`.
struct Inner {
    parent: Rc<dyn Steps>,
    tasks: RefCell<Members>,
    errors: RefCell<Vec<Exception>>,
    completed: RefCell<Option<Waiter>>,
    exiting: Cell<bool>,
    aborting: Cell<bool>,
    parent_cancel_requested: Cell<bool>,
}

/// Runs `body` with a new group and waits for every task created in the group.
///
/// Python's `async with asyncio.TaskGroup() as group: ...` is `task_group(async |group| { ... }).await?` here. The
/// first error of a task or of the body cancels the other tasks. When all have ended, all errors are raised as one
/// `ExceptionGroup`. Cancelling a single task is no error (`taskgroups.py`; `semantics.md` rule 31).
///
/// # Errors
/// An `ExceptionGroup`, or `CancelledError` if the task that runs the block is cancelled.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, Raised};
///
/// async fn fail() -> Outcome<()> {
///     asyncio::sleep(1.0).await?;
///     Err(Raised::exception("ValueError", "bad"))
/// }
///
/// async fn program() -> Outcome<()> {
///     let block = asyncio::task_group(async |group| {
///         group.create_named_task(fail(), "bad")?;
///         group.create_named_task(asyncio::sleep(5.0), "good")?;
///         Ok(())
///     });
///     block.await
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.0[6].to_string(), "1.000 bad failed ValueError: bad");
/// assert_eq!(story.0[7].to_string(), "1.000 good cancelled");
/// let group = "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception) [ValueError: bad]";
/// assert_eq!(story.0[8].to_string(), format!("1.000 main failed {group}"));
/// ```
#[must_use = "a coroutine does nothing unless it is awaited"]
#[track_caller]
pub fn task_group<T, B>(body: B) -> impl Future<Output = Outcome<T>>
where
    B: AsyncFnOnce(TaskGroup) -> Outcome<T>,
{
    let place = Location::caller();
    async move {
        let event_loop = running().ok_or_else(no_running_event_loop)?;
        let parent =
            event_loop.running_task().ok_or_else(|| runtime_error("TaskGroup cannot determine the parent task"))?;
        let inner = Rc::new(Inner {
            parent,
            tasks: RefCell::default(),
            errors: RefCell::default(),
            completed: RefCell::default(),
            exiting: Cell::new(false),
            aborting: Cell::new(false),
            parent_cancel_requested: Cell::new(false),
        });
        let outcome = body(TaskGroup { inner: Rc::clone(&inner) }).await;
        inner.exit(outcome, place).await
    }
}

impl TaskGroup {
    /// Creates a task in the group.
    ///
    /// # Errors
    /// `RuntimeError` if the group is finished or shutting down.
    #[track_caller]
    pub fn create_task<T, C>(&self, coroutine: C) -> Outcome<Task<T>>
    where
        T: Repr + Clone + 'static,
        C: Future<Output = Outcome<T>> + 'static,
    {
        self.spawn(coroutine, None, Location::caller())
    }

    /// [`TaskGroup::create_task`] with `name=...`.
    ///
    /// # Errors
    /// `RuntimeError` if the group is finished or shutting down.
    #[track_caller]
    pub fn create_named_task<T, C>(&self, coroutine: C, name: impl Into<Text>) -> Outcome<Task<T>>
    where
        T: Repr + Clone + 'static,
        C: Future<Output = Outcome<T>> + 'static,
    {
        self.spawn(coroutine, Some(Name::Given(name.into())), Location::caller())
    }

    fn spawn<T, C>(&self, coroutine: C, name: Option<Name>, place: &Location<'_>) -> Outcome<Task<T>>
    where
        T: Repr + Clone + 'static,
        C: Future<Output = Outcome<T>> + 'static,
    {
        let event_loop = running().ok_or_else(no_running_event_loop)?;
        if let Some(why) = self.inner.refusal() {
            event_loop.close(coroutine);
            return Err(Raised::exception("RuntimeError", format!("TaskGroup {} is {why}", self.inner.repr())));
        }
        let name = name.unwrap_or_else(|| event_loop.next_name());
        let line = event_loop.line(place);
        let task = spawn(&event_loop, coroutine, name, line);
        let waitable = task.promise.this();
        self.inner.tasks.borrow_mut().add(task.id(), Rc::clone(&waitable));
        let callback: Rc<dyn DoneCallback> = Rc::clone(&self.inner) as Rc<dyn DoneCallback>;
        waitable.base().add_done_callback(&waitable, Callback::Done(callback));
        Ok(task)
    }
}

impl Inner {
    /// Why the group accepts no more tasks; `None` if it accepts more.
    fn refusal(&self) -> Option<&'static str> {
        if self.exiting.get() && self.tasks.borrow().count == 0 {
            Some("finished")
        } else if self.aborting.get() {
            Some("shutting down")
        } else {
            None
        }
    }

    /// The text of `TaskGroup.__repr__`.
    fn repr(&self) -> String {
        let (tasks, errors) = (self.tasks.borrow().count, self.errors.borrow().len());
        let state = if self.aborting.get() { "cancelling" } else { "entered" };
        let counted = |name, count| if count > 0 { format!(" {name}={count}") } else { String::new() };
        format!("<TaskGroup{}{} {state}>", counted("tasks", tasks), counted("errors", errors))
    }

    fn abort(&self) -> Outcome<()> {
        self.aborting.set(true);
        let tasks: Vec<_> = self.tasks.borrow().iter().filter(|task| !task.base().done()).cloned().collect();
        for task in tasks {
            cancel(task, None)?;
        }
        Ok(())
    }

    /// The end of the block (`taskgroups.py`, `__aexit__`).
    async fn exit<T>(&self, outcome: Outcome<T>, place: &'static Location<'static>) -> Outcome<T> {
        self.exiting.set(true);
        let mut cancellation = outcome.as_ref().err().filter(|raised| raised.is_cancellation()).cloned();
        if outcome.is_err() && !self.aborting.get() {
            self.abort()?;
        }
        while self.tasks.borrow().count > 0 {
            let waiter = Waiter::new();
            let on = on_tasks(trace::Waiter::TaskGroup, self.tasks.borrow().iter().map(|task| task.on()));
            self.completed.replace(Some(waiter.clone()));
            if let Err(raised) = waiter.wait(on, place).await
                && !self.aborting.get()
            {
                cancellation = Some(raised);
                self.abort()?;
            }
            self.completed.take();
        }
        if self.parent_cancel_requested.get() && self.parent.uncancel() == 0 {
            cancellation = None;
        }
        let mut errors = self.errors.take();
        if let (Some(cancellation), true) = (cancellation, errors.is_empty()) {
            return Err(cancellation);
        }
        if let Err(Raised::Exception(exception)) = &outcome {
            errors.push(exception.clone());
        }
        if errors.is_empty() {
            return outcome;
        }
        if self.parent.cancelling() > 0 {
            // The parent was also cancelled from elsewhere. A withdrawal and a new request leave the number of requests
            // as it is, and raise the cancellation at the next await.
            self.parent.uncancel();
            cancel(self.parent.this(), None)?;
        }
        Err(Raised::Exception(Exception::group("unhandled errors in a TaskGroup", errors)))
    }
}

impl DoneCallback for Inner {
    fn done(&self, task: &dyn Waitable) {
        let On::Task(id) = task.on() else { return };
        self.tasks.borrow_mut().remove(id);
        if self.tasks.borrow().count == 0
            && let Some(waiter) = &*self.completed.borrow()
        {
            waiter.wake();
        }
        let Some(Raised::Exception(exception)) = task.base().raised() else { return };
        self.errors.borrow_mut().push(exception);
        if !self.aborting.get()
            && !self.parent_cancel_requested.get()
            && !self.parent.base().done()
            && let Some(event_loop) = running()
        {
            let outcome = event_loop.on_behalf_of(Asker::Group(id), || {
                self.abort()?;
                self.parent_cancel_requested.set(true);
                cancel(self.parent.this(), None)
            });
            event_loop.report_callback(|| "TaskGroup._on_task_done".into(), outcome.map(drop));
        }
    }
}
