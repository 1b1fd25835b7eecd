//! Measurements over time: rows of a report with a value, a mean, two limits and a state.

use super::report::cells;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{Event, What};
use crate::trace::facts::log::Log;
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::Seconds;

/// The state that is not highlighted.
const NORMAL: &str = "ok";

/// The readings of one source, in percent. Values stay text as printed, since nothing calculates with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The source's name.
    pub name: String,
    /// The limits for the mean, from the first row. A stretch begins when the mean is above the second limit, and ends
    /// when the mean is below the first.
    pub limits: (String, String),
    /// The readings, oldest first.
    pub points: Vec<Point>,
    /// The periods in another state than "ok".
    pub stretches: Vec<Stretch>,
    /// The time up to which the last value holds: the cursor, or the end of the task that printed the rows.
    pub until: Seconds,
    task: TaskId,
}

/// One reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The time of the reading.
    pub at: Seconds,
    /// The value that was read.
    pub value: String,
    /// The mean of the last values, as the program printed it.
    pub mean: String,
}

/// A period in another state than "ok".
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// When the period starts.
    pub from: Seconds,
    /// When the period ends; `None` if it lasts to the end of the series.
    pub to: Option<Seconds>,
    /// The state during the period.
    pub state: String,
}

/// The series of a run, from printed rows such as `CPU | 62.5 | 61.3 | 50–60 | alert`. The cells are the source's name,
/// a value, the mean, the two limits and the state.
#[must_use]
pub fn series(log: &Log, cursor: Cursor) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for event in cursor.past(log) {
        record(&mut all, event);
        if let What::Finished(_) = event.what {
            for one in all.iter_mut().filter(|one| one.task == event.task) {
                one.until = one.until.min(event.time);
            }
        }
    }
    for one in &mut all {
        one.until = one.until.min(cursor.time);
    }
    all
}

fn record(all: &mut Vec<Series>, event: &Event) {
    let Some(cells) = cells(event) else { return };
    let [name, value, mean, limits, state] = cells[..] else { return };
    let Some((low, high)) = limits.split_once('–') else { return };
    if ![value, mean, low, high].into_iter().all(is_figure) {
        return;
    }
    let place = all.iter().position(|one| one.name == name).unwrap_or_else(|| {
        let limits = (low.to_owned(), high.to_owned());
        let (points, stretches, until) = (Vec::new(), Vec::new(), Seconds::INFINITY);
        all.push(Series { name: name.to_owned(), limits, points, stretches, until, task: event.task });
        all.len() - 1
    });
    let one = &mut all[place];
    one.points.push(Point { at: event.time, value: value.to_owned(), mean: mean.to_owned() });
    let open = one.stretches.last_mut().filter(|stretch| stretch.to.is_none());
    let before = open.as_ref().map_or(NORMAL, |stretch| &stretch.state);
    if state != before {
        if let Some(stretch) = open {
            stretch.to = Some(event.time);
        }
        if state != NORMAL {
            one.stretches.push(Stretch { from: event.time, to: None, state: state.to_owned() });
        }
    }
}

fn is_figure(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::End;

    fn log(lines: &[(Seconds, &str)]) -> Log {
        let mut log = Log::default();
        for (time, text) in lines {
            let what = What::Printed((*text).to_owned().into());
            log.push(Event { time: *time, task: TaskId::MAIN, callback: 1, what });
        }
        log
    }

    #[test]
    fn a_stretch_lasts_as_long_as_its_state() {
        let mut log = log(&[
            (0.0, "CPU | 62.5 | 61.3 | 50–60 | ok"),
            (0.5, "CPU | 90.0 | 70.0 | 50–60 | alert"),
            (1.0, "CPU | 80.0 | 65.0 | 50–60 | alert"),
            (1.5, "CPU | 1.0 | 40.0 | 50–60 | ok"),
            (2.0, "CPU | 99.0 | 90.0 | 50–60 | alert"),
        ]);
        let one = &series(&log, Cursor::at(&log, 1.2))[0];
        assert_eq!(one.stretches, [Stretch { from: 0.5, to: None, state: "alert".to_owned() }]);
        assert_eq!((one.points.len(), one.until), (3, 1.2));
        log.push(Event { time: 2.0, task: TaskId::MAIN, callback: 2, what: What::Finished(End::Cancelled) });
        let one = &series(&log, Cursor { time: 9.0, ..Cursor::end(&log) })[0];
        assert_eq!(
            one.stretches.iter().map(|stretch| (stretch.from, stretch.to)).collect::<Vec<_>>(),
            [(0.5, Some(1.5)), (2.0, None)]
        );
        assert_eq!(one.until, 2.0, "the reading task has ended");
        assert_eq!(one.limits, ("50".to_owned(), "60".to_owned()));
    }

    #[test]
    fn a_series_ends_with_its_task_in_any_state_and_keeps_the_limits_of_its_first_row() {
        let failed = || End::Failed { class: "OSError".into(), message: "".into() };
        for end in [End::Returned("None".into()), failed(), End::Cancelled, End::Destroyed] {
            let mut log = log(&[(0.0, "CPU | 62.5 | 61.3 | 50–60 | ok"), (0.5, "CPU | 62.5 | 61.3 | 40–70 | ok")]);
            log.push(Event { time: 2.0, task: TaskId::MAIN, callback: 2, what: What::Finished(end) });
            let one = &series(&log, Cursor { time: 9.0, ..Cursor::end(&log) })[0];
            assert_eq!((one.until, one.limits.0.as_str(), one.limits.1.as_str()), (2.0, "50", "60"));
        }
    }

    #[test]
    fn other_rows_are_no_series() {
        let log = log(&[(0.0, "film | 30.0 MB | 60% | 1.0 s | 2–3"), (0.0, "CPU | x | 1 | 2–3 | ok"), (0.0, "ready")]);
        assert_eq!(series(&log, Cursor::end(&log)), []);
    }

    #[test]
    fn the_end_of_another_task_does_not_end_a_series() {
        let mut log = log(&[(0.0, "CPU | 62.5 | 61.3 | 50–60 | ok")]);
        log.push(Event { time: 2.0, task: TaskId(7), callback: 2, what: What::Finished(End::Cancelled) });
        assert_eq!(series(&log, Cursor { time: 9.0, ..Cursor::end(&log) })[0].until, 9.0);
    }
}
