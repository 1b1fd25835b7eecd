//! Reading what the reader typed as a parameter's value.

use super::super::{OFF_ON, SOURCES, Value, decimal};
use super::{GREATEST_SEED, Kind, Parameter, Range, SEPARATOR, WORD_LENGTH};
use crate::aiohttp::{BadAddress, check_address};

/// Why a text is refused as a value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// The text is empty.
    Empty,
    /// The text is not a number.
    NotANumber,
    /// The number is not whole.
    NotWhole,
    /// The number is outside the parameter's bounds.
    Outside {
        /// The smallest value.
        low: f64,
        /// The greatest value.
        high: f64,
    },
    /// The text has more characters than this.
    TooLong(usize),
    /// The list has more items than this.
    TooMany(usize),
    /// The address at this position, counted from 1, is not valid.
    Address(usize, BadAddress),
    /// The text is none of these options.
    NoOption(&'static [&'static str]),
}

impl Parameter {
    /// Parses what the reader typed. A decimal comma is accepted like a point.
    ///
    /// # Errors
    /// A [`Refusal`] that says what is wrong with the text.
    pub fn parse(&self, typed: &str) -> Result<Value, Refusal> {
        let default = self.default();
        if typed == default.text() { Ok(default) } else { self.read(typed) }
    }

    /// Parses a text that is not the default's.
    fn read(&self, typed: &str) -> Result<Value, Refusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Refusal::Empty);
        }
        match self.kind {
            Kind::Number { range, .. } | Kind::Stop { range, .. } => range.parse(typed).map(Value::Number),
            Kind::Source { .. } => option(typed, &SOURCES).map(|option| Value::Source { real: option == SOURCES[1] }),
            Kind::Numbers { range, most, .. } => numbers(typed, range, most).map(Value::Numbers),
            Kind::Count { low, high, .. } => whole(typed, low, high).map(Value::Count),
            Kind::Seed { .. } => whole(typed, 0, GREATEST_SEED).map(Value::Count),
            Kind::Word { .. } if typed.chars().count() > WORD_LENGTH => Err(Refusal::TooLong(WORD_LENGTH)),
            Kind::Word { .. } => Ok(Value::Word(typed.to_owned())),
            Kind::Choice { options, .. } => option(typed, options).map(Value::Choice),
            Kind::Addresses { most, .. } => addresses(typed, most).map(Value::Addresses),
            Kind::Switch { .. } => option(typed, &OFF_ON).map(|option| Value::Switch(option == OFF_ON[1])),
        }
    }
}

impl Range {
    /// Reads one number.
    ///
    /// # Errors
    /// Those of [`Parameter::parse`].
    pub fn parse(&self, typed: &str) -> Result<f64, Refusal> {
        let Self { low, high, .. } = *self;
        if typed.trim().is_empty() {
            return Err(Refusal::Empty);
        }
        let number = decimal(&ungrouped(typed.trim()).replace(',', ".")).ok_or(Refusal::NotANumber)?;
        if (low..=high).contains(&number) {
            Ok(number.abs()) // not -0
        } else {
            Err(Refusal::Outside { low, high })
        }
    }
}

/// Removes the spaces between groups of three digits, as in `10 000`. Any other text is returned unchanged.
fn ungrouped(typed: &str) -> String {
    let mut groups = typed.split([' ', '\u{a0}', '\u{202f}']);
    let first = groups.next().unwrap_or_default();
    let whole = |group: &str| group.split([',', '.']).next().is_some_and(|digits| digits.len() == 3);
    let grouped = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit()) && groups.clone().all(whole);
    if grouped { groups.fold(first.to_owned(), |number, group| number + group) } else { typed.to_owned() }
}

fn whole(typed: &str, low: u32, high: u32) -> Result<u32, Refusal> {
    let number = Range { low: low.into(), high: high.into(), seconds: false }.parse(typed)?;
    if number.fract() == 0.0 {
        // `number` is whole and lies between `low` and `high`.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        return Ok(number as u32);
    }
    Err(Refusal::NotWhole)
}

fn numbers(typed: &str, range: Range, most: usize) -> Result<Vec<f64>, Refusal> {
    if typed.split(SEPARATOR).count() > most {
        return Err(Refusal::TooMany(most));
    }
    typed.split(SEPARATOR).map(|item| range.parse(item)).collect()
}

fn addresses(typed: &str, most: usize) -> Result<Vec<String>, Refusal> {
    let addresses: Vec<&str> = typed.split_whitespace().collect();
    if addresses.len() > most {
        return Err(Refusal::TooMany(most));
    }
    for (place, address) in (1..).zip(&addresses) {
        check_address(address).map_err(|bad| Refusal::Address(place, bad))?;
    }
    Ok(addresses.into_iter().map(str::to_owned).collect())
}

fn option(typed: &str, options: &'static [&'static str]) -> Result<&'static str, Refusal> {
    let found = options.iter().find(|option| option.eq_ignore_ascii_case(typed));
    found.copied().ok_or(Refusal::NoOption(options))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::LONGEST;

    const RANGE: Range = Range { low: 0.0, high: LONGEST, seconds: true };
    const SECONDS: Parameter = Parameter { name: "first", kind: Kind::Number { default: 2.0, range: RANGE } };
    #[test]
    fn numbers_are_read_as_english_and_french_write_them() {
        let read = |typed: &str| RANGE.parse(typed);
        assert_eq!(read("1,5"), Ok(1.5));
        for spaced in ["1 000", "1\u{a0}000", "1\u{202f}000", "1 000,0"] {
            assert_eq!(Range { high: 1e4, ..RANGE }.parse(spaced), Ok(1000.0), "{spaced}");
        }
        for other in ["1 00", "1 0000", "1 2", ", 500", "1  000"] {
            assert_eq!(read(other), Err(Refusal::NotANumber), "{other}");
        }
    }

    const COUNT: Parameter = Parameter { name: "pings", kind: Kind::Count { default: 3, low: 1, high: 20 } };
    const WORD: Parameter = Parameter { name: "name", kind: Kind::Word { default: "Alice" } };
    const LIST: Parameter =
        Parameter { name: "waits", kind: Kind::Numbers { default: &[1.0, 2.0], range: RANGE, most: 3 } };
    const SEED: Parameter = Parameter { name: "seed", kind: Kind::Seed { default: 7 } };
    const OPTIONS: &[&str] = &["slow", "fast"];
    const CHOICE: Parameter =
        Parameter { name: "way", kind: Kind::Choice { default: "fast", options: OPTIONS, compared: true } };
    const SWITCH: Parameter = Parameter { name: "lock", kind: Kind::Switch { default: true, compared: false } };

    #[test]
    fn durations_take_a_point_or_a_comma() {
        assert_eq!(SECONDS.parse(" 1.5 "), Ok(Value::Number(1.5)));
        assert_eq!(SECONDS.parse("1,5"), Ok(Value::Number(1.5)));
        assert_eq!(SECONDS.parse("-0").map(|value| value.text()), Ok("0.0".to_owned()));
        assert_eq!(LIST.parse("1,5_2"), Ok(Value::Numbers(vec![1.5, 2.0])));
    }

    #[test]
    fn a_text_that_is_no_value_is_refused_with_a_reason() {
        let outside = Err(Refusal::Outside { low: 0.0, high: LONGEST });
        assert_eq!(SECONDS.parse(""), Err(Refusal::Empty));
        assert_eq!(SECONDS.parse("soon"), Err(Refusal::NotANumber));
        assert_eq!(SECONDS.parse("nan"), Err(Refusal::NotANumber));
        assert_eq!(SECONDS.parse("-1"), outside);
        assert_eq!(SECONDS.parse("1e9"), outside);
        assert_eq!(COUNT.parse("2.5"), Err(Refusal::NotWhole));
        assert_eq!(COUNT.parse("0"), Err(Refusal::Outside { low: 1.0, high: 20.0 }));
        assert_eq!(SEED.parse("-1"), Err(Refusal::Outside { low: 0.0, high: f64::from(GREATEST_SEED) }));
        assert_eq!(WORD.parse(&"x".repeat(25)), Err(Refusal::TooLong(WORD_LENGTH)));
        assert_eq!(LIST.parse("1_"), Err(Refusal::Empty));
        assert_eq!(LIST.parse("1_31"), outside);
        assert_eq!(LIST.parse("1_1_1_1"), Err(Refusal::TooMany(3)));
        assert_eq!(CHOICE.parse("medium"), Err(Refusal::NoOption(OPTIONS)));
        assert_eq!(SWITCH.parse("perhaps"), Err(Refusal::NoOption(&OFF_ON)));
    }

    #[test]
    fn every_value_is_read_back_from_its_text() {
        for (parameter, typed) in [
            (SECONDS, "0.1"),
            (SECONDS, "30"),
            (COUNT, "20"),
            (WORD, "Zoé"),
            (LIST, "0.1_30"),
            (SEED, "0"),
            (CHOICE, "SLOW"),
            (SWITCH, "false"),
        ] {
            let value = parameter.parse(typed).expect("a good value");
            assert_eq!(parameter.parse(&value.text()), Ok(value));
        }
    }

    #[test]
    fn only_addresses_and_the_source_real_send_real_requests() {
        let source = Parameter { name: "source", kind: Kind::Source { real: false } };
        let addresses = Parameter { name: "urls", kind: Kind::Addresses { default: "json", most: 2 } };
        assert!(!source.default().is_real() && source.parse("real").is_ok_and(|value| value.is_real()));
        assert!(addresses.default().is_real());
        assert!(!WORD.parse("real").expect("a word").is_real());
        let options = Kind::Choice { default: "real", options: &["real", "imagined"], compared: false };
        assert!(
            !Parameter { name: "source", kind: options }.default().is_real(),
            "a choice of the word `real` sends no requests"
        );
    }

    #[test]
    fn a_comparison_shows_every_option_in_its_order() {
        assert_eq!(CHOICE.compared(), [Value::Choice("slow"), Value::Choice("fast")]);
        assert!(SWITCH.compared().is_empty());
    }
}
