//! How a scenario declares its parameters.

use super::value::FromValue;
use super::{Parameter, SOURCES, Value};

/// A parameter's Python name: Rust spells a keyword such as `where` as `r#where`.
pub const fn plain(name: &'static str) -> &'static str {
    if let [b'r', b'#', ..] = name.as_bytes() { name.split_at(2).1 } else { name }
}

/// The value at `index`, or the parameter's default if `values` has none.
///
/// # Panics
/// If `T` is not the type of that parameter. The macro `parameters!` rules that out.
#[must_use]
pub fn value_at<T: FromValue>(values: &[Value], parameters: &[Parameter], index: usize) -> T {
    let given = values.get(index).and_then(T::from_value);
    let value = given.or_else(|| T::from_value(&parameters.get(index)?.default()));
    value.expect("a parameter's default has the parameter's type")
}

/// Whether this default of a `source` parameter asks for real requests. The macro needs it in a constant, where strings
/// cannot be compared by `==`.
#[must_use]
pub const fn is_real(source: &str) -> bool {
    let (ours, real) = (source.as_bytes(), SOURCES[1].as_bytes());
    let mut index = 0;
    while index < ours.len() && index < real.len() && ours[index] == real[index] {
        index += 1;
    }
    index == ours.len() && index == real.len()
}

/// Declares a scenario's parameters, like the keyword defaults of its Python twin. Defines a struct `Parameters` for
/// the scenario's `main` and the list `PARAMETERS` for the page.
///
/// | declared | in Rust | in Python |
/// |---|---|---|
/// | `seconds = 2.0`, `seconds(0.1..=5.0) = 2.0` | `f64` | `2.0` |
/// | `chance = 0.3`: a probability | `f64` | `0.3` |
/// | `count(1..=20) = 3` | `u32` | `3` |
/// | `durations(0.1..=5.0; 8) = [2.0, 1.0]`: at most 8 | `Vec<f64>` | `(2.0, 1.0)` |
/// | `amounts(1.0..=50.0; 8) = [12.0, 30.0]`: not in seconds | `Vec<f64>` | `(12.0, 30.0)` |
/// | `word = "Alice"` | `String` | `"Alice"` |
/// | `choice("slow" \| "fast") = "fast"` | `&'static str` | `"fast"` |
/// | `switch = true` | `bool` | `True` |
/// | `source = "simulated"`: or `"real"`, for real requests | `&'static str` | `"simulated"` |
/// | `addresses(50) = "json"`: at most 50, for requests | `Vec<String>` | `"json"`, which `main` splits |
/// | `stop(0.0..=30.0) = 10.0`: the time of Ctrl+C | `f64` | `10.0` |
/// | `seed = 7`: the argument of `Random::new` | `u64` | `7` |
///
/// The page's Compare runs the program with each option of `choice("slow" vs "fast")`, or with both values of
/// `switch(vs)`. It shows the runs one above the other, in that order.
macro_rules! parameters {
    ($($name:ident: $kind:ident $(($($bounds:tt)*))? = $default:expr),* $(,)?) => {
        pub(super) struct Parameters {
            $($name: parameters!(@type $kind),)*
        }

        pub(super) const PARAMETERS: &[$crate::program::Parameter] = &[$($crate::program::Parameter {
            name: $crate::program::declare::plain(stringify!($name)),
            kind: {
                #[allow(unused_imports)]
                use $crate::program::{Kind, LONGEST, Range};
                parameters!(@kind $kind $(($($bounds)*))? = $default)
            },
        }),*];

        pub(super) const FILE: &str = file!();

        impl Parameters {
            /// The parameters with these values, in the order of their declaration; a missing one has its default.
            pub(super) fn from_values(values: &[$crate::program::Value]) -> Self {
                use $crate::program::declare::value_at;
                let mut index = 0..;
                Self {
                    $($name: value_at(values, PARAMETERS, index.next().unwrap_or(usize::MAX)),)*
                }
            }
        }
    };
    (@type seconds) => { f64 };
    (@type chance) => { f64 };
    (@type durations) => { Vec<f64> };
    (@type amounts) => { Vec<f64> };
    (@type count) => { u32 };
    (@type seed) => { u64 };
    (@type word) => { String };
    (@type addresses) => { Vec<String> };
    (@type choice) => { &'static str };
    (@type source) => { &'static str };
    (@type stop) => { f64 };
    (@type switch) => { bool };
    (@kind seconds = $default:expr) => { parameters!(@kind seconds (0.0..=LONGEST) = $default) };
    (@kind seconds ($low:literal..=$high:expr) = $default:expr) => {
        Kind::Number { default: $default, range: Range { low: $low, high: $high, seconds: true } }
    };
    (@kind chance = $default:expr) => {
        Kind::Number { default: $default, range: Range { low: 0.0, high: 1.0, seconds: false } }
    };
    (@kind durations ($low:literal..=$high:literal; $most:literal) = $default:expr) => {
        Kind::Numbers { default: &$default, range: Range { low: $low, high: $high, seconds: true }, most: $most }
    };
    (@kind amounts ($low:literal..=$high:literal; $most:literal) = $default:expr) => {
        Kind::Numbers { default: &$default, range: Range { low: $low, high: $high, seconds: false }, most: $most }
    };
    (@kind count ($low:literal..=$high:literal) = $default:expr) => {
        Kind::Count { default: $default, low: $low, high: $high }
    };
    (@kind seed = $default:expr) => { Kind::Seed { default: $default } };
    (@kind addresses ($most:literal) = $default:expr) => { Kind::Addresses { default: $default, most: $most } };
    (@kind word = $default:expr) => { Kind::Word { default: $default } };
    (@kind choice ($first:literal vs $($option:literal)vs+) = $default:expr) => {
        Kind::Choice { default: $default, options: &[$first, $($option),+], compared: true }
    };
    (@kind choice ($first:literal | $($option:literal)|+) = $default:expr) => {
        Kind::Choice { default: $default, options: &[$first, $($option),+], compared: false }
    };
    (@kind source = $default:literal) => {
        Kind::Source { real: $crate::program::declare::is_real($default) }
    };
    (@kind stop ($low:literal..=$high:literal) = $default:expr) => {
        Kind::Stop { default: $default, range: Range { low: $low, high: $high, seconds: true } }
    };
    (@kind switch (vs) = $default:expr) => { Kind::Switch { default: $default, compared: true } };
    (@kind switch = $default:expr) => { Kind::Switch { default: $default, compared: false } };
}
