//! The run of the page and its owner.

pub mod heartbeat;
pub mod owner;
pub mod playback;
pub mod rehearsal;
