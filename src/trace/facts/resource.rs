//! What the log says about a resource: a lock, a queue and the like.

use serde::Serialize;

/// A resource that tasks wait for, such as a lock or a queue, numbered by creation from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct ResourceId(pub u32);

impl ResourceId {
    /// The resource's index in a list of all resources, in the order of creation.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The method that a task waits in, by its Python name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Waits for a permit or a lock.
    Acquire,
    /// Waits to be notified, for a flag to be set, or for the other tasks of a barrier.
    Wait,
    /// Waits for an item.
    Get,
    /// Waits for room in a queue.
    Put,
    /// Waits until the work on every item is done.
    Join,
}

impl Method {
    /// The method's Python name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Acquire => "acquire",
            Self::Wait => "wait",
            Self::Get => "get",
            Self::Put => "put",
            Self::Join => "join",
        }
    }
}

/// A change of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A task acquired a permit or the lock.
    Acquired,
    /// A task released a permit or the lock.
    Released,
    /// A task put an item into the queue.
    Put,
    /// A task took an item out of the queue.
    Got,
    /// A task called `task_done` for an item.
    Done {
        /// The number of unfinished items.
        left: u32,
    },
    /// The queue was shut down.
    ShutDown,
    /// The flag was set.
    Set,
    /// The flag was cleared.
    Cleared,
    /// `notify` was called.
    Notified {
        /// The number of tasks that were notified.
        tasks: u32,
    },
    /// The last task of a barrier arrived, and all of them go on.
    Opened,
    /// A barrier was reset or broken. The tasks that wait get `BrokenBarrierError`.
    Aborted,
}
