//! The visible part of a long run: only visible lanes are rendered, and only marks that are far enough apart.

use std::f64::consts::SQRT_2;
use std::ops::Range;

use crate::trace::{Scale, Seconds, Span};

/// The height of a lane in pixels until it is measured, as `--lane` in `tokens.css`. A narrow screen has other heights.
pub const LANE: f64 = 36.0;

/// The most lanes for which all are rendered.
const WHOLE: usize = 120;

/// The number of lanes by which the rendered range moves. Each move is a render. With the least stride, no frame renders more
/// lanes than have come into view.
const STRIDE: usize = 1;

/// The number of lanes rendered above and below the visible ones, for scrolling.
const SPARE: usize = 3;

/// The most marks of one kind in a lane before marks are dropped.
const MARKS: usize = 300;

/// The number of parts of the axis for dropping marks: about its number of pixels.
const PARTS: f64 = 1500.0;

/// The greatest zoom at which the whole axis is rendered. At a greater zoom, only the visible part and its
/// surroundings are.
const WHOLE_AXIS: f64 = 4.0;

/// The visible part, in steps coarse enough that each is worth a render.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// The index of the stride that the box is scrolled to.
    pub stride: usize,
    /// The height of a lane in pixels.
    pub lane: f64,
    /// The number of lanes that fit into the box below the ruler.
    pub room: usize,
    /// The length of the axis in multiples of a wide page's, in steps of the square root of two.
    pub fineness: f64,
    /// Whether the axis is longer than its box.
    pub longer: bool,
    /// Whether the axis has the greatest length.
    pub longest: bool,
    /// Whether the reader zoomed in.
    pub zoomed: bool,
    /// The rendered part of the axis: start and end as fractions of its length.
    pub drawn: (f64, f64),
}

impl Default for Sight {
    /// The part before anything is measured.
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
    /// The visible part of the axis. It stays the same while the lanes scroll.
    #[must_use]
    pub fn of_axis(self) -> Self {
        Self { stride: 0, ..self }
    }

    /// The rendered part of this axis.
    #[must_use]
    pub fn window(&self, scale: Scale) -> Window {
        let (from, to) = self.drawn;
        let end = scale.end();
        Window { from: from * end, to: to * end, unit: end / (PARTS * self.fineness.max(1.0)) }
    }
}

/// How fine ticks and marks are on an axis of this many pixels. The value changes in steps, so that few changes of the
/// length need a render.
#[must_use]
pub fn fineness(pixels: f64) -> f64 {
    let times = (pixels / NATURAL).max(0.01);
    // The usual lengths of an axis have one fineness.
    if (1.0..2.0).contains(&times) {
        return 1.0;
    }
    // The greatest power of the square root of two that is not above `times`, computed without a logarithm as in
    // `trace/picture/scale.rs`.
    let mut power = 1.0;
    while power * 2.0 <= times {
        power *= 2.0;
    }
    while power > times {
        power /= 2.0;
    }
    if power * SQRT_2 <= times { power * SQRT_2 } else { power }
}

/// The part of the zoomed axis to render, as fractions: what is visible plus one screen on each side. `left` is the
/// scroll offset as a fraction.
#[must_use]
pub fn drawn_part(zoom: f64, left: f64) -> (f64, f64) {
    if zoom <= WHOLE_AXIS {
        return (0.0, 1.0);
    }
    let first = (left * zoom).floor();
    ((first - 1.0) / zoom, (first + 3.0) / zoom)
}

/// A part of the axis, and the shortest visible duration on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The start of the part.
    pub from: Seconds,
    /// The end of the part.
    pub to: Seconds,
    /// The duration of about one pixel.
    pub unit: Seconds,
}

/// The number of pixels for which the ticks of an axis with fineness 1 are made.
const NATURAL: f64 = 600.0;

/// Whether a run with this many lanes scrolls in its own box.
#[must_use]
pub const fn is_tall(lanes: usize) -> bool {
    lanes > WHOLE
}

/// The stride index at this scroll offset in pixels, for lanes of this height.
#[must_use]
pub fn stride_from_scroll(pixels: f64, height: f64) -> usize {
    // The offset is far below 2^32 pixels.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let lane = (pixels.max(0.0) / height.max(1.0)) as usize;
    lane / STRIDE
}

/// The number of lanes of this height that fit into a box of this height, in pixels.
#[must_use]
pub fn room_from_height(pixels: f64, height: f64) -> usize {
    // A box is at most as high as a screen.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let lanes = (pixels.max(0.0) / height.max(1.0)).ceil() as usize;
    lanes
}

/// The indexes of the lanes to render. `before` is the height above the first lane, in heights of a lane.
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

/// The marks in the window that are far enough apart; all marks if they are few. `marks` must be in order of time.
pub fn apart<'a, T>(marks: &'a [T], at: impl Fn(&T) -> Seconds, window: &Window) -> Vec<&'a T> {
    if marks.len() <= MARKS {
        return marks.iter().collect();
    }
    let mut kept: Vec<&T> = Vec::new();
    let mut rest = &marks[marks.partition_point(|mark| at(mark) < window.from)..];
    while let Some(mark) = rest.first().filter(|mark| at(mark) <= window.to) {
        kept.push(mark);
        let next = at(mark) + window.unit;
        rest = &rest[rest.partition_point(|mark| at(mark) < next).max(1)..];
    }
    kept
}

/// The spans in the window. Spans too short to be visible are joined into one with the state of the longest.
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

    /// The window of a whole axis that ends at `end`.
    fn whole(end: Seconds) -> Window {
        Window { from: 0.0, to: end, unit: end / PARTS }
    }

    #[test]
    fn few_lanes_are_all_rendered_and_of_many_only_the_visible_ones() {
        let at = |stride| Sight { stride, room: 20, ..Sight::default() };
        assert_eq!(lanes_in_sight(100, &at(3), 0.0), 0..100);
        assert_eq!(lanes_in_sight(10_000, &at(0), 1.4), 0..23);
        assert_eq!(lanes_in_sight(10_000, &at(1_000), 0.0), 997..1024);
        assert_eq!(lanes_in_sight(1_000, &at(1_000), 0.0), 997..1000);
        assert_eq!(stride_from_scroll(36.0 * 45.5, 36.0), 45);
    }

    #[test]
    fn the_rendered_lanes_extend_past_both_edges_of_the_box_at_any_offset() {
        for (lane, height) in [(0_u32, LANE), (1, LANE), (19, 44.0), (20, LANE), (39, LANE), (5_000, 44.0)] {
            let stride = stride_from_scroll(f64::from(lane) * height, height);
            let drawn = lanes_in_sight(10_000, &Sight { stride, room: 60, ..Sight::default() }, 0.0);
            assert!(drawn.contains(&(lane as usize)) && drawn.contains(&(lane as usize + 60)), "{lane}: {drawn:?}");
        }
    }

    #[test]
    fn of_a_long_axis_only_the_visible_part_is_rendered_and_finer() {
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
    fn marks_are_dropped_only_if_there_are_many() {
        let few: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(apart(&few, |at| *at, &whole(1e9)).len(), 100);
        let many: Vec<f64> = (0..100_000).map(f64::from).collect();
        assert!(apart(&many, |at| *at, &whole(100_000.0)).len() <= 1501);
    }

    #[test]
    fn a_joined_span_covers_the_short_ones() {
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
