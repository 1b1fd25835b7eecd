//! The whole page: its frame, its views, and the hooks that connect them.

mod addressed;
pub mod app;
pub mod keys;
mod notices;
mod parts;
mod preferences;
pub mod scenario_page;
mod scenario_panels;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
pub mod top_bar;
pub mod welcome;
