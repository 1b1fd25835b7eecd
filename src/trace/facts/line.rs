//! A line of a program's source.

use std::num::NonZeroU32;
use std::panic::Location;

use serde::Serialize;

/// The bits of a `Line` that hold the line number. The bits above them hold the file's index.
const NUMBER: u32 = 0x00ff_ffff;

/// A line of the program, counted from 1, in one of its files. [`Line::NONE`] stands for an event that belongs to no
/// line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Line(Option<NonZeroU32>);

impl Line {
    /// No line.
    pub const NONE: Self = Self(None);

    /// The line of the main file with this number. Number 0 gives [`Line::NONE`].
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self::of(0, number)
    }

    /// The line with this number in the program's file with this index; 0 is the main file. A number above 24 bits
    /// gives [`Line::NONE`].
    #[must_use]
    pub const fn of(file: u8, number: u32) -> Self {
        if number == 0 || number > NUMBER { Self::NONE } else { Self(NonZeroU32::new((file as u32) << 24 | number)) }
    }

    /// The line of a Rust source location; [`Line::NONE`] if the location is not in the file `source`.
    #[must_use]
    pub fn within(source: &str, place: &Location<'_>) -> Self {
        let file = place.file();
        // Fast path: both names are usually the same string in memory, so no characters are compared.
        if std::ptr::eq(file, source) || file == source { Self::new(place.line()) } else { Self::NONE }
    }

    /// The number within the file, from 1.
    #[must_use]
    pub fn number(self) -> Option<u32> {
        self.0.map(|line| line.get() & NUMBER)
    }

    /// The index of the file, 0 for the main one.
    #[must_use]
    pub fn file(self) -> usize {
        self.0.map_or(0, |line| (line.get() >> 24) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_its_number_and_its_file() {
        let lines = [Line::new(7), Line::of(0, 7), Line::of(255, 1), Line::of(3, NUMBER), Line::of(3, NUMBER + 1)];
        let numbers = [Some(7), Some(7), Some(1), Some(NUMBER), None];
        assert_eq!(lines.map(Line::number), numbers);
        assert_eq!(lines.map(Line::file), [0, 0, 255, 3, 0]);
        assert_eq!(lines[0], lines[1]);
    }
}
