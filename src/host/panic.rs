//! What is left to do when our own code breaks: say so in the page, and say how to go on.

use std::panic::PanicHookInfo;

/// The element that `index.html` keeps for this, hidden until then, with its words in both languages.
const PANEL: &str = "panic";

/// The element in it that takes the message.
const MESSAGE: &str = "panic-message";

/// Writes a panic to the console and shows it in the page, which cannot go on after it.
pub fn show_in_page(info: &PanicHookInfo<'_>) {
    let message = info.to_string();
    web_sys::console::error_1(&message.as_str().into());
    if let Some(element) = super::document::element(MESSAGE) {
        element.set_text_content(Some(&message));
    }
    if let Some(panel) = super::document::element(PANEL) {
        let _ = panel.remove_attribute("hidden");
    }
}
