//! The figures of a run: what waiting cost, and what was gained by waiting together.

use std::cell::OnceCell;

use crate::trace::{Seconds, Timeline};

/// What a run cost, up to the moment of its picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Statistics {
    /// From the first event to the last.
    pub total: Seconds,
    /// The own waits of all tasks, one after the other: sleeps, blocking calls, and workers.
    pub sum_of_waits: Seconds,
    /// The most that one task waits by itself: no arrangement of the same tasks ends earlier.
    pub bound: Seconds,
    /// How long the thread was held, so that nobody else could run.
    pub held: Seconds,
    /// How many steps the loop made.
    pub steps: usize,
}

/// The figures of a picture, counted when they are asked for; they make no two pictures differ.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted(OnceCell<Statistics>);

impl PartialEq for Counted {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Statistics {
    /// The figures of this picture.
    #[must_use]
    pub fn of(timeline: &Timeline) -> Self {
        *timeline.figures.0.get_or_init(|| Self::counted(timeline))
    }

    fn counted(timeline: &Timeline) -> Self {
        let waits = timeline.lanes.iter().map(crate::trace::Lane::waited);
        Self {
            total: timeline.total(),
            sum_of_waits: waits.clone().fold(0.0, std::ops::Add::add),
            bound: waits.fold(0.0, f64::max),
            held: timeline.busy.iter().map(|busy| busy.to - busy.from).fold(0.0, std::ops::Add::add),
            steps: timeline.steps.len(),
        }
    }

    /// How many times as long the waits would have taken one after the other; nothing for a run without duration,
    /// or without waits of the tasks' own: what a request takes is the network's.
    #[must_use]
    pub fn gain(&self) -> Option<f64> {
        (self.total > 0.0 && self.sum_of_waits > 0.0).then(|| self.sum_of_waits / self.total)
    }
}
