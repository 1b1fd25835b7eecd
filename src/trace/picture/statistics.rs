//! The figures of a run: how long tasks waited, and how much time was gained because their waits overlapped.

use crate::trace::facts::time::Seconds;

/// The figures of a run up to the cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Statistics {
    /// The duration of the run.
    pub total: Seconds,
    /// The sum of all tasks' own waits: sleeps, blocking calls and workers.
    pub sum_of_waits: Seconds,
    /// The greatest sum of own waits of one task. However the tasks overlap, the run cannot be shorter.
    pub bound: Seconds,
    /// A lower bound that also counts what the tasks share: the thread, locks and permits. Never less than `bound`.
    pub bound_with_limits: Seconds,
    /// The time for which the thread was held, so that nothing else could run.
    pub held: Seconds,
    /// The number of steps of all tasks.
    pub steps: usize,
}

impl Statistics {
    /// The factor by which the run would take longer if the waits did not overlap. `None` for a run without duration or
    /// without own waits.
    #[must_use]
    pub fn gain(&self) -> Option<f64> {
        (self.total > 0.0 && self.sum_of_waits > 0.0).then(|| self.sum_of_waits / self.total)
    }
}
