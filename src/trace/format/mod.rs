//! The log's file format, described in docs/log-format.md: read in batches, written as a whole.

mod event_lines;
mod fields;
mod kinds;
mod lines;
mod made;
mod problem;
mod reader;
mod writer;

pub use problem::{Problem, Why};
pub use reader::{Reader, read};
pub use writer::write;

/// The version that is written, and the newest one that is read.
pub const VERSION: u32 = 1;

/// The first word of a log.
const MAGIC: &str = "loopscope";

#[cfg(test)]
mod tests;
