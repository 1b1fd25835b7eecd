//! The lab: the reader's own program, written, kept, run by `CPython` beside the page, and shown as a scenario is.

pub mod bar;
pub mod comparing;
pub mod course;
pub mod desk;
pub mod divider;
pub mod ending;
pub mod kept;
pub mod keys;
pub mod notes;
pub mod opening;
pub mod present;
pub mod problems;
pub mod seen;
pub mod view;
