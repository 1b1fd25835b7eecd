//! Converts between logical time and the browser's clock.

use crate::trace::Seconds;

/// The longest delay that browsers support, in milliseconds. A timer with a longer one fires at once.
const LONGEST_DELAY: f64 = 2_147_483_647.0;

/// Logical time that follows the browser's clock at a speed, or is paused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metronome {
    /// The browser's time, in milliseconds, at which logical time was `logical`.
    wall: f64,
    logical: Seconds,
    /// Logical seconds per second of the browser's clock; 0 while paused.
    speed: f64,
}

impl Metronome {
    /// A metronome that is paused at `logical`.
    #[must_use]
    pub const fn standing_at(logical: Seconds) -> Self {
        Self { wall: 0.0, logical, speed: 0.0 }
    }

    /// The same logical time, advancing at `speed` from the browser's time `wall`.
    #[must_use]
    pub fn going(self, wall: f64, speed: f64) -> Self {
        Self { wall, logical: self.logical_from_wall(wall), speed }
    }

    /// Whether the metronome is paused.
    #[must_use]
    pub fn stands(self) -> bool {
        self.speed == 0.0
    }

    /// The logical time at the browser's time `wall`.
    #[must_use]
    pub fn logical_from_wall(self, wall: f64) -> Seconds {
        if self.speed == 0.0 { self.logical } else { self.logical + (wall - self.wall) / 1000.0 * self.speed }
    }

    /// The browser's time at which logical time reaches `logical`; `None` while paused.
    #[must_use]
    pub fn wall_from_logical(self, logical: Seconds) -> Option<f64> {
        (self.speed != 0.0).then(|| (logical - self.logical) / self.speed * 1000.0 + self.wall)
    }

    /// The whole milliseconds from `wall` until logical time reaches `logical`: at least 1, at most the longest delay
    /// of a timer. `None` while paused.
    #[must_use]
    pub fn delay_from_logical(self, wall: f64, logical: Seconds) -> Option<u32> {
        let delay = (self.wall_from_logical(logical)? - wall).ceil();
        // The value lies between 1 and 2^31 - 1.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some(delay.clamp(1.0, LONGEST_DELAY) as u32)
    }
}

/// How late the browser's timers fired.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lateness {
    /// The number of timers that fired.
    pub timers: u32,
    /// The sum of their delays, in milliseconds.
    pub sum: f64,
    /// The longest delay, in milliseconds.
    pub worst: f64,
}

impl Lateness {
    /// Adds one timer that fired `late` milliseconds late.
    #[must_use]
    pub fn with(self, late: f64) -> Self {
        let late = late.max(0.0);
        Self { timers: self.timers + 1, sum: self.sum + late, worst: self.worst.max(late) }
    }

    /// The mean delay, in milliseconds; `None` before the first timer.
    #[must_use]
    pub fn mean(self) -> Option<f64> {
        (self.timers > 0).then(|| self.sum / f64::from(self.timers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logical_time_follows_the_clock_at_its_speed() {
        let metronome = Metronome::standing_at(1.0).going(500.0, 2.0);
        assert_eq!(metronome.logical_from_wall(1500.0), 3.0);
        assert_eq!(metronome.delay_from_logical(500.0, 3.0), Some(1000));
        assert_eq!(metronome.delay_from_logical(1400.0, 3.0), Some(100));
    }

    #[test]
    fn logical_time_does_not_jump_when_the_speed_changes() {
        let slow = Metronome::standing_at(0.0).going(0.0, 0.1);
        let fast = slow.going(10_000.0, 10.0);
        assert_eq!(fast.logical_from_wall(10_000.0), 1.0);
        assert_eq!(fast.logical_from_wall(10_100.0), 2.0);
    }

    #[test]
    fn a_paused_metronome_has_no_delay_and_no_delay_is_too_long_for_a_timer() {
        let standing = Metronome::standing_at(0.7);
        assert_eq!(standing.logical_from_wall(99_999.0), 0.7);
        assert_eq!(standing.delay_from_logical(0.0, 5.0), None);
        let going = standing.going(0.0, 0.1);
        assert_eq!([standing, going, going.going(9.0, 0.0)].map(Metronome::stands), [true, false, true]);
        assert_eq!(Metronome::standing_at(0.0).going(0.0, 0.1).delay_from_logical(0.0, 1e9), Some(2_147_483_647));
        assert_eq!(Metronome::standing_at(0.0).going(0.0, 1.0).delay_from_logical(9000.0, 1.0), Some(1));
    }

    #[test]
    fn lateness_knows_its_mean_and_its_worst() {
        let lateness = Lateness::default().with(1.0).with(3.0).with(-0.5);
        assert_eq!((lateness.timers, lateness.worst), (3, 3.0));
        assert_eq!(lateness.mean(), Some(4.0 / 3.0));
        assert_eq!(Lateness::default().mean(), None);
    }
}
