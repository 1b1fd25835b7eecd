//! The time axis: places on it, its ruler and its grid.

use yew::{Html, html};

use super::sight::Window;
use crate::app::widgets::figures::Figures;
use crate::text::Interface;
use crate::trace::{Scale, Seconds, Tick, fixed};

/// A place on the axis.
#[must_use]
pub fn at(time: Seconds) -> String {
    format!("--at:{}", fixed(time, 6))
}

/// A stretch of the axis.
#[must_use]
pub fn from_to(from: Seconds, to: Seconds) -> String {
    format!("--from:{};--to:{}", fixed(from, 6), fixed(to, 6))
}

/// The ruler's ticks, with the time in figures at every labelled one.
pub fn ticks(scale: Scale, window: &Window, words: &Interface) -> Html {
    let decimals = scale.decimals();
    let tick = |tick: Tick| {
        html! {
            <i class={if tick.major { "tick" } else { "tick half" }} style={at(tick.at)}>
                {tick.major.then(|| html! { <b>{words.figure(&fixed(tick.at, decimals))}</b> })}
            </i>
        }
    };
    scale.ticks(window.from, window.to).map(tick).collect()
}

/// The lines under the lanes, at every tick.
pub fn grid(scale: Scale, window: &Window) -> Html {
    scale.ticks(window.from, window.to).map(|tick| html! { <i class="grid" style={at(tick.at)} /> }).collect()
}
