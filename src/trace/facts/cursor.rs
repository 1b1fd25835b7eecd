//! The cursor: a position in a log, as a number of events and a time.

use super::events::Events;
use super::log::Log;
use super::time::Seconds;

/// A position in a run. Two cursors at the same time may differ, since many events can share one time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cursor {
    /// How many events have happened.
    pub events: usize,
    /// The logical time. It is never earlier than the time of the last of these events.
    pub time: Seconds,
}

impl Cursor {
    /// The cursor at `time`, after all events up to and including that time.
    #[must_use]
    pub fn at(log: &Log, time: Seconds) -> Self {
        Self { events: log.count_at(time), time }
    }

    /// The cursor after the log's last event.
    #[must_use]
    pub fn end(log: &Log) -> Self {
        Self { events: log.events().len(), time: log.end() }
    }

    /// The events before the cursor.
    #[must_use]
    pub fn past(self, log: &Log) -> Events<'_> {
        log.events().first(self.events)
    }
}
