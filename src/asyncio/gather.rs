//! `asyncio.gather`: waits for many awaitables; the results are in the order of the arguments.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::awaitable::{Awaitable, Ensured};
use super::cancel::Asked;
use super::event_loop::{Callback, Core, DoneCallback};
use super::future::{Base, Promise, Status, Waitable, warn_if_unretrieved};
use super::garbage::{Object, Visit};
use super::handle::Handle;
use super::trash::let_go;
use super::{Outcome, Raised};
use crate::trace::{On, TaskId, Text, Waiter};

/// Waits for all of `awaitables`. The results are in argument order, whichever ends first (`semantics.md` rule 8).
///
/// The first exception or cancellation of a child is raised at once. The siblings keep running; their later exceptions
/// are lost (rules 9, 10, 12). Cancelling the gather cancels every child (rule 11), unless it has failed already (rule
/// 14). A task given twice runs once and gives its result twice; no arguments give an empty list (rule 15). Tasks are
/// created by this call, not at the await.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn reply(name: &'static str, seconds: f64) -> Outcome<&'static str> {
///     asyncio::sleep(seconds).await?;
///     asyncio::print(name);
///     Ok(name)
/// }
///
/// async fn program() -> Outcome<Vec<&'static str>> {
///     asyncio::gather([reply("slow", 2.0), reply("fast", 1.0)]).await
/// }
///
/// let (outcome, story) = asyncio::run(program());
/// assert_eq!(story.0[6].to_string(), "1.000 Task-3 printed \"fast\"");
/// assert_eq!(outcome, Ok(vec!["slow", "fast"]));
/// ```
#[track_caller]
pub fn gather<A: Awaitable>(awaitables: impl IntoIterator<Item = A>) -> Gather<Vec<A::Value>>
where
    A::Value: Clone + 'static,
{
    let gathering = Gathering::new(ensured(awaitables).into_iter(), Mode::Raise);
    Gather::of(gathering)
}

/// [`gather`] with `return_exceptions=True`: exceptions and cancellations of children are put among the results
/// (`semantics.md` rule 13). Only cancelling the gather itself raises.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, Raised};
///
/// async fn half(number: i64) -> Outcome<i64> {
///     if number % 2 == 0 { Ok(number / 2) } else { Err(Raised::exception("ValueError", "odd")) }
/// }
///
/// async fn program() -> Outcome<Vec<Outcome<i64>>> {
///     asyncio::gather_return_exceptions([half(7), half(8)]).await
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec![Err(Raised::exception("ValueError", "odd")), Ok(4)]));
/// ```
#[track_caller]
pub fn gather_return_exceptions<A: Awaitable>(awaitables: impl IntoIterator<Item = A>) -> Gather<Vec<Outcome<A::Value>>>
where
    A::Value: Clone + 'static,
{
    let gathering = Gathering::new(ensured(awaitables).into_iter(), Mode::Return);
    Gather::of(gathering)
}

/// The futures of the awaitables. Tasks are created here, where the caller's line is known.
#[track_caller]
fn ensured<A: Awaitable>(awaitables: impl IntoIterator<Item = A>) -> Vec<Ensured<A::Value>> {
    let mut futures = Vec::new();
    for awaitable in awaitables {
        futures.push(awaitable.ensure_future());
    }
    futures
}

/// A running `gather`. Cancelling it asks every child for its cancellation; that is false when all are done.
pub type Gather<T> = Handle<T>;

/// How a child's exception is handled.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mode {
    Raise,
    Return,
}

/// `tasks.py`, `_GatheringFuture`, with the variables of its `_done_callback`.
struct Gathering<T: 'static> {
    base: Base,
    mode: Mode,
    children: RefCell<Vec<Rc<dyn Promise<T>>>>,
    /// The tasks among the children, for the log. They are collected once, since asking many children later is slow.
    tasks: RefCell<Vec<TaskId>>,
    /// The number of children to wait for.
    expected: Cell<usize>,
    finished: Cell<usize>,
    cancel_requested: Cell<bool>,
    this: Weak<Gathering<T>>,
}

impl<T: Clone + 'static> Gathering<T> {
    fn new(children: impl Iterator<Item = Ensured<T>>, mode: Mode) -> Rc<Self> {
        let gathering = Rc::new_cyclic(|this| Self {
            base: Base::new(),
            mode,
            children: RefCell::default(),
            tasks: RefCell::default(),
            expected: Cell::new(0),
            finished: Cell::new(0),
            cancel_requested: Cell::new(false),
            this: this.clone(),
        });
        let done = gathering.watch(children);
        if gathering.children.borrow().is_empty() {
            gathering.end(Status::Returned);
        }
        for child in done {
            gathering.done(&*child);
        }
        gathering
    }

    /// Stores the children and registers a done callback with each one that is not done. Returns those that are done:
    /// they are counted only after all are stored (`tasks.py`, `done_futs`).
    fn watch(self: &Rc<Self>, children: impl Iterator<Item = Ensured<T>>) -> Vec<Rc<dyn Promise<T>>> {
        let this: Rc<dyn DoneCallback> = Rc::clone(self) as Rc<dyn DoneCallback>;
        let mut done = Vec::new();
        let mut watched = 0;
        for Ensured { promise: child, made } in children {
            // The program has no handle to such a task, so it cannot wait for it (`tasks.py`, `_log_destroy_pending`).
            if made {
                child.be_destroyed_silently();
            }
            let base = child.base();
            if base.done() {
                done.push(Rc::clone(&child));
            } else if !base.has_done_callback(&this) {
                base.add_done_callback(&child.this(), Callback::Done(Rc::clone(&this)));
                watched += 1;
            }
            self.tasks.borrow_mut().extend_from_slice(child.on().tasks());
            self.children.borrow_mut().push(child);
        }
        // A child that was done and is given twice is expected twice and counted twice.
        self.expected.set(watched + done.len());
        done
    }

    /// A cancelled gather raises its last child's `CancelledError`, or a new one if that child suppressed the request.
    fn cancellation(&self) -> Raised {
        let children = self.children.borrow();
        let Some(last) = children.last() else { return Raised::CANCELLED };
        let raised = last.raise().filter(|_| last.base().cancelled());
        raised.unwrap_or_else(|| Raised::Cancelled(last.cancel_message()))
    }

    fn end(&self, status: Status) {
        self.base.settle(self.this(), status);
    }
}

impl<T: Clone + 'static> DoneCallback for Gathering<T> {
    fn done(&self, child: &dyn Waitable) {
        self.finished.set(self.finished.get() + 1);
        if self.base.done() {
            // Exceptions after the first count as retrieved and are lost (rule 10).
            let _ = child.base().raised();
            return;
        }
        if self.mode == Mode::Raise
            && let Some(raised) = child.raise()
        {
            self.end(Status::Raised(raised));
        } else if self.finished.get() == self.expected.get() {
            // Collecting the results retrieves each child's exception.
            self.children.borrow().iter().for_each(|child| child.base().retrieve());
            let cancelled = self.cancel_requested.get();
            self.end(if cancelled { Status::Raised(self.cancellation()) } else { Status::Returned });
        }
    }

    fn refer(&self, visit: Visit<'_>) {
        visit(Object::Future(Waitable::this(self)), 1);
    }
}

impl<T: 'static> Drop for Gathering<T> {
    fn drop(&mut self) {
        warn_if_unretrieved("_GatheringFuture", &self.base);
        let_go(self.children.take());
    }
}

impl<T: Clone + 'static> Waitable for Gathering<T> {
    fn base(&self) -> &Base {
        &self.base
    }

    fn on(&self) -> On {
        On::Tasks { by: Waiter::Gather, tasks: self.tasks.borrow().as_slice().into() }
    }

    fn ask(&self, _message: Option<&Text>, _direct: bool) -> Asked {
        if self.base.done() {
            return Asked::Answered(false);
        }
        Asked::Each(self.children.borrow().iter().map(|child| child.this()).collect())
    }

    fn hear(&self, requested: bool, _message: Option<&Text>) -> bool {
        if requested {
            self.cancel_requested.set(true);
        }
        requested
    }

    fn refer(&self, _event_loop: &Core, visit: Visit<'_>) {
        for child in &*self.children.borrow() {
            visit(Object::Future(child.this()), 1);
        }
        self.base.refer(visit);
    }

    fn this(&self) -> Rc<dyn Waitable> {
        self.this.upgrade().expect("a gather is only ever made within an Rc, which the caller holds")
    }
}

impl<T: Clone + 'static> Promise<Vec<T>> for Gathering<T> {
    fn shared(self: Rc<Self>) -> Rc<dyn Promise<Vec<T>>> {
        self
    }

    fn value(&self) -> Option<Vec<T>> {
        self.children.borrow().iter().map(|child| child.value()).collect()
    }
}

impl<T: Clone + 'static> Promise<Vec<Outcome<T>>> for Gathering<T> {
    fn shared(self: Rc<Self>) -> Rc<dyn Promise<Vec<Outcome<T>>>> {
        self
    }

    fn value(&self) -> Option<Vec<Outcome<T>>> {
        self.children.borrow().iter().map(|child| child.outcome().map(|outcome| listed(&**child, outcome))).collect()
    }
}

/// A child's outcome among the results. A cancelled child has the message of its request. A task keeps a message only
/// if the request came too late to be raised in it (`tasks.py`, `gather`, `_cancel_message`).
fn listed<T>(child: &dyn Promise<T>, outcome: Outcome<T>) -> Outcome<T> {
    if child.base().cancelled() { Err(Raised::Cancelled(child.cancel_message())) } else { outcome }
}
