//! Where in a program something happens.

use std::num::NonZeroU32;
use std::panic::Location;

use serde::Serialize;

/// A line of the scenario's own source file, from 1; nothing where an event comes from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Line(Option<NonZeroU32>);

impl Line {
    /// No line of the scenario.
    pub const NONE: Self = Self(None);

    /// The line with this number; 0 is no line.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(NonZeroU32::new(number))
    }

    /// The line of `place` if it lies in the file `source`.
    #[must_use]
    pub fn within(source: &str, place: &Location<'_>) -> Self {
        let file = place.file();
        // Where the two are one text in memory, as they are in the page, none of it is read.
        if std::ptr::eq(file, source) || file == source { Self::new(place.line()) } else { Self::NONE }
    }

    /// The number, from 1.
    #[must_use]
    pub fn number(self) -> Option<u32> {
        self.0.map(NonZeroU32::get)
    }
}
