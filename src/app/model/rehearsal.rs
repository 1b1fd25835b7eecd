//! A rehearsal: the program of a run, run at once beforehand to learn how long the axis must be.

use crate::aiohttp::carrying_nothing;
use crate::asyncio::EventLoop;
use crate::trace::Seconds;

/// How many callbacks a rehearsal may take to find out how long the axis must be: it must not be felt.
const CALLBACKS: u32 = 5_000;

/// When the run ends; `None` if that takes too many callbacks. It sends no requests.
#[must_use]
pub fn end_of(event_loop: &EventLoop) -> Option<Seconds> {
    carrying_nothing(|| event_loop.run_at_most(CALLBACKS))
}
