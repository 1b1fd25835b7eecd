//! A run that nothing will go on: which tasks wait, for what, and for whom.

use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{On, What};
use crate::trace::facts::kinds::Kind;
use crate::trace::facts::log::Log;
use crate::trace::facts::order::ordered;
use crate::trace::facts::resource::{Change, Method, ResourceId};
use crate::trace::facts::task::TaskId;
use crate::trace::picture::lane::{Lane, State};
use crate::trace::picture::resource::Resource;
use crate::trace::picture::timeline::Timeline;

mod circles;

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
        let pending: Vec<&Lane> = picture.lanes.iter().filter(|lane| lane.ending.is_none()).collect();
        let pending = ordered(&pending, &|one, other| one.task.cmp(&other.task));
        let waits: Option<Vec<Wait>> = pending.into_iter().map(|lane| wait(log, cursor, &picture, lane)).collect();
        let waits = waits.filter(|waits| !waits.is_empty())?;
        let circles = circles::among(&waits);
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
        On::NextIteration | On::Timer { .. } | On::Request(_) | On::Worker { .. } | On::Job | On::Input => return None,
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
    let changes = cursor.past(log).iter().filter_map(|event| {
        let What::ResourceChanged { resource, change, .. } = event.what else { return None };
        (resource == queue).then_some(change)
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
