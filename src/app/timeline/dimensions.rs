//! What is written below the lanes of compared programs: how long each took, and what one gained over the other.

use yew::{Html, html};

use super::axis::from_to;
use crate::app::widgets::figures::Figures;
use crate::program::Variant;
use crate::text::Interface;
use crate::trace::Seconds;

/// The total of a program that has ended. Once all programs have ended, also the time that it gained over the slower one.
pub fn dimensions(total: Option<Seconds>, slow: Seconds, over: bool, words: &Interface) -> Html {
    let measure = total.map(|total| {
        html! { <div class="dim" style={from_to(0.0, total)}><i /><i /><b>{format!("{}\u{a0}s", words.measured(total))}</b></div> }
    });
    let gain = total.filter(|total| over && *total < slow).map(|total| {
        html! {
            <div class="dim gain" style={from_to(total, slow)}><i /><i /><b>{(words.gained)(&words.measured(slow - total))}</b></div>
        }
    });
    html! {
        <div class="row dims" key="dims">
            <div class="name">{words.total}</div>
            <div class="track">
                <div>{measure}</div>
                <div>{gain}</div>
            </div>
        </div>
    }
}

/// The gain, as a band over the time that the faster program did not need.
pub fn band(total: Seconds, slow: Seconds, variant: &Variant, words: &Interface) -> Html {
    let factor =
        if total > 0.0 { format!("×{}", words.short((slow / total * 100.0).round() / 100.0)) } else { String::new() };
    html! {
        <div class="over" key="band">
            <div class="band" style={from_to(total, slow)}><p><span><strong>{factor}</strong>{variant.is_way().then_some(words.same_work)}</span></p></div>
        </div>
    }
}
