//! Who did what to whom: from a request for cancellation to its task, from a release, a result or an event to whom it woke.

use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{Asker, On, What};
use crate::trace::facts::log::Log;
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::Seconds;

/// One task acted on another, in an instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cause {
    /// When.
    pub at: Seconds,
    /// Who.
    pub from: TaskId,
    /// On whom.
    pub to: TaskId,
    /// What it did.
    pub kind: CauseKind,
}

/// What a task did to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CauseKind {
    /// It asked for its cancellation, or that was asked for on its behalf.
    Cancelled(Asker),
    /// It gave what the other waited for.
    Woke,
}

/// What this task did and what was done to it, up to the cursor.
#[must_use]
pub fn causes(log: &Log, cursor: Cursor, task: TaskId) -> Vec<Cause> {
    let mut causes = Vec::new();
    let mut stepping: Option<(u32, TaskId)> = None;
    let mut ended: Option<(Seconds, TaskId)> = None;
    let mut waits: Vec<Option<On>> = Vec::new();
    for event in cursor.past(log) {
        match &event.what {
            What::Created { .. } => waits.push(None),
            What::StepBegan => stepping = Some((event.callback, event.task)),
            What::Suspended { on, .. } => {
                if let Some(slot) = waits.get_mut(event.task.index()) {
                    *slot = Some(on.clone());
                }
            }
            What::Finished(_) => ended = Some((event.time, event.task)),
            What::CancelRequested { by } => {
                let from = by.task().filter(|from| *from != event.task);
                let kind = CauseKind::Cancelled(*by);
                causes.extend(from.map(|from| Cause { at: event.time, from, to: event.task, kind }));
            }
            What::Ready => {
                let running = stepping.filter(|(callback, _)| *callback == event.callback).map(|(_, task)| task);
                let on = waits.get_mut(event.task.index()).and_then(Option::take);
                let from = running.or_else(|| last_of(on.as_ref()?, ended?, event.time));
                let (at, to) = (event.time, event.task);
                // A request that wakes its task is one act.
                let asked = |from| {
                    causes.last().is_some_and(|last| {
                        (last.at, last.from, last.to) == (at, from, to) && last.kind != CauseKind::Woke
                    })
                };
                if let Some(from) = from.filter(|from| *from != to && !asked(*from)) {
                    causes.push(Cause { at, from, to, kind: CauseKind::Woke });
                }
            }
            _ => {}
        }
    }
    causes.retain(|cause| cause.from == task || cause.to == task);
    causes
}

/// The task whose end woke the one that waited so: a gather counts its children in a callback of its own, in which no
/// task runs.
fn last_of(on: &On, (at, task): (Seconds, TaskId), now: Seconds) -> Option<TaskId> {
    (at == now && on.tasks().contains(&task)).then_some(task)
}
