//! The loop, its futures and its tasks.
//!
//! These files name one another in cycles, as `base_events.py`, `futures.py` and `tasks.py` do: a task awaits futures,
//! a future schedules the callbacks of tasks, and the loop runs both. No other room of asyncio has a cycle.

pub(super) mod awaitable;
pub(super) mod awaiting;
pub(super) mod base;
pub(super) mod callbacks;
pub(super) mod cancel;
pub(super) mod cells;
pub(super) mod closing;
pub(super) mod event_loop;
pub(super) mod exception_handler;
pub(super) mod future;
pub(super) mod garbage;
pub(super) mod handle;
pub(super) mod outside;
#[cfg(test)]
mod report;
pub(super) mod running;
pub(super) mod scheduled;
pub(super) mod suspension;
pub(super) mod task;
pub(super) mod task_cell;
pub(super) mod task_steps;
pub(super) mod tasks;
pub(super) mod timers;
pub(super) mod turn;
pub(super) mod unawaited;
pub(super) mod waitable;
pub(super) mod waiter;
pub(super) mod worker;
