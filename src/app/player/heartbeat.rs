//! The position of the dot in the heartbeat of the page.

/// The dot's position at a time of the browser's clock, in milliseconds: from 0 to 1 and back, once in two seconds.
#[must_use]
pub fn beat(wall: f64) -> f64 {
    (wall / 1000.0 % 2.0 - 1.0).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dot_moves_to_and_fro() {
        assert_eq!([0.0, 500.0, 1000.0, 1500.0, 2000.0].map(beat), [1.0, 0.5, 0.0, 0.5, 1.0]);
    }
}
