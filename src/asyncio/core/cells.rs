//! The state of a loop, and its simple accessors.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::panic::Location;
use std::rc::{Rc, Weak};

use super::closing::Phase;
use super::exception_handler::Handler;
use super::garbage::Shared;
use super::outside::Door;
use super::running::LOOPS;
use super::scheduled::Scheduled;
use super::suspension::WokenBy;
use super::task_steps::Steps;
use super::tasks::Kept;
use super::timers::Timers;
use super::waitable::Waitable;
use super::worker::Workers;
use crate::asyncio::python::raised::Raised;
use crate::trace::{Asker, Event, Line, RequestId, ResourceId, Seconds, SharedLog, TaskId, What};

/// The duration in seconds from which a callback is slow by default (`base_events.py`, `slow_callback_duration`).
const SLOW_CALLBACK: Seconds = 0.1;

/// The state shared by the loop and everything that runs in it.
pub struct Core {
    /// Identifies the loop among those of this thread; 0 is never used.
    pub(super) id: u32,
    pub(super) source: &'static str,
    pub(super) log: SharedLog,
    pub(super) time: Cell<Seconds>,
    pub(super) ready: RefCell<VecDeque<Scheduled>>,
    pub(super) timers: RefCell<Timers<Scheduled>>,
    pub(super) door: Door,
    /// The number of callbacks left in the present iteration.
    pub(super) todo: Cell<usize>,
    pub(super) callback: Cell<u32>,
    pub(super) phase: Cell<Phase>,
    /// The main task, between its end and the end of that iteration.
    pub(super) main: RefCell<Option<Rc<dyn Waitable>>>,
    pub(super) tasks: RefCell<Vec<Option<Kept>>>,
    pub(super) collects: Cell<bool>,
    /// For the garbage collection only: the resource in whose queue a future waits, by the future's address.
    pub(super) lines: RefCell<HashMap<usize, Weak<dyn Shared>>>,
    pub(super) failed: RefCell<Vec<Rc<dyn Steps>>>,
    pub(super) leftovers: RefCell<Vec<Rc<dyn Steps>>>,
    pub(super) closing: Cell<bool>,
    pub(super) workers: Workers,
    /// The number of worker threads whose functions have not ended, in logical time.
    pub(super) working: Cell<u32>,
    pub(super) debug: Cell<bool>,
    pub(super) slow: Cell<Seconds>,
    pub(super) handler: RefCell<Option<Handler>>,
    pub(super) live: Cell<usize>,
    /// The number of default task names given so far.
    pub(super) numbered: Cell<u32>,
    pub(super) resources: Cell<u32>,
    pub(super) requests: Cell<u32>,
    pub(super) current: Cell<Option<TaskId>>,
    /// The asker of a cancellation that a callback of the loop requests, for the log.
    pub(super) on_behalf: Cell<Asker>,
    /// What will resume the running task, from its suspension to the end of its step.
    pub(super) woken_by: Cell<Option<WokenBy>>,
    /// The exception that the running task's await will raise.
    pub(super) thrown: Cell<Option<Raised>>,
    pub(super) late: Cell<Option<Raised>>,
    pub(super) is_late: Cell<bool>,
}

impl Core {
    /// The state of a new loop.
    pub(super) fn new(source: &'static str, log: &SharedLog) -> Self {
        Self {
            id: LOOPS.replace(LOOPS.get() + 1) + 1,
            source,
            log: Rc::clone(log),
            time: Cell::new(0.0),
            ready: RefCell::default(),
            timers: RefCell::default(),
            door: Door::default(),
            todo: Cell::new(0),
            callback: Cell::new(0),
            phase: Cell::new(Phase::Running),
            main: RefCell::default(),
            tasks: RefCell::default(),
            collects: Cell::new(false),
            lines: RefCell::default(),
            failed: RefCell::default(),
            leftovers: RefCell::default(),
            closing: Cell::new(false),
            workers: Workers::default(),
            working: Cell::new(0),
            debug: Cell::new(false),
            slow: Cell::new(SLOW_CALLBACK),
            handler: RefCell::default(),
            live: Cell::new(0),
            numbered: Cell::new(0),
            resources: Cell::new(0),
            requests: Cell::new(0),
            current: Cell::new(None),
            on_behalf: Cell::default(),
            woken_by: Cell::default(),
            thrown: Cell::default(),
            late: Cell::default(),
            is_late: Cell::new(false),
        }
    }

    /// Identifies the loop among those of this thread.
    pub(crate) const fn id(&self) -> u32 {
        self.id
    }

    pub(crate) fn time(&self) -> Seconds {
        self.time.get()
    }

    /// Moves logical time to the end of a blocking call in the present callback.
    pub(crate) fn hold_until(&self, until: Seconds) {
        self.time.set(until);
    }

    /// The line of `place` in the program's file; [`Line::NONE`] for a place in another file.
    pub(crate) fn line(&self, place: &Location<'_>) -> Line {
        Line::within(self.source, place)
    }

    /// Logs an event of the running task, or of the loop in a callback that belongs to no task.
    pub(crate) fn note(&self, what: What) {
        self.note_of(self.current_or_loop(), what);
    }

    /// Logs an event of this task.
    pub(crate) fn note_of(&self, task: TaskId, what: What) {
        let event = Event { time: self.time.get(), task, callback: self.callback.get(), what };
        self.log.borrow_mut().push(event);
    }

    /// The task whose step is running.
    pub(crate) fn current_task(&self) -> Option<TaskId> {
        self.current.get()
    }

    /// Who requests a cancellation now: the running task, or the asker set by [`Core::on_behalf_of`].
    pub(crate) fn asker(&self) -> Asker {
        self.current.get().map_or_else(|| self.on_behalf.get(), Asker::Task)
    }

    /// Calls `act` in a callback of the loop. Cancellations that `act` requests are logged as requests of `asker`.
    pub(crate) fn on_behalf_of<R>(&self, asker: Asker, act: impl FnOnce() -> R) -> R {
        self.on_behalf.set(asker);
        let result = act();
        self.on_behalf.take();
        result
    }

    /// Raises `raised` at the next await of the running task or callback, or at its end. For functions that cannot
    /// return an [`Outcome`](crate::asyncio::Outcome).
    pub(crate) fn raise_late(&self, raised: Raised) {
        self.late.set(Some(raised));
        self.is_late.set(true);
    }

    /// Whether an exception of [`Core::raise_late`] is pending.
    pub(crate) fn raises_late(&self) -> bool {
        self.is_late.get()
    }

    /// Takes the pending exception of [`Core::raise_late`].
    pub(crate) fn take_late(&self) -> Option<Raised> {
        if self.is_late.replace(false) { self.late.take() } else { None }
    }

    /// The number of the present callback.
    pub(crate) fn callback(&self) -> u32 {
        self.callback.get()
    }

    /// The number of a new resource.
    pub(crate) fn next_resource(&self) -> ResourceId {
        ResourceId(self.resources.replace(self.resources.get() + 1))
    }

    /// The number of a new request.
    pub(crate) fn next_request(&self) -> RequestId {
        RequestId(self.requests.replace(self.requests.get() + 1))
    }

    /// The running task, or [`TaskId::LOOP`] in a callback that belongs to no task.
    pub(crate) fn current_or_loop(&self) -> TaskId {
        self.current.get().unwrap_or(TaskId::LOOP)
    }

    /// Drops a coroutine without a warning that it was never awaited.
    pub(crate) fn close<C>(&self, coroutine: C) {
        let before = self.closing.replace(true);
        drop(coroutine);
        self.closing.set(before);
    }

    /// Whether [`Core::close`] is dropping a coroutine. Only the first caller gets true: the closed coroutine itself,
    /// not one that it contains.
    pub(crate) fn take_closing(&self) -> bool {
        self.closing.replace(false)
    }

    /// Counts a worker's start (1) or end (-1).
    pub(crate) fn count_workers(&self, change: i32) {
        self.working.set(self.working.get().saturating_add_signed(change));
    }

    /// The running worker, if any, and those that sleep.
    pub(crate) const fn workers(&self) -> &Workers {
        &self.workers
    }

    pub(crate) fn set_debug(&self, debug: bool) {
        self.debug.set(debug);
    }

    pub(crate) fn set_slow_callback_duration(&self, duration: Seconds) {
        self.slow.set(duration);
    }

    pub(crate) fn handle_exceptions_with(&self, handler: Handler) {
        self.handler.replace(Some(handler));
    }

    pub(crate) fn exception_handler(&self) -> Option<Handler> {
        self.handler.borrow().clone()
    }

    /// The queue of callbacks from outside of the loop.
    pub(crate) const fn door(&self) -> &Door {
        &self.door
    }
}
