//! The end of a run as in `asyncio.run`: the left-over tasks, and asyncio's own steps after them.

use std::cell::Cell;
use std::rc::Rc;

use super::cancel::cancel;
use super::cells::Core;
use super::running::running;
use super::scheduled::{Callback, DoneCallback, Scheduled};
use super::waitable::Waitable;
use crate::asyncio::python::raised::Raised;
use crate::trace::{CLOCK_RESOLUTION, TaskId, Warning, ordered};

/// The number of iterations after the left-over tasks have ended: two for `shutdown_asyncgens`, two for
/// `shutdown_default_executor` (`runners.py`, `Runner.close`).
const CLOSING_ITERATIONS: u8 = 4;

/// The phase of a run, as in `asyncio.run`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Phase {
    Running,
    /// The main task has ended. The present iteration is the last of `run_until_complete`.
    Stopping,
    /// The left-over tasks were cancelled. The loop waits for them.
    Cancelling,
    /// The left-over tasks have ended. The present iteration is the last one with tasks.
    Cancelled,
    /// The number of iterations left before the loop is closed.
    Closing(u8),
    Finished,
}

impl Core {
    /// Goes to the next phase at the end of an iteration.
    pub(super) fn end_iteration(&self) {
        let nothing_due = self.ready.borrow().is_empty()
            && self.timers.borrow_mut().next().is_none_or(|when| when >= self.time.get() + CLOCK_RESOLUTION);
        let next = match self.phase.get() {
            Phase::Stopping => self.cancel_leftovers(),
            Phase::Cancelled => {
                self.report_leftovers();
                self.end_in(CLOSING_ITERATIONS)
            }
            Phase::Closing(left) => self.end_in(left.saturating_sub(1)),
            phase @ (Phase::Running | Phase::Cancelling | Phase::Finished) => phase,
        };
        let over = matches!(next, Phase::Closing(left) if self.working.get() == 0 && (left == 0 || nothing_due));
        self.phase.set(if over { Phase::Finished } else { next });
        if over {
            self.report_failed();
            self.destroy_pending();
        }
    }

    /// The phase with `left` iterations left. Every second iteration starts with an internal task of asyncio, which
    /// uses up a default task name.
    fn end_in(&self, left: u8) -> Phase {
        if left > 0 && left.is_multiple_of(2) {
            self.next_name();
        }
        Phase::Closing(left)
    }

    /// Cancels the tasks that the main task left running, oldest first (`runners.py`, `_cancel_all_tasks`).
    fn cancel_leftovers(&self) -> Phase {
        // `run_until_complete` retrieves the main task's result first. Only the first caller gets the message of a
        // cancellation.
        drop(self.main.take().map(|main| main.raise()));
        let leftovers = self.all_tasks();
        if leftovers.is_empty() {
            return self.end_in(CLOSING_ITERATIONS);
        }
        for task in &leftovers {
            if let Err(raised) = cancel(task.this(), None) {
                // Python's `run` raises this error and closes the loop. It does not wait for the left-over tasks.
                self.warn(TaskId::LOOP, Warning::Unhandled, raised.to_string());
                return Phase::Closing(0);
            }
        }
        self.leftovers.replace(leftovers.clone());
        let remaining = Rc::new(Leftovers { remaining: Cell::new(leftovers.len()) });
        for task in leftovers {
            task.base().add_done_callback(&task.this(), Callback::Done(Rc::clone(&remaining) as Rc<dyn DoneCallback>));
        }
        Phase::Cancelling
    }

    /// Reports the left-over tasks that failed instead of being cancelled (`runners.py`, `_cancel_all_tasks`).
    fn report_leftovers(&self) {
        for task in self.leftovers.take() {
            if let Some(Raised::Exception(exception)) = task.base().raised() {
                let message = "unhandled exception during asyncio.run() shutdown".into();
                self.report(task.id(), Warning::Unhandled, message, Some(exception));
            }
        }
    }

    /// Drops the failed tasks in the order of their creation, and warns of those whose exception was never retrieved.
    fn report_failed(&self) {
        let failed = ordered(&self.failed.take(), &|one, other| one.id().cmp(&other.id()));
        for task in failed {
            task.warn_if_unretrieved();
        }
    }
}

impl Core {
    /// Destroys the tasks that are pending when the loop is closed: those created during closing, and those in a cycle
    /// of waits.
    fn destroy_pending(&self) {
        for task in self.all_tasks() {
            task.abandon();
        }
    }
}

/// Counts the left-over tasks that have not ended.
struct Leftovers {
    remaining: Cell<usize>,
}

impl DoneCallback for Leftovers {
    fn done(&self, _: &dyn Waitable) {
        self.remaining.set(self.remaining.get() - 1);
        if self.remaining.get() == 0
            && let Some(event_loop) = running()
        {
            event_loop.call_soon(Scheduled::Stop);
        }
    }
}
