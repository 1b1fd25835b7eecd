//! The controls before and during a run: parameters, run bar, comparison, prediction.

pub mod ask;
pub mod field;
pub mod folded;
pub mod heartbeat;
pub mod list_field;
pub mod parameters;
pub mod predict;
pub mod refusals;
pub mod run_bar;
pub mod said;
pub mod seed;
pub mod versus;
