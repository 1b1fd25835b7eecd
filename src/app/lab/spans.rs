//! Links from a span of the timeline to its line, at which the task waits or blocks.

use web_sys::Element;
use yew::{Callback, MouseEvent, TargetCast};

use super::desk::Desk;
use super::seen::{file_of, line_at};
use crate::app::model::run::{Run, Track};
use crate::host::{Phase, document};
use crate::trace::{Seconds, TaskId};

/// The precision of a drawn span's start, in seconds.
const DRAWN: Seconds = 1e-6;

/// Handles a click on a span: shows the span's line and its start, and selects its task.
pub fn on_click(desk: &Desk) -> Callback<MouseEvent> {
    let desk = desk.clone();
    Callback::from(move |event: MouseEvent| {
        let span = event.target_dyn_into::<Element>().and_then(|target| target.closest(".span").ok().flatten());
        if let (Some(span), Some(run)) = (span, desk.run()) {
            follow(&span, &run, &desk);
        }
    })
}

fn follow(span: &Element, run: &Run, desk: &Desk) -> Option<()> {
    let lane = span.closest(".row.lane").ok()??;
    let part = span.closest(".part").ok()??.get_attribute("data-track")?;
    // The editor has the text of the last program only.
    let track = run.tracks.last().filter(|track| track.variant.key() == part)?;
    let name = lane.get_attribute("data-task")?;
    let task = track.timeline().lanes.iter().find(|lane| lane.name.to_string() == name)?.task;
    let (index, file, line) = beginning(track, task, from_of(span)?)?;
    if run.progress.phase == Phase::Running {
        desk.select(task);
    } else {
        desk.go_to_moment(run, task, index + 1);
    }
    let desk = desk.clone();
    document::after_render(move || {
        desk.with(|editor| editor.go_to(&file, line));
        desk.change(|bench| bench.shown = file);
    });
    Some(())
}

/// The span's start, as drawn.
fn from_of(span: &Element) -> Option<Seconds> {
    let style = span.get_attribute("style")?;
    let (_, from) = style.split_once("--from:")?;
    from.split(';').next()?.trim().parse().ok()
}

/// The event at the start of this task's span, and its line.
fn beginning(track: &Track, task: TaskId, from: Seconds) -> Option<(usize, String, u32)> {
    let log = track.log.borrow();
    let then = |index: &usize| {
        log.events().get(*index).is_some_and(|event| event.task == task && (event.time - from).abs() <= DRAWN)
    };
    let index = (0..log.events().len()).rev().filter(then).find(|index| line_at(&log, *index).is_some())?;
    let line = line_at(&log, index)?;
    Some((index, file_of(track, &log, line), line.number()?))
}
