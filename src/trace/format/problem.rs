//! What can be wrong with a log in the file format.

/// Why a log cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file does not begin with the format's first word.
    NoLog,
    /// The log has a newer version than this page knows.
    Newer {
        /// The log's version.
        version: u32,
    },
    /// A line is malformed.
    Line {
        /// The line's number, from 1.
        number: u32,
        /// What is wrong with the line.
        why: Why,
    },
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The line is not UTF-8.
    NotText,
    /// A number is missing or malformed.
    NotANumber,
    /// A text has an unknown escape.
    BadEscape,
    /// A field has a word that the format does not allow in this field.
    UnknownWord,
    /// The line refers to a task, resource or request that was not created, or creates one out of order.
    OutOfTurn,
    /// The line's time or callback is before that of an earlier line.
    GoesBack,
}
