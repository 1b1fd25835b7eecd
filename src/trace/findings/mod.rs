//! Findings about a whole run, and about two compared runs.

pub mod computation;
pub mod conversation;
pub mod difference;
pub mod links;
pub mod output;
pub mod overlap;
pub mod prediction;
pub mod report;
pub mod results;
pub mod series;
pub mod step;
pub mod story;
pub mod stuck;
