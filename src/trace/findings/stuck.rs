//! A run that nothing will go on: which tasks wait, for what, and for whom.

use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{On, What};
use crate::trace::facts::kinds::Kind;
use crate::trace::facts::log::Log;
use crate::trace::facts::resource::{Change, Method, ResourceId};
use crate::trace::facts::task::TaskId;
use crate::trace::picture::lane::{Lane, State};
use crate::trace::picture::resource::Resource;
use crate::trace::picture::timeline::Timeline;

/// The tasks of a run in which no task can go on by itself. A plain function that is planned for later is not in the log,
/// so a run is stuck only if its log is also over.
#[derive(Clone, Debug, PartialEq)]
pub struct Stuck {
    /// Every task that has not ended, in the order of creation, and what it lacks.
    pub waits: Vec<Wait>,
    /// The tasks that wait for each other: each for the next, the last for the first. The one that was made first leads.
    pub circles: Vec<Vec<TaskId>>,
}

/// What one task waits for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wait {
    /// The task.
    pub task: TaskId,
    /// What it lacks.
    pub lacks: Lacks,
}

/// What would let a task go on.
#[derive(Clone, Debug, PartialEq)]
pub enum Lacks {
    /// The ends of these tasks.
    Ends(Vec<TaskId>),
    /// A lock or a permit, which these tasks hold; none where nobody holds it and it was not handed on.
    Permit {
        /// Of which resource.
        resource: ResourceId,
        /// Who holds it.
        holders: Vec<TaskId>,
    },
    /// An item in a queue: nobody puts one in.
    Item(ResourceId),
    /// Room in a queue: nobody takes an item out.
    Room(ResourceId),
    /// The work on the items of a queue: so many are not done.
    Work {
        /// Which queue.
        resource: ResourceId,
        /// How many items.
        left: u32,
    },
    /// A flag that nobody sets.
    Flag(ResourceId),
    /// A notification that nobody sends.
    Notice(ResourceId),
    /// Others at a barrier.
    Parties {
        /// Which barrier.
        resource: ResourceId,
        /// How many have come.
        come: usize,
        /// How many it is for.
        parties: Option<u32>,
    },
    /// The end of a bare future.
    Future,
}

impl Lacks {
    /// The tasks that could give it.
    #[must_use]
    pub fn of_tasks(&self) -> &[TaskId] {
        match self {
            Self::Ends(tasks) | Self::Permit { holders: tasks, .. } => tasks,
            Self::Item(_)
            | Self::Room(_)
            | Self::Work { .. }
            | Self::Flag(_)
            | Self::Notice(_)
            | Self::Parties { .. }
            | Self::Future => &[],
        }
    }
}

impl Stuck {
    /// Who waits for whom at the cursor; nothing where every task has ended, or one can go on by itself: it is ready, runs,
    /// or waits for a timer, a worker or the network.
    #[must_use]
    pub fn at(log: &Log, cursor: Cursor) -> Option<Self> {
        let picture = Timeline::at(log, cursor);
        let mut pending: Vec<&Lane> = picture.lanes.iter().filter(|lane| lane.ending.is_none()).collect();
        pending.sort_unstable_by_key(|lane| lane.task);
        let waits: Option<Vec<Wait>> = pending.into_iter().map(|lane| wait(log, cursor, &picture, lane)).collect();
        let waits = waits.filter(|waits| !waits.is_empty())?;
        let circles = circles(&waits);
        Some(Self { waits, circles })
    }

    /// From this task to the one that it waits for, and on: of several, to the first. It ends with a task that lacks what
    /// no task holds, or before one that it has come by.
    #[must_use]
    pub fn chain(&self, task: TaskId) -> Vec<TaskId> {
        let mut chain = vec![task];
        while let Some(next) = chain.last().and_then(|last| lacks(&self.waits, *last).first().copied()) {
            if chain.contains(&next) {
                break;
            }
            chain.push(next);
        }
        chain
    }
}

fn wait(log: &Log, cursor: Cursor, picture: &Timeline, lane: &Lane) -> Option<Wait> {
    let on = match lane.state() {
        State::Waiting | State::Queued => lane.open_span()?.on.as_ref()?,
        State::Running
        | State::Ready
        | State::Sleeping
        | State::Requesting
        | State::Result
        | State::Error
        | State::Timeout
        | State::Cancelled
        | State::Swallowed
        | State::Lost
        | State::Destroyed => return None,
    };
    let lacks = match on {
        On::NextIteration | On::Timer { .. } | On::Request(_) | On::Worker { .. } => return None,
        On::Task(_) | On::Tasks { .. } => Lacks::Ends(picture.unfinished(on)),
        On::Resource { resource, method } => of_resource(log, cursor, picture.resource(*resource)?, *method),
        On::Future => Lacks::Future,
    };
    Some(Wait { task: lane.task, lacks })
}

fn of_resource(log: &Log, cursor: Cursor, resource: &Resource, method: Method) -> Lacks {
    let id = resource.id;
    match (method, &resource.class) {
        (Method::Acquire, _) => Lacks::Permit { resource: id, holders: resource.holders().collect() },
        (Method::Get, _) => Lacks::Item(id),
        (Method::Put, _) => Lacks::Room(id),
        (Method::Join, _) => Lacks::Work { resource: id, left: unfinished_work(log, cursor, id) },
        (Method::Wait, Kind::Event) => Lacks::Flag(id),
        (Method::Wait, Kind::Barrier) => {
            Lacks::Parties { resource: id, come: resource.waiters.len(), parties: resource.size }
        }
        (
            Method::Wait,
            Kind::Condition
            | Kind::Lock
            | Kind::Semaphore
            | Kind::BoundedSemaphore
            | Kind::Queue
            | Kind::PriorityQueue
            | Kind::LifoQueue
            | Kind::Other(_),
        ) => Lacks::Notice(id),
    }
}

/// How many items of this queue are not done: each that was put in is work, until `task_done`.
fn unfinished_work(log: &Log, cursor: Cursor, queue: ResourceId) -> u32 {
    let changes = cursor.past(log).iter().filter_map(|event| match event.what {
        What::ResourceChanged { resource, change, .. } if resource == queue => Some(change),
        _ => None,
    });
    changes.fold(0, |left, change| match change {
        Change::Put => left + 1,
        Change::Done { left } => left,
        Change::Acquired
        | Change::Released
        | Change::Got
        | Change::ShutDown
        | Change::Set
        | Change::Cleared
        | Change::Notified { .. }
        | Change::Opened
        | Change::Aborted => left,
    })
}

fn lacks(waits: &[Wait], task: TaskId) -> &[TaskId] {
    let found = waits.binary_search_by_key(&task, |wait| wait.task);
    found.ok().and_then(|index| waits.get(index)).map_or(&[], |wait| wait.lacks.of_tasks())
}

/// The circles among the waits, no task in two of them.
fn circles(waits: &[Wait]) -> Vec<Vec<TaskId>> {
    let mut walk = Walk { waits, places: vec![Place::New; waits.len()], path: Vec::new(), circles: Vec::new() };
    for start in 0..waits.len() {
        walk.from(start);
    }
    walk.circles
}

/// A walk along what tasks lack, to each task once.
struct Walk<'a> {
    waits: &'a [Wait],
    places: Vec<Place>,
    /// The way to the present task, with how many of each one's ways on were tried.
    path: Vec<(usize, usize)>,
    circles: Vec<Vec<TaskId>>,
}

/// Where a task is to a walk.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    New,
    OnPath,
    Left,
    InCircle,
}

impl Walk<'_> {
    fn from(&mut self, start: usize) {
        self.enter(start);
        while let Some((at, tried)) = self.path.last_mut() {
            let ways = self.waits[*at].lacks.of_tasks();
            let Some(to) = ways.get(*tried) else {
                let left = *at;
                self.path.pop();
                if self.places[left] == Place::OnPath {
                    self.places[left] = Place::Left;
                }
                continue;
            };
            *tried += 1;
            let Ok(to) = self.waits.binary_search_by_key(to, |wait| wait.task) else { continue };
            match self.places[to] {
                Place::New => self.enter(to),
                Place::OnPath => self.close(to),
                Place::Left | Place::InCircle => {}
            }
        }
    }

    fn enter(&mut self, index: usize) {
        if self.places[index] == Place::New {
            self.places[index] = Place::OnPath;
            self.path.push((index, 0));
        }
    }

    /// The end of the path lacks what its task `index` has to give.
    fn close(&mut self, index: usize) {
        let first = self.path.iter().position(|(at, _)| *at == index).unwrap_or_default();
        let around: Vec<usize> = self.path[first..].iter().map(|(at, _)| *at).collect();
        if around.iter().any(|at| self.places[*at] == Place::InCircle) {
            return;
        }
        for at in &around {
            self.places[*at] = Place::InCircle;
        }
        let mut circle: Vec<TaskId> = around.into_iter().map(|at| self.waits[at].task).collect();
        let least = circle.iter().enumerate().min_by_key(|(_, task)| **task).map_or(0, |(place, _)| place);
        circle.rotate_left(least);
        self.circles.push(circle);
    }
}
