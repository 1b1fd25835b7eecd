//! The time axis: where a moment lies on it, and where its ticks are.

use crate::trace::facts::time::Seconds;

/// An axis from 0 to `end` seconds; places on it are percentages of its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    end: Seconds,
    zoom: f64,
}

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Its time.
    pub at: Seconds,
    /// Whether it carries its time in figures.
    pub major: bool,
}

/// Free space after the last end, for that end's icon and word, as a part of the run.
const MARGIN: f64 = 1.0 / 6.0;

/// About how many labelled ticks fit on a wide axis.
const LABELS: f64 = 8.0;

impl Scale {
    /// An axis on which a run of `duration` seconds and the word of its end find room.
    #[must_use]
    pub fn for_run(duration: Seconds) -> Self {
        let duration = if duration > 0.0 { duration } else { 1.0 };
        Self { end: duration * (1.0 + MARGIN), zoom: 1.0 }
    }

    /// The same axis, so many times as long: its ticks are so much finer.
    #[must_use]
    pub const fn zoomed(self, zoom: f64) -> Self {
        Self { zoom, ..self }
    }

    /// The last moment on the axis.
    #[must_use]
    pub const fn end(self) -> Seconds {
        self.end
    }

    /// The distance of two labelled ticks: 1, 2 or 5 times a power of ten.
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

    /// How many decimals a tick's time needs.
    #[must_use]
    pub fn decimals(self) -> usize {
        let step = self.step();
        (1..MOST_DECIMALS).find(|&decimals| power(decimals) <= step * 1.000_001).unwrap_or(MOST_DECIMALS)
    }

    /// The ticks of this part of the axis: every step with a label, and one without between two of them.
    pub fn ticks(self, from: Seconds, to: Seconds) -> impl Iterator<Item = Tick> {
        let half = self.step() / 2.0;
        // At most some ten thousand ticks lie on an axis.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let first = (from.max(0.0) / half) as u32;
        (first..)
            .map(move |number: u32| Tick { at: f64::from(number) * half, major: number.is_multiple_of(2) })
            .take_while(move |tick| tick.at <= self.end.min(to))
    }
}

/// No step is smaller than a billionth of a second.
const MOST_DECIMALS: usize = 9;

/// Ten to the power of minus `decimals`.
fn power(decimals: usize) -> f64 {
    (0..decimals).fold(1.0, |power, _| power / 10.0)
}

/// The power of ten that a number reaches; `powf` would be 2 176 bytes of wasm (before gzip, by its function's size).
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
    fn an_axis_that_is_zoomed_has_finer_ticks_and_gives_those_of_a_part() {
        let scale = Scale::for_run(2.0).zoomed(100.0);
        let ticks: Vec<_> = scale.ticks(1.0, 1.0051).map(|tick| format!("{:.4} {}", tick.at, tick.major)).collect();
        assert_eq!(
            ticks,
            ["1.0000 true", "1.0010 false", "1.0020 true", "1.0030 false", "1.0040 true", "1.0050 false"]
        );
        assert_eq!(scale.decimals(), 3);
    }

    #[test]
    fn a_run_without_duration_still_has_an_axis() {
        assert!(Scale::for_run(0.0).end() > 0.0);
    }

    #[test]
    fn the_end_of_a_run_leaves_room_for_its_word() {
        let percent = 100.0 * 2.0 / Scale::for_run(2.0).end();
        assert!((85.0..86.0).contains(&percent), "{percent}");
    }
}
