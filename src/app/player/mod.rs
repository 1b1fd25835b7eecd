//! The run of the page and its owner.

pub mod heartbeat;
pub mod open;
pub mod owner;
pub mod playback;
