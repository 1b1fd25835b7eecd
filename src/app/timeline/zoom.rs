//! Zooming and scrolling the time axis: by wheel, fingers, keys, buttons and dragging.
//!
//! The axis' length is `--zoom`, set on the box without a render. CSS moves all positions; only ticks are rendered.

use web_sys::Element;
use yew::{Callback, Html, html};

use self::frame::{Frame, MOST};
use super::sight::{LANE, Sight, drawn_part, fineness, room_from_height, stride_from_scroll};
use crate::app::widgets::icon::icon;
use crate::app::widgets::ids::{CURSOR, TIMELINE};
use crate::host::document;
use crate::text::Interface;
use crate::trace::fixed;

pub use self::gestures::listen;

mod frame;
mod gestures;

/// The factor of one press of a key or button.
const STEP: f64 = 1.5;

/// The id of the map. Its frame is moved without a render.
pub const MAP: &str = "map";

/// A change of the axis that the reader asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Zoom {
    /// Zoom in.
    In,
    /// Zoom out.
    Out,
    /// Fit the axis into its box.
    Fit,
}

fn scroll(view: &Element, left: f64) {
    // The length is below 2^31 pixels.
    #[allow(clippy::cast_possible_truncation)]
    view.set_scroll_left(left.round() as i32);
}

/// Zooms around the cursor, or around the middle if the cursor is not visible.
pub fn zoom(wanted: Zoom) {
    let Some(view) = document::element(TIMELINE) else { return };
    let Some(frame) = Frame::read(&view) else { return };
    let middle = frame.gutter + frame.room / 2.0;
    let cursor = document::element(CURSOR)
        .map(|cursor| cursor.get_bounding_client_rect().left() - view.get_bounding_client_rect().left());
    let at = cursor.filter(|at| (frame.gutter..=frame.gutter + frame.room).contains(at)).unwrap_or(middle);
    let factor = match wanted {
        Zoom::In => STEP,
        Zoom::Out => 1.0 / STEP,
        Zoom::Fit => 0.0,
    };
    frame.zoomed(factor, at, at).show(&view);
}

/// The change that a key asks for.
#[must_use]
pub fn wanted(key: &str) -> Option<Zoom> {
    match key {
        "+" | "=" => Some(Zoom::In),
        "-" => Some(Zoom::Out),
        "0" => Some(Zoom::Fit),
        _ => None,
    }
}

/// Moves the map's frame around the visible part.
pub fn frame_map() {
    let Some(view) = document::element(TIMELINE).filter(|_| document::element(MAP).is_some()) else { return };
    let Some(frame) = Frame::read(&view) else { return };
    // The browser lays the page out again if it is measured after a change, so the changes come last.
    let [all, top, height] = [view.scroll_height().max(1), view.scroll_top(), view.client_height()].map(f64::from);
    let set = |name, part: f64| document::set_property(MAP, name, &fixed(part.clamp(0.0, 1.0), 4));
    set("--left", frame.left / frame.length);
    set("--width", frame.room / frame.length);
    set("--top", top / all);
    set("--height", height / all);
}

/// Scrolls the given point of the run to the middle of the box. `x` and `y` are fractions of the whole.
pub fn center(x: f64, y: f64) {
    let Some(view) = document::element(TIMELINE) else { return };
    let Some(frame) = Frame::read(&view) else { return };
    scroll(&view, x * frame.length - frame.room / 2.0);
    scroll_down_to(&view, y * f64::from(view.scroll_height()) - f64::from(view.client_height()) / 2.0);
}

/// Scrolls by multiples of the box's size.
pub fn move_by(right: f64, down: f64) {
    let Some(view) = document::element(TIMELINE) else { return };
    let Some(frame) = Frame::read(&view) else { return };
    scroll(&view, frame.left + right * frame.room);
    scroll_down_to(&view, f64::from(view.scroll_top()) + down * f64::from(view.client_height()));
}

fn scroll_down_to(view: &Element, top: f64) {
    // The offset is far below 2^31 pixels.
    #[allow(clippy::cast_possible_truncation)]
    view.set_scroll_top(top as i32);
}

/// Scrolls a row of a program to the middle of the box, or of the page if the box shows all rows.
pub fn bring_into_sight(program: usize, row: usize) {
    let Some(view) = document::element(TIMELINE) else { return };
    let selector = format!(".part:nth-child({}) > .lanes", program + 1);
    let Ok(Some(lanes)) = view.query_selector(&selector) else { return };
    let frame = view.get_bounding_client_rect();
    let lane = document::height_within(&view, ".row.lane").unwrap_or(LANE);
    #[allow(clippy::cast_precision_loss)] // rows are far fewer than 2^52
    let below = lanes.get_bounding_client_rect().top() - frame.top() + (row as f64 + 0.5) * lane;
    if view.scroll_height() > view.client_height() {
        scroll_down_to(&view, f64::from(view.scroll_top()) + below - frame.height() / 2.0);
    } else {
        document::scroll_page_to(&view, frame.top() + below);
    }
}

/// Measures the visible part.
#[must_use]
pub fn sight() -> Option<Sight> {
    let view = document::element(TIMELINE)?;
    let frame = Frame::read(&view)?;
    let lane = document::height_within(&view, ".row.lane").unwrap_or(LANE);
    let longer = frame.zoom > 1.0 + 1.0 / frame.room;
    let ruler = document::height_within(&view, ".row.ruler").unwrap_or_default();
    let sight = Sight {
        stride: stride_from_scroll(f64::from(view.scroll_top()), lane),
        lane,
        room: room_from_height(f64::from(view.client_height()) - ruler, lane),
        fineness: fineness(frame.length),
        longer,
        longest: frame.zoom > MOST - 0.5,
        zoomed: longer && document::property(TIMELINE, "--zoom").is_some(),
        drawn: drawn_part(frame.zoom, frame.left / frame.length),
    };
    frame_map();
    Some(sight)
}

/// The three buttons. One without effect stays focusable (`aria-disabled`): its last press may have caused that.
pub fn buttons(sight: &Sight, on_zoom: &Callback<Zoom>, words: &Interface) -> Html {
    let button = |word: &'static str, zoom: Zoom, name: &'static str, able: bool| {
        html! {
            <button
                type="button" aria-label={word} title={word} aria-disabled={(!able).to_string()}
                onclick={on_zoom.reform(move |_| zoom)}
            >
                {icon(name)}
            </button>
        }
    };
    html! {
        <div class="zoom">
            {button(words.zoom.out, Zoom::Out, "minus", sight.longer)}
            {button(words.zoom.fit, Zoom::Fit, "fit", sight.longer)}
            {button(words.zoom.closer, Zoom::In, "plus", !sight.longest)}
        </div>
    }
}
