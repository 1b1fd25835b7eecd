//! Locks and queues. They decide which task may continue, and in which order the others wait.
//!
//! Every wait here raises `RuntimeError` if a task has waited for the same object in another loop (`mixins.py`,
//! `_get_loop`). The functions do not repeat that in their documentation.

pub(super) mod barrier;
pub(super) mod condition;
pub(super) mod event;
pub(super) mod held;
pub(super) mod line;
pub(super) mod lock;
pub(super) mod queue;
pub(super) mod semaphore;
pub(super) mod shelf;
#[cfg(test)]
mod tests;
pub(super) mod tracked;
pub(super) mod unfinished;

pub use barrier::Barrier;
pub use condition::Condition;
pub use event::Event;
pub use held::{Held, Release};
pub use lock::Lock;
pub use semaphore::{BoundedSemaphore, Semaphore};
