//! Who asks for a cancellation.

use serde::Serialize;

use super::task::TaskId;
use super::time::Seconds;

/// Who asks for a task's cancellation: a running task, or a callback of the loop, on whose behalf it asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Asker {
    /// The loop itself, at its end, or a callback that belongs to no task.
    #[default]
    Loop,
    /// This task.
    Task(TaskId),
    /// A limit that has run out.
    Timeout {
        /// The task that runs the block under the limit.
        task: TaskId,
        /// When the limit is; a thread that was held makes it ask later.
        when: Seconds,
    },
    /// A `TaskGroup` in which this task has failed.
    Group(TaskId),
}

impl Asker {
    /// The task that the request leads back to.
    #[must_use]
    pub const fn task(self) -> Option<TaskId> {
        match self {
            Self::Loop => None,
            Self::Task(task) | Self::Timeout { task, .. } | Self::Group(task) => Some(task),
        }
    }
}
