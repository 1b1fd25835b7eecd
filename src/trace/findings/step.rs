//! A step: what one callback of the event loop did, as data. `text/` puts it into a sentence.

use std::ops::Range;

use crate::trace::facts::asker::Asker;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{End, Event, On, Warning, What};
use crate::trace::facts::log::Log;
use crate::trace::facts::request::{RequestId, Stage};
use crate::trace::facts::resource::{Change, ResourceId};
use crate::trace::facts::task::{Name, TaskId};
use crate::trace::facts::text::Text;
use crate::trace::facts::time::Seconds;
use crate::trace::picture::reason::{Reason, Reasons};

/// One callback of the event loop.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The callback's number, from 1; 0 for the events before the first callback.
    pub callback: u32,
    /// The iteration's number, from 1.
    pub iteration: usize,
    /// The time of the callback's first event.
    pub from: Seconds,
    /// The time of the callback's last event; later than `from` if the callback held the thread.
    pub to: Seconds,
    /// The indexes of the callback's events in the log.
    pub events: Range<usize>,
    /// Whether a task or the loop itself ran.
    pub runs: Runs,
    /// The events in order, except the start and end of the running task's step: `runs` has them.
    pub acts: Vec<Act>,
}

/// Who ran in a callback.
#[derive(Clone, Debug, PartialEq)]
pub enum Runs {
    /// The loop itself: a timer, a done callback or a plain function.
    Loop,
    /// A step of this task.
    Task {
        /// The task.
        task: TaskId,
        /// Why the task was ready.
        why: Option<Reason>,
        /// How the task's step ended.
        then: Then,
    },
}

/// How a task's step ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    /// The task waits for this.
    Waits(On),
    /// The task ended.
    Ended(End),
    /// The task holds the thread until this time.
    Holds(Seconds),
    /// The step has not ended at the cursor.
    Runs,
}

/// One event of a callback.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// The task that the event concerns.
    pub task: TaskId,
    /// What happened to the task.
    pub deed: Deed,
}

/// What happened in one event.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// The task was created.
    Made,
    /// The task was renamed.
    Renamed(Name),
    /// A step of the task began within another task's step, as an eager task's first step does.
    Began,
    /// A step of the task within another task's step ended.
    Left(Then),
    /// The task printed.
    Printed(Text),
    /// asyncio warned.
    Warned(Warning, Text),
    /// The task held the thread.
    Held {
        /// When the call returned.
        until: Seconds,
        /// Whether the call computed. Otherwise it slept.
        computes: bool,
    },
    /// The task's cancellation was requested.
    Asked(Asker),
    /// `CancelledError` was raised in the task.
    Delivered,
    /// A request for the task's cancellation was withdrawn.
    Withdrawn,
    /// A resource was created.
    NewResource(ResourceId),
    /// A resource changed.
    Changed(ResourceId, Change),
    /// A request to the network reached its next stage.
    Requested(RequestId, Stage),
    /// The task became ready.
    Ready(Option<Reason>),
}

impl Step {
    /// The callback of the last event before the cursor, up to the cursor; `None` before the first event.
    #[must_use]
    pub fn at(log: &Log, cursor: Cursor) -> Option<Self> {
        let past = cursor.past(log);
        let callback = past.last()?.callback;
        let first = past.partition_point(|event| event.callback < callback);
        let mut reader = Reasons::new(log);
        for event in past.first(first) {
            reader.read(event);
        }
        let events = past.after(first);
        let mut step = Self {
            callback,
            iteration: log.iteration(callback),
            from: events.get(0)?.time,
            to: past.last()?.time,
            events: first..past.len(),
            runs: Runs::Loop,
            acts: Vec::new(),
        };
        for event in events {
            let reason = reader.read(event);
            step.record(event, reason);
        }
        step.settle(cursor.time);
        Some(step)
    }

    /// The task that runs in this callback, if any.
    #[must_use]
    pub const fn runner(&self) -> Option<TaskId> {
        match self.runs {
            Runs::Loop => None,
            Runs::Task { task, .. } => Some(task),
        }
    }

    fn record(&mut self, event: &Event, reason: Option<Reason>) {
        let task = event.task;
        if let (What::StepBegan, Runs::Loop) = (&event.what, &self.runs) {
            self.runs = Runs::Task { task, why: reason, then: Then::Runs };
            return;
        }
        match (deed(&event.what, reason), &mut self.runs) {
            (Deed::Left(left), Runs::Task { task: runner, then, .. }) if *runner == task => *then = left,
            (deed, _) => self.acts.push(Act { task, deed }),
        }
    }

    /// If the running task's step has not ended and its last blocking call ends after `now`, the task holds the thread.
    fn settle(&mut self, now: Seconds) {
        let Runs::Task { task, then, .. } = &mut self.runs else { return };
        let held = self.acts.iter().rev().filter(|act| act.task == *task).find_map(|act| {
            let Deed::Held { until, .. } = act.deed else { return None };
            Some(until)
        });
        if let (Then::Runs, Some(until)) = (&*then, held.filter(|until| *until > now)) {
            *then = Then::Holds(until);
        }
    }
}

fn deed(what: &What, reason: Option<Reason>) -> Deed {
    match what {
        What::Created { .. } => Deed::Made,
        What::Renamed(name) => Deed::Renamed(name.clone()),
        What::StepBegan => Deed::Began,
        What::Suspended { on, .. } => Deed::Left(Then::Waits(on.clone())),
        What::Ready => Deed::Ready(reason),
        What::Blocked { until, computes, .. } => Deed::Held { until: *until, computes: *computes },
        What::Printed(text) => Deed::Printed(text.clone()),
        What::Warned { warning, message } => Deed::Warned(*warning, message.clone()),
        What::CancelRequested { by } => Deed::Asked(*by),
        What::CancelDelivered { .. } => Deed::Delivered,
        What::CancelWithdrawn => Deed::Withdrawn,
        What::ResourceMade { resource, .. } => Deed::NewResource(*resource),
        What::Requested { request, stage } => Deed::Requested(*request, stage.clone()),
        What::ResourceChanged { resource, change, .. } => Deed::Changed(*resource, *change),
        What::Finished(end) => Deed::Left(Then::Ended(end.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::line::Line;

    fn step(events: impl IntoIterator<Item = (u32, What)>, now: Seconds) -> Step {
        let mut log = Log::default();
        for task in 0..2 {
            let what = What::Created { parent: None, name: Name::Numbered(task), line: Line::NONE };
            log.push(Event { time: 0.0, task: TaskId(task), callback: 0, what });
        }
        for (task, what) in events {
            log.push(Event { time: 0.0, task: TaskId(task), callback: 1, what });
        }
        Step::at(&log, Cursor { time: now, ..Cursor::end(&log) }).expect("a step")
    }

    #[test]
    fn a_blocking_call_holds_the_thread_until_its_end_and_no_longer() {
        let blocked = || What::Blocked { until: 2.0, computes: true, line: Line::NONE };
        let then = |task, now| match step([(0, What::StepBegan), (task, blocked())], now).runs {
            Runs::Loop => panic!("a task runs"),
            Runs::Task { then, .. } => then,
        };
        assert_eq!([then(0, 1.9), then(0, 2.0), then(1, 1.0)], [Then::Holds(2.0), Then::Runs, Then::Runs]);
    }

    #[test]
    fn an_eager_task_begins_and_leaves_within_the_step_of_another() {
        let end = What::Finished(End::Cancelled);
        let step = step([(0, What::StepBegan), (1, What::StepBegan), (1, end.clone())], 0.0);
        let deeds: Vec<_> = step.acts.into_iter().map(|act| (act.task.0, act.deed)).collect();
        assert_eq!(deeds, [(1, Deed::Began), (1, Deed::Left(Then::Ended(End::Cancelled)))]);
        let why = Some(Reason::Made);
        assert_eq!(step.runs, Runs::Task { task: TaskId(0), why, then: Then::Runs });
    }
}
