//! The timeline: the picture of a run at one cursor, with a lane for each task.

mod figures;

use self::figures::Counted;
use super::lane::Lane;
use super::request::{self, Request};
use super::resource::{Resource, Resources};
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{Event, What};
use crate::trace::facts::events::Events;
use crate::trace::facts::log::Log;
use crate::trace::facts::request::RequestId;
use crate::trace::facts::resource::ResourceId;
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::Seconds;

/// Everything that is rendered of a run at one cursor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// One lane for each task. A task is below its parent; siblings are in the order of creation.
    pub lanes: Vec<Lane>,
    /// The periods in which a task held the thread.
    pub busy: Vec<Busy>,
    /// The time and the task of each step, in order.
    pub steps: Vec<(Seconds, TaskId)>,
    /// The requests to the network, in the order of creation.
    pub requests: Vec<Request>,
    /// The resources, in the order of creation.
    pub resources: Vec<Resource>,
    /// The cursor's time.
    pub now: Seconds,
    /// The index of each task's lane.
    places: Vec<usize>,
    /// The number of events that it covers.
    events: usize,
    /// The blocking calls: start, end and task.
    blocked: Vec<(Seconds, Seconds, TaskId)>,
    /// The cached figures.
    figures: Counted,
}

/// A period in which a task held the thread.
#[derive(Clone, Debug, PartialEq)]
pub struct Busy {
    /// When it starts.
    pub from: Seconds,
    /// When it ends; the cursor's time while it is in progress.
    pub to: Seconds,
    /// Whether it is in progress.
    pub open: bool,
    /// The task that held the thread.
    pub task: TaskId,
}

impl Timeline {
    /// Builds the timeline of `log` at `cursor`.
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

    /// Moves the timeline to another cursor, with the same result as [`Timeline::at`] but less work if few tasks have
    /// events in between. Returns false and changes nothing if a task was created in between.
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

    /// Records an event of a task that has a lane.
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
        if let What::StepBegan = event.what {
            self.steps.push((event.time, event.task));
        }
        if let Some(until) = held_until(event) {
            self.blocked.push((event.time, until, event.task));
        }
    }

    /// Takes back these events. The lanes of their tasks are rebuilt from the events before.
    fn forget(&mut self, events: Events<'_>, past: Events<'_>) {
        let mut anew = vec![false; self.places.len()];
        for event in events.iter().rev() {
            // The loop's own events belong to no lane.
            if let Some(anew) = anew.get_mut(event.task.index()) {
                *anew = true;
            }
            if let What::StepBegan = event.what {
                self.steps.pop();
            }
            if held_until(event).is_some() {
                self.blocked.pop();
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

    /// Rebuilds the resources and requests, if there are any. `new` are the events between the former and the present
    /// cursor.
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

    /// Extends everything in progress to `now`.
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

    /// The request with this number.
    #[must_use]
    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.get(id.0 as usize)
    }

    /// The index of this task's lane.
    #[must_use]
    pub fn place(&self, task: TaskId) -> Option<usize> {
        self.places.get(task.index()).copied()
    }

    /// The resource with this number.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.get(id.index())
    }

    /// When the last task ended, or the cursor's time while a task runs.
    #[must_use]
    pub fn total(&self) -> Seconds {
        if !self.ended() {
            return self.now;
        }
        self.lanes.iter().map(|lane| lane.until(self.now)).fold(0.0, f64::max)
    }

    /// Whether every task has ended.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.lanes.iter().all(|lane| lane.ending.is_some())
    }
}

/// When the blocking call of this event returns, if it takes any time.
fn held_until(event: &Event) -> Option<Seconds> {
    let What::Blocked { until, .. } = event.what else { return None };
    Some(until).filter(|until| *until > event.time)
}

/// Orders the lanes so that every task is below its parent, and sets their depths.
fn nested(mut lanes: Vec<Lane>) -> Vec<Lane> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); lanes.len()];
    let mut roots = Vec::new();
    for index in 0..lanes.len() {
        // A parent is always created before its child.
        if let Some(parent) = lanes[index].parent.filter(|parent| parent.index() < index) {
            lanes[index].depth = lanes[parent.index()].depth + 1;
            children[parent.index()].push(index);
        } else {
            roots.push(index);
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
mod tests;
