//! `print`, which logs an event.

use crate::asyncio::core::running::running;
use crate::trace::{Text, What};

/// Logs a print of the running task, or of the loop in a callback that belongs to no task. Outside a running loop it
/// does nothing. A print in a worker is logged for the task that waits for the worker, at the print's time.
pub fn print(text: impl Into<Text>) {
    if let Some(event_loop) = running()
        && let Some(text) = event_loop.workers().print(text.into())
    {
        event_loop.note(What::Printed(text));
    }
}
