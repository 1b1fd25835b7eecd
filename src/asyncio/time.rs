//! Python's `time`, as far as a coroutine should know it.

use std::panic::Location;

use super::event_loop;
use crate::trace::{Seconds, What};

/// Holds the thread for `seconds`, as Python's `time.sleep` does: no other task runs, no timer fires
/// (`semantics` rule 34). Logical time moves on; nobody reads a clock. Negative or missing durations hold nothing.
#[track_caller]
pub fn sleep(seconds: Seconds) {
    if let Some(event_loop) = event_loop::running() {
        let line = event_loop.line(Location::caller());
        let until = event_loop.time() + seconds.max(0.0);
        event_loop.note(What::Blocked { until, line });
        event_loop.hold_until(until);
    }
}
