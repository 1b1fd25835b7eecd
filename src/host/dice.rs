//! Random numbers from the browser, for a reader who wants a new seed.

/// A random whole number, at least 0 and below `limit`.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // it is between 0 and `limit`
pub fn below(limit: u32) -> u32 {
    (js_sys::Math::random() * f64::from(limit)) as u32
}
