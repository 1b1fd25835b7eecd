//! A moment of a run: how much of its log has happened, and what time it is.

use super::events::Events;
use super::log::Log;
use super::time::Seconds;

/// A moment. Two cursors at one time may differ: many events can share an instant.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cursor {
    /// How many events have happened.
    pub events: usize,
    /// What time it is; never before the last of those events.
    pub time: Seconds,
}

impl Cursor {
    /// The moment `time`, with everything that had happened by then.
    #[must_use]
    pub fn at(log: &Log, time: Seconds) -> Self {
        Self { events: log.count_at(time), time }
    }

    /// The moment of the log's last event.
    #[must_use]
    pub fn end(log: &Log) -> Self {
        Self { events: log.events().len(), time: log.end() }
    }

    /// The events that have happened.
    #[must_use]
    pub fn past(self, log: &Log) -> Events<'_> {
        log.events().first(self.events)
    }
}
