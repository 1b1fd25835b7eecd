//! What could not be understood of an address.

use crate::program::Refusal;

/// How many problems are named; a longer list would hide the page, and cost as much as it is long.
pub const NAMED: usize = 10;

/// How many characters of a name or value are repeated to the reader.
const QUOTED: usize = 60;

/// A part of an address that could not be understood. The other parts hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Nothing here has this name.
    UnknownName(String),
    /// This name takes no such value.
    BadValue {
        /// The name.
        name: String,
        /// The value.
        value: String,
        /// Why the name does not take it.
        why: Refusal,
    },
}

/// The first [`NAMED`] problems of an address, and the number of the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    named: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        if self.named.len() < NAMED {
            self.named.push(problem.quoted());
        } else {
            self.more += 1;
        }
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// Those that are named.
    #[must_use]
    pub fn named(&self) -> &[Problem] {
        &self.named
    }

    /// How many there are beside those that are named.
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
