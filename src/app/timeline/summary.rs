//! The row of folded lanes: the number of its tasks, and the number in each state.

use std::ops::Range;

use yew::{Callback, Html, MouseEvent, html};

use super::axis::from_to;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::{STATES, icon, state_code, state_icon, state_words};
use crate::text::Interface;
use crate::trace::{Lane, State, Timeline};

/// The row of the lanes at these indexes.
pub fn view(picture: &Timeline, places: &Range<usize>, words: &Interface) -> Html {
    let lanes = picture.lanes.get(places.clone()).unwrap_or_default();
    let states: Vec<State> = lanes.iter().map(Lane::state).collect();
    let count = |state: State| states.iter().filter(|other| **other == state).count();
    let (mut from, mut to) = (f64::INFINITY, 0.0_f64);
    for lane in lanes {
        from = from.min(lane.created);
        to = to.max(lane.until(picture.now));
    }
    let open = lanes.iter().any(|lane| lane.ending.is_none());
    let tasks = (words.tasks)(lanes.len(), &number(lanes.len(), words));
    let depth = lanes.first().map_or(1, |lane| lane.depth).min(2);
    html! {
        <div class="row folded" key={format!("f{}", places.start)} data-folded={lanes.len().to_string()}>
            <div class="name" data-depth={depth.to_string()}><span class="n">{tasks}</span></div>
            <div class="track">
                <div class="span" data-open={open.then_some("true")} style={from_to(from, to)}>
                    <q>{for STATES.into_iter().filter(|state| count(*state) > 0).map(|state| html! {
                        <span data-end={state_code(state)}>
                            {state_icon(state)}{state_words(state, words).word}
                            {" "}<b>{number(count(state), words)}</b>
                        </span>
                    })}</q>
                </div>
            </div>
        </div>
    }
}

fn number(number: usize, words: &Interface) -> String {
    #[allow(clippy::cast_precision_loss)] // a run has far fewer tasks than 2^52
    words.grouped(number as f64)
}

/// The button that folds and unfolds the descendants of the task with this name.
pub fn button(id: String, name: &str, folded: bool, on_fold: Callback<MouseEvent>, words: &Interface) -> Html {
    let label = (words.made_by)(name);
    html! {
        <button
            class="fold" type="button" {id} aria-label={label.clone()} title={label} aria-expanded={(!folded).to_string()}
            onclick={on_fold}
        >
            {icon("fold")}
        </button>
    }
}
