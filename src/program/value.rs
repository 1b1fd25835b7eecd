//! The value of a parameter.

use super::SEPARATOR;
use crate::asyncio::Repr;

/// The sources of a program's data: simulated in logical time, or real requests.
pub const SOURCES: [&str; 2] = ["simulated", "real"];

/// A switch's values, as Python writes them.
pub const OFF_ON: [&str; 2] = ["False", "True"];

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Number(f64),
    /// A list of numbers.
    Numbers(Vec<f64>),
    /// A whole number, or a seed.
    Count(u32),
    /// A word.
    Word(String),
    /// One of a choice's options.
    Choice(&'static str),
    /// Addresses of requests.
    Addresses(Vec<String>),
    /// The source of the program's data.
    Source {
        /// True for real requests, false for data simulated in logical time.
        real: bool,
    },
    /// A switch, on or off.
    Switch(bool),
}

impl Value {
    /// Whether a run with this value sends real requests.
    #[must_use]
    pub fn is_real(&self) -> bool {
        matches!(self, Self::Addresses(_) | Self::Source { real: true })
    }

    /// The value as text, as in a field, an address or a terminal argument.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => number.repr().to_string(),
            Self::Numbers(numbers) => {
                let items: Vec<String> = numbers.iter().map(|number| number.repr().to_string()).collect();
                items.join(&SEPARATOR.to_string())
            }
            Self::Count(count) => count.to_string(),
            Self::Word(word) => word.clone(),
            Self::Addresses(addresses) => addresses.join(" "),
            Self::Choice(_) | Self::Source { .. } | Self::Switch(_) => self.option().unwrap_or_default().to_owned(),
        }
    }

    /// The value's option, as a choice, a switch and a source have one.
    #[must_use]
    pub fn option(&self) -> Option<&'static str> {
        match self {
            Self::Choice(option) => Some(option),
            Self::Switch(on) => Some(OFF_ON[usize::from(*on)]),
            Self::Source { real } => Some(SOURCES[usize::from(*real)]),
            Self::Number(_) | Self::Numbers(_) | Self::Count(_) | Self::Word(_) | Self::Addresses(_) => None,
        }
    }
}

/// A Rust type for values of parameters.
pub trait FromValue {
    /// Converts the value; `None` if it has another type.
    fn from_value(value: &Value) -> Option<Self>
    where
        Self: Sized;
}

/// Implements [`FromValue`] for each type from its variant of [`Value`].
macro_rules! from_value {
    ($($type:ty: $pattern:pat => $value:expr;)*) => {$(
        impl FromValue for $type {
            fn from_value(value: &Value) -> Option<Self> {
                if let $pattern = value { Some($value) } else { None }
            }
        }
    )*};
}

from_value! {
    f64: Value::Number(number) => *number;
    Vec<f64>: Value::Numbers(numbers) => numbers.clone();
    u32: Value::Count(count) => *count;
    u64: Value::Count(seed) => u64::from(*seed);
    String: Value::Word(word) => word.clone();
    Vec<String>: Value::Addresses(addresses) => addresses.clone();
    bool: Value::Switch(on) => *on;
}

impl FromValue for &'static str {
    fn from_value(value: &Value) -> Option<Self> {
        matches!(value, Value::Choice(_) | Value::Source { .. }).then(|| value.option()).flatten()
    }
}
