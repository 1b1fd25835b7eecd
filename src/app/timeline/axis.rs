//! The time axis: positions on it, the ruler and the grid.

use yew::{Html, html};

use super::sight::Window;
use crate::app::widgets::figures::Figures;
use crate::text::Interface;
use crate::trace::{Scale, Seconds, Tick, fixed};

/// The CSS property of a position on the axis.
#[must_use]
pub fn at(time: Seconds) -> String {
    format!("--at:{}", fixed(time, 6))
}

/// The CSS properties of a range of the axis.
#[must_use]
pub fn from_to(from: Seconds, to: Seconds) -> String {
    format!("--from:{};--to:{}", fixed(from, 6), fixed(to, 6))
}

/// The ticks of the ruler, with the time at every labelled tick.
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

/// The lines behind the lanes, at every tick.
pub fn grid(scale: Scale, window: &Window) -> Html {
    scale.ticks(window.from, window.to).map(|tick| html! { <i class="grid" style={at(tick.at)} /> }).collect()
}
