//! Loopscope: a web page that runs asyncio programs and shows every task live on a time axis.
//!
//! The top-level modules (rooms), in reading order. Each may import only some of those above it; `tests/layers.rs` has
//! the table and checks it.
//!
//! - [`trace`]: the log of a run as plain data, and the pictures and figures derived from it;
//! - [`asyncio`]: the event loop and asyncio's API in logical time, without a clock or a browser;
//! - [`aiohttp`]: a client for real requests, with aiohttp's API;
//! - [`text`]: every text of the page, in English and French;
//! - [`program`]: programs that can be run, of the course or of a reader: parameters, values, source;
//! - [`scenarios`]: the programs of the course, and their list;
//! - [`host`]: the browser's interfaces: clock, timers, storage, address, requests;
//! - [`app`]: the page.

#[macro_use]
mod registry;

pub mod aiohttp;
pub mod app;
pub mod asyncio;
pub mod host;
#[macro_use]
pub mod program;
pub mod scenarios;
pub mod text;
pub mod trace;
