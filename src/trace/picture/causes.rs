//! Which task acted on which other task: requests for cancellation, and what made a waiting task ready.

use crate::trace::facts::asker::Asker;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{Event, On, What};
use crate::trace::facts::log::Log;
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::Seconds;

/// An action of one task on another, at one time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cause {
    /// When the task acted.
    pub at: Seconds,
    /// The task that acted.
    pub from: TaskId,
    /// The task that it acted on.
    pub to: TaskId,
    /// The kind of action.
    pub kind: CauseKind,
}

/// A kind of action of one task on another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CauseKind {
    /// The task requested the other one's cancellation, itself or through a timeout or task group.
    Cancelled(Asker),
    /// The task provided what the other one waited for.
    Woke,
}

/// The actions up to the cursor that this task did or that concern it.
#[must_use]
pub fn causes(log: &Log, cursor: Cursor, task: TaskId) -> Vec<Cause> {
    let mut reader = Reader::default();
    for event in cursor.past(log) {
        reader.read(event);
    }
    reader.causes.retain(|cause| cause.from == task || cause.to == task);
    reader.causes
}

/// Reads the events of a log in order.
#[derive(Default)]
struct Reader {
    causes: Vec<Cause>,
    /// The callback and the task of the last step that began.
    stepping: Option<(u32, TaskId)>,
    /// The time and the task of the last `Finished` event.
    ended: Option<(Seconds, TaskId)>,
    /// What each task waits for, by its index.
    waits: Vec<Option<On>>,
}

impl Reader {
    fn read(&mut self, event: &Event) {
        match &event.what {
            What::Created { .. } => self.waits.push(None),
            What::StepBegan => self.stepping = Some((event.callback, event.task)),
            What::Suspended { on, .. } => {
                if let Some(slot) = self.waits.get_mut(event.task.index()) {
                    *slot = Some(on.clone());
                }
            }
            What::Finished(_) => self.ended = Some((event.time, event.task)),
            What::CancelRequested { by } => {
                let from = by.task().filter(|from| *from != event.task);
                let kind = CauseKind::Cancelled(*by);
                self.causes.extend(from.map(|from| Cause { at: event.time, from, to: event.task, kind }));
            }
            What::Ready => self.wake(event),
            What::Renamed(_)
            | What::Blocked { .. }
            | What::Printed(_)
            | What::Warned { .. }
            | What::CancelDelivered { .. }
            | What::CancelWithdrawn
            | What::ResourceMade { .. }
            | What::Requested { .. }
            | What::ResourceChanged { .. } => {}
        }
    }

    /// Records which task made the task of this event ready: the running task. If none runs, it is the awaited task
    /// that ended last.
    fn wake(&mut self, event: &Event) {
        let (at, to) = (event.time, event.task);
        let running = self.stepping.filter(|(callback, _)| *callback == event.callback).map(|(_, task)| task);
        let on = self.waits.get_mut(to.index()).and_then(Option::take);
        let from = running.or_else(|| last_of(on.as_ref()?, self.ended?, at));
        // A cancellation request that also wakes its task is one action, not two.
        let asked = |from| {
            let last = self.causes.last();
            last.is_some_and(|last| (last.at, last.from, last.to) == (at, from, to) && last.kind != CauseKind::Woke)
        };
        let from = from.filter(|from| *from != to && !asked(*from));
        self.causes.extend(from.map(|from| Cause { at, from, to, kind: CauseKind::Woke }));
    }
}

/// The task whose end ended this wait. A gather counts its ended children in a callback of its own, in which no task
/// runs.
fn last_of(on: &On, (at, task): (Seconds, TaskId), now: Seconds) -> Option<TaskId> {
    (at == now && on.tasks().contains(&task)).then_some(task)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::End;
    use crate::trace::facts::kinds::Waiter;
    use crate::trace::facts::line::Line;
    use crate::trace::facts::task::Name;

    fn log(events: impl IntoIterator<Item = (Seconds, u32, u32, What)>) -> Log {
        let mut log = Log::default();
        for task in 0..4 {
            let what = What::Created { parent: None, name: Name::Numbered(task), line: Line::NONE };
            log.push(Event { time: 0.0, task: TaskId(task), callback: 0, what });
        }
        for (time, task, callback, what) in events {
            log.push(Event { time, task: TaskId(task), callback, what });
        }
        log
    }

    fn told(log: &Log, task: u32) -> Vec<(Seconds, u32, u32, bool)> {
        let causes = causes(log, Cursor::end(log), TaskId(task)).into_iter();
        causes.map(|cause| (cause.at, cause.from.0, cause.to.0, cause.kind == CauseKind::Woke)).collect()
    }

    fn waits(on: On) -> What {
        What::Suspended { on, line: Line::NONE }
    }

    #[test]
    fn a_running_task_wakes_others_and_so_does_the_end_of_an_awaited_task() {
        let both = On::Tasks { by: Waiter::Gather, tasks: [TaskId(1), TaskId(2)].into() };
        let end = || What::Finished(End::Returned("None".into()));
        let log = log([
            (0.0, 0, 1, What::StepBegan),
            (0.0, 0, 1, waits(both)),
            (0.0, 3, 2, waits(On::Future)),
            (1.0, 1, 3, What::StepBegan),
            (1.0, 3, 3, What::Ready),
            (1.0, 1, 3, end()),
            (2.0, 2, 4, What::StepBegan),
            (2.0, 2, 4, end()),
            (2.0, 0, 5, What::Ready),
        ]);
        assert_eq!(told(&log, 3), [(1.0, 1, 3, true)]);
        assert_eq!(told(&log, 0), [(2.0, 2, 0, true)]);
        assert_eq!(told(&log, 1), [(1.0, 1, 3, true)], "actions on other tasks are included");
    }

    #[test]
    fn a_task_that_ended_earlier_or_was_not_awaited_wakes_nobody() {
        let woken = |on: On, at| {
            let log = log([
                (0.0, 0, 1, waits(on)),
                (1.0, 1, 2, What::StepBegan),
                (1.0, 1, 2, What::Finished(End::Cancelled)),
                (at, 0, 3, What::Ready),
            ]);
            told(&log, 0)
        };
        assert_eq!(woken(On::Task(TaskId(1)), 1.0), [(1.0, 1, 0, true)]);
        assert_eq!(woken(On::Task(TaskId(1)), 2.0), []);
        assert_eq!(woken(On::Task(TaskId(2)), 1.0), []);
        assert_eq!(woken(On::Future, 1.0), []);
    }

    #[test]
    fn a_request_that_wakes_its_task_is_one_action_and_a_request_for_oneself_is_none() {
        let ask = |by| What::CancelRequested { by };
        let log = log([
            (0.0, 1, 1, waits(On::Timer { until: 9.0 })),
            (1.0, 0, 2, What::StepBegan),
            (1.0, 1, 2, ask(Asker::Task(TaskId(0)))),
            (1.0, 1, 2, What::Ready),
            (1.0, 0, 2, ask(Asker::Task(TaskId(0)))),
            (1.0, 2, 2, ask(Asker::Loop)),
        ]);
        assert_eq!(told(&log, 1), [(1.0, 0, 1, false)]);
        assert_eq!(told(&log, 0), [(1.0, 0, 1, false)]);
        assert_eq!(told(&log, 2), []);
    }

    #[test]
    fn a_task_can_be_woken_twice_at_one_time_and_never_by_itself() {
        let log = log([
            (0.0, 1, 1, waits(On::Future)),
            (1.0, 0, 2, What::StepBegan),
            (1.0, 1, 2, What::Ready),
            (1.0, 0, 2, What::Ready),
            (1.0, 1, 3, What::StepBegan),
            (1.0, 1, 3, waits(On::Future)),
            (1.0, 0, 4, What::StepBegan),
            (1.0, 1, 4, What::Ready),
        ]);
        assert_eq!(told(&log, 0), [(1.0, 0, 1, true), (1.0, 0, 1, true)]);
    }
}
