//! Who asked for a cancellation.

use serde::Serialize;

use super::task::TaskId;
use super::time::Seconds;

/// Who asked for a task's cancellation: a running task, or a callback of the loop on behalf of a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Asker {
    /// The loop, when `asyncio.run` cancels the remaining tasks, or a callback that belongs to no task.
    #[default]
    Loop,
    /// A running task.
    Task(TaskId),
    /// A timeout that expired.
    Timeout {
        /// The task that runs the block with the timeout.
        task: TaskId,
        /// When the timeout expired, in logical time. The request itself is later if a task held the thread at that
        /// time.
        when: Seconds,
    },
    /// A `TaskGroup` in which this task has failed.
    Group(TaskId),
}

impl Asker {
    /// The task that made the request, or on whose behalf the loop made it; `None` if there is no such task.
    #[must_use]
    pub const fn task(self) -> Option<TaskId> {
        match self {
            Self::Loop => None,
            Self::Task(task) | Self::Timeout { task, .. } | Self::Group(task) => Some(task),
        }
    }
}
