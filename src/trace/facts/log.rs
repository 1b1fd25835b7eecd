//! The append-only log of one run.

use std::cell::RefCell;
use std::rc::Rc;

use super::event::{Event, What};
use super::events::{Events, Pieces};
use super::time::Seconds;

/// All events of a run so far, in the order in which they happened.
#[derive(Debug, Default)]
pub struct Log {
    events: Pieces,
    tasks: u32,
    /// The first callback of each iteration.
    iterations: Vec<u32>,
}

/// A log that the event loop appends to and views read; they never do so at the same moment.
pub type SharedLog = Rc<RefCell<Log>>;

impl Log {
    /// An empty log, shared.
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

    /// Says that an iteration of the event loop begins with this callback.
    pub fn begin_iteration(&mut self, callback: u32) {
        self.iterations.push(callback);
    }

    /// The number of the iteration in which this callback ran, from 1; 0 before the first.
    #[must_use]
    pub fn iteration(&self, callback: u32) -> usize {
        self.iterations.partition_point(|first| *first <= callback)
    }

    /// The first callback of the iteration in which this callback ran; 0 before the first.
    #[must_use]
    pub fn first_callback(&self, callback: u32) -> u32 {
        self.iteration(callback).checked_sub(1).map_or(0, |place| self.iterations[place])
    }

    /// The events, oldest first.
    #[must_use]
    pub fn events(&self) -> Events<'_> {
        self.events.events()
    }

    /// How many tasks were created.
    #[must_use]
    pub const fn tasks(&self) -> u32 {
        self.tasks
    }

    /// How many bytes the events take, without the texts that they share.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.events.bytes()
    }

    /// The time of the last event; 0 for an empty log.
    #[must_use]
    pub fn end(&self) -> Seconds {
        self.events().last().map_or(0.0, |event| event.time)
    }

    /// How many events had happened at `time`, those of that very instant included.
    #[must_use]
    pub fn count_at(&self, time: Seconds) -> usize {
        self.events().partition_point(|event| event.time <= time)
    }
}
