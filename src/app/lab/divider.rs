//! The bar between the editor and the timeline: it is dragged, or moved by arrow keys.

use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};
use yew::{Callback, Html, Properties, TargetCast, UseStateSetter, component, html, use_effect_with, use_state_eq};

use crate::host::{document, storage};
use crate::text::Language;
use crate::text::lab::lab;
use crate::trace::decimal;

/// The key in the browser's storage.
const WIDTH: &str = "loopscope.lab.width";

/// The bounds and the default of the editor's width, in percent of the lab.
const LEAST: f64 = 25.0;
const MOST: f64 = 65.0;
const USUAL: f64 = 41.0;

/// How far an arrow key moves the bar, in pixels.
const STEP: f64 = 16.0;

/// The properties of the bar.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The id of the divided element. Its property `--editor` is the width.
    pub of: &'static str,
}

/// The bar.
#[component]
pub fn Divider(props: &Props) -> Html {
    let of = props.of;
    let width = use_state_eq(|| storage::get(WIDTH).and_then(|width| decimal(&width)).map_or(USUAL, kept_within));
    use_effect_with(*width, move |width| {
        document::set_property(of, "--editor", &format!("{width}%"));
        storage::set(WIDTH, (*width != USUAL).then(|| width.to_string()).as_deref());
    });
    let (now, setter) = (*width, width.setter());
    html! {
        <div
            class="divider" role="separator" tabindex="0" aria-orientation="vertical" aria-label={lab(props.language).divider}
            aria-valuenow={format!("{now:.0}")} aria-valuemin={LEAST.to_string()} aria-valuemax={MOST.to_string()}
            onkeydown={keyed(of, now, width.setter())} onpointerdown={Callback::from(|event| press(&event))}
            onpointermove={dragged(width.setter())} ondblclick={Callback::from(move |_| setter.set(USUAL))}
        />
    }
}

/// Moves the bar when an arrow key, Home or End is pressed. `now` is its present position.
fn keyed(of: &'static str, now: f64, setter: UseStateSetter<f64>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let step = STEP / document::element(of).map_or(1.0, |of| of.get_bounding_client_rect().width()) * 100.0;
        let wanted = match event.key().as_str() {
            "ArrowLeft" => now - step,
            "ArrowRight" => now + step,
            "Home" => LEAST,
            "End" => MOST,
            _ => return,
        };
        event.prevent_default();
        setter.set(kept_within(wanted));
    })
}

/// Moves the bar with the pointer that was pressed on it.
fn dragged(setter: UseStateSetter<f64>) -> Callback<PointerEvent> {
    Callback::from(move |event: PointerEvent| {
        let Some(bar) = event.target_dyn_into::<Element>().filter(|bar| bar.has_pointer_capture(event.pointer_id()))
        else {
            return;
        };
        let Some(frame) = bar.parent_element().map(|of| of.get_bounding_client_rect()) else { return };
        setter.set(kept_within((f64::from(event.client_x()) - frame.left()) / frame.width() * 100.0));
    })
}

/// Captures the pointer, so that the bar gets its moves outside the bar too.
fn press(event: &PointerEvent) {
    if let Some(bar) = event.target_dyn_into::<HtmlElement>() {
        let _ = bar.set_pointer_capture(event.pointer_id());
    }
}

fn kept_within(width: f64) -> f64 {
    width.clamp(LEAST, MOST)
}
