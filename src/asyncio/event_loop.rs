//! The event loop: ready queue, timers and iterations.

mod closing;
#[cfg(test)]
mod report;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::panic::Location;
use std::rc::{Rc, Weak};

use self::closing::Phase;
use super::callbacks::Call;
use super::exception_handler::Handler;
use super::future::Waitable;
use super::garbage::{Shared, Visit};
use super::outside::{Door, Outside, Selector};
use super::suspension::WokenBy;
use super::task::{self, Steps, Task};
use super::timers::{TimerHandle, Timers};
use super::to_thread::Worker;
use super::{Outcome, Raised, Repr};
use crate::trace::{
    Asker, CLOCK_RESOLUTION, Event, Line, Name, On, RequestId, ResourceId, Seconds, SharedLog, TaskId, Text, Warning,
    What,
};

/// The duration in seconds from which a callback is slow by default (`base_events.py`, `slow_callback_duration`).
const SLOW_CALLBACK: Seconds = 0.1;

/// An event loop and its run. Dropping it ends the run and drops every coroutine.
///
/// It never reads a clock and never waits. Its owner asks [`EventLoop::due`] for the time of the next callback and
/// calls [`EventLoop::turn`] at that time.
pub struct EventLoop {
    core: Rc<Core>,
}

/// When the next callback is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Due {
    /// A callback is in the ready queue.
    Now,
    /// The ready queue is empty. The next timer is due at this logical time.
    At(Seconds),
    /// The ready queue is empty and there is no timer, but a result from outside of the loop is expected.
    Outside,
    /// The run is over.
    Finished,
    /// Deadlock: the ready queue is empty and there is no timer, but the main task has not ended.
    Stuck,
}

/// A callback in the ready queue or behind a timer (`events.py`, `Handle`).
pub(crate) enum Scheduled {
    /// A task's first step, or its step after a bare yield.
    Step(Rc<dyn Steps>),
    /// A done callback of this future.
    Callback(Callback, Rc<dyn Waitable>),
    /// The end of a sleep: `_set_result_unless_cancelled`.
    Wake(Rc<dyn Waitable>),
    /// A plain function.
    Call(Rc<Call>),
    /// All left-over tasks have ended.
    Stop,
}

/// A done callback of a future.
pub(crate) enum Callback {
    /// The next step of a task that awaits the future.
    Wakeup(Rc<dyn Steps>, TaskId),
    /// A function of the loop or of the program.
    Done(Rc<dyn DoneCallback>),
    /// The main task has ended (`run_until_complete`).
    Stop,
}

impl Callback {
    /// Whether it is this function.
    pub(crate) fn is(&self, bookkeeping: &Rc<dyn DoneCallback>) -> bool {
        matches!(self, Self::Done(own) if std::ptr::addr_eq(Rc::as_ptr(own), Rc::as_ptr(bookkeeping)))
    }
}

/// A function that is called when a future is done.
pub(crate) trait DoneCallback {
    /// Called when `future` is done.
    fn done(&self, future: &dyn Waitable);

    /// Visits what it refers to, for the garbage collection. An object that is not visited is kept.
    fn refer(&self, _visit: Visit<'_>) {}

    /// The function's name, if a program passed it.
    fn name(&self) -> Text {
        "".into()
    }
}

/// The loop's reference to a task that has not ended.
enum Kept {
    Strong(Rc<dyn Steps>),
    Weak(Weak<dyn Steps>),
}

impl Kept {
    fn task(&self) -> Option<Rc<dyn Steps>> {
        match self {
            Self::Strong(task) => Some(Rc::clone(task)),
            Self::Weak(task) => task.upgrade(),
        }
    }
}

/// The state shared by the loop and everything that runs in it.
pub struct Core {
    /// Identifies the loop among those of this thread; 0 is never used.
    id: u32,
    source: &'static str,
    log: SharedLog,
    time: Cell<Seconds>,
    ready: RefCell<VecDeque<Scheduled>>,
    timers: RefCell<Timers<Scheduled>>,
    door: Door,
    todo: Cell<usize>,
    callback: Cell<u32>,
    phase: Cell<Phase>,
    /// The main task, from its end to the end of that iteration.
    main: RefCell<Option<Rc<dyn Waitable>>>,
    tasks: RefCell<Vec<Option<Kept>>>,
    collects: Cell<bool>,
    /// The resource that each waiting future waits for, by the future's address; only for the garbage collection.
    lines: RefCell<HashMap<usize, Weak<dyn Shared>>>,
    failed: RefCell<Vec<Rc<dyn Steps>>>,
    leftovers: RefCell<Vec<Rc<dyn Steps>>>,
    closing: Cell<bool>,
    worker: Worker,
    /// The number of running worker threads, in logical time.
    workers: Cell<u32>,
    debug: Cell<bool>,
    slow: Cell<Seconds>,
    handler: RefCell<Option<Handler>>,
    live: Cell<usize>,
    numbered: Cell<u32>,
    resources: Cell<u32>,
    requests: Cell<u32>,
    current: Cell<Option<TaskId>>,
    /// Who requests cancellations in a callback of the loop.
    on_behalf: Cell<Asker>,
    woken_by: Cell<Option<WokenBy>>,
    thrown: Cell<Option<Raised>>,
    late: Cell<Option<Raised>>,
    is_late: Cell<bool>,
}

thread_local! {
    static RUNNING: RefCell<Option<Rc<Core>>> = const { RefCell::new(None) };
    /// The number of loops created so far.
    static LOOPS: Cell<u32> = const { Cell::new(0) };
}

/// The loop whose callback is running on this thread (`asyncio.get_running_loop`).
pub(crate) fn running() -> Option<Rc<Core>> {
    RUNNING.with_borrow(Clone::clone)
}

/// Calls `ask` with the running loop, if any, without cloning the reference. `ask` must not run code of the program.
pub(crate) fn with_running<R>(ask: impl FnOnce(&Core) -> R) -> Option<R> {
    RUNNING.with_borrow(|core| core.as_deref().map(ask))
}

impl EventLoop {
    /// A loop that appends to `log`. Events from the file `source`, named as by `file!()`, have line numbers.
    #[must_use]
    pub fn new(source: &'static str, log: &SharedLog) -> Self {
        let core = Core {
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
            worker: Worker::default(),
            workers: Cell::new(0),
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
        };
        Self { core: Rc::new(core) }
    }

    /// Creates the main task, whose end ends the run as in `asyncio.run`. As there, it takes the name Task-1.
    pub fn start<T: Repr + Clone + 'static>(&self, main: impl Future<Output = Outcome<T>> + 'static) -> Task<T> {
        let _entered = Entered::new(&self.core);
        self.core.next_name();
        let task = task::spawn(&self.core, main, Name::Given("main".into()), Line::NONE);
        task.watch(Callback::Stop);
        task
    }

    /// Makes the loop's references to tasks weak, as `CPython`'s are. Garbage is then collected after each callback
    /// (`semantics.md` rule 36). Otherwise the loop keeps its tasks until the end of the run, so that the log does not
    /// depend on the time of a garbage collection.
    ///
    /// `garbage.rs` defines what counts as garbage.
    pub fn collect_garbage(&self) {
        self.core.collects.set(true);
    }

    /// When the next callback is due.
    #[must_use]
    pub fn due(&self) -> Due {
        if self.core.phase.get() == Phase::Finished {
            Due::Finished
        } else if self.core.ready.borrow().is_empty() {
            let stuck = if self.core.door.expects() { Due::Outside } else { Due::Stuck };
            self.core.next_moment().map_or(stuck, Due::At)
        } else {
            Due::Now
        }
    }

    /// The entrance for callbacks from outside of the loop.
    #[must_use]
    pub fn outside(&self) -> Outside {
        Outside::new(Rc::downgrade(&self.core))
    }

    /// Sets the selector, which gives the time of callbacks from outside and is notified of them.
    pub fn watch_with(&self, selector: Rc<dyn Selector>) {
        self.core.door.watch_with(selector);
    }

    /// Runs one callback. An iteration starts by advancing time (if nothing is ready) and moving due timers to the
    /// ready queue. Does nothing if the run is over or stuck.
    pub fn turn(&self) {
        let _entered = Entered::new(&self.core);
        self.core.turn();
    }

    /// Runs all callbacks, without waiting. It does not return if the run never ends.
    pub fn run_to_end(&self) {
        let _entered = Entered::new(&self.core);
        while matches!(self.due(), Due::Now | Due::At(_)) {
            self.core.turn();
        }
    }

    /// Runs at most so many callbacks. Returns the end of the run; `None` if it has not ended or waits for outside.
    #[must_use]
    pub fn run_at_most(&self, callbacks: u32) -> Option<Seconds> {
        for _ in 0..callbacks {
            match self.due() {
                Due::Now | Due::At(_) => self.turn(),
                Due::Outside => return None,
                Due::Finished | Due::Stuck => return Some(self.time()),
            }
        }
        None
    }

    /// The logical time: of the present callback, or of the end of its blocking call.
    #[must_use]
    pub fn time(&self) -> Seconds {
        self.core.time()
    }

    /// The number of tasks that have not ended.
    #[must_use]
    pub fn live_tasks(&self) -> usize {
        self.core.live.get()
    }

    /// Whether the next callback belongs to an iteration that has already begun.
    #[must_use]
    pub fn within_iteration(&self) -> bool {
        self.core.todo.get() > 0
    }

    /// The number of callbacks run so far.
    #[must_use]
    pub fn callbacks(&self) -> u32 {
        self.core.callback.get()
    }
}

impl Drop for EventLoop {
    fn drop(&mut self) {
        let tasks = self.core.tasks.take();
        for task in tasks.iter().flatten().filter_map(Kept::task) {
            task.abandon();
        }
        self.core.ready.take();
        self.core.timers.take();
        self.core.door.close();
        self.core.failed.take();
        self.core.leftovers.take();
        self.core.handler.take();
    }
}

impl Core {
    /// Identifies the loop among those of this thread.
    pub(crate) const fn id(&self) -> u32 {
        self.id
    }

    pub(crate) fn time(&self) -> Seconds {
        self.time.get()
    }

    /// Advances time while the present callback holds the thread.
    pub(crate) fn hold_until(&self, until: Seconds) {
        self.time.set(until);
    }

    /// The line of the program at `place`.
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

    /// Calls `act` in a callback of the loop; cancellations in it are requested by `asker`.
    pub(crate) fn on_behalf_of<R>(&self, asker: Asker, act: impl FnOnce() -> R) -> R {
        self.on_behalf.set(asker);
        let result = act();
        self.on_behalf.take();
        result
    }

    /// Raises an exception at the next await or the end of the running task or callback. For functions that cannot
    /// return an [`Outcome`].
    pub(crate) fn raise_late(&self, raised: Raised) {
        self.late.set(Some(raised));
        self.is_late.set(true);
    }

    /// Whether such a late exception is pending.
    pub(crate) fn raises_late(&self) -> bool {
        self.is_late.get()
    }

    /// Takes the pending late exception.
    pub(crate) fn take_late(&self) -> Option<Raised> {
        if self.is_late.replace(false) { self.late.take() } else { None }
    }

    /// The number of the present callback.
    pub(crate) fn callback(&self) -> u32 {
        self.callback.get()
    }

    /// The running task itself.
    pub(crate) fn running_task(&self) -> Option<Rc<dyn Steps>> {
        self.tasks.borrow().get(self.current.get()?.index())?.as_ref()?.task()
    }

    /// The tasks that have not ended, in the order of their creation.
    pub(crate) fn all_tasks(&self) -> Vec<Rc<dyn Steps>> {
        self.tasks.borrow().iter().flatten().filter_map(Kept::task).collect()
    }

    /// The next default name of a task.
    pub(crate) fn next_name(&self) -> Name {
        let number = self.numbered.get() + 1;
        self.numbered.set(number);
        Name::Numbered(number)
    }

    /// The number of a new resource.
    pub(crate) fn next_resource(&self) -> ResourceId {
        ResourceId(self.resources.replace(self.resources.get() + 1))
    }

    /// The number of a new request.
    pub(crate) fn next_request(&self) -> RequestId {
        RequestId(self.requests.replace(self.requests.get() + 1))
    }

    /// The number of the next task.
    pub(crate) fn next_task(&self) -> TaskId {
        let number = self.tasks.borrow().len();
        TaskId(u32::try_from(number).expect("memory ends long before four thousand million tasks"))
    }

    /// Stores a new task until it ends.
    pub(crate) fn keep(&self, task: Rc<dyn Steps>) {
        let kept = if self.collects.get() { Kept::Weak(Rc::downgrade(&task)) } else { Kept::Strong(task) };
        self.tasks.borrow_mut().push(Some(kept));
        self.live.set(self.live.get() + 1);
    }

    /// Removes a task that has ended.
    pub(crate) fn forget(&self, task: TaskId) {
        if let Some(slot) = self.tasks.borrow_mut().get_mut(task.index()) {
            *slot = None;
            self.live.set(self.live.get().saturating_sub(1));
        }
    }

    /// Keeps a failed task, so that "exception was never retrieved" is reported at the end of the run and not earlier.
    pub(crate) fn keep_failed(&self, task: Rc<dyn Steps>) {
        if !self.collects.get() {
            self.failed.borrow_mut().push(task);
        }
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

    /// Whether a coroutine is being closed. Only the first caller gets true.
    pub(crate) fn take_closing(&self) -> bool {
        self.closing.replace(false)
    }

    /// Counts a worker's start (1) or end (-1).
    pub(crate) fn count_workers(&self, change: i32) {
        self.workers.set(self.workers.get().saturating_add_signed(change));
    }

    /// The worker whose function is running.
    pub(crate) const fn worker(&self) -> &Worker {
        &self.worker
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

    /// Adds a callback to the ready queue.
    pub(crate) fn call_soon(&self, handle: Scheduled) {
        if let Scheduled::Callback(Callback::Wakeup(_, id), _) = &handle {
            self.note_of(*id, What::Ready);
        }
        self.ready.borrow_mut().push_back(handle);
    }

    /// Schedules a callback for `when`.
    pub(crate) fn call_at(&self, when: Seconds, handle: Scheduled) -> TimerHandle {
        self.timers.borrow_mut().add(when, handle)
    }

    /// Cancels a scheduled callback.
    pub(crate) fn cancel_timer(&self, handle: TimerHandle) {
        self.timers.borrow_mut().cancel(handle);
    }

    /// Suspends the running task at `place`. Returns the line of `place`.
    pub(crate) fn hand_back(&self, woken_by: WokenBy, on: On, place: &Location<'_>) -> Line {
        let line = self.line(place);
        self.note(What::Suspended { on, line });
        self.woken_by.set(Some(woken_by));
        line
    }

    /// The exception to raise in the running task, at its await in this line.
    pub(crate) fn take_thrown(&self, line: Line) -> Outcome<()> {
        match self.thrown.take() {
            None => Ok(()),
            Some(raised) => {
                if raised.is_cancellation() {
                    self.note(What::CancelDelivered { line });
                }
                Err(raised)
            }
        }
    }

    /// Runs `poll` as a step of this task. Returns its result, and what will wake the task.
    pub(crate) fn step<R>(
        &self,
        task: TaskId,
        thrown: Option<Raised>,
        poll: impl FnOnce() -> R,
    ) -> (R, Option<WokenBy>) {
        self.note_of(task, What::StepBegan);
        let outer = self.current.replace(Some(task));
        self.thrown.set(thrown);
        let result = poll();
        self.current.set(outer);
        (result, self.woken_by.take())
    }

    fn turn(&self) {
        if self.todo.get() == 0 {
            self.begin_iteration();
        }
        let Some(handle) = self.ready.borrow_mut().pop_front() else { return };
        self.callback.set(self.callback.get() + 1);
        let stepped = self.collects.get().then(|| handle.task()).flatten();
        if self.debug.get() {
            self.run_watched(handle);
        } else {
            self.run(handle);
        }
        if self.collects.get() {
            self.collect(stepped);
        }
        self.todo.set(self.todo.get().saturating_sub(1));
        if self.todo.get() == 0 {
            self.end_iteration();
        }
    }

    /// The queue of callbacks from outside of the loop.
    pub(crate) const fn door(&self) -> &Door {
        &self.door
    }

    /// The time of the next timer or of the next callback from outside.
    fn next_moment(&self) -> Option<Seconds> {
        let timer = self.timers.borrow_mut().next();
        let arrived = self.door.next();
        match (timer, arrived) {
            (Some(timer), Some(arrived)) => Some(timer.min(arrived)),
            (timer, arrived) => timer.or(arrived),
        }
    }

    /// Moves due timers to the ready queue. The callbacks that are then in the queue are this iteration's.
    fn begin_iteration(&self) {
        if self.ready.borrow().is_empty()
            && let Some(when) = self.next_moment()
        {
            self.time.set(self.time.get().max(when));
        }
        let mut timers = self.timers.borrow_mut();
        let mut ready = self.ready.borrow_mut();
        // Callbacks from the selector come before the timers (`base_events.py`, `_run_once`).
        while let Some(call) = self.door.pop_until(self.time.get()) {
            ready.push_back(Scheduled::Call(call));
        }
        let end = self.time.get() + CLOCK_RESOLUTION;
        while let Some(handle) = timers.pop_before(end) {
            ready.push_back(handle);
        }
        self.todo.set(ready.len());
        self.log.borrow_mut().begin_iteration(self.callback.get() + 1);
    }

    fn run(&self, handle: Scheduled) {
        match handle {
            Scheduled::Step(task) => task.step(self, None),
            Scheduled::Callback(Callback::Wakeup(task, _), future) => task.step(self, future.raise()),
            Scheduled::Callback(Callback::Done(callback), future) => callback.done(&*future),
            Scheduled::Wake(waiter) => waiter.base().wake(&waiter),
            Scheduled::Callback(Callback::Stop, main) => {
                self.main.replace(Some(main));
                self.phase.set(Phase::Stopping);
            }
            Scheduled::Call(call) => call.run(self),
            Scheduled::Stop => self.phase.set(Phase::Cancelled),
        }
    }

    /// Runs a callback, and warns if it held the thread for too long.
    fn run_watched(&self, handle: Scheduled) {
        let (task, name) = handle.owner();
        let began = self.time.get();
        self.run(handle);
        let took = self.time.get() - began;
        if took >= self.slow.get() {
            let message = format!("Executing <{name}> took {took:.3} seconds");
            self.warn(task, Warning::Slow, message);
        }
    }

    /// Stores which resource a future waits for, for the garbage collection.
    pub(crate) fn stands_in_line(&self, future: &Rc<dyn Waitable>, of: &Rc<impl Shared + 'static>) {
        if self.collects.get() {
            let shared: Weak<dyn Shared> = Rc::downgrade(of) as Weak<dyn Shared>;
            self.lines.borrow_mut().insert(future.base().address(), shared);
        }
    }

    /// The resource that a future waits for, if it was stored.
    pub(crate) fn line_of(&self, future: &Rc<dyn Waitable>) -> Option<Rc<dyn Shared>> {
        let shared = self.lines.borrow().get(&future.base().address())?.upgrade()?;
        shared.in_line().iter().any(|other| Rc::ptr_eq(other, future)).then_some(shared)
    }
}

impl Scheduled {
    /// The task, if this is a step of a task.
    fn task(&self) -> Option<TaskId> {
        match self {
            Self::Step(task) | Self::Callback(Callback::Wakeup(task, _), _) => Some(task.id()),
            Self::Callback(Callback::Done(_) | Callback::Stop, _) | Self::Wake(_) | Self::Call(_) | Self::Stop => None,
        }
    }

    /// The task and its name, or the loop and the function's name.
    fn owner(&self) -> (TaskId, String) {
        match self {
            Self::Step(task) | Self::Callback(Callback::Wakeup(task, _), _) => (task.id(), task.name()),
            Self::Call(call) => (TaskId::LOOP, call.name().to_string()),
            Self::Callback(Callback::Done(callback), _) => (TaskId::LOOP, callback.name().to_string()),
            Self::Callback(Callback::Stop, _) | Self::Wake(_) | Self::Stop => (TaskId::LOOP, String::new()),
        }
    }
}

/// Makes a loop the running one until this is dropped.
struct Entered {
    outer: Option<Rc<Core>>,
}

impl Entered {
    fn new(core: &Rc<Core>) -> Self {
        Self { outer: RUNNING.replace(Some(Rc::clone(core))) }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        RUNNING.set(self.outer.take());
    }
}
