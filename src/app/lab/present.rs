//! From the run to the editor: the line of each task at the cursor.

use super::desk::Desk;
use super::seen::{file_of, line_at};
use crate::app::model::run::{Run, Selection};
use crate::app::widgets::icon::state_code;
use crate::host::editor::Present;
use crate::trace::{Frame, Lane, Line, Log, TaskId};

/// The most tasks whose lines the editor gets: the first ones and the selected one. The editor shows many tasks as a
/// number.
const TASKS: usize = 400;

impl Desk {
    /// Scrolls to the line of the selected task. With `caret`, if it was just selected, also moves the caret there.
    pub(super) fn show_task(&self, selected: Option<&Selection>, caret: bool) {
        let Some(run) = self.run().filter(|_| !self.bench().edited()) else { return };
        let tasks = present(&run, selected);
        let Some(task) = tasks.iter().find(|task| task.selected) else { return };
        self.with(|editor| {
            if caret {
                editor.go_to(&task.file, task.line);
            } else {
                editor.reveal(&task.file, task.line);
            }
        });
        self.change(|bench| bench.shown.clone_from(&task.file));
    }
}

/// The tasks' lines at the cursor, in the reader's own files.
#[must_use]
pub fn present(run: &Run, selected: Option<&Selection>) -> Vec<Present> {
    let Some(track) = run.tracks.last() else { return Vec::new() };
    let (picture, log) = (track.timeline(), track.log.borrow());
    let chosen = selected.and_then(|selected| track.task(selected));
    // The last event may have a line of its own, such as a print's. The task waits at another line, which is in its
    // frames.
    let last = track
        .cursor
        .events
        .checked_sub(1)
        .and_then(|index| Some((log.events().get(index)?.task, line_at(&log, index)?)));
    let of_lane = |lane: &Lane| {
        let frames = log.annex().frames_at(log.events(), lane.task, track.cursor.events);
        let line = frames.last().map_or(lane.line, |frame| frame.line);
        let line = if line == Line::NONE { lane.line } else { line };
        let line = last.filter(|(task, _)| *task == lane.task).map_or(line, |(_, line)| line);
        let failed = lane.ending.as_ref().and_then(|_| failing_line(&log, lane.task, track.cursor.events, &frames));
        let line = failed.unwrap_or(line);
        Some(Present {
            task: lane.task.0,
            name: lane.name.to_string(),
            file: file_of(track, &log, line),
            line: line.number()?,
            state: state_code(lane.state()),
            selected: chosen == Some(lane.task),
        })
    };
    let (first, rest) = picture.lanes.split_at(picture.lanes.len().min(TASKS));
    let late = rest.iter().filter(|lane| chosen == Some(lane.task));
    first.iter().chain(late).filter_map(of_lane).collect()
}

/// The line at which a task failed: the innermost in its own functions, because the exception may be another task's.
fn failing_line(log: &Log, task: TaskId, seen: usize, own: &[Frame]) -> Option<Line> {
    let frames = log.annex().traceback_of(log.events(), task, seen)?;
    let is_own = |frame: &&Frame| own.iter().any(|own| own.function == frame.function);
    frames.iter().rev().find(is_own).map(|frame| frame.line)
}
