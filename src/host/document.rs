//! The document: its language, colours and title, and what the reader's browser prefers.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Object;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, KeyboardEvent};

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

/// The least distance of the element of [`keep_in_view`] from the right edge, in pixels; on the left it is doubled.
const EDGE: f64 = 88.0;

/// Scrolls the box sideways until the element in it is visible.
pub fn keep_in_view(box_id: &str, element_id: &str) {
    let (Some(outer), Some(inner)) = (element(box_id), element(element_id)) else { return };
    if outer.scroll_width() <= outer.client_width() {
        return;
    }
    let (frame, place) = (outer.get_bounding_client_rect(), inner.get_bounding_client_rect().left());
    let too_far = (place - (frame.right() - EDGE)).max(0.0) + (place - (frame.left() + 2.0 * EDGE)).min(0.0);
    // A scroll position is a whole number of pixels, far below 2^31.
    #[allow(clippy::cast_possible_truncation)]
    outer.set_scroll_left(outer.scroll_left() + too_far as i32);
}

/// Scrolls the boxes around the element with this id, not the page, until it and two lines on each side are visible.
pub fn reveal(id: &str) {
    let Some(inner) = element(id) else { return };
    let box_of = |inside: &web_sys::Element| inside.closest("[data-scrolls]").ok().flatten();
    let mut outer = box_of(&inner);
    while let Some(around) = outer {
        let (frame, place) = (around.get_bounding_client_rect(), inner.get_bounding_client_rect());
        let beside = (2.0 * place.height()).min(frame.height() / 4.0);
        let (above, below) = (place.top() - beside - frame.top(), place.bottom() + beside - frame.bottom());
        #[allow(clippy::cast_possible_truncation)] // far fewer than 2^31 pixels
        around.set_scroll_top(around.scroll_top() + (above.min(0.0) + below.max(0.0)) as i32);
        outer = around.parent_element().as_ref().and_then(box_of);
    }
}

/// Scrolls so that what is `height` pixels below the top of the window moves to the middle of the window.
pub fn scroll_page_to(element: &web_sys::Element, height: f64) {
    scroll_page_by(element, height - window_height() / 2.0);
}

/// The window's height, in pixels.
#[must_use]
pub fn window_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// Scrolls down by this many pixels: the page, or only the column around this element.
pub fn scroll_page_by(element: &web_sys::Element, down: f64) {
    // A wide page has columns that scroll; a narrow one scrolls as a whole.
    let column = element.closest("main").ok().flatten().filter(|main| main.scroll_height() > main.client_height());
    match (column, web_sys::window()) {
        #[allow(clippy::cast_possible_truncation)] // a page has far fewer than 2^31 pixels
        (Some(column), _) => column.set_scroll_top(column.scroll_top() + down.round() as i32),
        (None, Some(window)) => window.scroll_by_with_x_and_y(0.0, down),
        (None, None) => {}
    }
}

/// The height of the first element that the selector finds within another, in pixels.
#[must_use]
pub fn height_within(outer: &web_sys::Element, selector: &str) -> Option<f64> {
    Some(outer.query_selector(selector).ok()??.get_bounding_client_rect().height())
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
