//! The part of the page's address after `#`: read, written and watched.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

/// The current text after `#`.
#[must_use]
pub fn get() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Replaces the text after `#` without a new entry in the browser's history.
pub fn replace(address: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{address}")));
    }
}

/// Goes to an address within the page, as a link does.
pub fn go(address: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(address);
    }
}

/// The whole address, for copying.
#[must_use]
pub fn whole() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// Calls `then` when the reader goes to another address within the page.
#[must_use]
pub fn on_change(then: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| then()))
}
