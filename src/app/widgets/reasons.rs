//! The reason why a task is ready, in words.

use super::figures::{asker, name_of};
use super::sentence::names;
use crate::text::Interface;
use crate::text::said::Said;
use crate::trace::{Method, Reason, Resource, TaskId, Timeline};

/// The reason why `task` is ready, in words that follow a colon.
#[must_use]
pub fn reason(reason: &Reason, task: TaskId, picture: &Timeline, words: &Interface, said: &Said) -> String {
    let why = &said.why;
    match reason {
        Reason::Made => why.made.to_owned(),
        Reason::NextIteration => why.next_iteration.to_owned(),
        Reason::Timer => why.timer.to_owned(),
        Reason::Ended(tasks) if tasks.len() > 1 => (why.all_ended)(&names(tasks, picture, said)),
        Reason::Ended(tasks) => (why.ended)(&names(tasks, picture, said)),
        Reason::Granted { resource, method, by } => {
            let it = picture.resource(*resource).map(Resource::name).unwrap_or_default();
            let giver = by.and_then(|by| name_of(picture, by));
            match (method, giver) {
                (Method::Acquire, Some(giver)) => format!("{} {}", (why.permit)(&it), (why.by)(&giver.to_string())),
                (Method::Acquire, None) => (why.permit)(&it),
                (Method::Get, _) => (why.item)(&it),
                (Method::Put, _) => (why.room)(&it),
                (Method::Join, _) => (why.work)(&it),
                (Method::Wait, _) => (why.through)(&it),
            }
        }
        Reason::Worker => why.worker.to_owned(),
        Reason::Request(_) => why.request.to_owned(),
        Reason::Future { .. } => why.future.to_owned(),
        Reason::Cancelled(by) => (why.cancelled)(&asker(*by, task, picture, words)),
    }
}
