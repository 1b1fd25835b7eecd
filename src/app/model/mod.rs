//! The model: the page's state as data, its reducer, the address, runs, kept runs and predictions.

pub mod action;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod addresses;
pub mod against;
pub mod choices;
pub mod consent;
pub mod given;
pub mod guess;
pub mod kept;
pub mod lab;
pub mod place;
pub mod problem;
pub mod rehearsal;
pub mod route;
pub mod run;
#[cfg(all(test, not(target_arch = "wasm32")))]
pub mod sample;
pub mod state;
pub mod wish;
