//! What the reader can change in a scenario.

use super::decimal::decimal;
use crate::asyncio::Repr;

/// The longest duration that a reader may ask for, in seconds.
pub const LONGEST: f64 = 30.0;

/// The longest word, in characters.
pub const WORD_LENGTH: usize = 24;

/// One parameter of a scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// Its name in the program, in the address and in the terminal.
    pub name: &'static str,
    /// What it can be.
    pub kind: Kind,
}

/// What a parameter can be, and is by default.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A duration from 0 to [`LONGEST`] seconds.
    Seconds {
        /// By default.
        default: f64,
    },
    /// A whole number.
    Count {
        /// By default.
        default: u32,
        /// The smallest.
        low: u32,
        /// The greatest.
        high: u32,
    },
    /// A word of at most [`WORD_LENGTH`] characters.
    Word {
        /// By default.
        default: &'static str,
    },
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A duration in seconds.
    Seconds(f64),
    /// A whole number.
    Count(u32),
    /// A word.
    Word(String),
}

/// Why a text is no value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// Nothing was given.
    Empty,
    /// It is no number.
    NotANumber,
    /// It is no whole number.
    NotWhole,
    /// It lies outside.
    Outside {
        /// The smallest value.
        low: f64,
        /// The greatest value.
        high: f64,
    },
    /// It has more characters than this.
    TooLong(usize),
}

impl Parameter {
    /// The value that it has unless the reader says otherwise.
    #[must_use]
    pub fn default(&self) -> Value {
        match self.kind {
            Kind::Seconds { default } => Value::Seconds(default),
            Kind::Count { default, .. } => Value::Count(default),
            Kind::Word { default } => Value::Word(default.to_owned()),
        }
    }

    /// Reads what the reader typed. A decimal comma is as good as a point.
    ///
    /// # Errors
    /// A [`Refusal`] that says what is wrong with it.
    pub fn parse(&self, typed: &str) -> Result<Value, Refusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Refusal::Empty);
        }
        match self.kind {
            Kind::Seconds { .. } => number(typed, 0.0, LONGEST).map(Value::Seconds),
            Kind::Count { low, high, .. } => {
                let number = number(typed, f64::from(low), f64::from(high))?;
                if number.fract() == 0.0 {
                    // It lies between `low` and `high` and is whole.
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                    return Ok(Value::Count(number as u32));
                }
                Err(Refusal::NotWhole)
            }
            Kind::Word { .. } if typed.chars().count() > WORD_LENGTH => Err(Refusal::TooLong(WORD_LENGTH)),
            Kind::Word { .. } => Ok(Value::Word(typed.to_owned())),
        }
    }
}

fn number(typed: &str, low: f64, high: f64) -> Result<f64, Refusal> {
    let number = decimal(&typed.replace(',', ".")).ok_or(Refusal::NotANumber)?;
    if (low..=high).contains(&number) {
        Ok(number.abs()) // not -0
    } else {
        Err(Refusal::Outside { low, high })
    }
}

impl Value {
    /// The value as text: as it stands in a field, an address or a terminal's argument.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Seconds(seconds) => seconds.repr().to_string(),
            Self::Count(count) => count.to_string(),
            Self::Word(word) => word.clone(),
        }
    }
}

/// A Rust type that a value of a parameter becomes.
pub trait FromValue {
    /// The value, where it is of that type.
    fn from_value(value: &Value) -> Option<Self>
    where
        Self: Sized;
}

impl FromValue for f64 {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Seconds(seconds) = value { Some(*seconds) } else { None }
    }
}

impl FromValue for u32 {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Count(count) = value { Some(*count) } else { None }
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Word(word) = value { Some(word.clone()) } else { None }
    }
}

/// Declares a scenario's parameters, as the keyword defaults of its Python twin do: a struct `Parameters` for its
/// `main`, and their list for the page.
macro_rules! parameters {
    ($($name:ident: $kind:ident $(($low:literal..=$high:literal))? = $default:literal),* $(,)?) => {
        pub(super) struct Parameters {
            $($name: parameters!(@type $kind),)*
        }

        pub(super) const PARAMETERS: &[$crate::scenarios::Parameter] = &[$($crate::scenarios::Parameter {
            name: stringify!($name),
            kind: parameters!(@kind $kind $(($low..=$high))? = $default),
        }),*];

        pub(super) const FILE: &str = file!();

        impl Parameters {
            /// The parameters with these values, in the order of their declaration; a missing one has its default.
            pub(super) fn from_values(values: &[$crate::scenarios::Value]) -> Self {
                use $crate::scenarios::parameter::FromValue;
                let mut place = 0..;
                Self {
                    $($name: {
                        let place = place.next().unwrap_or(usize::MAX);
                        values
                            .get(place)
                            .and_then(FromValue::from_value)
                            .or_else(|| FromValue::from_value(&PARAMETERS.get(place)?.default()))
                            .expect("a parameter's default has the parameter's type")
                    },)*
                }
            }
        }
    };
    (@type seconds) => { f64 };
    (@type count) => { u32 };
    (@type word) => { String };
    (@kind seconds = $default:literal) => { $crate::scenarios::Kind::Seconds { default: $default } };
    (@kind count ($low:literal..=$high:literal) = $default:literal) => {
        $crate::scenarios::Kind::Count { default: $default, low: $low, high: $high }
    };
    (@kind word = $default:literal) => { $crate::scenarios::Kind::Word { default: $default } };
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECONDS: Parameter = Parameter { name: "first", kind: Kind::Seconds { default: 2.0 } };
    const COUNT: Parameter = Parameter { name: "pings", kind: Kind::Count { default: 3, low: 1, high: 20 } };
    const WORD: Parameter = Parameter { name: "name", kind: Kind::Word { default: "Alice" } };

    #[test]
    fn durations_take_a_point_or_a_comma() {
        assert_eq!(SECONDS.parse(" 1.5 "), Ok(Value::Seconds(1.5)));
        assert_eq!(SECONDS.parse("1,5"), Ok(Value::Seconds(1.5)));
        assert_eq!(SECONDS.parse("-0").map(|value| value.text()), Ok("0.0".to_owned()));
    }

    #[test]
    fn what_is_no_value_is_refused_with_its_reason() {
        assert_eq!(SECONDS.parse(""), Err(Refusal::Empty));
        assert_eq!(SECONDS.parse("soon"), Err(Refusal::NotANumber));
        assert_eq!(SECONDS.parse("nan"), Err(Refusal::NotANumber));
        assert_eq!(SECONDS.parse("-1"), Err(Refusal::Outside { low: 0.0, high: LONGEST }));
        assert_eq!(SECONDS.parse("1e9"), Err(Refusal::Outside { low: 0.0, high: LONGEST }));
        assert_eq!(COUNT.parse("2.5"), Err(Refusal::NotWhole));
        assert_eq!(COUNT.parse("0"), Err(Refusal::Outside { low: 1.0, high: 20.0 }));
        assert_eq!(WORD.parse(&"x".repeat(25)), Err(Refusal::TooLong(WORD_LENGTH)));
    }

    #[test]
    fn every_value_is_read_back_from_its_text() {
        for (parameter, typed) in [(SECONDS, "0.1"), (SECONDS, "30"), (COUNT, "20"), (WORD, "Zoé")] {
            let value = parameter.parse(typed).expect("a good value");
            assert_eq!(parameter.parse(&value.text()), Ok(value));
        }
    }
}
