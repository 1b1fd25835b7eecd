//! The warning that a coroutine of asyncio itself, such as `sleep`, was never awaited.

use super::cells::Core;
use super::running::running;
use crate::trace::Warning;

/// A guard that a coroutine holds until its first step. If it is dropped before that, it warns that the coroutine with
/// this qualified name was never awaited.
pub(crate) struct Unawaited(&'static str);

impl Unawaited {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// Removes the guard without a warning, in the coroutine's first step.
    pub(crate) const fn begin(self) {
        std::mem::forget(self);
    }
}

impl Drop for Unawaited {
    fn drop(&mut self) {
        if let Some(event_loop) = running() {
            event_loop.warn_of_coroutine(self.0);
        }
    }
}

impl Core {
    /// Warns that a coroutine was never awaited, unless [`Core::close`] is dropping it. A coroutine inside the closed
    /// one still warns.
    pub(crate) fn warn_of_coroutine(&self, name: &str) {
        if !self.take_closing() {
            let message = format!("RuntimeWarning: coroutine '{name}' was never awaited");
            self.warn(self.current_or_loop(), Warning::NeverAwaited, message);
        }
    }
}
