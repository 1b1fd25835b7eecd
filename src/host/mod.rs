//! Access to the browser: its clock, timers, frames, storage, address, clipboard, requests and worker.
//!
//! Only this module, [`crate::app`] and `main.rs` name gloo, web-sys or wasm-bindgen. No call panics if a browser
//! refuses storage or the clipboard: the result is empty.

pub mod address;
pub mod clock;
pub mod date;
pub mod dice;
pub mod document;
pub mod editor;
pub mod engine;
pub mod exercises;
pub mod fetch;
pub mod files;
mod js;
mod metronome;
mod network;
pub mod offline;
pub mod pacer;
pub mod panic;
pub mod part;
pub mod storage;
pub mod turn;

pub use metronome::{Lateness, Metronome};
pub use network::Network;
pub use pacer::{Effort, Pace, Pacer, Phase, Progress, WORKER};
