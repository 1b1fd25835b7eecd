//! How a value is written in the log: like Python's `repr`, with strings in double quotes.

use super::raised::{Outcome, Raised};
use crate::trace::{Text, fixed, quoted};

/// A value that can be written in the log.
pub trait Repr {
    /// The value as in the fixtures that were recorded from `CPython`: Python's `repr`, but with strings as in JSON.
    fn repr(&self) -> Text;
}

impl Repr for () {
    fn repr(&self) -> Text {
        "None".into()
    }
}

impl Repr for bool {
    fn repr(&self) -> Text {
        if *self { "True" } else { "False" }.into()
    }
}

macro_rules! whole_numbers {
    ($($number:ty)*) => {$(
        impl Repr for $number {
            fn repr(&self) -> Text {
                self.to_string().into()
            }
        }
    )*};
}

whole_numbers!(i32 i64 u32 u64 usize);

impl Repr for f64 {
    fn repr(&self) -> Text {
        float_repr(*self).into()
    }
}

impl Repr for &str {
    fn repr(&self) -> Text {
        quoted(self).into()
    }
}

impl Repr for String {
    fn repr(&self) -> Text {
        quoted(self).into()
    }
}

impl<T: Repr> Repr for Option<T> {
    fn repr(&self) -> Text {
        self.as_ref().map_or_else(|| "None".into(), Repr::repr)
    }
}

impl<T: Repr> Repr for Vec<T> {
    fn repr(&self) -> Text {
        let items: Vec<String> = self.iter().map(|item| item.repr().to_string()).collect();
        format!("[{}]", items.join(", ")).into()
    }
}

impl<A: Repr, B: Repr> Repr for (A, B) {
    fn repr(&self) -> Text {
        format!("({}, {})", self.0.repr(), self.1.repr()).into()
    }
}

impl<T: Repr> Repr for Outcome<T> {
    fn repr(&self) -> Text {
        match self {
            Ok(value) => value.repr(),
            Err(raised) => raised.repr(),
        }
    }
}

impl Repr for Raised {
    fn repr(&self) -> Text {
        self.to_string().into()
    }
}

const POWERS: [f64; 6] = [1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

/// Python's shortest `repr` of a float. Numbers from 1e16 and below 1e-4 have an exponent with a sign and two digits.
fn float_repr(number: f64) -> String {
    // Fast path: most numbers have few decimals. If rounding to so many decimals gives `number` again, this is its
    // shortest text.
    let fits = |power: &f64| (number * power).round() / power == number;
    let few = (number == 0.0 && number.is_sign_positive() || (1e-4..1e6).contains(&number))
        .then(|| POWERS.iter().position(fits))
        .flatten();
    few.map_or_else(|| shortest(number), |place| fixed(number, place + 1))
}

fn shortest(number: f64) -> String {
    if number.is_nan() {
        return "nan".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let size = number.abs();
    if size != 0.0 && !(1e-4..1e16).contains(&size) {
        return with_exponent(&number.to_string());
    }
    let plain = number.to_string();
    if plain.contains('.') { plain } else { format!("{plain}.0") }
}

/// Writes `1230000` as `1.23e+06`. Rust's own `{:e}` would add a second float formatter to the page.
fn with_exponent(plain: &str) -> String {
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |plain| ("-", plain));
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = whole.to_owned() + part;
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    let (first, others) = digits.trim_matches('0').split_at(1);
    let point = if others.is_empty() { "" } else { "." };
    let (direction, exponent) =
        if zeros < whole.len() { ('+', whole.len() - 1 - zeros) } else { ('-', zeros + 1 - whole.len()) };
    format!("{sign}{first}{point}{others}e{direction}{exponent:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_as_cpython_writes_them() {
        // Each right side was printed by CPython 3.13: python3.13 -c 'print(repr(0.1 + 0.2))' and so on.
        let cases = [
            (2.0, "2.0"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e16, "1e+16"),
            (123_456_789_012_345.6, "123456789012345.6"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (1.5e-7, "1.5e-07"),
            (-0.0, "-0.0"),
            (1e100, "1e+100"),
            (1e-100, "1e-100"),
            (-1.25e-7, "-1.25e-07"),
            (9.5e-5, "9.5e-05"),
            (1.234_567_890_123_456_7e19, "1.2345678901234567e+19"),
            (-1.5e300, "-1.5e+300"),
        ];
        for (number, expected) in cases {
            assert_eq!(float_repr(number), expected);
        }
    }

    #[test]
    fn the_fast_path_gives_the_same_text() {
        for whole in 1..20_000_u32 {
            for power in POWERS {
                let number = f64::from(whole) / power;
                for number in [number, number.next_up(), number.next_down()] {
                    assert_eq!(float_repr(number), shortest(number));
                }
            }
        }
    }

    #[test]
    fn nested_values_are_written_as_lists_and_tuples() {
        let value = vec![(1, "a"), (2, "b")];
        assert_eq!(value.repr().as_str(), r#"[(1, "a"), (2, "b")]"#);
        assert_eq!(Some(vec![true]).repr().as_str(), "[True]");
        assert_eq!(None::<bool>.repr().as_str(), "None");
    }
}
