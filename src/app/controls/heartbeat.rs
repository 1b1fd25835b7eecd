//! The heartbeat of a live run that computes: a dot that moves with the page's frames and stops when the page
//! freezes.

use yew::{Html, html};

use crate::app::model::run::Run;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::ids::HEART;
use crate::text::Interface;

/// The dot, and the longest time between two frames; empty if the run does not compute.
pub fn view(run: Option<&Run>, words: &Interface) -> Html {
    let Some(run) = run.filter(|run| run.computes) else { return html! { <span key="heart" hidden={true} /> } };
    html! {
        <p class="heart note" key="heart">
            <span class="pulse" aria-hidden="true"><i id={HEART} /></span>
            <span>{(words.heartbeat)(&words.grouped(run.progress.effort.gap))}</span>
        </p>
    }
}
