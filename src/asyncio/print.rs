//! `print`, which writes into the log.

use super::event_loop;
use crate::trace::{Text, What};

/// Prints one line in the name of the running task, or of the loop in a callback that belongs to none. Outside a running
/// loop nothing happens. What a worker prints is printed by the task that waits for it, when its time has come.
pub fn print(text: impl Into<Text>) {
    if let Some(event_loop) = event_loop::running()
        && let Some(text) = event_loop.worker().print(text.into())
    {
        event_loop.note(What::Printed(text));
    }
}
