//! The parameters of a program, which the reader can change.

use super::{SOURCES, Value};

pub use self::typed::Refusal;

mod typed;

/// The longest duration that a reader may ask for, in seconds, where a program sets no bound of its own.
pub const LONGEST: f64 = 30.0;

/// The longest word, in characters.
pub const WORD_LENGTH: usize = 24;

/// The greatest seed. It has four digits, so that a teacher can read it out.
pub const GREATEST_SEED: u32 = 9_999;

/// Separates the items of a list in addresses and in the terminal. Not a comma: that is French's decimal sign.
pub const SEPARATOR: char = '_';

/// One parameter of a program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// Its name in the program, in the address and in the terminal.
    pub name: &'static str,
    /// The kind of its values, with the default and the bounds.
    pub kind: Kind,
}

/// The kind of a parameter, with its default and its bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A number, whole or not.
    Number {
        /// The default.
        default: f64,
        /// The bounds.
        range: Range,
    },
    /// A list of at least one number.
    Numbers {
        /// The default.
        default: &'static [f64],
        /// The bounds of each number.
        range: Range,
        /// The maximum number of items.
        most: usize,
    },
    /// A whole number.
    Count {
        /// The default.
        default: u32,
        /// The smallest value.
        low: u32,
        /// The greatest value.
        high: u32,
    },
    /// The seed of a program's random draws, from 0 to [`GREATEST_SEED`].
    Seed {
        /// The default.
        default: u32,
    },
    /// A word of at most [`WORD_LENGTH`] characters.
    Word {
        /// The default.
        default: &'static str,
    },
    /// One of several words.
    Choice {
        /// The default.
        default: &'static str,
        /// The words to choose from.
        options: &'static [&'static str],
        /// Whether the page's Compare runs the program with each option, the slowest first.
        compared: bool,
    },
    /// Addresses of requests, separated by spaces.
    Addresses {
        /// The default.
        default: &'static str,
        /// The maximum number of addresses.
        most: usize,
    },
    /// The source of the program's data: one of [`SOURCES`].
    Source {
        /// Whether the default is real requests.
        real: bool,
    },
    /// The time of Ctrl+C, in seconds, for a program that runs until Ctrl+C.
    Stop {
        /// The default.
        default: f64,
        /// The bounds.
        range: Range,
    },
    /// On or off.
    Switch {
        /// The default.
        default: bool,
        /// Whether the page's Compare runs the program with both values.
        compared: bool,
    },
}

/// The bounds of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The smallest value.
    pub low: f64,
    /// The greatest value.
    pub high: f64,
    /// Whether the number is in seconds. Otherwise it has no unit, or the parameter's label names the unit.
    pub seconds: bool,
}

impl Parameter {
    /// The parameter's default value.
    #[must_use]
    pub fn default(&self) -> Value {
        match self.kind {
            Kind::Number { default, .. } | Kind::Stop { default, .. } => Value::Number(default),
            Kind::Source { real } => Value::Source { real },
            Kind::Numbers { default, .. } => Value::Numbers(default.to_vec()),
            Kind::Count { default, .. } | Kind::Seed { default } => Value::Count(default),
            Kind::Word { default } => Value::Word(default.to_owned()),
            Kind::Choice { default, .. } => Value::Choice(default),
            Kind::Addresses { default, .. } => Value::Addresses(default.split(' ').map(str::to_owned).collect()),
            Kind::Switch { default, .. } => Value::Switch(default),
        }
    }

    /// The options to choose from, in order; empty for a kind without options, and for a switch.
    #[must_use]
    pub const fn options(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Choice { options, .. } => options,
            Kind::Source { .. } => &SOURCES,
            Kind::Number { .. }
            | Kind::Numbers { .. }
            | Kind::Count { .. }
            | Kind::Seed { .. }
            | Kind::Word { .. }
            | Kind::Addresses { .. }
            | Kind::Stop { .. }
            | Kind::Switch { .. } => &[],
        }
    }

    /// The values with which Compare runs the program; empty if the parameter is not declared for comparing.
    #[must_use]
    pub fn compared(&self) -> Vec<Value> {
        match self.kind {
            Kind::Choice { options, compared: true, .. } => options.iter().copied().map(Value::Choice).collect(),
            Kind::Switch { compared: true, .. } => [false, true].map(Value::Switch).to_vec(),
            Kind::Number { .. }
            | Kind::Numbers { .. }
            | Kind::Count { .. }
            | Kind::Seed { .. }
            | Kind::Word { .. }
            | Kind::Choice { compared: false, .. }
            | Kind::Addresses { .. }
            | Kind::Source { .. }
            | Kind::Stop { .. }
            | Kind::Switch { compared: false, .. } => Vec::new(),
        }
    }
}
