//! The course as text: contents, chapters, exercises, explanations, glossary.

pub mod contents;
pub mod door;
pub mod exercise;
pub mod later;
pub mod prose;
pub mod reading;
pub mod readings;
pub mod results;
pub mod search;
pub mod tries;
pub mod words;
