//! What an await can raise: an exception, or the cancellation of the task that waits.

use std::fmt;
use std::mem;
use std::ops::Deref;
use std::rc::Rc;

use super::exceptions::is_kind_of;
use super::trash::let_go;
use crate::trace::{End, Text};

/// What a coroutine gives: its value, or what it raised. `?` plays the part of an exception that passes through.
pub type Outcome<T> = Result<T, Raised>;

/// What was raised. As in Python, a cancellation is not an [`Exception`]: a handler of exceptions lets it pass
/// (`exceptions.py`: `CancelledError` is a `BaseException`; `semantics.md` rule 28).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raised {
    /// `asyncio.CancelledError`, with the message that `cancel` was given, if it was given one.
    Cancelled(Option<Text>),
    /// Any other exception.
    Exception(Exception),
}

/// An exception: its class and its message, and for a group what is in it. Clones share them, so that an [`Outcome`], which
/// every await hands on, stays small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception(Rc<ExceptionParts>);

/// What an [`Exception`] is made of.
#[derive(Debug, PartialEq, Eq)]
pub struct ExceptionParts {
    /// The name of its Python class, such as `ValueError`.
    pub class: Text,
    /// Its message, which may be empty.
    pub message: Text,
    /// The exceptions of an `ExceptionGroup`; of any other, none.
    pub exceptions: Vec<Exception>,
}

impl Drop for ExceptionParts {
    /// Groups can stand in groups, as deep as the program likes.
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
    /// An exception of this class with this message.
    pub fn new(class: impl Into<Text>, message: impl Into<Text>) -> Self {
        Self(Rc::new(ExceptionParts { class: class.into(), message: message.into(), exceptions: Vec::new() }))
    }

    /// `ExceptionGroup(message, exceptions)`; its text counts them, as Python's does.
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

    /// Raises an exception of this class with this message.
    pub fn exception(class: impl Into<Text>, message: impl Into<Text>) -> Self {
        Self::Exception(Exception::new(class, message))
    }

    /// The exception, where it is one.
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

    /// Whether `except class` takes it: an exception of that class, or of one that is made of it, as `TimeoutError` is of
    /// `OSError`.
    #[must_use]
    pub fn is(&self, class: &str) -> bool {
        match self {
            Self::Cancelled(_) => is_kind_of("CancelledError", class),
            Self::Exception(exception) => is_kind_of(exception.class.as_str(), class),
        }
    }

    /// As it leaves a coroutine, which cannot raise `StopIteration` (PEP 479).
    pub(crate) fn out_of_a_coroutine(self) -> Self {
        self.unless_it_stops("coroutine raised StopIteration")
    }

    /// As a future takes it, which cannot carry `StopIteration` (`futures.py`, `set_exception`).
    pub(crate) fn into_a_future(self) -> Self {
        self.unless_it_stops("StopIteration interacts badly with generators and cannot be raised into a Future")
    }

    fn unless_it_stops(self, message: &'static str) -> Self {
        if self.is("StopIteration") { Self::exception("RuntimeError", message) } else { self }
    }

    /// How a task ends that lets this pass.
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
    /// The message, and for a group its exceptions in brackets.
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
            text.push_str(exception.class.as_str());
            if !exception.message.as_str().is_empty() || !exception.exceptions.is_empty() {
                text.push_str(": ");
                exception.write_text(text, depth + 1);
            }
        }
        text.push(']');
    }
}

/// So many groups within one another are written out. More are no help to a reader, and a chain of them has no bound.
const DEEPEST_GROUP: usize = 50;

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
