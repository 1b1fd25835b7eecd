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

/// The properties of the axis' marks. They are rendered again only if one of these changes, which is in few frames.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The scale of the axis.
    pub scale: Scale,
    /// The rendered part of the axis.
    pub window: Window,
    /// Whether the marks are the lines behind the lanes; otherwise they are the ticks of the ruler.
    #[prop_or_default]
    pub grid: bool,
}

/// A mark at every tick: a line behind the lanes, or the ruler's tick, with the time if it is labelled.
#[component]
pub fn Marks(props: &Props) -> Html {
    let Props { language, scale, window, grid } = props;
    let (words, decimals) = (interface(*language), scale.decimals());
    let mark = |tick: Tick| {
        let class = match (grid, tick.major) {
            (true, _) => "grid",
            (false, true) => "tick",
            (false, false) => "tick half",
        };
        let label = tick.major && !grid;
        html! {
            <i {class} style={at(tick.at)}>
                {label.then(|| html! { <b>{words.figure(&fixed(tick.at, decimals))}</b> })}
            </i>
        }
    };
    scale.ticks(window.from, window.to).map(mark).collect()
}
