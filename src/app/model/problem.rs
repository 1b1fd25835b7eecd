//! The parts of an address that could not be understood.

use crate::program::Refusal;

/// The most problems that are listed. A longer list would cover the page.
pub const NAMED: usize = 10;

/// The most characters of a name or value that are quoted.
const QUOTED: usize = 60;

/// A part of an address that could not be understood. The other parts are used.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// An unknown name.
    UnknownName(String),
    /// An invalid value for a known name.
    BadValue {
        /// The name.
        name: String,
        /// The value.
        value: String,
        /// Why the value is invalid.
        why: Refusal,
    },
}

/// The first [`NAMED`] problems of an address, and the number of further ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    named: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// Adds a problem.
    pub fn push(&mut self, problem: Problem) {
        if self.named.len() < NAMED {
            self.named.push(problem.quoted());
        } else {
            self.more += 1;
        }
    }

    /// Removes all problems.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether there are no problems.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// The listed problems.
    #[must_use]
    pub fn named(&self) -> &[Problem] {
        &self.named
    }

    /// The number of problems that are not listed.
    #[must_use]
    pub const fn more(&self) -> usize {
        self.more
    }
}

impl Problem {
    fn quoted(self) -> Self {
        match self {
            Self::UnknownName(name) => Self::UnknownName(quoted(name)),
            Self::BadValue { name, value, why } => Self::BadValue { name, value: quoted(value), why },
        }
    }
}

fn quoted(text: String) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_problems_are_named_and_the_others_are_counted() {
        let mut problems = Problems::default();
        for number in 0..200_000 {
            problems.push(Problem::UnknownName(format!("x{number}")));
        }
        assert_eq!((problems.named().len(), problems.more()), (NAMED, 199_990));
        assert_eq!(problems.named()[9], Problem::UnknownName("x9".to_owned()));
    }

    #[test]
    fn a_long_name_is_cut_between_two_characters() {
        let mut problems = Problems::default();
        problems.push(Problem::UnknownName("é".repeat(1_000_000)));
        let cut = format!("{}…", "é".repeat(QUOTED));
        assert_eq!(problems.named(), [Problem::UnknownName(cut)]);
    }
}
