//! `loop.set_exception_handler`, and asyncio's warnings of exceptions that nothing catches.

use std::rc::Rc;

use super::cells::Core;
use super::running::running;
use crate::asyncio::python::raised::Exception;
use crate::trace::{TaskId, Text, Warning, What};

/// The context that an exception handler gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorContext {
    /// asyncio's description of the error.
    pub message: Text,
    /// The exception, if any.
    pub exception: Option<Exception>,
}

/// A program's exception handler.
pub(crate) type Handler = Rc<dyn Fn(&ErrorContext)>;

/// Sets the handler that is called instead of logging a warning (`base_events.py`, `call_exception_handler`). It gets
/// exceptions of callbacks, exceptions that were never retrieved, and pending tasks that are destroyed.
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
    let event_loop = running().expect("no running event loop to set an exception handler of");
    event_loop.handle_exceptions_with(Rc::new(handler));
}

impl Core {
    /// Logs a warning of asyncio for this task.
    pub(crate) fn warn(&self, task: TaskId, warning: Warning, message: impl Into<Text>) {
        self.note_of(task, What::Warned { warning, message: message.into() });
    }

    /// Calls the program's exception handler, or logs a warning.
    pub(crate) fn report(&self, task: TaskId, warning: Warning, message: Text, exception: Option<Exception>) {
        match self.exception_handler() {
            Some(handler) => handler(&ErrorContext { message, exception }),
            None => self.warn(task, warning, message),
        }
    }
}
