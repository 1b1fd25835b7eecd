//! What an await can raise: an exception, or the cancellation of the task that waits.

use std::fmt;

use crate::trace::{End, Text};

/// What a coroutine gives: its value, or what it raised. `?` plays the part of an exception that passes through.
pub type Outcome<T> = Result<T, Raised>;

/// What was raised. As in Python, a cancellation is not an [`Exception`]: a handler of exceptions lets it pass
/// (`exceptions.py`: `CancelledError` is a `BaseException`; `semantics` rule 28).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raised {
    /// `asyncio.CancelledError`.
    Cancelled,
    /// Any other exception.
    Exception(Exception),
}

/// An exception: its class and its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The name of its Python class, such as `ValueError`.
    pub class: Text,
    /// Its message, which may be empty.
    pub message: Text,
}

impl Exception {
    /// An exception of this class with this message.
    pub fn new(class: impl Into<Text>, message: impl Into<Text>) -> Self {
        Self { class: class.into(), message: message.into() }
    }
}

impl Raised {
    /// Raises an exception of this class with this message.
    pub fn exception(class: impl Into<Text>, message: impl Into<Text>) -> Self {
        Self::Exception(Exception::new(class, message))
    }

    /// How a task ends that lets this pass.
    pub(crate) fn end(&self) -> End {
        match self {
            Self::Cancelled => End::Cancelled,
            Self::Exception(Exception { class, message }) => {
                End::Failed { class: class.clone(), message: message.clone() }
            }
        }
    }
}

impl fmt::Display for Exception {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.message.as_str().is_empty() {
            self.class.fmt(formatter)
        } else {
            write!(formatter, "{}: {}", self.class, self.message)
        }
    }
}

impl fmt::Display for Raised {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled => formatter.write_str("CancelledError"),
            Self::Exception(exception) => exception.fmt(formatter),
        }
    }
}

impl std::error::Error for Raised {}
