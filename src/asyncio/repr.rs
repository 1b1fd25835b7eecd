//! How a value is written in the log: as Python's `repr` does, with strings in double quotes.

use super::{Outcome, Raised};
use crate::trace::{Text, quoted};

/// A value that the log can write down.
pub trait Repr {
    /// The value as `CPython`'s fixtures write it: Python's `repr`, but strings quoted as in JSON.
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

/// Python's shortest `repr` of a float: exponents from 1e16 on and below 1e-4, with a sign and two digits.
fn float_repr(number: f64) -> String {
    if number.is_nan() {
        return "nan".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let size = number.abs();
    if size != 0.0 && !(1e-4..1e16).contains(&size) {
        let shortest = format!("{number:e}");
        let (digits, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
        let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |exponent| ('-', exponent));
        return format!("{digits}e{sign}{exponent:0>2}");
    }
    let plain = number.to_string();
    if plain.contains('.') { plain } else { format!("{plain}.0") }
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
        ];
        for (number, expected) in cases {
            assert_eq!(float_repr(number), expected);
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
