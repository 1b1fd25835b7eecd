//! Why a task is ready: what it waited for, and how that wait ended.

use crate::trace::facts::asker::Asker;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{End, Event, On, What};
use crate::trace::facts::log::Log;
use crate::trace::facts::request::RequestId;
use crate::trace::facts::resource::{Method, ResourceId};
use crate::trace::facts::task::TaskId;

/// Why a task's next step is in the ready queue.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The task was just created.
    Made,
    /// The task yielded for one iteration.
    NextIteration,
    /// The task's timer was due.
    Timer,
    /// Tasks that it waited for ended. These are the ones that ended last.
    Ended(Vec<TaskId>),
    /// A resource granted what the task waited for.
    Granted {
        /// The resource.
        resource: ResourceId,
        /// The method that the task waited in.
        method: Method,
        /// The task whose step granted it, if one did.
        by: Option<TaskId>,
    },
    /// The worker's function returned.
    Worker,
    /// The request reached its next stage.
    Request(RequestId),
    /// A bare future was completed.
    Future {
        /// The task whose step completed it, if one did.
        by: Option<TaskId>,
    },
    /// A cancellation of the task was requested. `CancelledError` is raised in its next step.
    Cancelled(Asker),
}

/// Reads the events of a log in order and tracks why each task is ready.
pub struct Reasons<'a> {
    log: &'a Log,
    tasks: Vec<Known>,
    /// The callback of the last event read.
    callback: u32,
    /// The tasks whose steps began in this callback, outermost first. An eager task's first step is nested in another
    /// task's step.
    running: Vec<TaskId>,
}

/// What is tracked for each task.
#[derive(Default)]
struct Known {
    /// What the task waits for.
    on: Option<On>,
    /// Why the task is ready; `None` while it is not.
    reason: Option<Reason>,
    /// Who requested the task's cancellation, until the request is delivered or withdrawn.
    asked: Option<Asker>,
    /// The iteration in which the task ended, and whether it was cancelled.
    ended: Option<(usize, bool)>,
}

impl<'a> Reasons<'a> {
    /// Starts at the beginning of `log`.
    #[must_use]
    pub const fn new(log: &'a Log) -> Self {
        Self { log, tasks: Vec::new(), callback: 0, running: Vec::new() }
    }

    /// Reads the next event. Returns the reason if the event makes a task ready or begins its step.
    pub fn read(&mut self, event: &Event) -> Option<Reason> {
        self.enter(event.callback);
        if matches!(event.what, What::Created { .. }) {
            self.tasks.push(Known::default());
        }
        let ready = matches!(event.what, What::Ready).then(|| self.reason(event)).flatten();
        let iteration = self.log.iteration(event.callback);
        let known = self.tasks.get_mut(event.task.index())?;
        match &event.what {
            What::Created { .. } => known.reason = Some(Reason::Made),
            What::Ready => known.reason = ready,
            What::StepBegan => {
                self.running.push(event.task);
                return known.reason.take();
            }
            What::Suspended { on, .. } => {
                known.reason = matches!(on, On::NextIteration).then_some(Reason::NextIteration);
                known.on = Some(on.clone());
                leave(&mut self.running, event.task);
            }
            What::CancelRequested { by } => known.asked = Some(*by),
            What::CancelDelivered { .. } | What::CancelWithdrawn => known.asked = None,
            What::Finished(end) => {
                known.ended = Some((iteration, matches!(end, End::Cancelled)));
                leave(&mut self.running, event.task);
            }
            What::Renamed(_)
            | What::Blocked { .. }
            | What::Printed(_)
            | What::Warned { .. }
            | What::ResourceMade { .. }
            | What::Requested { .. }
            | What::ResourceChanged { .. } => {}
        }
        known
            .reason
            .clone()
            .filter(|_| matches!(event.what, What::Created { .. } | What::Ready | What::Suspended { .. }))
    }

    /// Records the callback of an event. At the start of a callback no task runs.
    fn enter(&mut self, callback: u32) {
        if callback != self.callback {
            self.callback = callback;
            self.running.clear();
        }
    }

    /// Why the task of this `Ready` event is ready.
    fn reason(&self, event: &Event) -> Option<Reason> {
        let known = self.tasks.get(event.task.index())?;
        let by = self.running.last().copied();
        let on = known.on.as_ref()?;
        if let Some(asker) = known.asked.filter(|_| self.is_cut(on)) {
            return Some(Reason::Cancelled(asker));
        }
        Some(match on {
            On::NextIteration => Reason::NextIteration,
            On::Timer { .. } => Reason::Timer,
            On::Task(_) | On::Tasks { .. } => {
                let ended = self.ended_last(on.tasks());
                if ended.is_empty() { Reason::Future { by } } else { Reason::Ended(ended) }
            }
            On::Resource { resource, method } => Reason::Granted { resource: *resource, method: *method, by },
            On::Request(request) => Reason::Request(*request),
            On::Worker { .. } | On::Job => Reason::Worker,
            On::Input | On::Future => Reason::Future { by },
        })
    }

    /// Whether a request for cancellation ended this wait. A request is passed on to an awaited task, which may
    /// suppress it and return a value.
    fn is_cut(&self, on: &On) -> bool {
        match on {
            On::Task(task) => self.ended(*task).is_some_and(|(_, cancelled)| cancelled),
            On::NextIteration
            | On::Timer { .. }
            | On::Tasks { .. }
            | On::Resource { .. }
            | On::Request(_)
            | On::Worker { .. }
            | On::Job
            | On::Input
            | On::Future => true,
        }
    }

    fn ended(&self, task: TaskId) -> Option<(usize, bool)> {
        self.tasks.get(task.index())?.ended
    }

    /// Those of `tasks` that ended in the latest iteration in which one of them ended.
    fn ended_last(&self, tasks: &[TaskId]) -> Vec<TaskId> {
        let iteration = |task: &TaskId| self.ended(*task).map(|(iteration, _)| iteration);
        let Some(last) = tasks.iter().filter_map(iteration).max() else { return Vec::new() };
        tasks.iter().filter(|task| iteration(task) == Some(last)).copied().collect()
    }
}

/// Ends a nested step. The outermost step stays until the end of the callback, because it causes the callback's later
/// events, too.
fn leave(running: &mut Vec<TaskId>, task: TaskId) {
    if running.len() > 1 && running.last() == Some(&task) {
        running.pop();
    }
}

/// The reason of each `Ready` event up to the cursor, with the event's index.
#[must_use]
pub fn reasons(log: &Log, cursor: Cursor) -> Vec<(usize, Reason)> {
    let mut reader = Reasons::new(log);
    let mut reasons = Vec::new();
    for (number, event) in cursor.past(log).iter().enumerate() {
        let reason = reader.read(event);
        if matches!(event.what, What::Ready) {
            reasons.extend(reason.map(|reason| (number, reason)));
        }
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::line::Line;
    use crate::trace::facts::task::Name;

    fn why(events: impl IntoIterator<Item = (u32, What)>) -> Vec<Reason> {
        let mut log = Log::default();
        for task in 0..3 {
            let what = What::Created { parent: None, name: Name::Numbered(task), line: Line::NONE };
            log.push(Event { time: 0.0, task: TaskId(task), callback: 0, what });
        }
        log.push(Event { time: 0.0, task: TaskId(2), callback: 1, what: What::StepBegan });
        let what = What::Suspended { on: On::Future, line: Line::NONE };
        log.push(Event { time: 0.0, task: TaskId(2), callback: 1, what });
        for (task, what) in events {
            log.push(Event { time: 1.0, task: TaskId(task), callback: 2, what });
        }
        reasons(&log, Cursor::end(&log)).into_iter().map(|(_, reason)| reason).collect()
    }

    #[test]
    fn events_after_a_step_are_caused_by_it_and_an_eager_step_returns_to_the_outer_one() {
        let end = || What::Finished(End::Cancelled);
        let by = |task| vec![Reason::Future { by: Some(TaskId(task)) }];
        assert_eq!(why([(0, What::StepBegan), (0, end()), (2, What::Ready)]), by(0));
        let eager = [(0, What::StepBegan), (1, What::StepBegan)];
        assert_eq!(why(eager.clone().into_iter().chain([(2, What::Ready)])), by(1));
        assert_eq!(why(eager.into_iter().chain([(1, end()), (2, What::Ready)])), by(0));
        assert_eq!(why([(2, What::Ready)]), [Reason::Future { by: None }]);
    }

    #[test]
    fn a_request_that_was_delivered_or_withdrawn_is_no_longer_a_reason() {
        let ask = || (2, What::CancelRequested { by: Asker::Loop });
        assert_eq!(why([ask(), (2, What::Ready)]), [Reason::Cancelled(Asker::Loop)]);
        let freed = [Reason::Future { by: None }];
        assert_eq!(why([ask(), (2, What::CancelWithdrawn), (2, What::Ready)]), freed);
        assert_eq!(why([ask(), (2, What::CancelDelivered { line: Line::NONE }), (2, What::Ready)]), freed);
    }
}
