//! Zooming and dragging of the time axis by wheel, fingers and mouse.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, TouchEvent, WheelEvent};
use yew::Callback;

use super::frame::Frame;
use crate::app::timeline::stage;
use crate::app::widgets::ids::TIMELINE;
use crate::host::document;

/// The most pixels of one wheel event that count. A notch of a wheel is a hundred; a touch pad sends a few at a time.
const NOTCH: f64 = 30.0;

/// The distance in pixels from which moving the mouse is a drag and not a click.
const DRAG: i32 = 4;

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
