//! A gather in progress (`tasks.py`, `_GatheringFuture`).

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::asyncio::core::awaitable::Ensured;
use crate::asyncio::core::base::{Base, Ending, warn_if_unretrieved};
use crate::asyncio::core::cancel::Asked;
use crate::asyncio::core::cells::Core;
use crate::asyncio::core::garbage::{Object, Visit};
use crate::asyncio::core::scheduled::{Callback, DoneCallback};
use crate::asyncio::core::waitable::{Promise, Waitable};
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::asyncio::python::trash::let_go;
use crate::trace::{On, TaskId, Text, Waiter};

/// How a child's exception is handled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mode {
    Raise,
    Return,
}

/// The future of a `gather` (`tasks.py`, `_GatheringFuture`, with the variables of its `_done_callback`).
pub(super) struct Gathering<T: 'static> {
    base: Base,
    mode: Mode,
    children: RefCell<Vec<Rc<dyn Promise<T>>>>,
    /// The tasks among the children, for the log. They are collected once, because asking many children again at each
    /// await is slow.
    tasks: RefCell<Vec<TaskId>>,
    /// The number of children to wait for.
    expected: Cell<usize>,
    finished: Cell<usize>,
    cancel_requested: Cell<bool>,
    this: Weak<Gathering<T>>,
}

impl<T: Clone + 'static> Gathering<T> {
    pub(super) fn new(children: impl Iterator<Item = Ensured<T>>, mode: Mode) -> Rc<Self> {
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
            gathering.end(Ending::Returned);
        }
        for child in done {
            gathering.done(&*child);
        }
        gathering
    }

    /// Stores the children and registers a done callback with each child that is not done. Returns the children that
    /// are done: they are counted after all children are stored (`tasks.py`, `done_futs`).
    fn watch(self: &Rc<Self>, children: impl Iterator<Item = Ensured<T>>) -> Vec<Rc<dyn Promise<T>>> {
        let this: Rc<dyn DoneCallback> = Rc::clone(self) as Rc<dyn DoneCallback>;
        let mut done = Vec::new();
        let mut watched = 0;
        let mut tasks = Vec::with_capacity(children.size_hint().0);
        let mut promises = Vec::with_capacity(children.size_hint().0);
        for Ensured { promise: child, made } in children {
            // No warning if such a task is destroyed while pending: the program has no handle with which to wait for it
            // (`tasks.py`, `_log_destroy_pending`).
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
            tasks.extend_from_slice(child.on().tasks());
            promises.push(child);
        }
        self.tasks.replace(tasks);
        self.children.replace(promises);
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

    fn end(&self, ending: Ending) {
        self.base.settle(self.this(), ending);
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
            self.end(Ending::Raised(raised));
        } else if self.finished.get() == self.expected.get() {
            // Collecting the results retrieves each child's exception. In the other mode `raise` has done so above.
            if self.mode == Mode::Return {
                self.children.borrow().iter().for_each(|child| child.base().retrieve());
            }
            let cancelled = self.cancel_requested.get();
            self.end(if cancelled { Ending::Raised(self.cancellation()) } else { Ending::Returned });
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

/// A child's outcome as an item of the result. That of a cancelled child has the message that the child stores. A task
/// stores one only if the request came too late to be raised in it (`tasks.py`, `gather`, `_cancel_message`).
fn listed<T>(child: &dyn Promise<T>, outcome: Outcome<T>) -> Outcome<T> {
    if child.base().cancelled() { Err(Raised::Cancelled(child.cancel_message())) } else { outcome }
}
