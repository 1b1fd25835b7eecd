//! `loop.set_exception_handler`, and what asyncio says where nobody catches an exception.

use std::rc::Rc;

use super::Exception;
use super::event_loop::{self, Core};
use crate::trace::{TaskId, Text, Warning, What};

/// What an exception handler is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorContext {
    /// What went wrong, in asyncio's words.
    pub message: Text,
    /// The exception, if there is one.
    pub exception: Option<Exception>,
}

/// A program's own handler.
pub(crate) type Handler = Rc<dyn Fn(&ErrorContext)>;

/// Has `handler` called in place of asyncio's warning where an exception reaches nobody: that of a callback, or one that
/// nobody asked a task for (`base_events.py`, `call_exception_handler`).
///
/// # Panics
/// Outside a running loop.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, Raised};
///
/// async fn program() -> Outcome<()> {
///     asyncio::set_exception_handler(|context| asyncio::print(context.message.clone()));
///     asyncio::call_soon(|| -> Outcome<()> { Err(Raised::exception("ValueError", "bad")) });
///     asyncio::sleep(0.0).await
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.0[2].to_string(), "0.000 loop printed \"Exception in callback program.<locals>.<lambda>()\"");
/// ```
pub fn set_exception_handler(handler: impl Fn(&ErrorContext) + 'static) {
    let event_loop = event_loop::running().expect("no running event loop to set an exception handler of");
    event_loop.handle_exceptions_with(Rc::new(handler));
}

impl Core {
    /// Logs one of asyncio's warnings in the name of this task.
    pub(crate) fn warn(&self, task: TaskId, warning: Warning, message: impl Into<Text>) {
        self.note_of(task, What::Warned { warning, message: message.into() });
    }

    /// Hands what went wrong to the program's handler, or warns of it.
    pub(crate) fn report(&self, task: TaskId, warning: Warning, message: Text, exception: Option<Exception>) {
        match self.exception_handler() {
            Some(handler) => handler(&ErrorContext { message, exception }),
            None => self.warn(task, warning, message),
        }
    }
}
