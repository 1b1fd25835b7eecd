//! Computes the figures of a timeline once, on demand, and caches them.

use std::cell::OnceCell;

use super::Timeline;
use crate::trace::facts::time::Seconds;
use crate::trace::picture::lane::Lane;
use crate::trace::picture::resource::{Hold, Resource};
use crate::trace::picture::statistics::Statistics;

/// The cached figures. They are not part of a timeline's equality.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted(OnceCell<Statistics>);

impl PartialEq for Counted {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Statistics {
    /// The figures of this timeline.
    #[must_use]
    pub fn of(timeline: &Timeline) -> Self {
        *timeline.figures.0.get_or_init(|| timeline.counted())
    }
}

impl Timeline {
    fn counted(&self) -> Statistics {
        let waits = self.lanes.iter().map(Lane::waited);
        let bound = waits.clone().fold(0.0, f64::max);
        let held = self.busy.iter().map(|busy| busy.to - busy.from).fold(0.0, std::ops::Add::add);
        Statistics {
            total: self.total(),
            sum_of_waits: waits.fold(0.0, std::ops::Add::add),
            bound,
            bound_with_limits: self
                .resources
                .iter()
                .map(|resource| self.bound_of(resource))
                .fold(bound.max(held), f64::max),
            held,
            steps: self.steps.len(),
        }
    }

    /// A lower bound for the duration of the run: the own waits of tasks while they hold the resource, divided by its
    /// permits.
    fn bound_of(&self, resource: &Resource) -> Seconds {
        let permits = resource.holds.iter().map(|hold| hold.slot + 1).max().unwrap_or_default();
        let permits = u32::try_from(permits).unwrap_or(u32::MAX).max(resource.size.unwrap_or(1)).max(1);
        let within = |hold: &Hold| self.lane(hold.task).map_or(0.0, |lane| lane.waited_within(hold.from, hold.to));
        resource.holds.iter().map(within).fold(0.0, std::ops::Add::add) / f64::from(permits)
    }
}
