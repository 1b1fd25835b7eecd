//! Random programs: asyncio's words as data, and an interpreter that runs them on our loop.
//!
//! `language.rs` says what a program may say; `generator.py` makes programs from seeds, and `interpreter.py` runs them on
//! `CPython`. `make fuzz` compares fresh ones; the test in `../random_programs.rs` compares those in `programs.jsonl`.

pub mod acts;
pub mod interpreter;
pub mod language;
pub mod ready;
pub mod things;
pub mod value;
pub mod waits;
pub mod world;
