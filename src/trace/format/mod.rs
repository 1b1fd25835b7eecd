//! The log's file format, as docs/log-format.md has it: read in pieces, written whole.

mod fields;
mod kinds;
mod problem;
mod reader;
mod writer;

pub use problem::{Problem, Why};
pub use reader::{Reader, read};
pub use writer::write;

/// The newest version that is read, and the one that is written.
pub const VERSION: u32 = 1;

/// The word that a log begins with.
const MAGIC: &str = "loopscope";

#[cfg(test)]
mod tests;
