//! The page's run and its owner.

mod act;
pub mod effects;
pub mod heartbeat;
pub mod open;
mod owner;
pub mod playback;
mod watch;
