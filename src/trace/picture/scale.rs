//! The time axis: its length and its ticks.

use crate::trace::facts::time::Seconds;

/// An axis from 0 to `end` seconds. `zoom` is the axis' length divided by its visible length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    end: Seconds,
    zoom: f64,
}

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The time that is marked.
    pub at: Seconds,
    /// Whether the tick has a label with its time.
    pub major: bool,
}

/// The free space after the end of the run, as a fraction of its duration. The icon and the word of the last end are
/// there.
const MARGIN: f64 = 1.0 / 6.0;

/// The number of labelled ticks that fit on a wide axis, roughly.
const LABELS: f64 = 8.0;

impl Scale {
    /// An axis for a run of `duration` seconds, with space for the word of its end.
    #[must_use]
    pub fn for_run(duration: Seconds) -> Self {
        let duration = if duration > 0.0 { duration } else { 1.0 };
        Self { end: duration * (1.0 + MARGIN), zoom: 1.0 }
    }

    /// The first of the lengths 1, 2, 3, 5, 7, 10, 20, ... seconds that is at least `duration`. An axis of unknown
    /// length grows in these steps, so that the scale rarely changes.
    #[must_use]
    pub fn ample(duration: Seconds) -> Seconds {
        let power = power_below(duration.max(1.0));
        let lengths = [1.0, 2.0, 3.0, 5.0, 7.0, 10.0].map(|length| length * power);
        lengths.into_iter().find(|length| *length >= duration).unwrap_or(duration)
    }

    /// The same axis, `zoom` times as long, with finer ticks.
    #[must_use]
    pub const fn zoomed(self, zoom: f64) -> Self {
        Self { zoom, ..self }
    }

    /// The time at the end of the axis.
    #[must_use]
    pub const fn end(self) -> Seconds {
        self.end
    }

    /// The distance between two labelled ticks, in seconds: 1, 2 or 5 times a power of ten.
    #[must_use]
    pub fn step(self) -> Seconds {
        let rough = self.end / (LABELS * self.zoom);
        let power = power_below(rough);
        let factor = match rough / power {
            part if part < 1.5 => 1.0,
            part if part < 3.5 => 2.0,
            part if part < 7.5 => 5.0,
            _ => 10.0,
        };
        factor * power
    }

    /// The number of decimals in the labels of the ticks.
    #[must_use]
    pub fn decimals(self) -> usize {
        let step = self.step();
        (1..MOST_DECIMALS).find(|&decimals| power(decimals) <= step * 1.000_001).unwrap_or(MOST_DECIMALS)
    }

    /// The ticks between two times: one with a label at every step, and one without a label in the middle.
    pub fn ticks(self, from: Seconds, to: Seconds) -> impl Iterator<Item = Tick> {
        let half = self.step() / 2.0;
        // The number fits: an axis has far fewer than 2^32 ticks.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let first = (from.max(0.0) / half) as u32;
        (first..)
            .map(move |number: u32| Tick { at: f64::from(number) * half, major: number.is_multiple_of(2) })
            .take_while(move |tick| tick.at <= self.end.min(to))
    }
}

/// The most decimals: no step is smaller than a nanosecond.
const MOST_DECIMALS: usize = 9;

/// 10 to the power of `-decimals`.
fn power(decimals: usize) -> f64 {
    (0..decimals).fold(1.0, |power, _| power / 10.0)
}

/// The greatest power of ten that is not above `number`. The standard library's `powf` would add more wasm than this.
fn power_below(number: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= number {
        power *= 10.0;
    }
    while power > number && power > 1e-12 {
        power /= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(duration: Seconds) -> Vec<String> {
        let scale = Scale::for_run(duration);
        let decimals = scale.decimals();
        scale.ticks(0.0, scale.end()).filter(|tick| tick.major).map(|tick| format!("{:.decimals$}", tick.at)).collect()
    }

    #[test]
    fn ticks_are_round_numbers_at_every_size() {
        assert_eq!(labels(2.0), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0", "1.2", "1.4", "1.6", "1.8", "2.0", "2.2"]);
        assert_eq!(labels(4.5), ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5", "4.0", "4.5", "5.0"]);
        assert_eq!(
            labels(90.0),
            ["0.0", "10.0", "20.0", "30.0", "40.0", "50.0", "60.0", "70.0", "80.0", "90.0", "100.0"]
        );
        assert_eq!(labels(0.01)[1], "0.001");
    }

    #[test]
    fn a_zoomed_axis_has_finer_ticks_and_lists_those_of_a_part() {
        let scale = Scale::for_run(2.0).zoomed(100.0);
        let ticks: Vec<_> = scale.ticks(1.0, 1.0051).map(|tick| format!("{:.4} {}", tick.at, tick.major)).collect();
        assert_eq!(
            ticks,
            ["1.0000 true", "1.0010 false", "1.0020 true", "1.0030 false", "1.0040 true", "1.0050 false"]
        );
        assert_eq!(scale.decimals(), 3);
    }

    #[test]
    fn an_axis_of_unknown_length_grows_by_few_steps() {
        let lengths: Vec<Seconds> = (0..=130).map(|tenths| Scale::ample(f64::from(tenths) / 10.0)).collect();
        let mut steps = lengths.clone();
        steps.dedup();
        assert_eq!(steps, [1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 20.0]);
        assert!(lengths.iter().zip(0..).all(|(length, tenths)| *length >= f64::from(tenths) / 10.0));
    }

    #[test]
    fn a_run_without_duration_still_has_an_axis() {
        assert!(Scale::for_run(0.0).end() > 0.0);
    }

    #[test]
    fn the_end_of_a_run_has_room_for_its_word() {
        let percent = 100.0 * 2.0 / Scale::for_run(2.0).end();
        assert!((85.0..86.0).contains(&percent), "{percent}");
    }
}
