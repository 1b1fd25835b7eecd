//! The page: its state, the reducer, and components that each render a part of the state.
//!
//! The modules, from the smallest parts to the whole page. `tests/layers.rs` has the allowed imports between them.

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
