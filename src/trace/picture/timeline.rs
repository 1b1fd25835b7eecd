//! The timeline: the picture of a run at one cursor, with a lane for each task.

mod figures;
mod passage;

use self::figures::Counted;
use super::lane::Lane;
use super::request::Request;
use super::resource::Resource;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::What;
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
    /// The number of events that the timeline covers.
    events: usize,
    /// The blocking calls: start, end and task.
    blocked: Vec<(Seconds, Seconds, TaskId)>,
    /// Whether the spans in progress of all lanes are extended to `now`.
    drawn: bool,
    /// The times at which tasks ended, in order.
    ends: Vec<Seconds>,
    /// The number of renamings.
    renamed: usize,
    /// The cached figures.
    figures: Counted,
}

/// A period in which a task held the thread.
#[derive(Clone, Debug, PartialEq)]
pub struct Busy {
    /// When the period starts.
    pub from: Seconds,
    /// When the period ends; the cursor's time while it is in progress.
    pub to: Seconds,
    /// Whether the period is in progress.
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
            timeline.record_whole(event);
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
        timeline.draw_all();
        timeline
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
        if self.ended() { self.ends.last().copied().unwrap_or(0.0) } else { self.now }
    }

    /// Whether every task has ended.
    #[must_use]
    pub const fn ended(&self) -> bool {
        self.ends.len() == self.places.len()
    }

    /// The number of renamings. If the number has changed, a label that names another task may be out of date.
    #[must_use]
    pub const fn renamed(&self) -> usize {
        self.renamed
    }
}

/// Orders the lanes so that every task is below its parent, and sets their depths and which are the last children.
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
    for last in children.iter().filter_map(|children| children.last()) {
        lanes[*last].last = true;
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
