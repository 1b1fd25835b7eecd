//! Parses decimal numbers that a reader types, in fields and in addresses.
//!
//! The standard library's parser has a large table of powers that hardly compresses. With this parser, a visit does not
//! transfer that table (`tests/e2e/transfers.test.mjs` limits the size of a visit).

/// The number of decimal digits that always fit into 64 bits.
const DIGITS: usize = 19;

/// The float nearest to `text`, such as `2`, `0.5`, `.5`, `5e-10`; `None` if `text` is not a finite decimal number.
///
/// The result equals the standard library's for powers of ten from -19 to 19. For other powers, which no parameter
/// needs, the result may be a neighbouring float.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let (text, negative) = text.strip_prefix('-').map_or((text, false), |rest| (rest, true));
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.len() + fraction.len() == 0 || !plain(whole) || !plain(fraction) {
        return None;
    }
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_start_matches('0');
    let (read, dropped) = significant.split_at(significant.len().min(DIGITS));
    let power = power(exponent)? + i64::try_from(dropped.len()).ok()? - i64::try_from(fraction.len()).ok()?;
    let number: u64 = if read.is_empty() { 0 } else { read.parse().ok()? };
    let inexact = dropped.bytes().any(|digit| digit != b'0');
    let size = if number == 0 { 0.0 } else { scaled(number, inexact, power) };
    size.is_finite().then_some(if negative { -size } else { size })
}

fn plain(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The exponent as a number, capped at 9 999, which is beyond the exponent of every float.
fn power(exponent: &str) -> Option<i64> {
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if digits.is_empty() || !plain(digits) {
        return None;
    }
    let size = digits.trim_start_matches('0');
    let size = if size.len() > 4 { 9_999 } else { format!("0{size}").parse().ok()? };
    Some(if exponent.starts_with('-') { -size } else { size })
}

/// The float nearest to `number * 10^power`. `inexact` says that the true number is slightly greater than `number`.
fn scaled(number: u64, inexact: bool, power: i64) -> f64 {
    let (mut number, mut rest, mut halvings) = (u128::from(number), inexact, 0);
    let mut left = power.unsigned_abs();
    while power < 0 && left > 0 {
        let step = left.min(DIGITS as u64);
        let divisor = 10_u128.pow(u32::try_from(step).unwrap_or_default());
        let shift = number.leading_zeros();
        rest |= (number << shift) % divisor != 0;
        number = (number << shift) / divisor;
        halvings += shift;
        left -= step;
    }
    if power > 0 {
        let step = left.min(DIGITS as u64);
        number *= 10_u128.pow(u32::try_from(step).unwrap_or_default());
        left -= step;
    }
    // The lowest bit stands for the dropped remainder. It matters only if the result would otherwise be a tie.
    let shift = number.leading_zeros();
    let sticky = (number << shift) | u128::from(rest);
    // The conversion rounds to nearest, ties to even.
    #[allow(clippy::cast_precision_loss, reason = "this conversion is the rounding")]
    let rounded = (0..halvings + shift).fold(sticky as f64, |size, _| size / 2.0);
    (0..left.min(999)).fold(rounded, |size, _| size * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_parsed_as_the_standard_library_parses_it() {
        let mut state = 7_u64;
        for _ in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = (state >> (state % 60)).to_string();
            let point = usize::try_from(state >> 32).unwrap_or_default() % (digits.len() + 1);
            let power = i64::try_from(state % 20).unwrap_or_default() - 10;
            let text = format!("{}.{}e{power}", &digits[..point], &digits[point..]);
            assert_eq!(decimal(&text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn numbers_are_read_to_the_nearest_float() {
        for (text, number) in [
            ("30", 30.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("-1.5", -1.5),
            ("0.30000000000000004", 0.1 + 0.2),
            ("5e-10", 5e-10),
            ("1E3", 1000.0),
            ("0e99", 0.0),
            ("1e+3", 1000.0),
            ("0", 0.0),
            ("1e-999", 0.0),
            ("9007199254740993", 9_007_199_254_740_992.0),
            ("90071992547409930e-1", 9_007_199_254_740_992.0),
            ("9007199254740993.0000000000000000000001", 9_007_199_254_740_994.0),
            ("1e22", 1e22),
            ("0.000000000000000000000123456789012345678", 1.234_567_890_123_456_8e-22),
        ] {
            assert_eq!(decimal(text), Some(number), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_not_a_decimal_number_is_none() {
        for text in [
            "", ".", "-", "e5", "1e", "1e+", "soon", "1.2.3", "0x10", "inf", "nan", "-inf", "infinity", "1_000", "٣",
            "1e99999", "--1", "+1", "0ehey", "0e.5", "0e", "0e5.0", ".e1", " 1", "1 ", "0e1e1", "-e0",
        ] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
