//! Folding: the lanes of all descendants of a task as one row below the task's lane.

use std::ops::Range;

use super::timeline::Timeline;
use crate::trace::facts::task::TaskId;

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The lane at this index.
    Lane(usize),
    /// The lanes in this range of indexes, folded into one row.
    Folded(Range<usize>),
}

/// The rows of a timeline in which the descendants of some tasks are folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// The folded ranges of lane indexes, in order and disjoint.
    folded: Vec<Range<usize>>,
    lanes: usize,
}

impl Folds {
    /// The rows of `picture` with the descendants of each of these tasks folded.
    #[must_use]
    pub fn of(picture: &Timeline, tasks: &[TaskId]) -> Self {
        let ranges = tasks.iter().filter_map(|task| Some(below(picture, picture.place(*task)?)));
        let mut all: Vec<Range<usize>> = ranges.filter(|range| !range.is_empty()).collect();
        // Sorts by selecting the first range repeatedly: there are few ranges, and a sort function would add wasm.
        let mut folded: Vec<Range<usize>> = Vec::new();
        while let Some(first) = all.iter().min_by_key(|range| range.start).cloned() {
            all.retain(|range| range.start >= first.end);
            folded.push(first);
        }
        Self { folded, lanes: picture.lanes.len() }
    }

    /// The number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.lanes - self.folded.iter().map(|range| range.len() - 1).sum::<usize>()
    }

    /// The rows in this range.
    pub fn shown(&self, rows: Range<usize>) -> impl Iterator<Item = Row> {
        let mut place = self.place(rows.start);
        rows.map(move |_| {
            let folded = self.folded.iter().find(|range| range.start == place).cloned();
            let row = folded.map_or(Row::Lane(place), Row::Folded);
            place = if let Row::Folded(range) = &row { range.end } else { place + 1 };
            row
        })
    }

    /// The index of the row that shows the lane at `place`.
    #[must_use]
    pub fn row(&self, place: usize) -> usize {
        let before = self.folded.iter().filter(|range| range.start < place);
        place - before.map(|range| range.end.min(place + 1) - range.start - 1).sum::<usize>()
    }

    /// The index of the first lane in this row.
    fn place(&self, row: usize) -> usize {
        self.folded.iter().fold(row, |place, range| if range.start < place { place + range.len() - 1 } else { place })
    }

    /// Whether the lane at this index is part of a folded row.
    #[must_use]
    pub fn hides(&self, place: usize) -> bool {
        self.folded.iter().any(|range| range.contains(&place))
    }
}

/// The indexes of the lanes nested below the lane at `place`.
#[must_use]
pub fn below(picture: &Timeline, place: usize) -> Range<usize> {
    let depth = picture.lanes.get(place).map_or(0, |lane| lane.depth);
    let after = picture.lanes.get(place + 1..).unwrap_or_default();
    place + 1..place + 1 + after.iter().take_while(|lane| lane.depth > depth).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::cursor::Cursor;
    use crate::trace::facts::event::{Event, What};
    use crate::trace::facts::line::Line;
    use crate::trace::facts::log::Log;
    use crate::trace::facts::task::Name;

    /// A timeline of tasks with these parents, in the order of creation.
    fn picture(parents: &[Option<u32>]) -> Timeline {
        let mut log = Log::default();
        for (task, parent) in (0..).zip(parents) {
            let what = What::Created { parent: parent.map(TaskId), name: Name::Numbered(task + 1), line: Line::NONE };
            log.push(Event { time: 0.0, task: TaskId(task), callback: 1, what });
        }
        Timeline::at(&log, Cursor::end(&log))
    }

    #[test]
    fn the_descendants_of_a_task_are_one_row_below_it() {
        // Lanes in order: 0, 1, 3, 4, 2, 5. Tasks 1, 2 and 5 are children of 0; 3 and 4 are children of 1.
        let picture = picture(&[None, Some(0), Some(0), Some(1), Some(1), Some(0)]);
        let rows = |tasks: &[u32]| {
            let tasks: Vec<_> = tasks.iter().copied().map(TaskId).collect();
            let folds = Folds::of(&picture, &tasks);
            let shown: Vec<_> = folds.shown(0..folds.rows()).collect();
            let places: Vec<_> = (0..6).map(|place| folds.row(place)).collect();
            (shown, places)
        };
        assert_eq!(rows(&[]), ((0..6).map(Row::Lane).collect(), vec![0, 1, 2, 3, 4, 5]));
        let inner = vec![Row::Lane(0), Row::Lane(1), Row::Folded(2..4), Row::Lane(4), Row::Lane(5)];
        assert_eq!(rows(&[1]), (inner, vec![0, 1, 2, 2, 3, 4]));
        assert_eq!(rows(&[1, 0]), (vec![Row::Lane(0), Row::Folded(1..6)], vec![0, 1, 1, 1, 1, 1]));
        assert_eq!(rows(&[5]), rows(&[]), "a task without children has nothing to fold");
    }

    #[test]
    fn a_range_of_rows_is_a_part_of_all_rows() {
        let parents: Vec<_> =
            (0..50).map(|task| (task > 0).then_some(if task % 5 == 0 { 0 } else { task / 5 * 5 })).collect();
        let picture = picture(&parents);
        let folds = Folds::of(&picture, &[TaskId(5), TaskId(20), TaskId(45)]);
        let all: Vec<_> = folds.shown(0..folds.rows()).collect();
        for first in 0..all.len() {
            assert_eq!(folds.shown(first..all.len()).collect::<Vec<_>>(), all[first..], "from {first}");
        }
    }
}
