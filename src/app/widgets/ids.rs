//! The ids of elements that one room renders and another finds: to move, to focus or to fill past the renderer.

/// The element whose `--now` follows the clock between two renders.
pub const BOARD: &str = "board";
/// An element whose text follows the clock.
pub const CLOCK: &str = "clock";
/// The text at the cursor, which follows the clock as well.
pub const CURSOR_TIME: &str = "cursor-time";
/// The cursor, which stays in view while the clock goes on.
pub const CURSOR: &str = "cursor";
/// What is said of the selected task.
pub const INSPECTOR: &str = "inspector";
/// The button Run.
pub const RUN: &str = "run";
/// The bar with Run, which stays in sight.
pub const RUN_BAR: &str = "run-bar";
/// The box that scrolls so that the cursor stays in view.
pub const TIMELINE: &str = "timeline";
/// The dot that moves with the page's frames.
pub const HEART: &str = "heart";
/// The place in the output up to which the cursor has come.
pub const HERE: &str = "here";
/// The choice of what a run is compared with.
pub const WITH: &str = "with";
/// The button that keeps a run. Focus goes there from a kept run that is forgotten.
pub const KEEP: &str = "keep";
/// The element that the lab's editor fills.
pub const EDITOR: &str = "editor";
