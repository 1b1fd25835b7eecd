//! Functions in worker threads (`asyncio.to_thread`), in logical time.
//!
//! A function runs when it is handed over. What it did is then replayed part by part: a part is what it did between two
//! sleeps. As with real threads, a worker goes on only while the loop has nothing to run. Of workers and timers that are
//! due at one time, the one that began to wait first is first, and each iteration wakes one worker.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::callbacks::Call;
use super::cells::Core;
use super::running::with_running;
use super::scheduled::Scheduled;
use super::waitable::Waitable;
use crate::trace::{Seconds, TaskId, Text, What};

/// The record of a worker's function, in seconds: its duration, its computing time, and its parts.
pub(crate) struct Shift {
    pub(crate) elapsed: Seconds,
    pub(crate) computes: Seconds,
    parts: VecDeque<Part>,
}

/// What a worker's function printed between two sleeps, and when: in seconds since its start.
#[derive(Default)]
struct Part {
    after: Seconds,
    printed: Vec<Text>,
}

/// The running worker, if any, and those that sleep.
#[derive(Default)]
pub(crate) struct Workers {
    running: RefCell<Option<Shift>>,
    asleep: RefCell<Vec<Asleep>>,
}

/// A worker that sleeps.
struct Asleep {
    when: Seconds,
    /// Its place among the timers and workers with the same `when`.
    number: u32,
    work: Work,
}

/// The rest of a function that was handed over.
pub(crate) struct Work {
    /// The task that handed it over.
    pub(crate) task: TaskId,
    pub(crate) began: Seconds,
    pub(crate) shift: Shift,
    /// The future that is done when the function has ended.
    pub(crate) done: Rc<dyn Waitable>,
}

impl Default for Shift {
    fn default() -> Self {
        Self { elapsed: 0.0, computes: 0.0, parts: VecDeque::from([Part::default()]) }
    }
}

impl Shift {
    /// The present part.
    fn part(&mut self) -> &mut Part {
        if self.parts.back().is_none_or(|part| part.after < self.elapsed) {
            self.begin_part();
        }
        self.parts.back_mut().expect("a part was just added if there was none")
    }

    fn begin_part(&mut self) {
        self.parts.push_back(Part { after: self.elapsed, printed: Vec::new() });
    }
}

impl Workers {
    /// Adds `seconds` to the worker's duration, and to its computing time if it `computes`. Returns false if no worker
    /// is running.
    pub(crate) fn hold(&self, seconds: Seconds, computes: bool) -> bool {
        let mut running = self.running.borrow_mut();
        let Some(shift) = &mut *running else { return false };
        shift.elapsed += seconds;
        if computes {
            shift.computes += seconds;
        } else {
            shift.begin_part();
        }
        true
    }

    /// Records a print of the running worker. Returns the text if no worker is running.
    pub(crate) fn print(&self, text: Text) -> Option<Text> {
        match &mut *self.running.borrow_mut() {
            Some(shift) => {
                shift.part().printed.push(text);
                None
            }
            None => Some(text),
        }
    }

    /// When the next worker wakes, and its number.
    pub(super) fn next(&self) -> Option<(Seconds, u32)> {
        let asleep = self.asleep.borrow();
        asleep
            .iter()
            .map(|one| (one.when, one.number))
            .min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)))
    }

    fn take(&self, number: u32) -> Option<Work> {
        let mut asleep = self.asleep.borrow_mut();
        let place = asleep.iter().position(|one| one.number == number)?;
        Some(asleep.swap_remove(place).work)
    }
}

impl Core {
    /// Calls `function` as the running worker. Returns its result and its record.
    pub(crate) fn in_worker<R>(&self, function: impl FnOnce() -> R) -> (R, Shift) {
        let outer = self.workers.running.replace(Some(Shift::default()));
        let result = function();
        let mut shift = self.workers.running.replace(outer).unwrap_or_default();
        shift.part();
        (result, shift)
    }

    /// Replays the first part of a function that was handed over. If it is the only one, the function has ended.
    pub(crate) fn employ(&self, mut work: Work) {
        self.replay(&mut work);
        if work.shift.parts.is_empty() {
            self.call_soon(Scheduled::Wake(work.done));
        } else {
            self.count_workers(1);
            self.send_to_sleep(work);
        }
    }

    /// Wakes a worker. Its next part becomes a callback of this iteration if it logs something or ends the function.
    pub(super) fn wake_worker(&self, number: u32) {
        let Some(mut work) = self.workers.take(number) else { return };
        if work.shift.parts.len() > 1 && work.shift.parts[0].printed.is_empty() {
            self.replay(&mut work);
            self.send_to_sleep(work);
            return;
        }
        let call = Call::new(move || {
            with_running(|event_loop| {
                event_loop.replay(&mut work);
                if work.shift.parts.is_empty() {
                    event_loop.count_workers(-1);
                    work.done.base().wake(&work.done);
                } else {
                    event_loop.send_to_sleep(work);
                }
            });
        });
        self.ready.borrow_mut().push_back(Scheduled::Call(call));
    }

    /// Logs the next part.
    fn replay(&self, work: &mut Work) {
        for text in work.shift.parts.pop_front().map_or_else(Vec::new, |part| part.printed) {
            self.note_of(work.task, What::Printed(text));
        }
    }

    fn send_to_sleep(&self, work: Work) {
        let when = work.began + work.shift.parts.front().map_or(work.shift.elapsed, |part| part.after);
        let number = self.timers.borrow_mut().next_number();
        self.workers.asleep.borrow_mut().push(Asleep { when, number, work });
    }
}
