//! Random programs: calls of asyncio as data, and an interpreter that runs them on our loop.
//!
//! `language.rs` defines programs; `generator.py` makes them from seeds, and `interpreter.py` runs them on
//! `CPython`. `make fuzz` compares new ones; the test in `../random_programs.rs` compares those in `programs.jsonl`.

#![allow(clippy::wildcard_enum_match_arm)] // an interpreter passes a statement on until a function knows it

pub mod acts;
pub mod interpreter;
pub mod language;
pub mod ready;
pub mod things;
pub mod value;
pub mod waits;
pub mod world;
