//! The picture of a run: a lane per task, made of spans, pins and an end.

use std::cell::OnceCell;

use super::lane::Lane;
use super::request::{self, Request};
use super::resource::{Hold, Resource, Resources};
use super::statistics::Statistics;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{Event, What};
use crate::trace::facts::events::Events;
use crate::trace::facts::log::Log;
use crate::trace::facts::request::RequestId;
use crate::trace::facts::resource::ResourceId;
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::Seconds;

/// Everything that can be drawn of a run at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// One lane per task, each under its parent, siblings by creation.
    pub lanes: Vec<Lane>,
    /// When the thread was held for some time, and by whom.
    pub busy: Vec<Busy>,
    /// When a step began, in order, and whose.
    pub steps: Vec<(Seconds, TaskId)>,
    /// Its requests to the network, in the order of their making.
    pub requests: Vec<Request>,
    /// What tasks share, in the order of its making.
    pub resources: Vec<Resource>,
    /// The moment of the picture.
    pub now: Seconds,
    /// Where each task's lane is.
    places: Vec<usize>,
    /// How much of the log it shows.
    events: usize,
    /// The blocking calls: from when, until when, and whose.
    blocked: Vec<(Seconds, Seconds, TaskId)>,
    /// What has been counted of it.
    figures: Counted,
}

/// The figures of a picture, counted when they are asked for; they make no two pictures differ.
#[derive(Clone, Debug, Default)]
struct Counted(OnceCell<Statistics>);

impl PartialEq for Counted {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A time during which the thread was held.
#[derive(Clone, Debug, PartialEq)]
pub struct Busy {
    /// From when.
    pub from: Seconds,
    /// Until when, or the moment of the picture.
    pub to: Seconds,
    /// Whether it is held still.
    pub open: bool,
    /// By whom.
    pub task: TaskId,
}

impl Timeline {
    /// The picture of `log` at `cursor`.
    #[must_use]
    pub fn at(log: &Log, cursor: Cursor) -> Self {
        let past = cursor.past(log);
        let mut lanes: Vec<Lane> = Vec::with_capacity(log.tasks() as usize);
        let mut timeline = Self::default();
        for event in past {
            timeline.record_thread(event);
            if let What::Created { parent, name, line } = &event.what {
                lanes.push(Lane::new(event, *parent, name.clone(), *line));
            } else if let Some(lane) = lanes.get_mut(event.task.index()) {
                lane.record(event);
            }
        }
        timeline.lanes = nested(lanes);
        timeline.places = vec![0; timeline.lanes.len()];
        for (place, lane) in timeline.lanes.iter().enumerate() {
            if let Some(slot) = timeline.places.get_mut(lane.task.index()) {
                *slot = place;
            }
        }
        timeline.record_shared(past, past);
        timeline.show(past.len(), cursor.time);
        timeline
    }

    /// Makes of the picture at one moment that at another one, as [`Timeline::at`] would: with far less work where few
    /// tasks have done something in between. False, and nothing is done, where tasks were made in between.
    #[must_use]
    pub fn go(&mut self, log: &Log, cursor: Cursor) -> bool {
        let past = cursor.past(log);
        let (from, to) = (self.events.min(past.len()), self.events.max(past.len()));
        let between = log.events().first(to).after(from);
        if between.iter().any(|event| matches!(event.what, What::Created { .. })) {
            return false;
        }
        if past.len() >= self.events {
            for event in between {
                self.record(event);
            }
        } else {
            self.forget(between, past);
        }
        self.record_shared(past, between);
        self.show(past.len(), cursor.time);
        true
    }

    /// Takes in an event of a task that is there.
    fn record(&mut self, event: &Event) {
        self.record_thread(event);
        self.record_lane(event);
    }

    fn record_lane(&mut self, event: &Event) {
        if let Some(lane) = self.place(event.task).and_then(|place| self.lanes.get_mut(place)) {
            lane.record(event);
        }
    }

    fn record_thread(&mut self, event: &Event) {
        match event.what {
            What::StepBegan => self.steps.push((event.time, event.task)),
            What::Blocked { until, .. } if until > event.time => self.blocked.push((event.time, until, event.task)),
            _ => {}
        }
    }

    /// Takes these events back: whose they are, begins anew with what happened before.
    fn forget(&mut self, events: Events<'_>, past: Events<'_>) {
        let mut anew = vec![false; self.places.len()];
        for event in events.iter().rev() {
            // The loop's own events are no lane's.
            if let Some(anew) = anew.get_mut(event.task.index()) {
                *anew = true;
            }
            match event.what {
                What::StepBegan => drop(self.steps.pop()),
                What::Blocked { until, .. } if until > event.time => drop(self.blocked.pop()),
                _ => {}
            }
        }
        for event in past.iter().filter(|event| anew.get(event.task.index()) == Some(&true)) {
            if let What::Created { parent, name, line } = &event.what {
                if let Some(lane) = self.place(event.task).and_then(|place| self.lanes.get_mut(place)) {
                    let depth = lane.depth;
                    *lane = Lane::new(event, *parent, name.clone(), *line);
                    lane.depth = depth;
                }
            } else {
                self.record_lane(event);
            }
        }
    }

    /// Reads anew what tasks share, where there is something: `new` are the events that the picture has not seen or not
    /// seen taken back.
    fn record_shared(&mut self, past: Events<'_>, new: Events<'_>) {
        let makes = |event: &Event| matches!(event.what, What::ResourceMade { .. } | What::Requested { .. });
        if self.resources.is_empty() && self.requests.is_empty() && !new.iter().any(makes) {
            return;
        }
        let mut resources = Resources::default();
        self.requests.clear();
        for event in past {
            resources.record(event);
            request::record(&mut self.requests, event);
        }
        self.resources = resources.finish();
    }

    /// Draws what lasts up to the moment `now`.
    fn show(&mut self, events: usize, now: Seconds) {
        (self.events, self.now) = (events, now);
        self.figures = Counted::default();
        self.lanes.iter_mut().for_each(|lane| lane.show(now));
        for hold in self.resources.iter_mut().flat_map(|resource| &mut resource.holds).filter(|hold| hold.open) {
            hold.to = now;
        }
        let busy = |&(from, until, task)| Busy { from, to: now.min(until), open: until > now, task };
        self.busy = self.blocked.iter().map(busy).collect();
    }

    /// The lane of this task.
    #[must_use]
    pub fn lane(&self, task: TaskId) -> Option<&Lane> {
        self.lanes.get(*self.places.get(task.index())?)
    }

    /// This request.
    #[must_use]
    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.get(id.0 as usize)
    }

    /// At which place among the lanes this task's lane is.
    #[must_use]
    pub fn place(&self, task: TaskId) -> Option<usize> {
        self.places.get(task.index()).copied()
    }

    /// This resource.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.get(id.index())
    }

    /// When the last task ended, or the moment of the picture while one has not.
    #[must_use]
    pub fn total(&self) -> Seconds {
        if !self.ended() {
            return self.now;
        }
        self.lanes.iter().map(|lane| lane.until(self.now)).fold(0.0, f64::max)
    }

    fn counted(&self) -> Statistics {
        let waits = self.lanes.iter().map(Lane::waited);
        let bound = waits.clone().fold(0.0, f64::max);
        let held = self.busy.iter().map(|busy| busy.to - busy.from).fold(0.0, std::ops::Add::add);
        Statistics {
            total: self.total(),
            sum_of_waits: waits.fold(0.0, std::ops::Add::add),
            bound,
            bound_with_limits: self
                .resources
                .iter()
                .map(|resource| self.bound_of(resource))
                .fold(bound.max(held), f64::max),
            held,
            steps: self.steps.len(),
        }
    }

    /// How long this resource alone makes a run last: what its holders wait by themselves, shared out among its permits.
    fn bound_of(&self, resource: &Resource) -> Seconds {
        let permits = resource.holds.iter().map(|hold| hold.slot + 1).max().unwrap_or_default();
        let permits = u32::try_from(permits).unwrap_or(u32::MAX).max(resource.size.unwrap_or(1)).max(1);
        let within = |hold: &Hold| self.lane(hold.task).map_or(0.0, |lane| lane.waited_within(hold.from, hold.to));
        resource.holds.iter().map(within).fold(0.0, std::ops::Add::add) / f64::from(permits)
    }

    /// Whether every task has ended.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.lanes.iter().all(|lane| lane.ending.is_some())
    }
}

impl Statistics {
    /// The figures of this picture.
    #[must_use]
    pub fn of(timeline: &Timeline) -> Self {
        *timeline.figures.0.get_or_init(|| timeline.counted())
    }
}

/// The lanes with every task below its parent.
fn nested(mut lanes: Vec<Lane>) -> Vec<Lane> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); lanes.len()];
    let mut roots = Vec::new();
    for index in 0..lanes.len() {
        match lanes[index].parent {
            // A parent is always made before its child.
            Some(parent) if parent.index() < index => {
                lanes[index].depth = lanes[parent.index()].depth + 1;
                children[parent.index()].push(index);
            }
            _ => roots.push(index),
        }
    }
    let mut order = Vec::with_capacity(lanes.len());
    let mut stack: Vec<usize> = roots.into_iter().rev().collect();
    while let Some(index) = stack.pop() {
        order.push(index);
        stack.extend(children[index].iter().rev());
    }
    let mut slots: Vec<Option<Lane>> = lanes.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| slots[index].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lane::State;
    use super::*;
    use crate::trace::facts::event::{Asker, End, On};
    use crate::trace::facts::line::Line;
    use crate::trace::facts::task::Name;

    fn event(time: Seconds, task: u32, what: What) -> Event {
        Event { time, task: TaskId(task), callback: 1, what }
    }

    fn created(time: Seconds, task: u32, parent: Option<u32>) -> Event {
        let name = Name::Numbered(task + 1);
        event(time, task, What::Created { parent: parent.map(TaskId), name, line: Line::new(1) })
    }

    fn log(events: impl IntoIterator<Item = Event>) -> Log {
        let mut log = Log::default();
        events.into_iter().for_each(|event| log.push(event));
        log
    }

    fn sleeper() -> Log {
        log([
            created(0.0, 0, None),
            event(0.0, 0, What::StepBegan),
            event(0.0, 0, What::Suspended { on: On::Timer { until: 2.0 }, line: Line::new(7) }),
            event(2.0, 0, What::Ready),
            event(2.0, 0, What::StepBegan),
            event(2.0, 0, What::Finished(End::Returned("None".into()))),
        ])
    }

    #[test]
    fn going_back_over_what_the_loop_itself_printed_is_going_back() {
        let mut log = sleeper();
        let printed = |time| Event { task: TaskId::LOOP, ..event(time, 0, What::Printed("tick".into())) };
        [3.0, 4.0].map(printed).into_iter().for_each(|event| log.push(event));
        let all = log.events().len();
        let mut picture = Timeline::at(&log, Cursor::end(&log));
        for events in [all - 1, all - 2, 4, all] {
            let cursor = Cursor { events, time: log.events()[events - 1].time };
            assert!(picture.go(&log, cursor), "no task was made in between");
            assert_eq!(picture, Timeline::at(&log, cursor), "{events} events");
        }
    }

    #[test]
    fn a_sleeper_is_drawn_up_to_the_cursor_and_its_timer_is_known() {
        let log = sleeper();
        let timeline = Timeline::at(&log, Cursor::at(&log, 0.5));
        let lane = &timeline.lanes[0];
        assert_eq!(lane.state(), State::Sleeping);
        assert_eq!((lane.spans[0].from, lane.spans[0].to, lane.spans[0].open), (0.0, 0.5, true));
        assert_eq!(lane.planned_until(), Some(2.0));
        assert_eq!(lane.line.number(), Some(7));
    }

    #[test]
    fn a_finished_sleeper_has_one_span_and_its_end() {
        let log = sleeper();
        let timeline = Timeline::at(&log, Cursor::end(&log));
        let lane = &timeline.lanes[0];
        assert_eq!(lane.spans.len(), 1);
        assert_eq!(lane.ending.as_ref().map(|ending| (ending.at, ending.state)), Some((2.0, State::Result)));
        assert_eq!((lane.slept(), lane.held()), (2.0, 0.0));
        assert_eq!(timeline.steps.len(), 2);
    }

    #[test]
    fn a_timer_that_is_due_while_somebody_blocks_leaves_its_task_ready_not_asleep() {
        let log = log([
            created(0.0, 0, None),
            created(0.0, 1, Some(0)),
            event(0.0, 1, What::StepBegan),
            event(0.0, 1, What::Suspended { on: On::Timer { until: 1.0 }, line: Line::NONE }),
            event(0.0, 0, What::StepBegan),
            event(0.0, 0, What::Blocked { until: 3.0, computes: false, line: Line::NONE }),
            event(3.0, 0, What::Finished(End::Returned("None".into()))),
            event(3.0, 1, What::Ready),
        ]);
        let during = Timeline::at(&log, Cursor::at(&log, 2.0));
        let states: Vec<_> = during.lanes[1].spans.iter().map(|span| (span.from, span.to, span.state)).collect();
        assert_eq!(states, [(0.0, 1.0, State::Sleeping), (1.0, 2.0, State::Ready)]);
        assert_eq!(during.busy, [Busy { from: 0.0, to: 2.0, open: true, task: TaskId(0) }]);
        let after = Timeline::at(&log, Cursor::end(&log));
        assert_eq!(after.lanes[1].spans[1].state, State::Ready);
        assert_eq!(after.lanes[0].held(), 3.0);
    }

    #[test]
    fn the_wait_that_was_cut_takes_the_pattern_of_the_end() {
        let log = log([
            created(0.0, 0, None),
            event(0.0, 0, What::StepBegan),
            event(0.0, 0, What::Suspended { on: On::Timer { until: 9.0 }, line: Line::NONE }),
            event(1.0, 0, What::CancelRequested { by: Asker::Loop }),
            event(1.0, 0, What::StepBegan),
            event(1.0, 0, What::CancelDelivered { line: Line::NONE }),
            event(1.0, 0, What::Finished(End::Cancelled)),
        ]);
        let timeline = Timeline::at(&log, Cursor::end(&log));
        assert_eq!(timeline.lanes[0].spans[0].state, State::Cancelled);
        assert_eq!(timeline.lanes[0].state(), State::Cancelled);
        assert_eq!(timeline.lanes[0].cancels.len(), 1);
        assert_eq!(timeline.lanes[0].slept(), 1.0);
    }

    #[test]
    fn a_blocking_call_has_held_the_thread_though_the_task_failed_right_after_it() {
        let log = log([
            created(0.0, 0, None),
            event(0.0, 0, What::StepBegan),
            event(0.0, 0, What::Blocked { until: 2.0, computes: false, line: Line::NONE }),
            event(2.0, 0, What::Finished(End::Failed { class: "ValueError".into(), message: "".into() })),
        ]);
        let timeline = Timeline::at(&log, Cursor::end(&log));
        let lane = &timeline.lanes[0];
        assert_eq!((lane.state(), lane.spans[0].state), (State::Error, State::Running));
        assert_eq!((lane.slept(), lane.held()), (0.0, 2.0));
    }

    #[test]
    fn who_returns_after_a_cancellation_has_swallowed_it_unless_the_request_was_taken_back() {
        let returned_after = |withdrawn: Option<Event>| {
            let cut = [
                created(0.0, 0, None),
                event(1.0, 0, What::CancelRequested { by: Asker::Loop }),
                event(1.0, 0, What::CancelDelivered { line: Line::NONE }),
            ];
            let end = event(1.0, 0, What::Finished(End::Returned("None".into())));
            let log = log(cut.into_iter().chain(withdrawn).chain([end]));
            Timeline::at(&log, Cursor::end(&log)).lanes[0].state()
        };
        assert_eq!(returned_after(None), State::Swallowed);
        assert_eq!(returned_after(Some(event(1.0, 0, What::CancelWithdrawn))), State::Result);
    }

    #[test]
    fn lanes_are_nested_under_their_parents_and_siblings_keep_their_order() {
        let log =
            log([created(0.0, 0, None), created(0.0, 1, Some(0)), created(0.0, 2, Some(0)), created(0.0, 3, Some(1))]);
        let timeline = Timeline::at(&log, Cursor::end(&log));
        let order: Vec<_> = timeline.lanes.iter().map(|lane| (lane.task.0, lane.depth)).collect();
        assert_eq!(order, [(0, 0), (1, 1), (3, 2), (2, 1)]);
    }
}
