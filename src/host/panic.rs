//! Handles a panic of our own code: shows its message in the page, next to a link that reloads the page.

use std::panic::PanicHookInfo;

/// The id of the element of `index.html` that is shown after a panic. It has the message in both languages.
const PANEL: &str = "panic";

/// The id of the element within [`PANEL`] that shows the panic's own message.
const MESSAGE: &str = "panic-message";

/// Writes a panic to the console and shows it in the page. The program does not continue after it.
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
