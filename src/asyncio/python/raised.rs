//! What an await can raise: an exception, or the cancellation of the waiting task.

use std::ops::Deref;
use std::rc::Rc;
use std::{fmt, mem};

use super::exceptions::is_kind_of;
use super::trash::let_go;
use crate::trace::{End, Text};

/// The result of a coroutine: its value, or what it raised. `?` lets an exception pass through.
pub type Outcome<T> = Result<T, Raised>;

/// What was raised. As in Python, a cancellation is not an [`Exception`], so `except Exception` does not catch it
/// (`exceptions.py`: `CancelledError` is a `BaseException`; `semantics.md` rule 28).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raised {
    /// `asyncio.CancelledError`, with the message passed to `cancel`, if any.
    Cancelled(Option<Text>),
    /// Any other exception.
    Exception(Exception),
}

/// An exception: its class, its message, and the exceptions of a group. Clones share these parts, so an exception is
/// one pointer. That keeps [`Outcome`] small, which every await passes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception(Rc<ExceptionParts>);

/// The parts of an [`Exception`].
#[derive(Debug, PartialEq, Eq)]
pub struct ExceptionParts {
    /// The Python class, such as `ValueError`.
    pub class: Text,
    /// The message, which may be empty.
    pub message: Text,
    /// The exceptions of an `ExceptionGroup`; empty for other classes.
    pub exceptions: Vec<Exception>,
}

impl Drop for ExceptionParts {
    /// Drops nested groups without recursion, since they may be nested as deeply as the program likes.
    fn drop(&mut self) {
        if !self.exceptions.is_empty() {
            let_go(mem::take(&mut self.exceptions));
        }
    }
}

impl Deref for Exception {
    type Target = ExceptionParts;

    fn deref(&self) -> &ExceptionParts {
        &self.0
    }
}

impl Exception {
    /// An exception with this class and this message.
    pub fn new(class: impl Into<Text>, message: impl Into<Text>) -> Self {
        Self(Rc::new(ExceptionParts { class: class.into(), message: message.into(), exceptions: Vec::new() }))
    }

    /// `ExceptionGroup(message, exceptions)`. As in Python, its text has the number of exceptions.
    #[must_use]
    pub fn group(message: &str, exceptions: Vec<Self>) -> Self {
        let plural = if exceptions.len() == 1 { "" } else { "s" };
        let message = format!("{message} ({} sub-exception{plural})", exceptions.len());
        Self(Rc::new(ExceptionParts { class: "ExceptionGroup".into(), message: message.into(), exceptions }))
    }
}

impl Raised {
    /// A cancellation without a message.
    pub const CANCELLED: Self = Self::Cancelled(None);

    /// An exception with this class and this message.
    pub fn exception(class: impl Into<Text>, message: impl Into<Text>) -> Self {
        Self::Exception(Exception::new(class, message))
    }

    /// The exception; `None` for a cancellation.
    #[must_use]
    pub fn into_exception(self) -> Option<Exception> {
        match self {
            Self::Cancelled(_) => None,
            Self::Exception(exception) => Some(exception),
        }
    }

    /// Whether this is a cancellation.
    #[must_use]
    pub const fn is_cancellation(&self) -> bool {
        matches!(self, Self::Cancelled(_))
    }

    /// Whether `except class` catches it: its class is `class` or a subclass. For example, `except OSError` catches a
    /// `TimeoutError`.
    #[must_use]
    pub fn is(&self, class: &str) -> bool {
        match self {
            Self::Cancelled(_) => is_kind_of("CancelledError", class),
            Self::Exception(exception) => is_kind_of(exception.class.as_str(), class),
        }
    }

    /// The exception as it leaves a coroutine. `StopIteration` becomes a `RuntimeError` there (PEP 479).
    pub(crate) fn out_of_a_coroutine(self) -> Self {
        self.unless_it_stops("coroutine raised StopIteration")
    }

    /// The exception as a future stores it. `StopIteration` becomes a `RuntimeError` there (`futures.py`,
    /// `set_exception`).
    pub(crate) fn into_a_future(self) -> Self {
        self.unless_it_stops("StopIteration interacts badly with generators and cannot be raised into a Future")
    }

    fn unless_it_stops(self, message: &'static str) -> Self {
        if self.is("StopIteration") { Self::exception("RuntimeError", message) } else { self }
    }

    /// The end of a task that raises this, for the log.
    pub(crate) fn end(&self) -> End {
        match self {
            Self::Cancelled(_) => End::Cancelled,
            Self::Exception(exception) => {
                End::Failed { class: exception.class.clone(), message: exception.text().into() }
            }
        }
    }
}

impl Exception {
    /// The message, followed by a group's exceptions in brackets.
    fn text(&self) -> String {
        let mut text = String::new();
        self.write_text(&mut text, 0);
        text
    }

    fn write_text(&self, text: &mut String, depth: usize) {
        text.push_str(self.message.as_str());
        if self.exceptions.is_empty() {
            return;
        }
        if depth >= DEEPEST_GROUP {
            text.push_str(" [...]");
            return;
        }
        for (place, exception) in self.exceptions.iter().enumerate() {
            text.push_str(if place == 0 { " [" } else { ", " });
            if text.chars().count() > LONGEST_GROUP {
                text.push('…');
                break;
            }
            text.push_str(exception.class.as_str());
            if !exception.message.as_str().is_empty() || !exception.exceptions.is_empty() {
                text.push_str(": ");
                exception.write_text(text, depth + 1);
            }
        }
        text.push(']');
    }
}

/// The deepest level of nested groups that is written out. Deeper levels do not help a reader, and there may be
/// arbitrarily many.
const DEEPEST_GROUP: usize = 50;

/// The length in characters after which no more exceptions of a group are written out. Groups can be shared: if each
/// level contains the next one twice, the text doubles with each level.
const LONGEST_GROUP: usize = 2_000;

impl fmt::Display for Exception {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text();
        if text.is_empty() { self.class.fmt(formatter) } else { write!(formatter, "{}: {text}", self.class) }
    }
}

impl fmt::Display for Raised {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled(None) => formatter.write_str("CancelledError"),
            Self::Cancelled(Some(message)) => write!(formatter, "CancelledError: {message}"),
            Self::Exception(exception) => exception.fmt(formatter),
        }
    }
}

impl std::error::Error for Raised {}
