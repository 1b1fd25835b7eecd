//! The duration of each scenario with its defaults, rounded to milliseconds of logical time. The contents show the
//! durations of all scenarios, also of those whose part of the program is not loaded (`tools/parts.mjs`). A test in
//! `app/course/contents.rs` runs each scenario and compares.

use crate::trace::Seconds;

/// By scenario id. A scenario with real requests has no entry.
const DURATIONS: &[(&str, Seconds)] = &[
    ("sequential", 4.5),
    ("concurrent", 2.0),
    ("one-coroutine", 1.0),
    ("several-awaits", 1.0),
    ("gather", 1.5),
    ("create-task", 2.1),
    ("simulated-requests", 1.717),
    ("handle-each-error", 1.151),
    ("return-exceptions", 1.456),
    ("wait-for", 2.0),
    ("semaphore", 3.3),
    ("service-monitor", 1.385),
    ("forgotten-await", 0.5),
    ("blocking-call", 4.6),
    ("which-tool", 5.0),
    ("file-downloader", 3.0),
    ("priority-tasks", 7.5),
    ("weather-stations", 2.0),
    ("task-group", 2.0),
    ("timeout-block", 3.0),
    ("cancellation", 3.0),
    ("shield", 2.0),
    ("as-completed", 1.5),
    ("first-completed", 1.5),
    ("producer-consumer", 7.9),
    ("lock-race", 1.1),
    ("event-signal", 2.5),
    ("barrier", 3.0),
    ("many-tasks", 1.0),
    ("web-crawler", 2.4),
    ("system-monitor", 11.5),
    ("chat-bot", 4.311),
    ("api-gateway", 6.545),
];

/// The duration of the scenario with this id.
#[must_use]
pub fn duration(id: &str) -> Option<Seconds> {
    DURATIONS.iter().find(|(of, _)| *of == id).map(|(_, seconds)| *seconds)
}
