//! The event loop, for its driver: a test, an example, or the pacer of the page.

use std::future::Future;
use std::rc::Rc;

use super::cells::Core;
use super::closing::Phase;
use super::outside::{Outside, Selector};
use super::running::Entered;
use super::scheduled::Callback;
use super::task::{Task, spawn};
use super::tasks::Kept;
use crate::asyncio::python::raised::Outcome;
use crate::asyncio::python::repr::Repr;
use crate::trace::{Line, Name, Seconds, SharedLog};

/// An event loop and its run. Dropping it ends the run and drops every coroutine.
///
/// It never reads a clock and never waits. Its owner asks [`EventLoop::due`] for the time of the next callback and
/// calls [`EventLoop::turn`] at that time.
pub struct EventLoop {
    pub(super) core: Rc<Core>,
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

impl EventLoop {
    /// A loop that appends to `log`. Only events in the file `source`, a path as `file!()` gives it, have line numbers.
    #[must_use]
    pub fn new(source: &'static str, log: &SharedLog) -> Self {
        Self { core: Rc::new(Core::new(source, log)) }
    }

    /// Creates the main task. Its end ends the run, as in `asyncio.run`. The task is named `main`, and uses up the
    /// default name Task-1.
    pub fn start<T: Repr + Clone + 'static>(&self, main: impl Future<Output = Outcome<T>> + 'static) -> Task<T> {
        let _entered = Entered::new(&self.core);
        self.core.next_name();
        let task = spawn(&self.core, main, Name::Given("main".into()), Line::NONE);
        task.watch(Callback::Stop);
        task
    }

    /// Makes the loop's references to tasks weak, as `CPython`'s are. Garbage is then collected after each callback
    /// (`semantics.md` rule 36). Without this call the loop keeps its tasks until the end of the run, so that the log
    /// does not depend on the time of a garbage collection.
    ///
    /// `garbage.rs` defines what counts as garbage.
    pub fn collect_garbage(&self) {
        self.core.collects.set(true);
    }

    /// When the next callback is due.
    #[must_use]
    pub fn due(&self) -> Due {
        if self.within_iteration() {
            Due::Now
        } else if self.core.phase.get() == Phase::Finished {
            Due::Finished
        } else if self.core.ready.borrow().is_empty() {
            let stuck = if self.core.door.expects() { Due::Outside } else { Due::Stuck };
            self.core.next_moment().map_or(stuck, Due::At)
        } else {
            Due::Now
        }
    }

    /// A handle for scheduling callbacks from outside of the loop.
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

    /// Runs all callbacks, without waiting. Returns when the run has ended, is stuck or needs a callback from outside.
    pub fn run_to_end(&self) {
        let _entered = Entered::new(&self.core);
        while matches!(self.due(), Due::Now | Due::At(_)) {
            self.core.turn();
        }
    }

    /// Runs at most `callbacks` callbacks. Returns the time at which the run ended or got stuck; `None` if more
    /// callbacks follow or one is expected from outside.
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

    /// The logical time of the present callback, or of the end of its blocking call.
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
