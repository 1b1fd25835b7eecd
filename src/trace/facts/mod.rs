//! What happened in a run, as data: events, the log that holds them, and a cursor in the log.

pub mod annex;
pub mod asker;
pub mod cursor;
pub mod decimal;
pub mod event;
pub mod events;
pub mod fixed;
pub mod kinds;
pub mod line;
pub mod log;
pub mod note;
pub mod order;
pub mod request;
pub mod resource;
pub mod stride;
pub mod task;
pub mod text;
pub mod time;
