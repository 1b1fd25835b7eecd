//! Formats a number with a fixed number of decimals.

/// The number with this number of decimals. A tie is rounded to the even digit.
#[must_use]
pub fn fixed(number: f64, decimals: usize) -> String {
    format!("{number:.decimals$}")
}
