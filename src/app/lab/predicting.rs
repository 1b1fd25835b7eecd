//! A prediction in the lab: a hidden run of the program gives the questions, and the visible run the answers.

use std::rc::Rc;

use yew::{Callback, Html, html, use_effect_with};

use super::bench::Bench;
use super::desk::Desk;
use crate::app::controls::predict::{Asked, Predict};
use crate::app::model::action::Action;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::app::widgets::icon::icon;
use crate::program::Setup;
use crate::text::bench::bench as words_of;
use crate::text::interface;
use crate::trace::{Facts, format};

impl Desk {
    /// Runs the editor's program hidden, to find the questions about it.
    fn rehearse(&self, setup: &Setup) {
        let (desk, files) = (self.clone(), self.bench().program.map(|program| program.files).unwrap_or_default());
        self.run_aside(&files, setup, move |log| {
            // There are no questions about an incomplete log.
            let log = log.and_then(|log| format::read(log.as_bytes()).ok());
            let facts = log.filter(|log| log.annex().end().is_some()).map(|log| Rc::new(Facts::of(&log, false)));
            desk.change(|bench| bench.asked = Some(facts.unwrap_or_default()));
        });
    }
}

/// Runs the program hidden after each change, while the reader predicts and has not run it. The program of a link
/// waits until the reader presses the button.
#[yew::hook]
pub fn use_rehearsal(state: &State, desk: &Desk) {
    let bench = desk.bench();
    let predicts = state.predicts() && bench.rehearses && state.run.is_none();
    let wanted = predicts.then(|| (bench.program.map(|program| program.files), state.setup()));
    use_effect_with(wanted, {
        let desk = desk.clone();
        move |wanted| {
            if let Some((_, setup)) = wanted {
                desk.change(|bench| bench.asked = None);
                desk.rehearse(setup);
            }
        }
    });
}

/// The button that starts or ends a prediction.
pub fn button(state: &State, desk: &Desk, on_action: &Callback<Action>) -> Html {
    let (words, on) = (&interface(state.language).prediction, state.predicts());
    let (desk, on_action) = (desk.clone(), on_action.clone());
    let toggle = Callback::from(move |_| {
        desk.rest();
        desk.change(|bench| bench.rehearses = !on);
        on_action.emit(Action::Predict(!on));
    });
    html! {
        <button class="ref" type="button" id="predict" aria-pressed={on.to_string()} title={words.button_title} onclick={toggle}>
            {icon("ring")}{words.button}
        </button>
    }
}

/// The questions before the run and the answers after it; empty if the reader does not predict.
pub fn view(state: &State, bench: &Bench, on_action: &Callback<Action>, on_wish: &Callback<Wish>) -> Html {
    if !state.predicts() {
        return html! { <div hidden={true} /> };
    }
    let waits = bench.rehearses && bench.asked.is_none() && state.run.is_none();
    html! {
        <div class="predicts">
            <p class="note" role="status">{waits.then_some(words_of(state.language).rehearses)}</p>
            <Predict
                language={state.language} asked={Asked::Known(bench.asked.clone())} guess={state.guess.clone()}
                run={state.run.clone()} {on_action} {on_wish}
            />
        </div>
    }
}
