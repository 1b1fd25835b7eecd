//! What is left to do when our own code breaks: say so in the page, and say how to go on.

use std::panic;

/// The element that `index.html` keeps for this, hidden until then, with its words in both languages.
const PANEL: &str = "panic";

/// The element in it that takes the message.
const MESSAGE: &str = "panic-message";

/// From now on, a panic is written to the console and shown in the page; the page itself cannot go on after one.
pub fn show_in_page() {
    panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        web_sys::console::error_1(&message.as_str().into());
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        if let Some(element) = document.get_element_by_id(MESSAGE) {
            element.set_text_content(Some(&message));
        }
        if let Some(panel) = document.get_element_by_id(PANEL) {
            let _ = panel.remove_attribute("hidden");
        }
    }));
}
