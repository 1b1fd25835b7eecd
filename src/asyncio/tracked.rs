//! What the log is told of a lock, a queue and the like.

use std::panic::Location;

use super::event_loop::{self, with_running};
use crate::trace::{Change, Kind, Method, On, ResourceId, What};

/// A resource's number in the log; nothing for one that was made outside a loop, or that is part of another.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tracked(Option<ResourceId>);

impl Tracked {
    /// Part of something that is in the log itself.
    pub(crate) const HIDDEN: Self = Self(None);

    /// Enters a new resource into the log, with the number that it is made with and its level.
    #[track_caller]
    pub(crate) fn new(class: Kind, size: Option<usize>, level: usize) -> Self {
        let Some(event_loop) = event_loop::running() else { return Self::HIDDEN };
        let resource = event_loop.next_resource();
        let line = event_loop.line(Location::caller());
        let size = size.map(number);
        event_loop.note(What::ResourceMade { resource, class, size, level: number(level), line });
        Self(Some(resource))
    }

    /// Whether it is part of something else, or was made outside a loop.
    pub(crate) const fn is_hidden(self) -> bool {
        self.0.is_none()
    }

    /// What a task waits for that waits in this method.
    pub(crate) fn on(self, method: Method) -> On {
        self.0.map_or(On::Future, |resource| On::Resource { resource, method })
    }

    /// Logs what the running task, or the loop, changed.
    pub(crate) fn note(self, change: Change, level: usize) {
        if let Some(resource) = self.0 {
            let what = What::ResourceChanged { resource, change, level: number(level) };
            with_running(|event_loop| event_loop.note(what));
        }
    }
}

/// A count as the log keeps it.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
