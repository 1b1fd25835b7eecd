//! The ruler as a slider for the cursor's time: for the mouse, a finger, or the keyboard.

use yew::{Callback, Html, KeyboardEvent, PointerEvent, Properties, component, html};

use super::axis::ticks;
use super::sight::Sight;
use super::zoom::{Zoom, buttons};
use crate::app::model::wish::Wish;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::ids::CURSOR_TIME;
use crate::host::document;
use crate::text::{Language, interface};
use crate::trace::{Scale, Seconds, fixed};

/// The id of the ruler while it is a slider.
const SCRUBBER: &str = "scrubber";

/// The properties of the ruler.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The scale of the axis.
    pub scale: Scale,
    /// The visible part.
    pub sight: Sight,
    /// Whether there is a run.
    pub runs: bool,
    /// The cursor's time.
    pub now: Seconds,
    /// The latest time that can be shown.
    pub end: Seconds,
    /// Called with the reader's wishes about the run; `None` if the cursor cannot be moved.
    pub on_wish: Option<Callback<Wish>>,
    /// Called with the reader's wishes about the axis.
    pub on_zoom: Callback<Zoom>,
}

/// The ruler.
#[component]
pub fn Scrubber(props: &Props) -> Html {
    let words = interface(props.language);
    let ruler = match &props.on_wish {
        Some(on_wish) => slider(props, on_wish, words.time),
        None => html! { <div class="track" aria-hidden="true">{marks(props)}</div> },
    };
    html! {
        <div class="row ruler">
            <div class="name"><span>{words.seconds}</span>{buttons(&props.sight, &props.on_zoom, words)}</div>
            {ruler}
        </div>
    }
}

/// The ticks, and the cursor's time, which is in the ruler so that it stays visible while the lanes scroll.
fn marks(props: &Props) -> Html {
    let words = interface(props.language);
    let time =
        props.runs.then(|| html! { <><i class="needle" /><b id={CURSOR_TIME}>{words.measured(props.now)}</b></> });
    html! { <><span class="ticks">{ticks(props.scale, &props.sight.window(props.scale), words)}</span>{time.unwrap_or_default()}</> }
}

fn slider(props: &Props, on_wish: &Callback<Wish>, label: &'static str) -> Html {
    let (axis, now, end) = (props.scale.end(), props.now, props.end);
    let grab = on_wish.reform(move |event: PointerEvent| {
        if let Some(ruler) = document::element(SCRUBBER) {
            // Without the capture, the drag would end at the edge of the ruler.
            let _ = ruler.set_pointer_capture(event.pointer_id());
        }
        Wish::Seek(time_under(&event, axis))
    });
    let drag = {
        let on_wish = on_wish.clone();
        Callback::from(move |event: PointerEvent| {
            if event.buttons() & 1 == 1 {
                on_wish.emit(Wish::Seek(time_under(&event, axis)));
            }
        })
    };
    let press = {
        let on_wish = on_wish.clone();
        Callback::from(move |event: KeyboardEvent| {
            let wish = wish_of(&event.key(), event.shift_key(), now, end);
            if let Some(wish) = wish.filter(|_| document::is_plain(&event)) {
                event.prevent_default();
                on_wish.emit(wish);
            }
        })
    };
    html! {
        <div
            class="track" id={SCRUBBER} role="slider" tabindex="0" aria-label={label} aria-valuemin="0"
            aria-valuemax={fixed(end, 3)} aria-valuenow={fixed(now, 3)} aria-valuetext={format!("{}\u{a0}s", interface(props.language).measured(now))}
            onpointerdown={grab} onpointermove={drag} onkeydown={press}
        >
            {marks(props)}
        </div>
    }
}

/// The time under the pointer on the ruler.
fn time_under(event: &PointerEvent, axis: Seconds) -> Seconds {
    // The event's `currentTarget` is the root of the page, where Yew listens.
    let Some(ruler) = document::element(SCRUBBER) else { return 0.0 };
    let frame = ruler.get_bounding_client_rect();
    let part = (f64::from(event.client_x()) - frame.left()) / frame.width().max(1.0);
    part.clamp(0.0, 1.0) * axis
}

/// The wish that a key on the slider sends, in a run of `end` seconds. Arrows move by a hundredth of `end`, or with Shift
/// by a step of the event loop. Page Up and Page Down move by a tenth.
fn wish_of(key: &str, shift: bool, now: Seconds, end: Seconds) -> Option<Wish> {
    Some(match (key, shift) {
        ("ArrowRight" | "ArrowUp", true) => Wish::Step,
        ("ArrowLeft" | "ArrowDown", true) => Wish::Back,
        ("ArrowRight" | "ArrowUp", false) => Wish::Seek(now + end / 100.0),
        ("ArrowLeft" | "ArrowDown", false) => Wish::Seek(now - end / 100.0),
        ("PageUp", _) => Wish::Seek(now + end / 10.0),
        ("PageDown", _) => Wish::Seek(now - end / 10.0),
        ("Home", _) => Wish::Seek(0.0),
        ("End", _) => Wish::Seek(Seconds::INFINITY),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_the_slider_move_the_cursor() {
        assert_eq!(wish_of("ArrowRight", false, 1.0, 2.0), Some(Wish::Seek(1.02)));
        assert_eq!(wish_of("PageDown", false, 1.0, 2.0), Some(Wish::Seek(0.8)));
        assert_eq!(wish_of("ArrowLeft", true, 1.0, 2.0), Some(Wish::Back));
        assert_eq!(wish_of("End", false, 1.0, 2.0), Some(Wish::Seek(f64::INFINITY)));
        assert_eq!(wish_of("Tab", false, 1.0, 2.0), None);
    }
}
