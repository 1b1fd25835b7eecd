//! The CPU time that the page really used for a run whose program computes.

use yew::{Html, html};

use crate::app::model::run::Run;
use crate::app::widgets::figures::Figures;
use crate::host::Effort;
use crate::text::Interface;

/// How long the page or a Web Worker computed, in words.
pub fn effort(run: &Run, words: &Interface) -> Html {
    if !run.computes {
        return html! { <span /> };
    }
    computed(run, words)
}

fn computed(run: &Run, words: &Interface) -> Html {
    let Effort { page, worker, cut, refused, gap } = run.progress.effort;
    let told = [
        (page > 0.0).then(|| (words.computed_here)(&words.grouped(page), &words.grouped(gap))),
        cut.then(|| words.computed_less.to_owned()),
        (worker > 0.0).then(|| (words.computed_in_worker)(&words.grouped(worker), &words.grouped(gap))),
        refused.then(|| words.no_worker.to_owned()),
        (run.over() && page + worker == 0.0 && !refused).then(|| words.computed_nowhere.to_owned()),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    html! { <p class="note" id="effort">{told.join(" ")}</p> }
}
