//! `print`, which writes into the log.

use super::event_loop;
use crate::trace::{Text, What};

/// Prints one line in the name of the running task. Outside a task there is nobody to print for, and nothing happens.
pub fn print(text: impl Into<Text>) {
    if let Some(event_loop) = event_loop::running() {
        event_loop.note(What::Printed(text.into()));
    }
}
