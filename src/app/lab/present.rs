//! From the run to the editor: the line of each task at the cursor.

use super::seen::file_of;
use crate::app::model::run::{Run, Selection};
use crate::app::widgets::icon::state_code;
use crate::host::editor::Present;
use crate::trace::{Lane, Line};

/// The most tasks whose lines the editor gets: the first ones and the selected one. The editor shows many tasks as a
/// number.
const TASKS: usize = 400;

/// The lines of the tasks at the cursor, in the reader's own files.
#[must_use]
pub fn present(run: &Run, selected: Option<&Selection>) -> Vec<Present> {
    let Some(track) = run.tracks.last() else { return Vec::new() };
    let (picture, log) = (track.timeline(), track.log.borrow());
    let chosen = selected.and_then(|selected| track.task(selected));
    let of_lane = |lane: &Lane| {
        let frames = log.annex().frames_at(log.events(), lane.task, track.cursor.events);
        let line = frames.last().map_or(lane.line, |frame| frame.line);
        let line = if line == Line::NONE { lane.line } else { line };
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
