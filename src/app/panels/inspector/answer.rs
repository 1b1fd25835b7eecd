//! The answer about the selected task: what it is doing and why, or how it ended, in sentences.

use super::NAMED;
use crate::app::widgets::figures::{Figures, asker, awaited, name_of};
use crate::text::Interface;
use crate::text::words::RequestPhases;
use crate::trace::{End, Ending, Lane, Method, Moment, On, Request, ResourceId, State, TaskId, Timeline, Why};

/// The last request for the task's cancellation: who made it and when, as a sentence.
pub(super) fn asked(lane: &Lane, picture: &Timeline, words: &Interface) -> String {
    let Some(mark) = lane.cancels.last() else { return String::new() };
    let asked = (words.answer_asked)(&asker(mark.by, lane.task, picture, words), &words.measured(mark.at));
    if mark.withdrawn { format!("{asked} {} ", words.answer_withdrawn) } else { asked + " " }
}

/// What the task is doing at the cursor, or how it ended, as a sentence.
pub(super) fn answer(lane: &Lane, picture: &Timeline, moment: &Moment, words: &Interface) -> String {
    match picture.why(lane, moment) {
        Why::Asleep { until, left } => (words.answer_sleeping)(&words.measured(until), &words.measured(left)),
        Why::Due { since, queued } => (words.answer_due)(&words.measured(since), queued),
        Why::InWorker { until, left } => (words.answer_worker)(&words.measured(until), &words.measured(left)),
        Why::Awaits { on, unfinished } => {
            (words.answer_waiting)(&awaited(on, picture).unwrap_or_default(), &names(&unfinished, picture))
        }
        Why::InLine { resource, method, ahead, holders } => {
            in_line((resource, method), [&ahead, &holders], picture, words)
        }
        Why::Requests(request) => (words.answer_request)(request.url.as_str(), phase(request, words)),
        Why::AwaitsFuture => words.answer_future.to_owned(),
        Why::ReadyBehind(holder) => (words.answer_ready_blocked)(&names(&[holder], picture)),
        Why::Ready => words.answer_ready.to_owned(),
        Why::Holds { until } => (words.answer_running)(&words.measured(until)),
        Why::Ended(ending) => ended(ending, lane, words),
    }
}

/// The sentences about a task that waits in a method of a resource: the tasks ahead of it, and those that hold it.
fn in_line(
    (resource, method): (ResourceId, Method),
    [ahead, holders]: [&[TaskId]; 2],
    picture: &Timeline,
    words: &Interface,
) -> String {
    let what = awaited(&On::Resource { resource, method }, picture).unwrap_or_default();
    let before = match (method, ahead) {
        (Method::Wait | Method::Join, _) => None,
        (_, []) => Some(words.answer_first.to_owned()),
        (_, ahead) => Some((words.answer_behind)(ahead.len() + 1, &names(ahead, picture))),
    };
    let held = (!holders.is_empty()).then(|| (words.answer_held)(&names(holders, picture)));
    [Some((words.answer_in_line)(&what)), before, held].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The phase of a request that is in progress.
fn phase(request: &Request, words: &Interface) -> &'static str {
    let RequestPhases { queued, sent, coming } = words.request_phases;
    match (request.sent, request.answered) {
        (None, _) => queued,
        (Some(_), None) => sent,
        (Some(_), Some(_)) => coming,
    }
}

/// The sentence about the end of a task.
fn ended(Ending { at, end, .. }: &Ending, lane: &Lane, words: &Interface) -> String {
    let at = words.measured(*at);
    match end {
        End::Returned(_) => (words.answer_returned)(&at),
        End::Failed { class, message } => {
            let colon = if message.as_str().is_empty() { "" } else { ": " };
            let failed = (words.answer_failed)(&format!("{class}{colon}{message}"), &at);
            if lane.state() == State::Lost { format!("{failed} {}", words.answer_lost) } else { failed }
        }
        End::Cancelled => (words.answer_cancelled)(&at),
        End::Destroyed => (words.answer_destroyed)(&at),
    }
}

/// The first tasks by name, and the number of the others.
fn names(tasks: &[TaskId], picture: &Timeline) -> String {
    let first = tasks.iter().take(NAMED).filter_map(|task| name_of(picture, *task));
    let names: Vec<String> = first.map(ToString::to_string).collect();
    let more = if tasks.len() > NAMED { format!(" +{}", tasks.len() - NAMED) } else { String::new() };
    names.join(", ") + &more
}
