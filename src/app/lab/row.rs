//! The row above the timeline: notes about an edited text and simulated requests, and the button for a prediction.

use yew::{Callback, Html, html};

use super::bench::Bench;
use super::desk::Desk;
use super::predicting;
use crate::app::model::action::Action;
use crate::app::model::state::State;
use crate::text::bench::bench as more_words;
use crate::text::lab::lab;

/// The row. If the text differs from the version that ran, it offers to run both.
pub fn view(state: &State, bench: &Bench, desk: &Desk, on_action: &Callback<Action>) -> Html {
    let words = lab(state.language);
    let setup = state.setup();
    let compare = {
        let (desk, on_action) = (desk.clone(), on_action.clone());
        Callback::from(move |_| desk.compare_with_last(&setup, &on_action))
    };
    html! {
        <div class="edited">
            <span role="status">{bench.edited().then_some(words.edited)}</span>
            <span id="simulated" role="status">{asks_hosts(state).then_some(more_words(state.language).simulated)}</span>
            {(bench.edited() && !bench.busy).then(|| html! {
                <button class="ref" type="button" onclick={compare}>{words.compare_last}</button>
            })}
            {predicting::button(state, desk, on_action)}
        </div>
    }
}

/// Whether the shown part of the run has requests.
fn asks_hosts(state: &State) -> bool {
    state.run.iter().flat_map(|run| &run.tracks).any(|track| !track.timeline().requests.is_empty())
}
