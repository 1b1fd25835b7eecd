//! The keyboard's focus: where it is, and where it moves.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{after_render, document};

/// Whether the keyboard's focus is in a text field, where a letter is text and not a shortcut.
#[must_use]
pub fn is_typing() -> bool {
    document()
        .and_then(|document| document.active_element())
        // The lab's editor is in a shadow root. From outside, only its host element is visible.
        .is_some_and(|element| {
            element.shadow_root().is_some() || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        })
}

/// Moves the keyboard's focus to the heading of the page that is shown.
pub fn focus_heading() {
    let heading = document().and_then(|document| document.query_selector("main h1").ok()?);
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // Only a script can focus the heading: the Tab key skips it.
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}

/// Moves the keyboard's focus to the first element that this selector finds, after the next render.
pub fn focus_first(selector: &'static str) {
    after_render(move || {
        let first = document().and_then(|document| document.query_selector(selector).ok()?);
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    });
}

/// Moves the keyboard's focus among the elements that a selector finds. `choose` gets the index of the focused one and
/// their number, and returns the next index. Returns false if none of them has the focus.
pub fn focus_among(selector: &str, choose: impl FnOnce(usize, usize) -> usize) -> bool {
    let Some(document) = document() else { return false };
    let Ok(all) = document.query_selector_all(selector) else { return false };
    let active = document.active_element();
    let at = |index: u32| all.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let here = (0..all.length()).find(|index| at(*index).is_some_and(|one| active.as_ref() == Some(one.as_ref())));
    let Some(here) = here else { return false };
    let index = choose(here as usize, all.length() as usize);
    u32::try_from(index).ok().and_then(at).is_some_and(|one| one.focus().is_ok())
}

/// Whether the keyboard's focus is within an element that this selector finds.
#[must_use]
pub fn is_within(selector: &str) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// Puts the keyboard's focus on the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id))
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let _ = element.focus();
    }
}

/// Moves the keyboard's focus to the element with this id, after the next render, which may create the element.
pub fn focus_next(id: &str) {
    let id = id.to_owned();
    after_render(move || focus(&id));
}
