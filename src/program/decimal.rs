//! Decimal numbers as a reader types them: the one function that reads the numbers of fields and addresses.

/// The float nearest to `text`, such as `2`, `0.5`, `.5`, `5e-10`; `None` where `text` is no finite decimal number.
///
/// The standard library reads the same and more: `+1`, `inf`, `nan`. Those are no numbers here.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let begins_well =
        text.strip_prefix('-').unwrap_or(text).starts_with(|first: char| first.is_ascii_digit() || first == '.');
    let number: f64 = begins_well.then(|| text.parse().ok())??;
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_to_the_nearest_float() {
        for (text, number) in [
            ("0", 0.0),
            ("30", 30.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("-1.5", -1.5),
            ("0.30000000000000004", 0.1 + 0.2),
            ("5e-10", 5e-10),
            ("1E3", 1000.0),
            ("0e99", 0.0),
            ("9007199254740993", 9_007_199_254_740_992.0),
            ("0.000000000000000000000123456789012345678", 1.234_567_890_123_456_8e-22),
        ] {
            assert_eq!(decimal(text), Some(number), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", ".", "-", "e5", "1e", "1e+", "soon", "1.2.3", "0x10", "inf", "nan", "-inf", "infinity", "1_000", "٣",
            "1e99999", "--1", "+1", "0ehey", "0e.5", "0e", "0e5.0", ".e1", " 1", "1 ", "0e1e1", "-e0",
        ] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
