//! asyncio's functions over the loop: `gather`, `wait`, `timeout`, `sleep`, `run`.

pub(super) mod as_completed;
pub(super) mod coroutine;
pub(super) mod debug;
pub(super) mod gather;
pub(super) mod gathering;
pub(super) mod members;
pub(super) mod print;
pub(super) mod requests;
pub(super) mod run;
pub(super) mod shield;
pub(super) mod sleep;
pub(super) mod task_group;
pub mod time;
pub(super) mod timeout;
pub(super) mod to_thread;
pub(super) mod wait;
pub(super) mod wait_for;
