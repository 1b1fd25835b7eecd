//! The figures of a run: what waiting cost, and what was gained by waiting together.

use crate::trace::facts::time::Seconds;

/// What a run cost, up to the moment of its picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Statistics {
    /// From the first event to the last.
    pub total: Seconds,
    /// The own waits of all tasks, one after the other: sleeps, blocking calls, and workers.
    pub sum_of_waits: Seconds,
    /// The most that one task waits by itself: no arrangement of the same tasks ends earlier, whatever they share.
    pub bound: Seconds,
    /// The same with what this run shares: one thread, and no more locks and permits than it has. Never less than `bound`.
    pub bound_with_limits: Seconds,
    /// How long the thread was held, so that nobody else could run.
    pub held: Seconds,
    /// How many steps the loop made.
    pub steps: usize,
}

impl Statistics {
    /// How many times as long the waits would have taken one after the other; nothing for a run without duration,
    /// or without waits of the tasks' own: what a request takes is the network's.
    #[must_use]
    pub fn gain(&self) -> Option<f64> {
        (self.total > 0.0 && self.sum_of_waits > 0.0).then(|| self.sum_of_waits / self.total)
    }
}
