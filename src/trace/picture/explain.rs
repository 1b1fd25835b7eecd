//! Explains why a task is not running at the cursor. The answer is data; `text/` has the words.

use super::lane::{Ending, Lane, State};
use super::moment::Moment;
use super::request::Request;
use super::timeline::Timeline;
use crate::trace::facts::event::On;
use crate::trace::facts::resource::{Method, ResourceId};
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::{CLOCK_RESOLUTION, Seconds};

/// The reason why a task is not running at the cursor, or how it ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Why<'a> {
    /// The task waits for a timer.
    Asleep {
        /// When the timer is due.
        until: Seconds,
        /// The seconds until then.
        left: Seconds,
    },
    /// The task's timer is due.
    Due {
        /// When it was due.
        since: Seconds,
        /// Whether the timer's callback is in the ready queue already. Otherwise the next iteration moves it there.
        queued: bool,
    },
    /// The task waits for a worker thread.
    InWorker {
        /// When the worker will be done.
        until: Seconds,
        /// The seconds until then.
        left: Seconds,
    },
    /// The task waits for other tasks.
    Awaits {
        /// The wait, which names the awaited tasks.
        on: &'a On,
        /// The awaited tasks that have not ended.
        unfinished: Vec<TaskId>,
    },
    /// The task waits for a resource.
    InLine {
        /// The resource.
        resource: ResourceId,
        /// The method that the task waits in.
        method: Method,
        /// The tasks that wait in the same method, ahead of this task.
        ahead: Vec<TaskId>,
        /// The tasks that hold the resource.
        holders: Vec<TaskId>,
    },
    /// The task waits for a request to the network.
    Requests(&'a Request),
    /// The task waits for other code to complete a bare future, for input, or for a worker whose duration is not known.
    AwaitsFuture,
    /// The task is ready, and this other task holds the thread.
    ReadyBehind(TaskId),
    /// The task is ready and waits for its turn in the ready queue.
    Ready,
    /// The task holds the thread.
    Holds {
        /// When its blocking call returns.
        until: Seconds,
    },
    /// The task has ended.
    Ended(&'a Ending),
}

impl Timeline {
    /// Why the task of this lane is not running. `moment` is the state of the loop at the same cursor.
    #[must_use]
    pub fn why<'a>(&'a self, lane: &'a Lane, moment: &Moment) -> Why<'a> {
        if let Some(ending) = &lane.ending {
            return Why::Ended(ending);
        }
        let ready = || self.holder().map_or(Why::Ready, Why::ReadyBehind);
        let Some(on) = lane.open_span().and_then(|span| span.on.as_ref()) else { return ready() };
        match (on, lane.state()) {
            (On::Timer { until }, State::Running) => Why::Holds { until: *until },
            (On::Timer { until }, _) if *until < self.now + CLOCK_RESOLUTION => {
                Why::Due { since: *until, queued: moment.ready.contains(&lane.task) }
            }
            (On::Timer { until }, _) => Why::Asleep { until: *until, left: until - self.now },
            (On::Task(_) | On::Tasks { .. }, _) => Why::Awaits { on, unfinished: self.unfinished(on) },
            (On::Worker { until, .. }, _) => Why::InWorker { until: *until, left: (until - self.now).max(0.0) },
            (On::Resource { resource, method }, _) => self.in_line(lane.task, *resource, *method),
            (On::Request(request), _) => self.request(*request).map_or(Why::AwaitsFuture, Why::Requests),
            (On::Job | On::Input | On::Future, _) => Why::AwaitsFuture,
            (On::NextIteration, _) => ready(),
        }
    }

    /// The tasks that this lane's task waits for, directly or indirectly: each of them waits for the next one. If a
    /// task waits for several, the chain follows the first unfinished one.
    #[must_use]
    pub fn chain(&self, lane: &Lane) -> Vec<TaskId> {
        let mut chain: Vec<TaskId> = Vec::new();
        let mut seen = vec![false; self.lanes.len()];
        let mut at = Some(lane);
        while let Some((here, on)) = at.and_then(|at| Some((at.task, at.open_span()?.on.as_ref()?))) {
            if let Some(seen) = seen.get_mut(here.index()) {
                *seen = true;
            }
            // In a circle of waits, the chain stops before a task would appear twice.
            let next = on.tasks().iter().find(|task| self.runs(**task));
            let Some(next) = next.filter(|next| seen.get(next.index()) == Some(&false)) else { break };
            chain.push(*next);
            at = self.lane(*next);
        }
        chain
    }

    /// The task that holds the thread at the cursor, if any.
    #[must_use]
    pub fn holder(&self) -> Option<TaskId> {
        let last = self.busy.last()?;
        (last.from < self.now && last.to >= self.now).then_some(last.task)
    }

    fn in_line(&self, task: TaskId, id: ResourceId, method: Method) -> Why<'static> {
        let resource = self.resource(id);
        let ahead = resource.map_or_else(Vec::new, |resource| resource.ahead(task));
        let holders = resource.map_or_else(Vec::new, |resource| resource.holders().collect());
        Why::InLine { resource: id, method, ahead, holders }
    }

    /// The tasks named by this wait that have not ended.
    #[must_use]
    pub fn unfinished(&self, on: &On) -> Vec<TaskId> {
        on.tasks().iter().filter(|task| self.runs(**task)).copied().collect()
    }

    fn runs(&self, task: TaskId) -> bool {
        self.lane(task).is_some_and(|lane| lane.ending.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::cursor::Cursor;
    use crate::trace::facts::event::{End, Event, What};
    use crate::trace::facts::kinds::Waiter;
    use crate::trace::facts::line::Line;
    use crate::trace::facts::log::Log;
    use crate::trace::facts::task::Name;

    fn log(events: impl IntoIterator<Item = (Seconds, u32, What)>) -> Log {
        let mut log = Log::default();
        for (time, task, what) in events {
            log.push(Event { time, task: TaskId(task), callback: 1, what });
        }
        log
    }

    fn created(parent: Option<u32>) -> What {
        What::Created { parent: parent.map(TaskId), name: Name::Numbered(1), line: Line::NONE }
    }

    fn suspended(on: On) -> What {
        What::Suspended { on, line: Line::NONE }
    }

    #[test]
    fn a_sleeping_task_names_its_timer_and_an_awaiting_task_its_tasks() {
        let both: std::rc::Rc<[TaskId]> = [TaskId(1), TaskId(2)].into();
        let log = log([
            (0.0, 0, created(None)),
            (0.0, 1, created(Some(0))),
            (0.0, 2, created(Some(0))),
            (0.0, 0, What::StepBegan),
            (0.0, 0, suspended(On::Tasks { by: Waiter::Gather, tasks: both.clone() })),
            (0.0, 1, What::StepBegan),
            (0.0, 1, suspended(On::Timer { until: 2.0 })),
            (0.0, 2, What::StepBegan),
            (0.0, 2, What::Finished(End::Returned("None".into()))),
        ]);
        let picture = Timeline::at(&log, Cursor::at(&log, 0.5));
        let why = |task| picture.why(picture.lane(TaskId(task)).expect("a lane"), &Moment::default());
        assert_eq!(why(1), Why::Asleep { until: 2.0, left: 1.5 });
        assert_eq!(
            why(0),
            Why::Awaits { on: &On::Tasks { by: Waiter::Gather, tasks: both }, unfinished: vec![TaskId(1)] }
        );
        assert!(matches!(why(2), Why::Ended(ending) if ending.at == 0.0));
    }

    #[test]
    fn a_ready_task_names_the_task_that_holds_the_thread() {
        let log = log([
            (0.0, 0, created(None)),
            (0.0, 1, created(Some(0))),
            (0.0, 0, What::StepBegan),
            (0.0, 0, What::Blocked { until: 3.0, computes: false, line: Line::NONE }),
        ]);
        let picture = Timeline::at(&log, Cursor::at(&log, 1.0));
        let why = |task| picture.why(picture.lane(TaskId(task)).expect("a lane"), &Moment::default());
        assert_eq!(why(0), Why::Holds { until: 3.0 });
        assert_eq!(why(1), Why::ReadyBehind(TaskId(0)));
    }

    #[test]
    fn a_due_timer_tells_whether_its_callback_is_in_the_ready_queue() {
        let mut log = log([(0.0, 0, created(None)), (0.0, 0, What::StepBegan)]);
        log.push(Event { time: 0.0, task: TaskId(0), callback: 1, what: suspended(On::Timer { until: 1.0 }) });
        let why = |cursor, ready: &[TaskId]| {
            let picture = Timeline::at(&log, cursor);
            let moment = Moment { ready: ready.to_vec(), ..Moment::default() };
            format!("{:?}", picture.why(&picture.lanes[0], &moment))
        };
        let told = |why: Why<'_>| format!("{why:?}");
        let at = |time| Cursor { events: 3, time };
        assert_eq!(why(at(0.75), &[]), told(Why::Asleep { until: 1.0, left: 0.25 }));
        assert_eq!(why(at(1.0), &[]), told(Why::Due { since: 1.0, queued: false }));
        assert_eq!(why(at(1.0), &[TaskId(0)]), told(Why::Due { since: 1.0, queued: true }));
    }

    #[test]
    fn a_chain_in_a_circle_names_each_task_once() {
        let waits = |task, on: u32| (0.0, task, suspended(On::Task(TaskId(on))));
        let made = |task| (0.0, task, created(None));
        let log = log([made(0), made(1), made(2), waits(0, 1), waits(1, 2), waits(2, 1)]);
        let picture = Timeline::at(&log, Cursor::end(&log));
        let chain = |task| picture.chain(picture.lane(TaskId(task)).expect("a lane"));
        assert_eq!((chain(0), chain(1)), (vec![TaskId(1), TaskId(2)], vec![TaskId(2)]));
    }
}
