//! Formats a number with a fixed number of decimals, as `{:.3}` does.
//!
//! Numbers of a usual size are formatted with integers; for all others, the standard library is called.

/// The greatest number of decimals that [`fixed`] formats with integers.
const MOST: usize = 9;

/// The same text as `format!("{number:.decimals$}")`.
#[must_use]
pub fn fixed(number: f64, decimals: usize) -> String {
    let size = number.abs();
    // Below 1e6, the scaled number is below 2^50. So it fits into 64 bits, and a float can still represent its halves.
    if decimals > MOST || size >= 1e6 || number.is_nan() {
        return any(number, decimals);
    }
    let power = 10_u64.pow(u32::try_from(decimals).unwrap_or_default());
    let scaled = rounded(size, power);
    let (whole, part) = (scaled / power, scaled % power);
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:0decimals$}") }
}

fn any(number: f64, decimals: usize) -> String {
    format!("{number:.decimals$}")
}

/// The whole number nearest to `size * power`. A tie goes to the even one.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn rounded(size: f64, power: u64) -> u64 {
    let power = power as f64;
    let product = size * power;
    let floor = product.floor();
    // If the product ends in exactly one half, the rounding error of the multiplication decides.
    let beyond = match (product - floor - 0.5, lost(size, power, product)) {
        (0.0, 0.0) => floor % 2.0 != 0.0,
        (0.0, lost) => lost > 0.0,
        (side, _) => side > 0.0,
    };
    floor as u64 + u64::from(beyond)
}

/// The rounding error of a product of two floats (Dekker's product).
fn lost(one: f64, other: f64, product: f64) -> f64 {
    let ((high, low), (more, less)) = (halves(one), halves(other));
    low * less - (((product - high * more) - low * more) - high * less)
}

/// Splits a float into two of 26 bits each, whose sum is the float.
fn halves(number: f64) -> (f64, f64) {
    let shifted = number * 134_217_729.0; // 2^27 + 1
    let high = shifted - (shifted - number);
    (high, number - high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: f64) {
        for decimals in 0..=MOST {
            assert_eq!(fixed(number, decimals), format!("{number:.decimals$}"), "{number:?} with {decimals}");
        }
    }

    #[test]
    fn a_number_is_formatted_as_the_standard_library_formats_it() {
        for number in [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 2.25, 0.1 + 0.2, 1.0005, 0.0015, 999_999.999_999_5, 1e6, 1e22] {
            check(number);
            check(-number);
        }
        for number in [f64::NAN, f64::INFINITY, f64::MIN_POSITIVE, f64::MAX] {
            assert_eq!(fixed(number, 3), format!("{number:.3}"));
        }
    }

    #[test]
    fn halves_and_their_neighbours_are_rounded_as_the_standard_library_does() {
        for whole in 0..2_000_u32 {
            for unit in [0.1, 0.01, 0.001, 0.0001, 1e-6] {
                let half = (f64::from(whole) + 0.5) * unit;
                [half.next_down(), half, half.next_up()].into_iter().for_each(check);
            }
        }
    }
}
