//! The page: a state, a pure function that changes it, and components that show a part of it each.
//!
//! The rooms, from the smallest parts to the whole page. `tests/layers.rs` says which may name which.

mod controls;
mod course;
mod lab;
mod model;
mod page;
mod panels;
mod player;
mod timeline;
mod widgets;

pub use page::app::App;
