//! The document: its language, colours, title and elements, and the preferences of the browser.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Object;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, KeyboardEvent};

pub use self::focus::{focus, focus_among, focus_first, focus_heading, focus_next, is_typing, is_within};
pub use self::scroll::{height_within, keep_in_view, reveal, scroll_page_by, scroll_page_to, window_height};

mod focus;
mod scroll;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// Sets the document's language.
pub fn set_language(code: &str) {
    if let Some(root) = root() {
        root.set_lang(code);
    }
}

/// Sets the colour scheme that the reader chose; `None` leaves the choice to the system.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = root() {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Sets the title of the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The reader's preferred languages, the most preferred one first.
#[must_use]
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|language| language.as_string()).collect()
}

/// Whether the reader asked for less motion.
#[must_use]
pub fn reduced_motion() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?)
        .is_some_and(|query| query.matches())
}

/// Whether a page of another origin shows this one in a frame. The browser does not reveal which page it is.
#[must_use]
pub fn is_framed() -> bool {
    let Some(mut window) = web_sys::window() else { return false };
    loop {
        match window.parent() {
            Ok(Some(parent)) if Object::is(&parent, &window) => return false,
            Ok(Some(parent)) if parent.location().href().is_ok() => window = parent,
            Ok(None) => return false,
            Ok(Some(_)) | Err(_) => return true,
        }
    }
}

/// Whether the page's tab is hidden.
#[must_use]
pub fn hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Calls `then` whenever the page becomes hidden or visible; the argument is true if it is hidden.
pub(super) fn on_visibility_change(then: impl Fn(bool) + 'static) -> Option<EventListener> {
    let document = document()?;
    Some(EventListener::new(&document, "visibilitychange", move |_| then(hidden())))
}

/// Calls `then` for every key pressed in the page. If it returns true, the browser's own action is prevented.
#[must_use]
pub fn on_key(then: impl Fn(&KeyboardEvent) -> bool + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let document = document()?;
    Some(EventListener::new_with_options(&document, "keydown", options, move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>()
            && then(key)
        {
            event.prevent_default();
        }
    }))
}

/// Whether a key was pressed without Ctrl, Meta and Alt. With one of them it belongs to the browser or the system.
#[must_use]
pub fn is_plain(event: &KeyboardEvent) -> bool {
    !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}

/// Calls `then` after the next render.
pub fn after_render(then: impl FnOnce() + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        // The caller may queue the render, a microtask, only after this call. This await queues a later microtask.
        let turn = js_sys::Promise::resolve(&wasm_bindgen::JsValue::UNDEFINED);
        let _ = wasm_bindgen_futures::JsFuture::from(turn).await;
        then();
    });
}

/// Writes `text` to the clipboard; returns false if the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    if !window.is_secure_context() {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Sets a custom property (CSS) of the element with this id, without a render.
pub fn set_property(id: &str, name: &str, value: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id))
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let _ = element.style().set_property(name, value);
    }
}

/// Sets a custom property (CSS) of the whole page.
pub fn set_page_property(name: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.style().set_property(name, value);
    }
}

/// The value that [`set_property`] gave this element, if any.
#[must_use]
pub fn property(id: &str, name: &str) -> Option<String> {
    let element = element(id)?.dyn_into::<HtmlElement>().ok()?;
    element.style().get_property_value(name).ok().filter(|value| !value.is_empty())
}

/// Sets the text of the element with this id, without a render. The element has one text node and no other child.
pub fn set_text(id: &str, text: &str) {
    if let Some(node) = document().and_then(|document| document.get_element_by_id(id)).and_then(|it| it.first_child()) {
        node.set_node_value(Some(text));
    }
}

/// The element with this id.
#[must_use]
pub fn element(id: &str) -> Option<web_sys::Element> {
    document()?.get_element_by_id(id)
}

/// Calls `then` on every event of this name at the window.
#[must_use]
pub fn on_window(kind: &'static str, then: impl Fn(&web_sys::Event) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, kind, move |event| then(event)))
}

/// Clicks the element with this id.
pub fn click(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}
