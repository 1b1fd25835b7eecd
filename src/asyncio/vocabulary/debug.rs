//! asyncio's debug mode, as far as it reports slow callbacks.

use crate::asyncio::core::running::running;
use crate::trace::Seconds;

/// Switches debug mode on or off. In debug mode the loop warns of callbacks that block the thread for 0.1 s or longer
/// (`loop.set_debug`; `base_events.py`, `_run_once`; `semantics.md` rule 34).
///
/// # Panics
/// Outside a running loop.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, time};
///
/// async fn program() -> Outcome<()> {
///     asyncio::set_debug(true);
///     asyncio::sleep(0.0).await?; // debug mode applies from the next callback on
///     time::sleep(0.5);
///     Ok(())
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.0[3].to_string(), "0.500 main warned \"Executing <main> took 0.500 seconds\"");
/// ```
pub fn set_debug(debug: bool) {
    running().expect("no running event loop to debug").set_debug(debug);
}

/// Sets the duration in seconds from which debug mode calls a callback slow (`loop.slow_callback_duration`); 0.1 by
/// default.
///
/// # Panics
/// Outside a running loop.
pub fn set_slow_callback_duration(duration: Seconds) {
    running().expect("no running event loop to debug").set_slow_callback_duration(duration);
}
