//! Loopscope: a page that shows asyncio code run, every task live on a time axis.
//!
//! The rooms, in the order in which a stranger should read them. Each may name the ones above it, as
//! `tests/layers.rs` says in a table and checks.
//!
//! - [`trace`]: what happened in a run, as plain data, and the pictures and figures that follow from it;
//! - [`asyncio`]: the event loop and asyncio's vocabulary, in logical time, without clock or browser;
//! - [`aiohttp`]: a client for real requests, in aiohttp's words;
//! - [`text`]: every word that a person reads, in English and French;
//! - [`program`]: what can be run, whoever wrote it: parameters, values, source;
//! - [`scenarios`]: the programs of the course, and their list;
//! - [`host`]: the door to the browser: clock, timers, storage, address, requests;
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
