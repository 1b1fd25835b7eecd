//! The page's own heartbeat, beside a live run that really computes: a dot that moves with the page's frames, and stands
//! still when the page does.

use yew::{Html, html};

use super::figures::grouped;
use super::run::Run;
use crate::host::Effort;
use crate::text::Interface;

/// The dot that moves with the page's frames.
pub const HEART: &str = "heart";

/// The dot, and the longest time between two frames; nothing beside a run that computes nothing.
pub fn view(run: Option<&Run>, words: &Interface) -> Html {
    let Some(run) = run.filter(|run| run.computes) else { return html! { <span key="heart" hidden={true} /> } };
    html! {
        <p class="heart note" key="heart">
            <span class="pulse" aria-hidden="true"><i id={HEART} /></span>
            <span>{(words.heartbeat)(&grouped(run.effort.gap))}</span>
        </p>
    }
}

/// How far the dot is at this time of the browser's clock, in milliseconds: from 0 to 1 and back, once in two seconds.
#[must_use]
pub fn beat(wall: f64) -> f64 {
    (wall / 1000.0 % 2.0 - 1.0).abs()
}

/// What was really computed beside the run, in words.
pub fn effort(run: &Run, words: &Interface) -> Html {
    if !run.computes {
        return html! { <span /> };
    }
    computed(run, words)
}

#[inline(never)]
fn computed(run: &Run, words: &Interface) -> Html {
    let Effort { page, worker, cut, refused, gap } = run.effort;
    let told = [
        (page > 0.0).then(|| (words.computed_here)(&grouped(page), &grouped(gap))),
        cut.then(|| words.computed_less.to_owned()),
        (worker > 0.0).then(|| (words.computed_in_worker)(&grouped(worker), &grouped(gap))),
        refused.then(|| words.no_worker.to_owned()),
        (run.over() && page + worker == 0.0 && !refused).then(|| words.computed_nowhere.to_owned()),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    html! { <p class="note" id="effort">{told.join(" ")}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dot_goes_to_and_fro() {
        assert_eq!([0.0, 500.0, 1000.0, 1500.0, 2000.0].map(beat), [1.0, 0.5, 0.0, 0.5, 1.0]);
    }
}
