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
    /// The next iteration of the loop: a bare yield, as in `sleep(0)`.
    NextIteration,
    /// A timer.
    Timer {
        /// When the timer is due.
        until: Seconds,
    },
    /// The end of another task.
    Task(TaskId),
    /// The ends of these tasks.
    Tasks {
        /// The function that waits for them.
        by: Waiter,
        /// The tasks.
        tasks: Rc<[TaskId]>,
    },
    /// A resource: a lock, a queue and the like.
    Resource {
        /// The resource.
        resource: ResourceId,
        /// The method that waits.
        method: Method,
    },
    /// The answer to a request.
    Request(RequestId),
    /// A blocking function in a worker thread, whose duration is known.
    Worker {
        /// When the function will return.
        until: Seconds,
        /// For how many seconds the function computes. For the rest of its duration it sleeps.
        computes: Seconds,
    },
    /// A blocking function in a worker thread, whose duration is not known.
    Job,
    /// A line that the reader types, as `input()` does.
    Input,
    /// A bare future.
    Future,
}

impl On {
    /// The tasks whose end is waited for.
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
    /// When the wait will end, if that is known.
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
    /// The task returned this value, written as Python's `repr` does ([`crate::asyncio::Repr`]).
    Returned(Text),
    /// The task raised an exception.
    Failed {
        /// The exception's class, such as `ValueError`.
        class: Text,
        /// Its message, which may be empty.
        message: Text,
    },
    /// The task ended with `CancelledError`.
    Cancelled,
    /// The task was garbage-collected while it was pending.
    Destroyed,
}

/// asyncio's warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// A coroutine was created but never awaited.
    NeverAwaited,
    /// A task or future failed, and its exception was never retrieved.
    NeverRetrieved,
    /// A pending task was garbage-collected.
    Destroyed,
    /// A task that `asyncio.run` cancelled at the end of the program raised another exception.
    Unhandled,
    /// A callback raised an exception.
    Callback,
    /// A callback held the thread for too long, in debug mode.
    Slow,
    /// Another warning of Python, such as a deprecation.
    Other,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The task was created. Its first step is in the ready queue.
    Created {
        /// The task that created it; `None` if no task did, as for the main task.
        parent: Option<TaskId>,
        /// Its name.
        name: Name,
        /// Where it was created.
        line: Line,
    },
    /// The task was given another name.
    Renamed(Name),
    /// The loop resumed the task. The step ends at the next `Suspended` or `Finished`.
    StepBegan,
    /// The task suspended itself and returned control to the loop.
    Suspended {
        /// What it waits for.
        on: On,
        /// Where it waits.
        line: Line,
    },
    /// The task's wait is over. Its next step is in the ready queue.
    Ready,
    /// The task holds the event loop's thread with a blocking call, so that nothing else runs.
    Blocked {
        /// When the call returns.
        until: Seconds,
        /// True if the call computes, false if it sleeps (`time.sleep`).
        computes: bool,
        /// Where the task blocks.
        line: Line,
    },
    /// The task printed a line.
    Printed(Text),
    /// asyncio or Python gave a warning.
    Warned {
        /// The kind of warning.
        warning: Warning,
        /// The text of the warning.
        message: Text,
    },
    /// A cancellation of the task was requested. The task has not ended yet.
    CancelRequested {
        /// Who requested it.
        by: Asker,
    },
    /// `CancelledError` was raised at the await where the task was suspended.
    CancelDelivered {
        /// The line of that await.
        line: Line,
    },
    /// One request for the task's cancellation was withdrawn (`Task.uncancel`). A timeout withdraws its request before
    /// it raises `TimeoutError`.
    CancelWithdrawn,
    /// A resource was created: a lock, a queue and the like.
    ResourceMade {
        /// The new resource.
        resource: ResourceId,
        /// The resource's class.
        class: Kind,
        /// The size that the constructor was given, if any.
        size: Option<u32>,
        /// The resource's level: free permits, items in a queue, 1 for a set flag.
        level: u32,
        /// Where it was created.
        line: Line,
    },
    /// A request of the task reached its next stage.
    Requested {
        /// The request.
        request: RequestId,
        /// The stage.
        stage: Stage,
    },
    /// The state of a resource changed.
    ResourceChanged {
        /// The resource.
        resource: ResourceId,
        /// What changed.
        change: Change,
        /// The level after the change.
        level: u32,
    },
    /// The task ended.
    Finished(End),
}

/// One entry of the log. Its index in the log is its sequence number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// When it happened, in logical time.
    pub time: Seconds,
    /// The task that it concerns.
    pub task: TaskId,
    /// The number of the loop's callback during which it happened, from 1; 0 before the first callback.
    pub callback: u32,
    /// What happened.
    pub what: What,
}

/// The figures about memory in `trace/facts/events.rs` and in the pacer are based on this size.
#[cfg(target_arch = "wasm32")]
const _: () = assert!(size_of::<Event>() == 48);
