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

/// Says in which language the page is.
pub fn set_language(code: &str) {
    if let Some(root) = root() {
        root.set_lang(code);
    }
}

/// Says which colours the reader chose; nothing leaves the choice to the system.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = root() {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Names the page in the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The languages that the reader's browser asks for, the dearest first.
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

/// Whether a page of another origin shows this one in a frame: a browser keeps the address of such a page to itself.
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

/// Whether the page lies in a tab that is not seen.
#[must_use]
pub fn hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Calls `then` when the page is hidden or seen again, with which of the two.
pub(super) fn on_visibility_change(then: impl Fn(bool) + 'static) -> Option<EventListener> {
    let document = document()?;
    Some(EventListener::new(&document, "visibilitychange", move |_| then(hidden())))
}

/// Calls `then` for every key that is pressed anywhere in the page; true says that the key was meant for us.
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

/// Whether a key was pressed without Ctrl, Meta or Alt, which make of it a key of the browser or of the system.
#[must_use]
pub fn is_plain(event: &KeyboardEvent) -> bool {
    !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}

/// Whether the reader is typing: then a single letter is a letter.
#[must_use]
pub fn is_typing() -> bool {
    document()
        .and_then(|document| document.active_element())
        // The lab's editor lies in a shadow root, whose host is all that is seen of it here.
        .is_some_and(|element| {
            element.shadow_root().is_some() || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        })
}

/// Puts it on the heading of the page that is shown.
pub fn focus_heading() {
    let heading = document().and_then(|document| document.query_selector("main h1").ok()?);
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // Only a script goes there: it is no stop on the keyboard's way.
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}

/// Puts it on the first element of this kind, after what is being done now has been rendered.
pub fn focus_first(selector: &'static str) {
    after_render(move || {
        let first = document().and_then(|document| document.query_selector(selector).ok()?);
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    });
}

/// Moves the keyboard's focus among the elements of this kind: from the one that has it to the one that `choose` names by
/// its index, of so many. False where none has it.
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

/// Whether the keyboard's focus is on something within an element of this kind.
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

/// Puts it there after what is being done now has been rendered: where the element is new, or the one that had it goes.
pub fn focus_next(id: &str) {
    let id = id.to_owned();
    after_render(move || focus(&id));
}

/// Calls `then` after what is being done now has been rendered.
pub fn after_render(then: impl FnOnce() + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        // What is being done may ask for the render only after this call.
        let turn = js_sys::Promise::resolve(&wasm_bindgen::JsValue::UNDEFINED);
        let _ = wasm_bindgen_futures::JsFuture::from(turn).await;
        then();
    });
}

/// Puts `text` on the clipboard; false where the browser does not let us.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    if !window.is_secure_context() {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Sets a custom property of the element with this id, past the renderer.
pub fn set_property(id: &str, name: &str, value: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id))
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let _ = element.style().set_property(name, value);
    }
}

/// Sets a custom property of the whole page.
pub fn set_page_property(name: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.style().set_property(name, value);
    }
}

/// The custom property that [`set_property`] gave this element, if it did.
#[must_use]
pub fn property(id: &str, name: &str) -> Option<String> {
    let element = element(id)?.dyn_into::<HtmlElement>().ok()?;
    element.style().get_property_value(name).ok().filter(|value| !value.is_empty())
}

/// Sets the text of the element with this id, past the renderer; the element has one text and nothing else.
pub fn set_text(id: &str, text: &str) {
    if let Some(node) = document().and_then(|document| document.get_element_by_id(id)).and_then(|it| it.first_child()) {
        node.set_node_value(Some(text));
    }
}

/// How much room the cursor keeps to the edge of its box, in pixels.
const EDGE: f64 = 88.0;

/// Scrolls the box sideways, where it scrolls, so that the element in it is seen.
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

/// Scrolls the box around the element with this id, where that box scrolls, so that the element is seen. The page stays.
pub fn reveal(id: &str) {
    let Some((outer, inner)) = element(id).and_then(|inner| Some((inner.closest("[data-scrolls]").ok()??, inner)))
    else {
        return;
    };
    let (frame, place) = (outer.get_bounding_client_rect(), inner.get_bounding_client_rect());
    let too_far = (place.bottom() - frame.bottom()).max(0.0) + (place.top() - frame.top()).min(0.0);
    #[allow(clippy::cast_possible_truncation)] // far fewer than 2^31 pixels
    outer.set_scroll_top(outer.scroll_top() + too_far as i32);
}

/// Scrolls whatever scrolls around this element, so that the place at this height of the window is in its middle.
pub fn scroll_page_to(element: &web_sys::Element, height: f64) {
    scroll_page_by(element, height - window_height() / 2.0);
}

/// How high the window is, in pixels.
#[must_use]
pub fn window_height() -> f64 {
    web_sys::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or_default()
}

/// Scrolls whatever scrolls around this element down by so many pixels.
pub fn scroll_page_by(element: &web_sys::Element, down: f64) {
    // The columns of a wide page scroll by themselves, a narrow page does as a whole.
    let column = element.closest("main").ok().flatten().filter(|main| main.scroll_height() > main.client_height());
    match (column, web_sys::window()) {
        #[allow(clippy::cast_possible_truncation)] // a page has far fewer than 2^31 pixels
        (Some(column), _) => column.set_scroll_top(column.scroll_top() + down.round() as i32),
        (None, Some(window)) => window.scroll_by_with_x_and_y(0.0, down),
        (None, None) => {}
    }
}

/// How high the first element of this kind is within another, in pixels.
#[must_use]
pub fn height_within(outer: &web_sys::Element, selector: &str) -> Option<f64> {
    Some(outer.query_selector(selector).ok()??.get_bounding_client_rect().height())
}

/// The element with this id.
#[must_use]
pub fn element(id: &str) -> Option<web_sys::Element> {
    document()?.get_element_by_id(id)
}

/// Calls `then` on an event of the window of this kind.
#[must_use]
pub fn on_window(kind: &'static str, then: impl Fn(&web_sys::Event) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, kind, move |event| then(event)))
}

/// Presses the element with this id.
pub fn click(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}
