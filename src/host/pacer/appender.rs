//! What appends to a track's log: an event loop in the page, or a producer outside it.

use std::rc::Rc;

use super::Phase;
use super::feed::{Elsewhere, FeedDue};
use crate::asyncio::{Due, EventLoop, Selector};
use crate::trace::{RunEnd, Seconds};

/// What appends to a track's log.
pub enum Appender {
    /// An event loop, before its first callback.
    Loop(EventLoop),
    /// A program that runs outside the page and sends its log.
    Elsewhere(Elsewhere),
}

/// What a track does next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ahead {
    /// Runs a callback that is due at this time.
    Callback(Seconds),
    /// Waits for an event outside its loop.
    Outside,
    /// Waits for more of its log: nothing is known after this time.
    Open(Seconds),
    /// Does nothing more: it has ended.
    Over(Phase),
}

impl Appender {
    /// What the track does next.
    #[must_use]
    pub fn ahead(&self) -> Ahead {
        let time = self.time();
        match self {
            Self::Loop(event_loop) => match event_loop.due() {
                Due::Now => Ahead::Callback(time),
                Due::At(when) => Ahead::Callback(when.max(time)),
                Due::Outside => Ahead::Outside,
                Due::Finished => Ahead::Over(Phase::Finished),
                Due::Stuck => Ahead::Over(Phase::Stuck),
            },
            Self::Elsewhere(elsewhere) => match elsewhere.due() {
                FeedDue::At(when) => Ahead::Callback(when),
                FeedDue::Open => Ahead::Open(time),
                FeedDue::Ended => Ahead::Over(match elsewhere.end() {
                    Some(RunEnd::Stuck(_)) => Phase::Stuck,
                    Some(RunEnd::Stopped | RunEnd::Limit { .. }) => Phase::Stopped,
                    Some(RunEnd::Done | RunEnd::Raised(_) | RunEnd::Exit(_)) | None => Phase::Finished,
                }),
            },
        }
    }

    /// Releases the events before the first callback. A loop has logged these when it was created.
    pub(super) fn settle(&self) {
        match self {
            Self::Loop(_) => {}
            Self::Elsewhere(elsewhere) => elsewhere.release_beginning(),
        }
    }

    /// The logical time after the last callback.
    #[must_use]
    pub fn time(&self) -> Seconds {
        match self {
            Self::Loop(event_loop) => event_loop.time(),
            Self::Elsewhere(elsewhere) => elsewhere.time().get(),
        }
    }

    /// Runs one callback of a loop, or releases the events of one callback of a log.
    pub fn turn(&self) {
        match self {
            Self::Loop(event_loop) => event_loop.turn(),
            Self::Elsewhere(elsewhere) => elsewhere.turn(),
        }
    }

    pub(super) fn within_iteration(&self) -> bool {
        match self {
            Self::Loop(event_loop) => event_loop.within_iteration(),
            Self::Elsewhere(elsewhere) => elsewhere.within_iteration(),
        }
    }

    pub(super) fn live_tasks(&self) -> usize {
        match self {
            Self::Loop(event_loop) => event_loop.live_tasks(),
            Self::Elsewhere(elsewhere) => elsewhere.live_tasks(),
        }
    }

    /// Asks the program to end: a loop's main task is cancelled, as by Ctrl+C.
    pub fn interrupt(&self) {
        match self {
            Self::Loop(event_loop) => event_loop.outside().interrupt(),
            Self::Elsewhere(elsewhere) => elsewhere.stop(),
        }
    }

    /// Sets `world` as the selector that is woken by outside events.
    pub(super) fn watch_with<W: Selector + 'static>(&self, world: W) {
        match self {
            Self::Loop(event_loop) => event_loop.watch_with(Rc::new(world)),
            Self::Elsewhere(elsewhere) => elsewhere.on_more(move || world.wake()),
        }
    }
}
