//! The append-only log of one run.

use std::cell::RefCell;
use std::rc::Rc;

use super::annex::Annex;
use super::event::{Event, What};
use super::events::{Events, Pieces};
use super::note::Entry;
use super::time::Seconds;

/// All events of a run so far, in order.
#[derive(Debug, Default)]
pub struct Log {
    events: Pieces,
    tasks: u32,
    /// The first callback of each iteration.
    iterations: Vec<u32>,
    annex: Annex,
}

/// A shared log. The event loop appends to it and views read it, never at the same time.
pub type SharedLog = Rc<RefCell<Log>>;

impl Log {
    /// A new empty log.
    #[must_use]
    pub fn shared() -> SharedLog {
        SharedLog::default()
    }

    /// Appends one event.
    pub fn push(&mut self, event: Event) {
        if matches!(event.what, What::Created { .. }) {
            self.tasks += 1;
        }
        self.events.push(event);
    }

    /// Records that an iteration of the event loop begins with this callback.
    pub fn begin_iteration(&mut self, callback: u32) {
        self.iterations.push(callback);
    }

    /// Appends one entry of a log that the page's own loop did not write.
    pub fn append(&mut self, entry: Entry) {
        match entry {
            Entry::Iteration { callback } => self.begin_iteration(callback),
            Entry::Event { event, print } => {
                self.push(event);
                if let Some(print) = print {
                    self.annex.add_print(self.events().len() - 1, print);
                }
            }
            Entry::Beside(note) => self.annex.add(self.events().len(), note),
        }
    }

    /// The notes of the log. Only logs of the Python recorder have notes.
    #[must_use]
    pub const fn annex(&self) -> &Annex {
        &self.annex
    }

    /// The first callback of each iteration so far.
    #[must_use]
    pub fn iterations(&self) -> &[u32] {
        &self.iterations
    }

    /// The number of the iteration that ran this callback, from 1; 0 before the first iteration.
    #[must_use]
    pub fn iteration(&self, callback: u32) -> usize {
        self.iterations.partition_point(|first| *first <= callback)
    }

    /// The first callback of the iteration that ran this callback; 0 before the first iteration.
    #[must_use]
    pub fn first_callback(&self, callback: u32) -> u32 {
        self.iteration(callback).checked_sub(1).map_or(0, |place| self.iterations[place])
    }

    /// The events, oldest first.
    #[must_use]
    pub fn events(&self) -> Events<'_> {
        self.events.events()
    }

    /// The number of tasks created so far.
    #[must_use]
    pub const fn tasks(&self) -> u32 {
        self.tasks
    }

    /// The memory of the events in bytes, without the texts that they share.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.events.bytes()
    }

    /// The time of the last event; 0 for an empty log.
    #[must_use]
    pub fn end(&self) -> Seconds {
        self.events().last().map_or(0.0, |event| event.time)
    }

    /// The number of events up to and including `time`.
    #[must_use]
    pub fn count_at(&self, time: Seconds) -> usize {
        self.events().partition_point(|event| event.time <= time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::line::Line;
    use crate::trace::facts::task::{Name, TaskId};

    #[test]
    fn a_log_counts_its_tasks_and_its_bytes() {
        let mut log = Log::default();
        let created = || What::Created { parent: None, name: Name::Numbered(1), line: Line::NONE };
        for (task, what) in [(0, created()), (0, What::StepBegan), (1, created()), (1, What::Ready), (2, created())] {
            log.push(Event { time: 0.0, task: TaskId(task), callback: 1, what });
        }
        assert_eq!((log.tasks(), log.events().len()), (3, 5));
        assert!(log.bytes() >= 5 * size_of::<Event>(), "{} bytes", log.bytes());
    }
}
