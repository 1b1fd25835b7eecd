//! The panels next to and below the timeline: outcome, log, code, explanation, table, inspector, legend.

pub mod chart;
pub mod code;
pub mod effort;
pub mod explanation;
pub mod gain;
pub mod highlight;
pub mod inspector;
pub mod kept_runs;
pub mod legend;
pub mod links;
pub mod log_panel;
pub mod log_sieve;
pub mod outcome;
pub mod output;
pub mod proof;
pub mod report;
pub mod table;
pub mod tabs;
pub mod take;
pub mod talk;
pub mod variables;
pub mod verdict;
