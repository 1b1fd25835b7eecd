//! `asyncio.gather`: many awaitables, one list of results in the order of the arguments.

use std::cell::{Cell, RefCell};
use std::future::IntoFuture;
use std::panic::Location;
use std::rc::{Rc, Weak};

use super::awaitable::{Awaitable, Ensured};
use super::cancel::{Asked, cancel, cancel_now};
use super::event_loop::{Callback, Core, DoneCallback};
use super::future::{Await, Base, Promise, Status, Waitable, result_of, warn_if_unretrieved};
use super::garbage::{Object, Visit};
use super::trash::let_go;
use super::{Outcome, Raised};
use crate::trace::{On, TaskId, Text, Waiter};

/// Waits for all of `awaitables`; their results come in argument order, whoever ends first (`semantics.md` rule 8).
///
/// The first exception, or the first child's cancellation, is raised at once; the siblings keep running, and what they
/// raise later is lost (rules 9, 10, 12). Cancelling it cancels every child (rule 11); once it has failed, that does
/// nothing (rule 14). The same task twice runs once and gives its result twice; nothing at all gives an empty list
/// (rule 15). The children are made here, not at the await.
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
    Gather { promise: gathering }
}

/// [`gather`] with `return_exceptions=True`: what a child raises stands among the results, a child's cancellation too
/// (`semantics.md` rule 13); only cancelling the gather itself raises.
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
    Gather { promise: gathering }
}

/// The futures that are gathered; the tasks among them are made at the caller's line, which an iterator would not know.
#[track_caller]
fn ensured<A: Awaitable>(awaitables: impl IntoIterator<Item = A>) -> Vec<Ensured<A::Value>> {
    let mut futures = Vec::new();
    for awaitable in awaitables {
        futures.push(awaitable.ensure_future());
    }
    futures
}

/// A running `gather`: await it, gather it with others, or cancel it. Clones are the same gather.
pub struct Gather<T> {
    promise: Rc<dyn Promise<T>>,
}

impl<T> Clone for Gather<T> {
    fn clone(&self) -> Self {
        Self { promise: Rc::clone(&self.promise) }
    }
}

impl<T: 'static> Gather<T> {
    /// Asks every child for its cancellation; false when all are done or the gather has ended before.
    #[allow(clippy::must_use_candidate)] // programs cancel for the effect
    pub fn cancel(&self) -> bool {
        cancel_now(self.promise.this(), None)
    }

    /// See [`super::Task::try_cancel`].
    ///
    /// # Errors
    /// `RecursionError` where its children wait for it in a circle.
    pub fn try_cancel(&self, message: Option<&Text>) -> Outcome<bool> {
        cancel(self.promise.this(), message)
    }

    /// Whether it has its results, or has raised.
    #[must_use]
    pub fn done(&self) -> bool {
        self.promise.base().done()
    }

    /// Whether it was cancelled, which a gather never is: one whose cancellation was asked for raises a cancellation
    /// as its exception (`tasks.py`, `_done_callback`).
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.promise.base().cancelled()
    }

    /// Its results.
    ///
    /// # Errors
    /// What it raised; `InvalidStateError` before it is done.
    pub fn result(&self) -> Outcome<T> {
        result_of(self.promise.outcome())
    }
}

impl<T: 'static> IntoFuture for Gather<T> {
    type Output = Outcome<T>;
    type IntoFuture = Await<T>;

    #[track_caller]
    fn into_future(self) -> Await<T> {
        Await::new(self.promise, Location::caller())
    }
}

impl<T: 'static> Awaitable for Gather<T> {
    type Value = T;
    type Waiting = Await<T>;

    fn ensure_future(self) -> Ensured<T> {
        Ensured::given(self.promise)
    }

    fn wait(self, place: &'static Location<'static>) -> Await<T> {
        Await::new(self.promise, place)
    }
}

/// What happens with a child's exception.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mode {
    Raise,
    Return,
}

/// `tasks.py`, `_GatheringFuture`, with the state that its `_done_callback` closes over.
struct Gathering<T: 'static> {
    base: Base,
    mode: Mode,
    children: RefCell<Vec<Rc<dyn Promise<T>>>>,
    /// The tasks among them, for the log: asked for when they are made, since a look at each of many is slow later.
    tasks: RefCell<Vec<TaskId>>,
    /// How many ends it waits for.
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

    /// Keeps the children, asks each one that has not ended to tell of its end, once, and gives those that have ended
    /// already: they count only when all are known (`tasks.py`, `done_futs`).
    fn watch(self: &Rc<Self>, children: impl Iterator<Item = Ensured<T>>) -> Vec<Rc<dyn Promise<T>>> {
        let this: Rc<dyn DoneCallback> = Rc::clone(self) as Rc<dyn DoneCallback>;
        let mut done = Vec::new();
        let mut watched = 0;
        for Ensured { promise: child, made } in children {
            // The program cannot wait for a task that it has no handle to (`tasks.py`, `_log_destroy_pending`).
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
        // One that had ended and was given twice is expected twice, and counted twice at once.
        self.expected.set(watched + done.len());
        done
    }

    /// The cancellation that a gather raises whose own was asked for: its last child's, also if that refused it.
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
            // The exceptions after the first count as retrieved, and nobody sees them (rule 10).
            let _ = child.base().raised();
            return;
        }
        if self.mode == Mode::Raise
            && let Some(raised) = child.raise()
        {
            self.end(Status::Raised(raised));
        } else if self.finished.get() == self.expected.get() {
            // Whoever collects the results has asked each child for its exception.
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
    fn value(&self) -> Option<Vec<T>> {
        self.children.borrow().iter().map(|child| child.value()).collect()
    }
}

impl<T: Clone + 'static> Promise<Vec<Outcome<T>>> for Gathering<T> {
    fn value(&self) -> Option<Vec<Outcome<T>>> {
        self.children.borrow().iter().map(|child| child.outcome().map(|outcome| listed(&**child, outcome))).collect()
    }
}

/// A child's outcome among the results. A cancelled one is listed with the message of its request, which a task keeps only
/// if the request came too late to be raised in it (`tasks.py`, `gather`, asks for `_cancel_message`).
fn listed<T>(child: &dyn Promise<T>, outcome: Outcome<T>) -> Outcome<T> {
    if child.base().cancelled() { Err(Raised::Cancelled(child.cancel_message())) } else { outcome }
}
