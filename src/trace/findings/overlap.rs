//! Why one run takes less time than another: how many of its waits overlapped.

use crate::trace::facts::order::ordered;
use crate::trace::facts::time::Seconds;
use crate::trace::picture::lane::Span;
use crate::trace::picture::timeline::Timeline;

/// The overlap of a run's waits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlap {
    /// The sum of the tasks' own waits ([`Span::is_own_wait`]), in seconds.
    pub waited: Seconds,
    /// The duration of the run, in seconds.
    pub total: Seconds,
    /// The greatest number of waits at the same time.
    pub most: usize,
    /// Periods from the first wait to the last, in order: start, end and the number of waits during the period.
    pub stretches: Vec<(Seconds, Seconds, usize)>,
}

impl Overlap {
    /// The overlap of the waits in this timeline.
    #[must_use]
    pub fn of(picture: &Timeline) -> Self {
        let waits: Vec<&Span> =
            picture.lanes.iter().flat_map(|lane| &lane.spans).filter(|span| span.is_own_wait()).collect();
        let edges: Vec<(Seconds, bool)> = waits.iter().flat_map(|wait| [(wait.from, true), (wait.to, false)]).collect();
        let edges = ordered(&edges, &|one, other| one.0.total_cmp(&other.0));
        let (mut stretches, mut under_way) = (Vec::new(), 0_usize);
        for (edge, next) in edges.iter().zip(edges.iter().skip(1)) {
            under_way = if edge.1 { under_way + 1 } else { under_way - 1 };
            if next.0 > edge.0 {
                stretches.push((edge.0, next.0, under_way));
            }
        }
        Self {
            waited: waits.iter().map(|wait| wait.duration()).fold(0.0, std::ops::Add::add),
            total: picture.total(),
            most: stretches.iter().map(|(.., count)| *count).max().unwrap_or_default(),
            stretches,
        }
    }

    /// The average number of waits at the same time; `None` for a run without duration.
    #[must_use]
    pub fn average(&self) -> Option<f64> {
        (self.total > 0.0).then(|| self.waited / self.total)
    }

    /// The gain over a `slower` run, as two factors: the ratio of the summed waits, and the ratio of the average
    /// overlaps. `None` if one of the runs did not wait.
    #[must_use]
    pub fn gain_over(&self, slower: &Self) -> Option<[f64; 2]> {
        let overlaps = self.average()? / slower.average().filter(|average| *average > 0.0)?;
        (self.waited > 0.0).then(|| [slower.waited / self.waited, overlaps])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::cursor::Cursor;
    use crate::trace::facts::event::{Event, On, What};
    use crate::trace::facts::line::Line;
    use crate::trace::facts::log::Log;
    use crate::trace::facts::task::{Name, TaskId};

    /// The timeline at the end of a run with one task for each of these waits.
    fn picture(waits: &[(Seconds, Seconds)]) -> Timeline {
        let mut events = Vec::new();
        for (task, (from, to)) in (0..).map(TaskId).zip(waits) {
            let at = |time, what| Event { time, task, callback: 1, what };
            events.push(at(0.0, What::Created { parent: None, name: Name::Numbered(task.0), line: Line::NONE }));
            events.push(at(*from, What::StepBegan));
            events.push(at(*from, What::Suspended { on: On::Timer { until: *to }, line: Line::NONE }));
            events.push(at(*to, What::Finished(crate::trace::facts::event::End::Returned("None".into()))));
        }
        events.sort_by(|one, other| one.time.total_cmp(&other.time));
        let mut log = Log::default();
        for event in events {
            log.push(event);
        }
        Timeline::at(&log, Cursor::end(&log))
    }

    #[test]
    fn three_waits_at_once_take_as_long_as_the_longest() {
        let overlap = Overlap::of(&picture(&[(0.0, 2.0), (0.0, 1.0), (0.0, 1.5)]));
        assert_eq!((overlap.waited, overlap.total, overlap.most), (4.5, 2.0, 3));
        assert_eq!(overlap.stretches, [(0.0, 1.0, 3), (1.0, 1.5, 2), (1.5, 2.0, 1)]);
        assert_eq!(overlap.average(), Some(2.25));
    }

    #[test]
    fn three_waits_in_a_row_take_their_sum_and_the_gain_is_the_overlap() {
        let row = Overlap::of(&picture(&[(0.0, 2.0), (2.0, 3.0), (3.0, 4.5)]));
        assert_eq!((row.waited, row.total, row.most, row.average()), (4.5, 4.5, 1, Some(1.0)));
        let together = Overlap::of(&picture(&[(0.0, 2.0), (0.0, 1.0), (0.0, 1.5)]));
        assert_eq!(together.gain_over(&row), Some([1.0, 2.25]));
    }

    #[test]
    fn half_the_waiting_is_a_gain_without_any_overlap() {
        let [long, short] = [4.0, 2.0].map(|to| Overlap::of(&picture(&[(0.0, to)])));
        assert_eq!(short.gain_over(&long), Some([2.0, 1.0]));
    }

    #[test]
    fn the_area_under_the_stretches_is_the_sum_of_the_waits() {
        let overlap = Overlap::of(&picture(&[(0.0, 2.5), (0.5, 1.0), (3.0, 3.5), (0.5, 3.25)]));
        let mut area = 0.0;
        for (from, to, count) in &overlap.stretches {
            area += (to - from) * f64::from(u32::try_from(*count).unwrap_or_default());
        }
        assert_eq!(area, overlap.waited);
    }

    #[test]
    fn a_run_without_waits_has_no_overlap() {
        let nothing = Overlap::of(&picture(&[]));
        assert_eq!((nothing.most, nothing.average(), nothing.gain_over(&nothing)), (0, None, None));
    }
}
