//! One event of a run, as plain data.

use std::rc::Rc;

use serde::Serialize;

use super::asker::Asker;
use super::kinds::{Kind, Waiter};
use super::line::Line;
use super::request::{RequestId, Stage};
use super::resource::{Change, Method, ResourceId};
use super::task::{Name, TaskId};
use super::text::Text;
use super::time::Seconds;

/// What a suspended task waits for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum On {
    /// Its next turn: a bare yield, as `sleep(0)` does.
    NextIteration,
    /// A timer.
    Timer {
        /// When the timer is due.
        until: Seconds,
    },
    /// The end of another task.
    Task(TaskId),
    /// These tasks.
    Tasks {
        /// Who waits for them.
        by: Waiter,
        /// Which.
        tasks: Rc<[TaskId]>,
    },
    /// Its turn at a lock, a queue and the like.
    Resource {
        /// At which.
        resource: ResourceId,
        /// In which method.
        method: Method,
    },
    /// A request to the network.
    Request(RequestId),
    /// A blocking function in a worker.
    Worker {
        /// When it will be done.
        until: Seconds,
        /// For how long of that it computes; the rest it sleeps.
        computes: Seconds,
    },
    /// A blocking function in a worker, of which nobody can know when it will be done.
    Job,
    /// A line that the reader types, as `input()` does.
    Input,
    /// A bare future.
    Future,
}

impl On {
    /// The tasks whose ends it names.
    #[must_use]
    pub fn tasks(&self) -> &[TaskId] {
        match self {
            Self::Task(task) => std::slice::from_ref(task),
            Self::Tasks { tasks, .. } => tasks,
            Self::NextIteration
            | Self::Timer { .. }
            | Self::Resource { .. }
            | Self::Request(_)
            | Self::Worker { .. }
            | Self::Job
            | Self::Input
            | Self::Future => &[],
        }
    }
}

impl On {
    /// When the wait is known to end, if it is.
    #[must_use]
    pub const fn until(&self) -> Option<Seconds> {
        match self {
            Self::Timer { until } | Self::Worker { until, .. } => Some(*until),
            Self::NextIteration
            | Self::Task(_)
            | Self::Tasks { .. }
            | Self::Resource { .. }
            | Self::Request(_)
            | Self::Job
            | Self::Input
            | Self::Future => None,
        }
    }
}

/// How a task ended.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// It returned this value, written as [`crate::asyncio::Repr`] says.
    Returned(Text),
    /// It raised an exception.
    Failed {
        /// The exception's class, such as `ValueError`.
        class: Text,
        /// Its message, which may be empty.
        message: Text,
    },
    /// It was cancelled and let that happen.
    Cancelled,
    /// It was pending when nothing referred to it any more, and was destroyed.
    Destroyed,
}

/// asyncio's warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// A coroutine was made, and nobody awaited it.
    NeverAwaited,
    /// A task or a future failed, and nobody asked why.
    NeverRetrieved,
    /// A task was pending when nothing referred to it any more.
    Destroyed,
    /// A left-over task failed while `asyncio.run` waited for it.
    Unhandled,
    /// A callback failed.
    Callback,
    /// A callback held the thread for long, in debug mode.
    Slow,
    /// Python warned of something else, such as a deprecation.
    Other,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The task was made; its first step waits in the ready queue.
    Created {
        /// The task that made it; the main task has none.
        parent: Option<TaskId>,
        /// Its name.
        name: Name,
        /// Where it was made.
        line: Line,
    },
    /// The task was given another name.
    Renamed(Name),
    /// The event loop entered the task. It leaves it at the next `Suspended` or `Finished`.
    StepBegan,
    /// The task handed the thread back.
    Suspended {
        /// What it waits for.
        on: On,
        /// Where it waits.
        line: Line,
    },
    /// What the task waited for has come; its next step waits in the ready queue.
    Ready,
    /// The task holds the thread until then, and nobody else can run.
    Blocked {
        /// When the thread is free again.
        until: Seconds,
        /// Whether it computes; else it sleeps (`time.sleep`).
        computes: bool,
        /// Where it blocks.
        line: Line,
    },
    /// The task printed a line.
    Printed(Text),
    /// asyncio warned, in these words.
    Warned {
        /// Of what.
        warning: Warning,
        /// The words.
        message: Text,
    },
    /// Somebody asked for the task's cancellation: a request, not yet an end.
    CancelRequested {
        /// Who asked.
        by: Asker,
    },
    /// The cancellation was raised at the await where the task was suspended.
    CancelDelivered {
        /// That await.
        line: Line,
    },
    /// One request for the task's cancellation was taken back, as a timeout does that has made its own into a
    /// `TimeoutError`.
    CancelWithdrawn,
    /// A lock, a queue or the like was made.
    ResourceMade {
        /// Its number.
        resource: ResourceId,
        /// Its class.
        class: Kind,
        /// The number that it was made with.
        size: Option<u32>,
        /// Its level: free permits, items, 1 for a flag that is up.
        level: u32,
        /// Where it was made.
        line: Line,
    },
    /// A request that the task asked for has gone on.
    Requested {
        /// Which.
        request: RequestId,
        /// How far it is.
        stage: Stage,
    },
    /// A resource is no longer as it was.
    ResourceChanged {
        /// Which.
        resource: ResourceId,
        /// What became of it.
        change: Change,
        /// Its level from now on.
        level: u32,
    },
    /// The task ended.
    Finished(End),
}

/// One entry of the log. Its sequence number is its place there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// When, in logical time.
    pub time: Seconds,
    /// Whom it concerns.
    pub task: TaskId,
    /// During which callback of the event loop, counted from 1; 0 before the first.
    pub callback: u32,
    /// What happened.
    pub what: What,
}

/// What `trace/facts/events.rs` and the pacer say of their sizes is reckoned with this one.
#[cfg(target_arch = "wasm32")]
const _: () = assert!(size_of::<Event>() == 48);
