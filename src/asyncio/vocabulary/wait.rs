//! `asyncio.wait`: waits until some or all of several tasks are done.

use std::cell::Cell;
use std::collections::HashSet;
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use crate::asyncio::core::callbacks::{CallHandle, call_later};
use crate::asyncio::core::scheduled::{Callback, DoneCallback};
use crate::asyncio::core::task::Task;
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::core::waitable::{Waitable, on_tasks};
use crate::asyncio::core::waiter::Waiter;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::asyncio::python::repr::Repr;
use crate::trace::{self, On, Seconds};

/// When [`wait`] returns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReturnWhen {
    /// When one task is done in any way.
    FirstCompleted,
    /// When one task has raised an exception; if none does, when all are done (`semantics.md` rule 24).
    FirstException,
    /// When all tasks are done.
    #[default]
    AllCompleted,
}

/// The tasks that are done and those that are not, each in the order of the arguments.
pub type DoneAndPending<T> = (Vec<Task<T>>, Vec<Task<T>>);

/// Waits for `tasks`, for at most `timeout` seconds. It does not raise their exceptions and does not cancel them. The
/// end of the timeout is no error (`semantics.md` rule 23). Bare coroutines are not accepted.
///
/// # Errors
/// `ValueError` without tasks; [`Raised::Cancelled`] if the waiting task is cancelled.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, ReturnWhen, Task};
///
/// async fn program() -> Outcome<(Vec<String>, Vec<String>)> {
///     let fast = asyncio::create_named_task(asyncio::sleep(1.0), "fast");
///     let slow = asyncio::create_named_task(asyncio::sleep(3.0), "slow");
///     let (done, pending) = asyncio::wait([fast, slow.clone()], 2.0, ReturnWhen::AllCompleted).await?;
///     slow.await?;
///     Ok((done.iter().map(Task::name).collect(), pending.iter().map(Task::name).collect()))
/// }
///
/// let (outcome, story) = asyncio::run(program());
/// assert_eq!(outcome, Ok((vec!["fast".to_owned()], vec!["slow".to_owned()])));
/// assert_eq!(story.0[7].to_string(), "3.000 slow finished None"); // the limit of 2 seconds left it running
/// ```
#[must_use = "a coroutine does nothing unless it is awaited"]
#[track_caller]
pub fn wait<T>(
    tasks: impl IntoIterator<Item = Task<T>>,
    timeout: impl Into<Option<Seconds>>,
    return_when: ReturnWhen,
) -> impl Future<Output = Outcome<DoneAndPending<T>>>
where
    T: Repr + Clone + 'static,
{
    let (place, timeout) = (Location::caller(), timeout.into());
    let mut seen = HashSet::new();
    let distinct: Vec<Task<T>> =
        tasks.into_iter().filter(|task| seen.insert(task.promise.this().base().address())).collect();
    let unawaited = Unawaited::new("wait");
    async move {
        unawaited.begin();
        if distinct.is_empty() {
            return Err(Raised::exception("ValueError", "Set of Tasks/Futures is empty."));
        }
        let waiter = Waiter::new();
        // asyncio iterates over a set here, in no defined order. The recorder and this code use the order of creation.
        let mut by_creation: Vec<&Task<T>> = distinct.iter().collect();
        by_creation.sort_by_key(|task| task.id());
        let on = on_tasks(trace::Waiter::Wait, by_creation.iter().map(|task| On::Task(task.id())));
        let counter = Rc::new(Counter { left: Cell::new(distinct.len()), return_when, waiter: waiter.clone() });
        let callback: Rc<dyn DoneCallback> = counter;
        let limit = Limit::after(timeout, &waiter);
        for task in by_creation {
            let waitable = task.promise.this();
            waitable.base().add_done_callback(&waitable, Callback::Done(Rc::clone(&callback)));
        }
        let outcome = waiter.wait(on, place).await;
        drop(limit);
        for task in &distinct {
            task.promise.this().base().remove_done_callback(&callback);
        }
        outcome?;
        Ok(distinct.into_iter().partition(Task::done))
    }
}

/// The timer of the timeout. Dropping it at the end of the wait cancels the timer.
struct Limit(Option<CallHandle>);

impl Limit {
    fn after(timeout: Option<Seconds>, waiter: &Waiter) -> Self {
        let waiter = waiter.clone();
        Self(timeout.map(|timeout| {
            call_later(timeout, move || {
                waiter.wake();
            })
        }))
    }
}

impl Drop for Limit {
    fn drop(&mut self) {
        if let Some(handle) = &self.0 {
            handle.cancel();
        }
    }
}

struct Counter {
    left: Cell<usize>,
    return_when: ReturnWhen,
    waiter: Waiter,
}

impl DoneCallback for Counter {
    fn done(&self, task: &dyn Waitable) {
        self.left.set(self.left.get().saturating_sub(1));
        // In asyncio's order: the exception is read, and so counts as retrieved, only while other tasks are left.
        let enough = self.left.get() == 0
            || match self.return_when {
                ReturnWhen::FirstCompleted => true,
                ReturnWhen::FirstException => matches!(task.base().raised(), Some(Raised::Exception(_))),
                ReturnWhen::AllCompleted => false,
            };
        if enough {
            self.waiter.wake();
        }
    }
}
