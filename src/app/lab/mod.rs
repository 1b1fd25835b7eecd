//! The lab: the reader's own program, which is edited, stored, run by `CPython` and shown like a scenario.

pub mod asking;
pub mod bar;
pub mod comparing;
pub mod desk;
pub mod divider;
pub mod ending;
pub mod entrance;
pub mod exercise;
pub mod kept;
pub mod keys;
pub mod link;
pub mod name_field;
pub mod notes;
pub mod opening;
pub mod predicting;
pub mod present;
pub mod problems;
pub mod row;
pub mod running;
pub mod seen;
pub mod spans;
pub mod traceback;
pub mod view;
