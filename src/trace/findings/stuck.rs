//! Deadlocks: which tasks wait for ever, for what, and for which other tasks.

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

/// The waiting tasks of a run in which no task can go on. A scheduled callback without a task may still go on, and the
/// log does not contain it. So the run is stuck only if its log is also complete.
#[derive(Clone, Debug, PartialEq)]
pub struct Stuck {
    /// Every unfinished task in the order of creation, with what it waits for.
    pub waits: Vec<Wait>,
    /// The circles: each task waits for the next, and the last for the first. The task created first leads.
    pub circles: Vec<Vec<TaskId>>,
}

/// What one task waits for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wait {
    /// The waiting task.
    pub task: TaskId,
    /// What would let the task go on.
    pub lacks: Lacks,
}

/// What would let a task go on.
#[derive(Clone, Debug, PartialEq)]
pub enum Lacks {
    /// The end of these tasks.
    Ends(Vec<TaskId>),
    /// A lock or permit. `holders` is empty if no task holds one, as for `Semaphore(0)`.
    Permit {
        /// The lock or semaphore.
        resource: ResourceId,
        /// The tasks that hold the lock or a permit.
        holders: Vec<TaskId>,
    },
    /// An item in this queue. No task puts one in.
    Item(ResourceId),
    /// Room in this queue. No task takes an item out.
    Room(ResourceId),
    /// `task_done` for the items of a queue.
    Work {
        /// The queue.
        resource: ResourceId,
        /// The number of unfinished items.
        left: u32,
    },
    /// The flag of an event, which no task sets.
    Flag(ResourceId),
    /// The notification of a condition, which no task sends.
    Notice(ResourceId),
    /// More tasks at a barrier.
    Parties {
        /// The barrier.
        resource: ResourceId,
        /// How many tasks wait at the barrier.
        come: usize,
        /// How many tasks the barrier needs.
        parties: Option<u32>,
    },
    /// The result of a bare future.
    Future,
}

impl Lacks {
    /// The tasks that could provide what is lacking.
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
    /// The waits at the cursor. `None` if every task has ended, or if one can go on: it is ready or running, or it
    /// waits for a timer, a worker, input or the network.
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

    /// The chain of waits from `task`: each task waits for the next one. If a task waits for several, the chain follows
    /// the first of them. The chain ends at a task that waits for no task, or before the first repetition.
    #[must_use]
    pub fn chain(&self, task: TaskId) -> Vec<TaskId> {
        let place = |task: TaskId| self.waits.binary_search_by_key(&task, |wait| wait.task).ok();
        let (mut chain, mut seen) = (vec![task], vec![false; self.waits.len()]);
        let mut at = place(task);
        while let Some(here) = at {
            seen[here] = true;
            let Some(next) = self.waits[here].lacks.of_tasks().first() else { break };
            at = place(*next);
            if at.is_some_and(|next| seen[next]) {
                break;
            }
            chain.push(*next);
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

/// The number of unfinished items of a queue: every item put in counts until `task_done`.
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
