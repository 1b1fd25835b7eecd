//! What tasks share and wait for: a lock's holder, a semaphore's permits, a queue's items, and who stands in line.

use crate::trace::facts::event::{Event, On, What};
use crate::trace::facts::kinds::Kind;
use crate::trace::facts::line::Line;
use crate::trace::facts::resource::{Change, Method, ResourceId};
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::Seconds;

/// A resource up to the moment of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Which one.
    pub id: ResourceId,
    /// Its class.
    pub class: Kind,
    /// The number that it was made with, if it was made with one.
    pub size: Option<u32>,
    /// Its place among those that would have the same name, from 1; nothing for the only one.
    pub number: Option<usize>,
    /// When it was made.
    pub made: Seconds,
    /// Where it was made.
    pub line: Line,
    /// Its level after each moment of change: free permits, items, 1 for a flag that is up.
    pub levels: Vec<Level>,
    /// Who held a permit or the lock, by its beginning.
    pub holds: Vec<Hold>,
    /// Who stands in line at the moment of the picture, first come first, and by which method.
    pub waiters: Vec<(TaskId, Method)>,
    /// Who stood in line after each moment of change.
    pub lines: Vec<InLine>,
}

/// A number that holds from a moment on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// From when.
    pub at: Seconds,
    /// The number.
    pub level: u32,
}

/// Who stands in line from a moment on.
#[derive(Clone, Debug, PartialEq)]
pub struct InLine {
    /// From when.
    pub at: Seconds,
    /// How many.
    pub count: usize,
    /// The first of them: a label has room for no more.
    pub first: Vec<TaskId>,
}

/// How many of those in line a picture names.
pub const NAMED_IN_LINE: usize = 6;

/// A time during which a task held a permit or the lock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hold {
    /// Who.
    pub task: TaskId,
    /// From when.
    pub from: Seconds,
    /// Until when, or the moment of the picture.
    pub to: Seconds,
    /// Whether it holds it still.
    pub open: bool,
    /// Which permit it held, from 0: the first that was free.
    pub slot: usize,
}

impl Resource {
    /// Its level at the moment of the picture.
    #[must_use]
    pub fn level(&self) -> u32 {
        self.levels.last().map_or(0, |level| level.level)
    }

    /// Who holds a permit or the lock at the moment of the picture.
    pub fn holders(&self) -> impl Iterator<Item = TaskId> {
        self.holds.iter().filter(|hold| hold.open).map(|hold| hold.task)
    }

    /// How many stand in line before this task, for the same.
    #[must_use]
    pub fn ahead(&self, task: TaskId) -> Vec<TaskId> {
        let Some((_, method)) = self.waiters.iter().find(|(waiter, _)| *waiter == task) else { return Vec::new() };
        let same = self.waiters.iter().filter(|(_, other)| other == method);
        same.map(|(waiter, _)| *waiter).take_while(|waiter| *waiter != task).collect()
    }

    /// Its name: as Python would make it, with a number where there are several.
    #[must_use]
    pub fn name(&self) -> String {
        let size = self.size.map(|size| size.to_string()).unwrap_or_default();
        let brackets = if size.is_empty() { String::new() } else { format!("({size})") };
        let number = self.number.map(|number| format!(" {number}")).unwrap_or_default();
        format!("{}{brackets}{number}", self.class)
    }
}

/// The resources of a run while its events are read.
#[derive(Default)]
pub(super) struct Resources {
    all: Vec<Resource>,
    /// Where each task stands in line.
    lines: Vec<(TaskId, ResourceId)>,
}

impl Resources {
    /// Reads one event.
    pub(super) fn record(&mut self, event: &Event) {
        match &event.what {
            What::ResourceMade { resource, class, size, level, line } => {
                let levels = vec![Level { at: event.time, level: *level }];
                self.all.push(Resource {
                    id: *resource,
                    class: class.clone(),
                    size: *size,
                    number: None,
                    made: event.time,
                    line: *line,
                    levels,
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
            What::Suspended { on: On::Resource { resource, method }, .. } => {
                self.lines.push((event.task, *resource));
                if let Some(resource) = self.all.get_mut(resource.index()) {
                    resource.waiters.push((event.task, *method));
                    resource.measure_line(event.time);
                }
            }
            // A task that is destroyed in line never becomes ready.
            What::Ready | What::Finished(_) => self.leave(event),
            _ => {}
        }
    }

    /// A task that is ready stands in no line any more.
    fn leave(&mut self, event: &Event) {
        let Some(place) = self.lines.iter().position(|(task, _)| *task == event.task) else { return };
        let (_, resource) = self.lines.swap_remove(place);
        if let Some(resource) = self.all.get_mut(resource.index()) {
            resource.waiters.retain(|(task, _)| *task != event.task);
            resource.measure_line(event.time);
        }
    }

    /// The resources, with a number where several would have one name.
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
            _ => {}
        }
    }

    fn begin_hold(&mut self, event: &Event) {
        let taken: Vec<usize> = self.holds.iter().filter(|hold| hold.open).map(|hold| hold.slot).collect();
        let slot = (0..=taken.len()).find(|slot| !taken.contains(slot)).unwrap_or_default();
        self.holds.push(Hold { task: event.task, from: event.time, to: event.time, open: true, slot });
    }

    /// Ends the hold of the task that gives back; where it holds none, the oldest.
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
