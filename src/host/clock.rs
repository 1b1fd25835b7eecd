//! The browser's clock and its frames.

pub use gloo_render::{AnimationFrame, request_animation_frame};

/// Milliseconds since the page was opened. Never decreases. Browsers round it, often to 0.1 ms. Outside of a browser,
/// as in a native test, it is always 0.
#[must_use]
pub fn now() -> f64 {
    if !cfg!(target_arch = "wasm32") {
        return 0.0;
    }
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
