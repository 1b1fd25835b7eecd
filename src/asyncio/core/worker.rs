//! A function in a worker thread (`asyncio.to_thread`), in logical time: its duration and its prints.

use std::cell::RefCell;

use super::cells::Core;
use crate::trace::{Seconds, Text};

/// The record of a worker's function, in seconds: its duration, its computing time, and its prints with their time
/// since the start.
#[derive(Default)]
pub(crate) struct Shift {
    pub(crate) elapsed: Seconds,
    pub(crate) computes: Seconds,
    pub(crate) printed: Vec<(Seconds, Text)>,
}

/// The running worker, if any.
#[derive(Default)]
pub(crate) struct Worker(RefCell<Option<Shift>>);

impl Worker {
    /// Adds `seconds` to the worker's duration, and to its computing time if it `computes`. Returns false if no worker
    /// is running.
    pub(crate) fn hold(&self, seconds: Seconds, computes: bool) -> bool {
        let mut shift = self.0.borrow_mut();
        let Some(shift) = &mut *shift else { return false };
        shift.elapsed += seconds;
        shift.computes += if computes { seconds } else { 0.0 };
        true
    }

    /// Records a print of the running worker. Returns the text if no worker is running.
    pub(crate) fn print(&self, text: Text) -> Option<Text> {
        match &mut *self.0.borrow_mut() {
            Some(shift) => {
                shift.printed.push((shift.elapsed, text));
                None
            }
            None => Some(text),
        }
    }
}

impl Core {
    /// Calls `function` as the running worker. Returns its result and its record.
    pub(crate) fn in_worker<R>(&self, function: impl FnOnce() -> R) -> (R, Shift) {
        let outer = self.worker().0.replace(Some(Shift::default()));
        let result = function();
        let shift = self.worker().0.replace(outer).unwrap_or_default();
        (result, shift)
    }
}
