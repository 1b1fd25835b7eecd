//! What of a long run is drawn: the lanes in sight, and no more marks than the eye can tell apart.

use std::ops::Range;

use crate::trace::{Seconds, Span};

/// How high a lane is, in pixels, until one can be measured (`--lane` in `tokens.css`; a narrow screen has higher ones).
pub const LANE: f64 = 36.0;

/// Up to how many lanes a run is drawn whole.
const WHOLE: usize = 120;

/// In steps of how many lanes the drawn part follows the reader: a step is a render.
const STRIDE: usize = 20;

/// How many lanes are drawn below the first in sight: more than a high screen has, and some to scroll into.
const DRAWN: usize = 100;

/// How many marks of one kind a lane shows before they are thinned out.
const MARKS: usize = 300;

/// Into how many parts the axis is cut for that: about as many as it has pixels.
const PARTS: f64 = 1500.0;

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

/// Which of `lanes` lanes are drawn in this stride, where the first of them is `before` lanes' heights down the page.
#[must_use]
pub fn lanes_in_sight(lanes: usize, stride: usize, before: f64) -> Range<usize> {
    if !is_tall(lanes) {
        return 0..lanes;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let offset = before.max(0.0) as usize;
    let first = (stride * STRIDE).saturating_sub(offset + STRIDE).min(lanes);
    let last = (stride * STRIDE + DRAWN).saturating_sub(offset).min(lanes);
    first..last.max(first)
}

/// Those of `marks` that lie apart on an axis that ends at `end`; all of them where they are few.
pub fn apart<T>(marks: &[T], at: impl Fn(&T) -> Seconds, end: Seconds) -> Vec<&T> {
    if marks.len() <= MARKS {
        return marks.iter().collect();
    }
    let mut kept: Vec<&T> = Vec::new();
    for mark in marks {
        if kept.last().is_none_or(|last| at(mark) - at(last) >= end / PARTS) {
            kept.push(mark);
        }
    }
    kept
}

/// The spans of a lane, those that are too short to be seen joined to one with the state of the longest.
#[must_use]
pub fn joined(spans: &[Span], end: Seconds) -> Vec<Span> {
    if spans.len() <= MARKS {
        return spans.to_vec();
    }
    let mut joined: Vec<Span> = Vec::new();
    let mut longest: Seconds = 0.0;
    for span in spans {
        if let Some(last) = joined.last_mut().filter(|last| span.to - last.from < end / PARTS) {
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

    #[test]
    fn few_lanes_are_drawn_whole_and_of_many_only_those_in_sight() {
        assert_eq!(lanes_in_sight(100, 3, 0.0), 0..100);
        assert_eq!(lanes_in_sight(10_000, 0, 1.4), 0..99);
        assert_eq!(lanes_in_sight(10_000, 50, 0.0), 980..1100);
        assert_eq!(lanes_in_sight(1_000, 50, 0.0), 980..1000);
        assert_eq!(stride_from_scroll(36.0 * 45.0, 36.0), 2);
    }

    #[test]
    fn what_is_drawn_reaches_past_the_bottom_of_a_high_screen_wherever_the_reader_is() {
        for (lane, height) in [(0_u32, LANE), (1, LANE), (19, 44.0), (20, LANE), (39, LANE), (5_000, 44.0)] {
            let drawn = lanes_in_sight(10_000, stride_from_scroll(f64::from(lane) * height, height), 0.0);
            assert!(drawn.contains(&(lane as usize)) && drawn.contains(&(lane as usize + 60)), "{lane}: {drawn:?}");
        }
    }

    #[test]
    fn marks_are_thinned_out_only_where_they_are_many() {
        let few: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(apart(&few, |at| *at, 1e9).len(), 100);
        let many: Vec<f64> = (0..100_000).map(f64::from).collect();
        assert!(apart(&many, |at| *at, 100_000.0).len() <= 1501);
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
        let joined = joined(&spans, 100_000.0);
        assert!(joined.len() <= 1600);
        assert_eq!((joined[0].from, joined[joined.len() - 1].to), (0.0, 100_000.0));
        assert!(joined.windows(2).all(|pair| pair[0].to == pair[1].from));
    }
}
