//! What of a long run is drawn: the lanes in sight, and no more marks than the eye can tell apart.

use std::f64::consts::SQRT_2;
use std::ops::Range;

use crate::trace::{Scale, Seconds, Span};

/// How high a lane is, in pixels, until one can be measured (`--lane` in `tokens.css`; a narrow screen has higher ones).
pub const LANE: f64 = 36.0;

/// Up to how many lanes a run is drawn whole.
const WHOLE: usize = 120;

/// In steps of how many lanes the drawn part follows the reader: a step is a render, and a small one fits into a frame.
const STRIDE: usize = 4;

/// How many lanes are drawn above and below those in sight, to scroll into.
const SPARE: usize = 8;

/// How many marks of one kind a lane shows before they are thinned out.
const MARKS: usize = 300;

/// Into how many parts the axis is cut for that: about as many as it has pixels.
const PARTS: f64 = 1500.0;

/// Up to how many times its box the whole axis is drawn; a longer one only around what is in sight.
const WHOLE_AXIS: f64 = 4.0;

/// What is in sight, in steps so coarse that each is worth a render.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// How far the reader has scrolled down, in strides.
    pub stride: usize,
    /// How high a lane is, in pixels.
    pub lane: f64,
    /// How many lanes the box has room for.
    pub room: usize,
    /// How many times as long as on a wide page the axis is, in steps of a half power of two.
    pub fineness: f64,
    /// Whether the axis is longer than its box.
    pub longer: bool,
    /// Whether it is as long as it can be.
    pub longest: bool,
    /// Whether the reader made it longer.
    pub zoomed: bool,
    /// Which part of the axis is drawn: from and to, as parts of the whole.
    pub drawn: (f64, f64),
}

impl Default for Sight {
    /// What is seen before anybody has looked.
    fn default() -> Self {
        Self {
            stride: 0,
            lane: LANE,
            room: 40,
            fineness: 1.0,
            longer: false,
            longest: false,
            zoomed: false,
            drawn: (0.0, 1.0),
        }
    }
}

impl Sight {
    /// The part of this axis that is drawn.
    #[must_use]
    pub fn window(&self, scale: Scale) -> Window {
        let (from, to) = self.drawn;
        let end = scale.end();
        Window { from: from * end, to: to * end, unit: end / (PARTS * self.fineness.max(1.0)) }
    }
}

/// How fine the ticks and marks are of an axis of so many pixels: in steps, so that not every pixel is a render.
#[must_use]
pub fn fineness(pixels: f64) -> f64 {
    let times = (pixels / NATURAL).max(0.01);
    // A wide screen's axis at rest is as it always was.
    if (1.0..2.0).contains(&times) {
        return 1.0;
    }
    // The power of the root of two that it reaches, without a logarithm, as in `trace/picture/scale.rs`.
    let mut power = 1.0;
    while power * 2.0 <= times {
        power *= 2.0;
    }
    while power > times {
        power /= 2.0;
    }
    if power * SQRT_2 <= times { power * SQRT_2 } else { power }
}

/// Which part of the axis is drawn that is `zoom` times as long as its box, scrolled to `left`, a part of the whole: a
/// box more on either side, in steps of a box.
#[must_use]
pub fn drawn_part(zoom: f64, left: f64) -> (f64, f64) {
    if zoom <= WHOLE_AXIS {
        return (0.0, 1.0);
    }
    let first = (left * zoom).floor();
    ((first - 1.0) / zoom, (first + 3.0) / zoom)
}

/// A part of the axis, and the shortest time on it that can be seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Its beginning.
    pub from: Seconds,
    /// Its end.
    pub to: Seconds,
    /// About a pixel.
    pub unit: Seconds,
}

/// How many pixels the axis of a page has for which ticks are made that are not finer.
const NATURAL: f64 = 600.0;

/// Whether a run of so many lanes scrolls in a box of its own.
#[must_use]
pub const fn is_tall(lanes: usize) -> bool {
    lanes > WHOLE
}

/// In which stride the reader is who has scrolled so far, in pixels, over lanes of this height.
#[must_use]
pub fn stride_from_scroll(pixels: f64, height: f64) -> usize {
    // A place on the page is far below 2^32 pixels.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let lane = (pixels.max(0.0) / height.max(1.0)) as usize;
    lane / STRIDE
}

/// Which of `lanes` lanes are drawn in this sight, where the first of them is `before` lanes' heights down the page.
#[must_use]
pub fn lanes_in_sight(lanes: usize, sight: &Sight, before: f64) -> Range<usize> {
    if !is_tall(lanes) {
        return 0..lanes;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let offset = before.max(0.0) as usize;
    let first = sight.stride * STRIDE;
    let last = first + STRIDE + sight.room + SPARE;
    let first = first.saturating_sub(offset + SPARE).min(lanes);
    first..last.saturating_sub(offset).min(lanes).max(first)
}

/// Those of `marks` that lie in the window and apart on it; all of them where they are few.
pub fn apart<'a, T>(marks: &'a [T], at: impl Fn(&T) -> Seconds, window: &Window) -> Vec<&'a T> {
    if marks.len() <= MARKS {
        return marks.iter().collect();
    }
    let mut kept: Vec<&T> = Vec::new();
    for mark in marks.iter().filter(|mark| (window.from..=window.to).contains(&at(mark))) {
        if kept.last().is_none_or(|last| at(mark) - at(last) >= window.unit) {
            kept.push(mark);
        }
    }
    kept
}

/// The spans of a lane in this window, those that are too short to be seen joined to one with the state of the longest.
#[must_use]
pub fn joined(spans: &[Span], window: &Window) -> Vec<Span> {
    if spans.len() <= MARKS {
        return spans.to_vec();
    }
    let mut joined: Vec<Span> = Vec::new();
    let mut longest: Seconds = 0.0;
    for span in spans.iter().filter(|span| span.to >= window.from && span.from <= window.to) {
        if let Some(last) = joined.last_mut().filter(|last| span.to - last.from < window.unit) {
            let from = last.from;
            if span.duration() > longest {
                longest = span.duration();
                *last = span.clone();
            }
            (last.from, last.to, last.open) = (from, span.to, span.open);
        } else {
            longest = span.duration();
            joined.push(span.clone());
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::{Line, State};

    /// An axis that ends at `end`, all of it, as it is drawn at rest.
    fn whole(end: Seconds) -> Window {
        Window { from: 0.0, to: end, unit: end / PARTS }
    }

    #[test]
    fn few_lanes_are_drawn_whole_and_of_many_only_those_in_sight() {
        let at = |stride| Sight { stride, room: 20, ..Sight::default() };
        assert_eq!(lanes_in_sight(100, &at(3), 0.0), 0..100);
        assert_eq!(lanes_in_sight(10_000, &at(0), 1.4), 0..31);
        assert_eq!(lanes_in_sight(10_000, &at(250), 0.0), 992..1032);
        assert_eq!(lanes_in_sight(1_000, &at(250), 0.0), 992..1000);
        assert_eq!(stride_from_scroll(36.0 * 45.0, 36.0), 11);
    }

    #[test]
    fn what_is_drawn_reaches_past_both_edges_of_the_box_wherever_the_reader_is() {
        for (lane, height) in [(0_u32, LANE), (1, LANE), (19, 44.0), (20, LANE), (39, LANE), (5_000, 44.0)] {
            let stride = stride_from_scroll(f64::from(lane) * height, height);
            let drawn = lanes_in_sight(10_000, &Sight { stride, room: 60, ..Sight::default() }, 0.0);
            assert!(drawn.contains(&(lane as usize)) && drawn.contains(&(lane as usize + 60)), "{lane}: {drawn:?}");
        }
    }

    #[test]
    fn of_a_long_axis_only_what_is_in_sight_is_drawn_and_more_finely() {
        assert_eq!(drawn_part(2.0, 0.4), (0.0, 1.0));
        assert_eq!(drawn_part(10.0, 0.55), (0.4, 0.8));
        assert_eq!(
            [282.0, 620.0, 1100.0, 1200.0, 6000.0].map(|pixels| (fineness(pixels) * 100.0).round()),
            [35.0, 100.0, 100.0, 200.0, 800.0]
        );
        let many: Vec<f64> = (0..100_000).map(f64::from).collect();
        let sight = Sight { fineness: 8.0, drawn: (0.5, 0.6), ..Sight::default() };
        let window = Window { unit: 8.0, ..sight.window(Scale::for_run(60_000.0)) };
        let kept = apart(&many, |at| *at, &window);
        assert_eq!((*kept[0], kept.len()), (35_000.0, 876));
    }

    #[test]
    fn marks_are_thinned_out_only_where_they_are_many() {
        let few: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(apart(&few, |at| *at, &whole(1e9)).len(), 100);
        let many: Vec<f64> = (0..100_000).map(f64::from).collect();
        assert!(apart(&many, |at| *at, &whole(100_000.0)).len() <= 1501);
    }

    #[test]
    fn joined_spans_cover_what_the_short_ones_covered() {
        let span = |number: u32| Span {
            from: f64::from(number),
            to: f64::from(number) + 1.0,
            open: false,
            state: if number.is_multiple_of(2) { State::Sleeping } else { State::Queued },
            on: None,
            line: Line::NONE,
        };
        let spans: Vec<Span> = (0..100_000).map(span).collect();
        let joined = joined(&spans, &whole(100_000.0));
        assert!(joined.len() <= 1600);
        assert_eq!((joined[0].from, joined[joined.len() - 1].to), (0.0, 100_000.0));
        assert!(joined.windows(2).all(|pair| pair[0].to == pair[1].from));
    }
}
