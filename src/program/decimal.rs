//! Decimal numbers as a reader types them, read to the nearest float.
//!
//! The standard library's parser would do, but it brings a table of 10 KB that does not compress into a page with a
//! budget. This one is exact for every number with at most 19 digits and a scale of at most 19, and takes no other.

/// The float nearest to `text`, such as `2`, `0.5`, `.5`, `5e-10`; nothing where it is no such number.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let (text, negative) = text.strip_prefix('-').map_or((text, false), |rest| (rest, true));
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() || !plain(whole) || !plain(fraction) || exponent.len() > 4 {
        return None;
    }
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return Some(0.0);
    }
    let number: u64 = if significant.len() > 19 { return None } else { significant.parse().ok()? };
    let scale = i32::try_from(fraction.len()).ok()? - exponent.parse::<i32>().ok()?;
    let size = match scale {
        0..=19 => quotient(number, 10_u128.pow(scale.unsigned_abs())),
        // Far from any range of ours, and so no need to be exact.
        -30..0 => quotient(number, 1) * 10_f64.powi(-scale),
        _ => return None,
    };
    Some(if negative { -size } else { size })
}

fn plain(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The float nearest to `number / divisor`, ties to even. The divisor is at most 10^19, so that after the shift the
/// quotient has at least 63 bits, of which a float keeps 53.
fn quotient(number: u64, divisor: u128) -> f64 {
    let shift = u128::from(number).leading_zeros();
    let dividend = u128::from(number) << shift;
    let (quotient, rest) = (dividend / divisor, dividend % divisor);
    // A bit below all others stands for the rest: it decides only what would otherwise be a tie.
    let sticky = quotient | u128::from(rest != 0);
    // The conversion rounds to nearest, ties to even; the power of two is exact.
    #[allow(clippy::cast_precision_loss)]
    let rounded = sticky as f64;
    (0..shift).fold(rounded, |size, _| size / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_float_that_is_typed_is_the_one_that_the_standard_library_reads() {
        let mut state = 7_u64;
        for _ in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (digits, scale) = (state >> (state % 60), state % 20);
            let scale = usize::try_from(scale).expect("below 20");
            let digits = format!("{digits:0>20}");
            let digits = &digits[digits.len() - 19..];
            let text = format!("{}.{}", &digits[..19 - scale], &digits[19 - scale..]);
            assert_eq!(decimal(&text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn edges_are_read_as_by_the_standard_library() {
        for text in
            ["0", "-0", "30", ".5", "5.", "0.30000000000000004", "5e-10", "1E-10", "1e3", "0.1", "2.675", "1e-19"]
        {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
        assert_eq!(decimal("9007199254740993"), Some(9_007_199_254_740_992.0));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in
            ["", ".", "-", "e5", "1e", "1e+", "soon", "1.2.3", "0x10", "inf", "nan", "1_000", "٣", "1e99999", "--1"]
        {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
