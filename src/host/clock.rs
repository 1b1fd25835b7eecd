//! The browser's clock and its frames.

pub use gloo_render::{AnimationFrame, request_animation_frame};

/// Milliseconds since the page was opened; never goes back. Browsers round it, often to 0.1 ms. Without a browser, as in a
/// test, no time passes.
#[must_use]
pub fn now() -> f64 {
    if !cfg!(target_arch = "wasm32") {
        return 0.0;
    }
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
