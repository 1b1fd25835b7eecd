//! What can be wrong with a log.

/// Why a log cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It does not begin as a log does.
    NoLog,
    /// It is of a newer version than this page knows.
    Newer {
        /// Which.
        version: u32,
    },
    /// A line is none.
    Line {
        /// Its number, from 1.
        number: u32,
        /// What is wrong with it.
        why: Why,
    },
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is no UTF-8.
    NotText,
    /// A number is missing, or is none.
    NotANumber,
    /// A text has an escape that there is not.
    BadEscape,
    /// A word is not among those that may stand there.
    UnknownWord,
    /// It names a task, a resource or a request that was not made, or makes one out of turn.
    OutOfTurn,
    /// Its time or its callback lies before that of the line before.
    GoesBack,
}
