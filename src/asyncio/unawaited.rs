//! What a coroutine of asyncio's own says that nobody awaits.

use super::event_loop::{self, Core};
use crate::trace::Warning;

/// Stands in a coroutine until its first step. Dropped before, it warns that nobody has awaited the coroutine of this
/// qualified name.
pub(crate) struct Unawaited(&'static str);

impl Unawaited {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The coroutine runs.
    pub(crate) const fn begin(self) {
        std::mem::forget(self);
    }
}

impl Drop for Unawaited {
    fn drop(&mut self) {
        if let Some(event_loop) = event_loop::running() {
            event_loop.warn_of_coroutine(self.0);
        }
    }
}

impl Core {
    /// Says that nobody awaited the coroutine of this name, unless it is being closed. A coroutine that it was given to
    /// await says so all the same.
    pub(crate) fn warn_of_coroutine(&self, name: &str) {
        if !self.take_closing() {
            let message = format!("RuntimeWarning: coroutine '{name}' was never awaited");
            self.warn(self.current_or_loop(), Warning::NeverAwaited, message);
        }
    }
}
