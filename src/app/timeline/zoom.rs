//! Zooming and scrolling the time axis: by wheel, fingers, keys, buttons and dragging.
//!
//! The axis' length is `--zoom`, set on the box without a render. CSS moves all positions; only ticks are rendered.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, TouchEvent, WheelEvent};
use yew::{Callback, Html, html};

use super::sight::{LANE, Sight, drawn_part, fineness, room_from_height, stride_from_scroll};
use super::stage;
use crate::app::widgets::icon::icon;
use crate::app::widgets::ids::{CURSOR, TIMELINE};
use crate::host::document;
use crate::text::Interface;
use crate::trace::fixed;

/// The greatest zoom: in a run of two seconds, a millisecond is then as wide as a finger.
const MOST: f64 = 500.0;

/// The factor of one press of a key or button.
const STEP: f64 = 1.5;

/// The most pixels of one wheel event that count. A notch of a wheel is a hundred; a touch pad sends a few at a time.
const NOTCH: f64 = 30.0;

/// The distance in pixels from which moving the mouse is a drag and not a click.
const DRAG: i32 = 4;

/// The id of the map. Its frame is moved without a render.
pub const MAP: &str = "map";

/// A wish about the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Zoom {
    /// Zoom in.
    In,
    /// Zoom out.
    Out,
    /// Fit the axis into its box.
    Fit,
}

/// The axis in its box, measured in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Frame {
    /// The width of the box without the names.
    room: f64,
    /// The width of the names.
    gutter: f64,
    /// The width of the board without the names, as a multiple of `room`.
    zoom: f64,
    /// The scroll offset.
    left: f64,
    /// The position on the board at which the axis begins.
    begin: f64,
    /// The length of the axis.
    length: f64,
}

impl Frame {
    /// Measures the axis.
    fn read(view: &Element) -> Option<Self> {
        let width = |selector: &str| Some(view.query_selector(selector).ok()??.get_bounding_client_rect());
        let (board, name, track) = (width(".board")?, width(".ruler > .name")?, width(".ruler > .track")?);
        let room = (f64::from(view.client_width()) - name.width()).max(1.0);
        Some(Self {
            room,
            gutter: name.width(),
            zoom: (board.width() - name.width()) / room,
            left: f64::from(view.scroll_left()),
            begin: track.left() - board.left(),
            length: track.width(),
        })
    }

    /// The axis zoomed by `factor`. The point at `from` moves to `to`, both in pixels from the box's left edge.
    fn zoomed(self, factor: f64, from: f64, to: f64) -> Self {
        let zoom = (self.zoom * factor).clamp(1.0, MOST);
        let part = ((from + self.left - self.begin) / self.length).clamp(0.0, 1.0);
        let length = self.length + self.room * (zoom - self.zoom);
        let left = (self.begin + part * length - to).clamp(0.0, self.room * (zoom - 1.0));
        Self { zoom, left, length, ..self }
    }

    fn show(self, view: &Element) {
        document::set_property(TIMELINE, "--zoom", &fixed(self.zoom, 4));
        document::set_property(TIMELINE, "--least", "0px");
        scroll(view, self.left);
    }
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

/// The wish of a key.
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

/// Listens to wheel, fingers and mouse until the returned listeners are dropped. Calls `look` after each zoom.
#[must_use]
pub fn listen(look: &Callback<()>) -> Vec<EventListener> {
    let Some(view) = document::element(TIMELINE) else { return Vec::new() };
    let mut listeners = vec![wheel(&view, look.clone())];
    listeners.extend(pinch(&view, look));
    listeners.extend(drag(&view));
    listeners.extend(resize(look.clone()));
    listeners
}

/// Handles a new size of the window, which may change the run bar's height and the axis' length.
fn resize(look: Callback<()>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "resize", move |_| {
        stage::tell_bar();
        look.emit(());
    }))
}

/// Zooms by wheel with Ctrl or ⌘, and by two fingers on a pad, which is the same event. Else the page scrolls.
fn wheel(view: &Element, look: Callback<()>) -> EventListener {
    let outer = view.clone();
    on(view, "wheel", move |event: &WheelEvent| {
        if !event.ctrl_key() && !event.meta_key() {
            return;
        }
        event.prevent_default();
        let pixels = event.delta_y() * if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { NOTCH };
        let factor = std::f64::consts::E.powf(-pixels.clamp(-NOTCH, NOTCH) / 100.0);
        zoom_between(&outer, factor, f64::from(event.client_x()), f64::from(event.client_x()), &look);
    })
}

/// Zooms by two fingers on a touch screen. The points under the fingers stay there.
fn pinch(view: &Element, look: &Callback<()>) -> [EventListener; 2] {
    let last: Rc<Cell<Option<(f64, f64)>>> = Rc::default();
    let (outer, held, look) = (view.clone(), last.clone(), look.clone());
    let moved = on(view, "touchmove", move |event: &TouchEvent| {
        let Some((middle, distance)) = fingers(event) else { return };
        event.prevent_default();
        if let Some((was, before)) = held.replace(Some((middle, distance))) {
            zoom_between(&outer, distance / before, was, middle, &look);
        }
    });
    [on(view, "touchstart", move |event: &TouchEvent| last.set(fingers(event))), moved]
}

/// The middle of two fingers, and their distance in pixels.
fn fingers(event: &TouchEvent) -> Option<(f64, f64)> {
    let touches = event.touches();
    let (one, other) = (touches.get(0)?, touches.get(1)?);
    let [x, y] = [one.client_x() - other.client_x(), one.client_y() - other.client_y()].map(f64::from);
    Some((f64::from(one.client_x() + other.client_x()) / 2.0, (x * x + y * y).sqrt().max(1.0)))
}

fn zoom_between(view: &Element, factor: f64, from: f64, to: f64, look: &Callback<()>) {
    if let Some(frame) = Frame::read(view) {
        let edge = view.get_bounding_client_rect().left();
        frame.zoomed(factor, from - edge, to - edge).show(view);
        look.emit(());
    }
}

/// Scrolls a zoomed axis by dragging with the mouse; a finger scrolls by itself. The box captures the pointer, so that
/// the drag is not a click on a lane.
fn drag(view: &Element) -> [EventListener; 2] {
    let grabbed: Rc<Cell<Option<(i32, i32)>>> = Rc::default();
    let (outer, held) = (view.clone(), grabbed.clone());
    let moved = on(view, "pointermove", move |event: &PointerEvent| {
        let Some((x, left)) = held.get().filter(|_| event.buttons() & 1 == 1) else { return };
        if (x - event.client_x()).abs() > DRAG || outer.has_pointer_capture(event.pointer_id()) {
            let _ = outer.set_pointer_capture(event.pointer_id());
            outer.set_scroll_left(left + x - event.client_x());
        }
    });
    let outer = view.clone();
    let pressed = on(view, "pointerdown", move |event: &PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on_tracks = target.is_some_and(|target| matches!(target.closest(".ruler, .name"), Ok(None)));
        let longer = outer.scroll_width() > outer.client_width();
        let drags = event.pointer_type() == "mouse" && event.button() == 0 && on_tracks && longer;
        grabbed.set(drags.then(|| (event.client_x(), outer.scroll_left())));
    });
    [moved, pressed]
}

fn on<T: JsCast>(view: &Element, name: &'static str, then: impl Fn(&T) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(view, name, options, move |event: &Event| {
        if let Some(event) = event.dyn_ref::<T>() {
            then(event);
        }
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    const AT_REST: Frame = Frame { room: 832.0, gutter: 172.0, zoom: 1.0, left: 0.0, begin: 184.0, length: 800.0 };

    #[test]
    fn the_point_under_the_pointer_stays_there() {
        let place = |frame: Frame, part: f64| frame.begin + part * frame.length - frame.left;
        let half = AT_REST.zoomed(4.0, 584.0, 584.0);
        assert_eq!((half.zoom, place(half, 0.5)), (4.0, 584.0));
        let moved = half.zoomed(2.0, 584.0, 600.0);
        assert_eq!((moved.zoom, place(moved, 0.5)), (8.0, 600.0));
        let back = moved.zoomed(0.0, 600.0, 600.0);
        assert_eq!((back.zoom, back.left, back.length), (1.0, 0.0, 800.0));
    }

    #[test]
    fn an_axis_is_never_shorter_than_its_box_nor_longer_than_can_be_drawn() {
        assert_eq!(AT_REST.zoomed(0.5, 300.0, 300.0), AT_REST);
        let longest = AT_REST.zoomed(1e9, 984.0, 984.0);
        assert_eq!(longest.zoom, MOST);
        assert!(longest.left <= longest.room * (longest.zoom - 1.0));
    }
}
