//! Links between the editor, the timeline and the run: the next time at which a line ran, a chip's task, a span's line.

use super::bench::Notice;
use super::desk::Desk;
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Track};
use crate::app::model::wish::Wish;
use crate::trace::{Line, Log, TaskId, What};

impl Desk {
    /// Goes to the next time at which this line ran; after the last one, to the first.
    pub(super) fn go_to_line(&self, file: &str, line: u32) {
        let Some(run) = self.run() else { return };
        match next_moment(&run, file, line) {
            Some((task, events)) => {
                self.change(|bench| {
                    if matches!(bench.notice, Some(Notice::NoMoment(_))) {
                        bench.notice = None;
                    }
                });
                self.go_to_moment(&run, task, events);
            }
            None => self.change(|bench| bench.notice = Some(Notice::NoMoment(line))),
        }
    }

    /// Shows the moment at which the run has logged this number of events, with this task selected.
    pub(super) fn go_to_moment(&self, run: &Run, task: TaskId, events: usize) {
        self.wish(Wish::See(run.tracks.len().saturating_sub(1), events));
        self.select(task);
    }

    /// Selects the task with this number, even if it is not visible yet.
    pub(super) fn select(&self, task: TaskId) {
        let Some(run) = self.run() else { return };
        let Some(track) = run.tracks.last() else { return };
        let name = track.log.borrow().events().iter().find_map(|event| {
            if let What::Created { name, .. } = &event.what
                && event.task == task
            {
                Some(name.to_string())
            } else {
                None
            }
        });
        let lane = track.timeline().lane(task).map(|lane| lane.name.to_string());
        if let Some(name) = lane.or(name) {
            self.act(Action::Select(Some(track.selection(name, run.tracks.len() > 1))));
        }
    }
}

/// The task that runs the line next, and the number of events up to then.
fn next_moment(run: &Run, file: &str, line: u32) -> Option<(TaskId, usize)> {
    let track = run.tracks.last()?;
    let log = track.log.borrow();
    let is_there = |index: &usize| lines_at(&log, *index).any(|there| is_line(track, &log, there, file, line));
    let seen = track.cursor.events;
    let next = (seen..log.events().len()).find(is_there).or_else(|| (0..seen).find(is_there))?;
    Some((maker(&log, next).unwrap_or(log.events().get(next)?.task), next + 1))
}

/// The moment at which an exception left this line: the first task that failed there, and the number of events.
pub(super) fn failure_at(track: &Track, file: &str, line: u32) -> Option<(TaskId, usize)> {
    let log = track.log.borrow();
    let failed = |index: &usize| {
        let frames = log.annex().traceback(*index);
        frames.is_some_and(|frames| frames.iter().any(|frame| is_line(track, &log, frame.line, file, line)))
    };
    let index = (0..log.events().len()).find(failed)?;
    Some((log.events().get(index)?.task, index + 1))
}

/// The line that the event at this index names in its own task. The line of a task's creation is its parent's, so it is
/// `None`.
pub(super) fn line_at(log: &Log, index: usize) -> Option<Line> {
    lines_at(log, index).last().filter(|line| *line != Line::NONE && maker(log, index).is_none())
}

/// If the event at this index is a creation: the parent task, to which the line belongs.
fn maker(log: &Log, index: usize) -> Option<TaskId> {
    if let What::Created { parent, .. } = &log.events().get(index)?.what { *parent } else { None }
}

/// The lines that the event at this index names, the innermost last.
fn lines_at(log: &Log, index: usize) -> impl Iterator<Item = Line> {
    let of_event = log.events().get(index).and_then(|event| match &event.what {
        What::Created { line, .. }
        | What::Suspended { line, .. }
        | What::Blocked { line, .. }
        | What::CancelDelivered { line }
        | What::ResourceMade { line, .. } => Some(*line),
        What::Renamed(_)
        | What::StepBegan
        | What::Ready
        | What::Printed(_)
        | What::Warned { .. }
        | What::CancelRequested { .. }
        | What::CancelWithdrawn
        | What::ResourceChanged { .. }
        | What::Requested { .. }
        | What::Finished(_) => None,
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
