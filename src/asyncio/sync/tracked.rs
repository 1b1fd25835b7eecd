//! The log entries of a resource, such as a lock or a queue.

use std::panic::Location;

use crate::asyncio::core::running::{running, with_running};
use crate::trace::{Change, Kind, Method, On, ResourceId, What};

/// A resource's number in the log. There is none for a resource created outside of a loop or inside another object.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tracked(Option<ResourceId>);

impl Tracked {
    /// A resource that is part of another object and not logged.
    pub(crate) const HIDDEN: Self = Self(None);

    /// Logs the creation of a resource. `size` is its capacity, `level` its number of free permits or of items.
    #[track_caller]
    pub(crate) fn new(class: Kind, size: Option<usize>, level: usize) -> Self {
        let Some(event_loop) = running() else { return Self::HIDDEN };
        let resource = event_loop.next_resource();
        let line = event_loop.line(Location::caller());
        let size = size.map(number);
        event_loop.note(What::ResourceMade { resource, class, size, level: number(level), line });
        Self(Some(resource))
    }

    /// Whether the resource is not logged.
    pub(crate) const fn is_hidden(self) -> bool {
        self.0.is_none()
    }

    /// For the log: what a task that waits in `method` waits for.
    pub(crate) fn on(self, method: Method) -> On {
        self.0.map_or(On::Future, |resource| On::Resource { resource, method })
    }

    /// Logs a change by the running task or by the loop, and the level after it.
    pub(crate) fn note(self, change: Change, level: usize) {
        if let Some(resource) = self.0 {
            let what = What::ResourceChanged { resource, change, level: number(level) };
            with_running(|event_loop| event_loop.note(what));
        }
    }
}

/// A count as a `u32`; a larger one gives `u32::MAX`.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
