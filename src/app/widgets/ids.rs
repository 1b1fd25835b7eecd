//! The ids of elements that one module renders and another one moves, focuses or fills.

/// The element whose property `--now` is the cursor's time.
pub const BOARD: &str = "board";
/// The display of the cursor's time.
pub const CLOCK: &str = "clock";
/// The cursor's time at the cursor itself.
pub const CURSOR_TIME: &str = "cursor-time";
/// The cursor, which is kept in view.
pub const CURSOR: &str = "cursor";
/// The inspector.
pub const INSPECTOR: &str = "inspector";
/// The main button: Run, Pause or Resume.
pub const RUN: &str = "run";
/// The run bar.
pub const RUN_BAR: &str = "run-bar";
/// The box of the timeline, which scrolls to keep the cursor in view.
pub const TIMELINE: &str = "timeline";
/// The dot of the heartbeat.
pub const HEART: &str = "heart";
/// The mark in the output and in the log at the cursor.
pub const HERE: &str = "here";
/// The choice of what a run is compared with.
pub const WITH: &str = "with";
/// The button that keeps a run. It gets the focus after a kept run was forgotten.
pub const KEEP: &str = "keep";
/// The element that the panel of an exercise fills.
pub const EXERCISE: &str = "exercise";
/// The element with the list of all exercises.
pub const EXERCISES: &str = "exercises";
/// The element that contains the lab's editor.
pub const EDITOR: &str = "editor";
