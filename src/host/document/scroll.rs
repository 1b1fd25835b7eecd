//! Scrolling of the page and of the boxes in it.

use super::element;

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
