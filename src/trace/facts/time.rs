//! Logical time: its type and the resolution of the loop's clock.

/// A logical time or a duration, in seconds, with `CPython`'s own floating-point arithmetic.
pub type Seconds = f64;

/// The resolution that `CPython` gives its clock, in seconds: a timer is due when `when < time() + 1e-9`
/// (`base_events.py`, `_run_once`).
pub const CLOCK_RESOLUTION: Seconds = 1e-9;
