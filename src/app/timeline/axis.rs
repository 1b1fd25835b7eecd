//! The time axis: positions on it, the ruler and the grid.

use yew::{Html, Properties, component, html};

use super::sight::Window;
use crate::app::widgets::figures::Figures;
use crate::text::{Language, interface};
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

/// The properties of ticks and grid. They are rendered again only if one of these changes, which is in few frames.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The scale of the axis.
    pub scale: Scale,
    /// The rendered part of the axis.
    pub window: Window,
}

/// The ticks of the ruler, with the time at every labelled tick.
#[component]
pub fn Ticks(props: &Props) -> Html {
    let Props { language, scale, window } = props;
    let (words, decimals) = (interface(*language), scale.decimals());
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
#[component]
pub fn Grid(props: &Props) -> Html {
    let Props { scale, window, .. } = props;
    scale.ticks(window.from, window.to).map(|tick| html! { <i class="grid" style={at(tick.at)} /> }).collect()
}
