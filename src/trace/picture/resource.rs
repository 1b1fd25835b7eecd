//! Resources at the cursor: a lock's holder, a semaphore's permits, a queue's items, and the tasks that wait.

use crate::trace::facts::event::{Event, On, What};
use crate::trace::facts::kinds::Kind;
use crate::trace::facts::line::Line;
use crate::trace::facts::resource::{Change, Method, ResourceId};
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::Seconds;

/// A resource up to the cursor.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// The resource's number.
    pub id: ResourceId,
    /// The class.
    pub class: Kind,
    /// The size that the constructor was given, if any.
    pub size: Option<u32>,
    /// The number among resources of the same class and size, from 1; `None` if it is the only one.
    pub number: Option<usize>,
    /// When the resource was created.
    pub made: Seconds,
    /// Where the resource was created.
    pub line: Line,
    /// The level after each time at which it changed: free permits, items, 1 for a set flag.
    pub levels: Vec<Level>,
    /// The periods in which tasks held a permit or the lock, ordered by their start.
    pub holds: Vec<Hold>,
    /// The tasks that wait at the cursor, each with its method, in the order in which they began to wait.
    pub waiters: Vec<(TaskId, Method)>,
    /// The waiting tasks: an entry for each time at which they changed, with those that wait from then on.
    pub lines: Vec<InLine>,
}

/// The level from one time on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The time from which the resource has this level.
    pub at: Seconds,
    /// The level.
    pub level: u32,
}

/// The waiting tasks from one time on.
#[derive(Clone, Debug, PartialEq)]
pub struct InLine {
    /// The time from which these tasks wait.
    pub at: Seconds,
    /// The number of waiting tasks.
    pub count: usize,
    /// The first `NAMED_IN_LINE` of them, because a label has no space for more.
    pub first: Vec<TaskId>,
}

/// The most waiting tasks that a label names.
pub const NAMED_IN_LINE: usize = 6;

/// A period in which a task held a permit or the lock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hold {
    /// The task.
    pub task: TaskId,
    /// When the period starts.
    pub from: Seconds,
    /// When the period ends; the cursor's time while the task still holds the permit.
    pub to: Seconds,
    /// Whether the task still holds the permit.
    pub open: bool,
    /// The index of the permit: the lowest that was free.
    pub slot: usize,
}

impl Resource {
    /// The level at the cursor.
    #[must_use]
    pub fn level(&self) -> u32 {
        self.levels.last().map_or(0, |level| level.level)
    }

    /// The tasks that hold a permit or the lock at the cursor.
    pub fn holders(&self) -> impl Iterator<Item = TaskId> {
        self.holds.iter().filter(|hold| hold.open).map(|hold| hold.task)
    }

    /// The tasks that wait in the same method ahead of this task.
    #[must_use]
    pub fn ahead(&self, task: TaskId) -> Vec<TaskId> {
        let Some((_, method)) = self.waiters.iter().find(|(waiter, _)| *waiter == task) else { return Vec::new() };
        let same = self.waiters.iter().filter(|(_, other)| other == method);
        same.map(|(waiter, _)| *waiter).take_while(|waiter| *waiter != task).collect()
    }

    /// The name: the call that creates it in Python, with a number if there are several such resources.
    #[must_use]
    pub fn name(&self) -> String {
        let size = self.size.map(|size| size.to_string()).unwrap_or_default();
        let brackets = if size.is_empty() { String::new() } else { format!("({size})") };
        let number = self.number.map(|number| format!(" {number}")).unwrap_or_default();
        format!("{}{brackets}{number}", self.class)
    }
}

/// Collects the resources of a run while its events are read.
#[derive(Default)]
pub(super) struct Resources {
    all: Vec<Resource>,
    /// The waiting tasks, each with its resource.
    lines: Vec<(TaskId, ResourceId)>,
}

impl Resources {
    /// Records one event.
    pub(super) fn record(&mut self, event: &Event) {
        match &event.what {
            What::ResourceMade { resource, class, size, level, line } => {
                self.all.push(Resource {
                    id: *resource,
                    class: class.clone(),
                    size: *size,
                    number: None,
                    made: event.time,
                    line: *line,
                    levels: vec![Level { at: event.time, level: *level }],
                    holds: Vec::new(),
                    waiters: Vec::new(),
                    lines: Vec::new(),
                });
            }
            What::ResourceChanged { resource, change, level } => {
                if let Some(resource) = self.all.get_mut(resource.index()) {
                    resource.change(event, *change, *level);
                }
            }
            What::Suspended { on, .. } => self.join(event, on),
            // A task that is destroyed while it waits never becomes ready.
            What::Ready | What::Finished(_) => self.leave(event),
            What::Created { .. }
            | What::Renamed(_)
            | What::StepBegan
            | What::Blocked { .. }
            | What::Printed(_)
            | What::Warned { .. }
            | What::CancelRequested { .. }
            | What::CancelDelivered { .. }
            | What::CancelWithdrawn
            | What::Requested { .. } => {}
        }
    }

    /// Adds a task that waits for a resource to its waiters.
    fn join(&mut self, event: &Event, on: &On) {
        let On::Resource { resource, method } = *on else { return };
        self.lines.push((event.task, resource));
        if let Some(resource) = self.all.get_mut(resource.index()) {
            resource.waiters.push((event.task, method));
            resource.measure_line(event.time);
        }
    }

    /// Takes a task out of its resource's waiters when it does not wait any more.
    fn leave(&mut self, event: &Event) {
        let Some(place) = self.lines.iter().position(|(task, _)| *task == event.task) else { return };
        let (_, resource) = self.lines.swap_remove(place);
        if let Some(resource) = self.all.get_mut(resource.index()) {
            resource.waiters.retain(|(task, _)| *task != event.task);
            resource.measure_line(event.time);
        }
    }

    /// The resources, with numbers for those that have the same class and size.
    pub(super) fn finish(mut self) -> Vec<Resource> {
        let same = |one: &Resource, other: &Resource| (&one.class, one.size) == (&other.class, other.size);
        for place in 0..self.all.len() {
            let (before, from_here) = self.all.split_at(place);
            let Some((resource, after)) = from_here.split_first() else { continue };
            let earlier = before.iter().filter(|other| same(other, resource)).count();
            let alone = earlier == 0 && !after.iter().any(|other| same(other, resource));
            self.all[place].number = (!alone).then_some(earlier + 1);
        }
        self.all
    }
}

impl Resource {
    fn change(&mut self, event: &Event, change: Change, level: u32) {
        self.levels.pop_if(|last| last.at == event.time);
        self.levels.push(Level { at: event.time, level });
        match change {
            Change::Acquired => self.begin_hold(event),
            Change::Released => self.end_hold(event),
            Change::Put
            | Change::Got
            | Change::Done { .. }
            | Change::ShutDown
            | Change::Set
            | Change::Cleared
            | Change::Notified { .. }
            | Change::Opened
            | Change::Aborted => {}
        }
    }

    fn begin_hold(&mut self, event: &Event) {
        let taken: Vec<usize> = self.holds.iter().filter(|hold| hold.open).map(|hold| hold.slot).collect();
        let slot = (0..=taken.len()).find(|slot| !taken.contains(slot)).unwrap_or_default();
        self.holds.push(Hold { task: event.task, from: event.time, to: event.time, open: true, slot });
    }

    /// Ends the newest hold of the task that releases; if it holds none, the oldest hold of all.
    fn end_hold(&mut self, event: &Event) {
        let own = self.holds.iter().rposition(|hold| hold.open && hold.task == event.task);
        let place = own.or_else(|| self.holds.iter().position(|hold| hold.open));
        if let Some(hold) = place.and_then(|place| self.holds.get_mut(place)) {
            hold.to = event.time;
            hold.open = false;
        }
    }

    fn measure_line(&mut self, at: Seconds) {
        self.lines.pop_if(|last| last.at == at);
        let first = self.waiters.iter().map(|(task, _)| *task).take(NAMED_IN_LINE).collect();
        self.lines.push(InLine { at, count: self.waiters.len(), first });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A semaphore of size 3 after these changes by these tasks, one per second.
    fn semaphore(changes: &[(u32, Change)]) -> Resource {
        let mut resources = Resources::default();
        let what = What::ResourceMade {
            resource: ResourceId(0),
            class: Kind::Semaphore,
            size: Some(3),
            level: 3,
            line: Line::NONE,
        };
        resources.record(&Event { time: 0.0, task: TaskId::MAIN, callback: 1, what });
        for (time, (task, change)) in (1..).zip(changes) {
            let what = What::ResourceChanged { resource: ResourceId(0), change: *change, level: 0 };
            resources.record(&Event { time: f64::from(time), task: TaskId(*task), callback: 1, what });
        }
        resources.finish().remove(0)
    }

    fn open(resource: &Resource) -> Vec<(u32, Seconds, usize)> {
        resource.holds.iter().filter(|hold| hold.open).map(|hold| (hold.task.0, hold.from, hold.slot)).collect()
    }

    #[test]
    fn a_release_ends_the_newest_own_hold_or_else_the_oldest_of_all() {
        let (take, give) = (Change::Acquired, Change::Released);
        let own = semaphore(&[(1, take), (2, take), (1, take), (1, give)]);
        assert_eq!(open(&own), [(1, 1.0, 0), (2, 2.0, 1)]);
        assert_eq!((own.holds[2].to, own.holds[2].slot), (4.0, 2));
        let other = semaphore(&[(1, take), (2, take), (3, give)]);
        assert_eq!(open(&other), [(2, 2.0, 1)]);
        assert_eq!(other.holders().collect::<Vec<_>>(), [TaskId(2)]);
        let again = semaphore(&[(1, take), (2, take), (1, give), (3, take)]);
        assert_eq!(open(&again), [(2, 2.0, 1), (3, 4.0, 0)], "the lowest free permit is taken");
    }

    /// Tasks 1 to 4 wait for a queue: three for an item, one for room. Then task 2 stops waiting.
    #[test]
    fn waiters_are_in_order_and_those_ahead_wait_in_the_same_method() {
        let mut resources = Resources::default();
        let mut tell = |time, task, what| resources.record(&Event { time, task: TaskId(task), callback: 1, what });
        for number in 0..2 {
            let (resource, line) = (ResourceId(number), Line::NONE);
            tell(0.0, 0, What::ResourceMade { resource, class: Kind::Queue, size: None, level: 0, line });
        }
        for (task, method) in [(1, Method::Get), (2, Method::Get), (3, Method::Put), (4, Method::Get)] {
            let on = On::Resource { resource: ResourceId(1), method };
            tell(f64::from(task), task, What::Suspended { on, line: Line::NONE });
        }
        tell(5.0, 2, What::Ready);
        tell(5.0, 2, What::Finished(crate::trace::facts::event::End::Destroyed));
        let all = resources.finish();
        let [other, queue] = &all[..] else { panic!("two queues") };
        let (get, put) = (Method::Get, Method::Put);
        assert_eq!(queue.waiters, [(TaskId(1), get), (TaskId(3), put), (TaskId(4), get)]);
        assert_eq!(queue.ahead(TaskId(4)), [TaskId(1)]);
        assert_eq!((queue.ahead(TaskId(3)), queue.ahead(TaskId(2))), (vec![], vec![]));
        let counts: Vec<_> = queue.lines.iter().map(|line| (line.at, line.count)).collect();
        assert_eq!(counts, [(1.0, 1), (2.0, 2), (3.0, 3), (4.0, 4), (5.0, 3)]);
        assert_eq!(queue.lines[4].first, [TaskId(1), TaskId(3), TaskId(4)]);
        assert_eq!((other.name(), queue.name()), ("Queue 1".to_owned(), "Queue 2".to_owned()));
        assert!(other.lines.is_empty());
    }

    #[test]
    fn the_last_change_at_a_time_gives_the_level_and_the_name_has_the_size() {
        let made = semaphore(&[]);
        assert_eq!((made.level(), made.name()), (3, "Semaphore(3)".to_owned()));
        let taken = semaphore(&[(1, Change::Acquired)]);
        assert_eq!(taken.levels, [Level { at: 0.0, level: 3 }, Level { at: 1.0, level: 0 }]);
    }
}
