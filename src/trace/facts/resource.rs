//! What the log says of a lock, a queue and the like.

use serde::Serialize;

/// A lock, a queue or another thing that tasks wait for: the number of its making, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct ResourceId(pub u32);

impl ResourceId {
    /// Its place in a list of all by their making.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The method in which a task waits, by its Python name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// For a permit or a lock.
    Acquire,
    /// To be notified, for a flag, for the others.
    Wait,
    /// For an item.
    Get,
    /// For room.
    Put,
    /// For the work on every item.
    Join,
}

impl Method {
    /// Its name in Python.
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

/// What became of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A task took a permit, or the lock.
    Acquired,
    /// A task gave it back.
    Released,
    /// A task put an item in.
    Put,
    /// A task took an item out.
    Got,
    /// The work on an item is done; on so many it is not.
    Done {
        /// How many are left.
        left: u32,
    },
    /// The queue was shut down.
    ShutDown,
    /// The flag went up.
    Set,
    /// The flag came down.
    Cleared,
    /// So many tasks were told to look again.
    Notified {
        /// How many.
        tasks: u32,
    },
    /// The last task of a barrier has come, and all go on.
    Opened,
    /// A barrier was reset or broken: who waits is sent away.
    Aborted,
}
