//! From the editor to the run: the next time at which a line ran, and the task of a chip beside a line.

use yew::Callback;

use super::desk::Desk;
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Track};
use crate::app::model::wish::Wish;
use crate::trace::{Line, Log, Seconds, TaskId, What};

impl Desk {
    /// Seeks to the next time at which this line ran; after the last one, to the first.
    pub(super) fn go_to_line(&self, file: &str, line: u32, on_wish: &Callback<Wish>) {
        let moment = self.run().and_then(|run| next_moment(&run, file, line));
        if let Some(at) = moment {
            on_wish.emit(Wish::Visit(at));
        }
    }

    /// Selects the task with this number.
    pub(super) fn select(&self, task: u32, on_action: &Callback<Action>) {
        let Some(run) = self.run() else { return };
        let Some(track) = run.tracks.last() else { return };
        if let Some(lane) = track.timeline().lane(TaskId(task)) {
            let selection = track.selection(lane.name.to_string(), run.tracks.len() > 1);
            on_action.emit(Action::Select(Some(selection)));
        }
    }
}

fn next_moment(run: &Run, file: &str, line: u32) -> Option<Seconds> {
    let track = run.tracks.last()?;
    let log = track.log.borrow();
    let is_there = |index: &usize| lines_at(&log, *index).any(|there| is_line(track, &log, there, file, line));
    let seen = track.cursor.events;
    let next = (seen..log.events().len()).find(is_there).or_else(|| (0..seen).find(is_there));
    Some(log.events().get(next?)?.time)
}

/// The lines that the event at this index refers to.
fn lines_at(log: &Log, index: usize) -> impl Iterator<Item = Line> {
    let of_event = log.events().get(index).and_then(|event| match &event.what {
        What::Created { line, .. }
        | What::Suspended { line, .. }
        | What::Blocked { line, .. }
        | What::CancelDelivered { line }
        | What::ResourceMade { line, .. } => Some(*line),
        _ => None,
    });
    let of_print = log.annex().print(index).map(|print| print.line);
    let of_frames = log.annex().frames(index).into_iter().flat_map(|frames| frames.iter().map(|frame| frame.line));
    of_event.into_iter().chain(of_print).chain(of_frames)
}

fn is_line(track: &Track, log: &Log, there: Line, file: &str, line: u32) -> bool {
    there.number() == Some(line) && file_of(track, log, there) == file
}

/// The name of the file that a line is in.
pub(super) fn file_of(track: &Track, log: &Log, line: Line) -> String {
    log.annex().file(line.file()).unwrap_or_else(|| track.variant.program.file_name()).to_owned()
}
