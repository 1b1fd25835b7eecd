//! The time axis: places on it, its ruler and its grid.

use yew::{Html, html};

use crate::text::Interface;
use crate::trace::{Scale, Seconds};

/// A place on the axis.
#[must_use]
pub fn at(time: Seconds) -> String {
    format!("--at:{time:.4}")
}

/// A stretch of the axis.
#[must_use]
pub fn from_to(from: Seconds, to: Seconds) -> String {
    format!("--from:{from:.4};--to:{to:.4}")
}

/// The ruler, with the time in figures at every labelled tick.
pub fn ruler(scale: Scale, words: &Interface) -> Html {
    let decimals = scale.decimals();
    html! {
        <div class="row ruler">
            <div class="name"><span>{words.seconds}</span></div>
            <div class="track" aria-hidden="true">
                {for scale.ticks().map(|tick| html! {
                    <i class={if tick.major { "tick" } else { "tick half" }} style={at(tick.at)}>
                        {tick.major.then(|| html! { <b>{format!("{:.decimals$}", tick.at)}</b> })}
                    </i>
                })}
            </div>
        </div>
    }
}

/// The lines under the lanes, at every tick.
pub fn grid(scale: Scale) -> Html {
    scale.ticks().map(|tick| html! { <i class="grid" style={at(tick.at)} /> }).collect()
}
