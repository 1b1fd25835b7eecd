//! The minimap: a small picture of the whole run. A frame marks the visible part; it is dragged, or moved by keys.

use std::fmt::Write;

use yew::{Callback, Html, KeyboardEvent, PointerEvent, Properties, component, html, use_effect_with, use_memo};

use super::zoom::{self, MAP};
use crate::app::model::run::{Run, Track};
use crate::app::widgets::icon::state_code;
use crate::host::document;
use crate::text::{Language, interface};
use crate::trace::{Lane, Seconds, State};

/// The number of parts of the time, and the most bands of lanes.
const PARTS: usize = 160;
const BANDS: usize = 32;

/// The kinds of spans that are drawn, later ones on top: waiting, holding the thread, cut short.
const KINDS: [State; 3] = [State::Sleeping, State::Running, State::Error];

/// The properties of the map.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run.
    pub run: Run,
    /// The end of the axis, in seconds.
    pub end: Seconds,
    /// Called when the visible part has changed.
    pub on_look: Callback<()>,
}

/// The minimap.
#[component]
pub fn Minimap(props: &Props) -> Html {
    let words = interface(props.language);
    let seen: Vec<usize> = props.run.tracks.iter().map(|track| track.cursor.events).collect();
    let shown = (props.run.number, seen, part(props.run.progress.now, props.end), props.end.to_bits());
    use_effect_with(shown.clone(), |_| zoom::frame_map());
    let drawn = use_memo(shown, |_| bands(&props.run, props.end));
    let size = format!("0 0 {PARTS} {}", drawn.1);
    html! {
        <div
            class="map" id={MAP} role="group" tabindex="0" aria-label={words.map} title={words.map}
            onpointerdown={pointed(&props.on_look)} onpointermove={pointed(&props.on_look)} onkeydown={keyed(&props.on_look)}
        >
            <svg viewBox={size} preserveAspectRatio="none" aria-hidden="true">
                {for KINDS.into_iter().zip(&drawn.0).map(|(kind, path)| html! {
                    <path data-kind={state_code(kind)} d={path.clone()} />
                })}
            </svg>
            <i />
        </div>
    }
}

/// Scrolls to the point under the pressed pointer.
fn pointed(on_look: &Callback<()>) -> Callback<PointerEvent> {
    let on_look = on_look.clone();
    Callback::from(move |event: PointerEvent| {
        let Some(map) = document::element(MAP).filter(|_| event.buttons() & 1 == 1) else { return };
        let _ = map.set_pointer_capture(event.pointer_id());
        let frame = map.get_bounding_client_rect();
        let x = (f64::from(event.client_x()) - frame.left()) / frame.width();
        let y = (f64::from(event.client_y()) - frame.top()) / frame.height();
        zoom::center(x, y);
        on_look.emit(());
    })
}

/// Scrolls by keys, by a part of what is visible.
fn keyed(on_look: &Callback<()>) -> Callback<KeyboardEvent> {
    let on_look = on_look.clone();
    Callback::from(move |event: KeyboardEvent| {
        if !document::is_plain(&event) {
            return;
        }
        let (right, down) = match event.key().as_str() {
            "ArrowLeft" => (-0.25, 0.0),
            "ArrowRight" => (0.25, 0.0),
            "ArrowUp" => (0.0, -0.25),
            "ArrowDown" => (0.0, 0.25),
            "PageUp" => (0.0, -0.9),
            "PageDown" => (0.0, 0.9),
            "Home" => (f64::NEG_INFINITY, f64::NEG_INFINITY),
            "End" => (f64::INFINITY, f64::INFINITY),
            _ => return,
        };
        event.prevent_default();
        zoom::move_by(right, down);
        on_look.emit(());
    })
}

/// The index of the part that a time lies in.
fn part(time: Seconds, end: Seconds) -> usize {
    // The index is small, and a time is never negative.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let part = (time / end * PARTS as f64) as usize;
    part.min(PARTS)
}

/// An SVG path for each kind, and the number of bands.
fn bands(run: &Run, end: Seconds) -> ([String; 3], usize) {
    let pictures: Vec<_> = run.tracks.iter().map(Track::timeline).collect();
    let lanes: Vec<&Lane> = pictures.iter().flat_map(|picture| &picture.lanes).collect();
    let count = lanes.len().clamp(1, BANDS);
    // Many bands leave no room for gaps between them.
    let height = if count < BANDS / 2 { ".8" } else { "1" };
    let mut paths = [const { String::new() }; 3];
    for (band, lanes) in lanes.chunks(lanes.len().div_ceil(count).max(1)).enumerate() {
        let mut filled = [[false; PARTS + 1]; 3];
        for span in lanes.iter().flat_map(|lane| &lane.spans) {
            let kind = match span.state {
                State::Running => 1,
                State::Ready | State::Sleeping | State::Waiting | State::Queued | State::Requesting | State::Result => {
                    0
                }
                State::Error
                | State::Timeout
                | State::Cancelled
                | State::Swallowed
                | State::Lost
                | State::Destroyed => 2,
            };
            filled[kind][part(span.from, end)..=part(span.to, end)].fill(true);
        }
        for (path, filled) in paths.iter_mut().zip(&filled) {
            stretch(path, filled, band, height);
        }
    }
    (paths, count)
}

/// Appends a box to `path` for each filled range of this band.
fn stretch(path: &mut String, filled: &[bool], band: usize, height: &str) {
    let mut from = None;
    for (place, filled) in filled.iter().copied().chain([false]).enumerate() {
        match (from, filled) {
            (None, true) => from = Some(place),
            (Some(first), false) => {
                let width = place - first;
                let _ = write!(path, "M{first} {band}h{width}v{height}h-{width}z");
                from = None;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_filled_range_is_a_box() {
        let mut path = String::new();
        stretch(&mut path, &[true, true, false, true], 2, ".8");
        assert_eq!(path, "M0 2h2v.8h-2zM3 2h1v.8h-1z");
        assert_eq!((part(0.0, 2.0), part(1.0, 2.0), part(2.0, 2.0)), (0, PARTS / 2, PARTS));
    }
}
