//! The button that keeps the present run, and the list of this scenario's kept runs.

use yew::{Callback, Html, html};

use crate::app::model::action::Action;
use crate::app::model::against::Rival;
use crate::app::model::kept::{Kept, MOST, changed, date_of, keep};
use crate::app::model::run::{Run, Track};
use crate::app::model::state::State;
use crate::app::widgets::ids::{KEEP, WITH};
use crate::host::{date, document};
use crate::program::{ProgramRef, Variant};
use crate::text::{Language, interface};

/// Renders the button and the list. A disabled button stays focusable (`aria-disabled`).
pub fn view(state: &State, run: &Run, on_action: &Callback<Action>) -> Html {
    let (language, words) = (state.language, &interface(state.language).comparison);
    // With several ways, the run with the values of the fields is kept.
    let present = state.scenario().map(|scenario| (ProgramRef::from(scenario), state.setup()));
    let is_present = |track: &&Track| {
        let Variant { program, setup, .. } = &track.variant;
        present.as_ref().is_some_and(|present| (&present.0, &present.1) == (program, setup))
    };
    let Some(present) = run.tracks.iter().rev().find(is_present).or(run.tracks.last()).cloned() else {
        return html! {};
    };
    if present.variant.is_real() {
        return html! { <section class="kept"><h2>{words.kept}</h2><p class="note">{words.real}</p></section> };
    }
    let kept = state.kept_here();
    let full = kept.len() >= MOST;
    let off = full || !run.ended;
    let keep = {
        let (all, on_action) = (state.kept.clone(), on_action.clone());
        move |_| {
            if off {
                return;
            }
            let new = Kept::of(&present, date::now());
            on_action.emit(changed(&all, |kept| keep(kept, new)));
        }
    };
    html! {
        <section class="kept">
            <h2>{words.kept}</h2>
            <div class="proof-line">
                <button class="btn" type="button" id={KEEP} aria-disabled={off.to_string()} onclick={keep}>{words.keep}</button>
                <p class="note">{if full { (words.full)(MOST) } else { words.keep_text.to_owned() }}</p>
            </div>
            <ul>{for kept.into_iter().map(|kept| item(kept, state, language, on_action))}</ul>
        </section>
    }
}

fn item(kept: &Kept, state: &State, language: Language, on_action: &Callback<Action>) -> Html {
    let all_words = interface(language);
    let words = &all_words.comparison;
    let (date, summary) = (date_of(kept, language), kept.said(language));
    let compare = {
        let fields = kept.fields();
        on_action.reform(move |_| {
            document::focus_next(WITH);
            Action::Against(Rival::Kept(fields.clone()))
        })
    };
    let forget = {
        let (all, gone) = (state.kept.clone(), kept.clone());
        on_action.reform(move |_| {
            document::focus_next(KEEP);
            changed(&all, |kept| kept.retain(|kept| *kept != gone))
        })
    };
    html! {
        <li key={kept.at.to_string()}>
            <b>{date.clone()}</b>
            {if summary.is_empty() { html! { <span>{words.defaults}</span> } } else { html! { <span>{summary}</span> } }}
            <button class="quiet" type="button" aria-label={(words.compare_kept)(&date)} onclick={compare}>{all_words.compare}</button>
            <button class="quiet" type="button" aria-label={(words.forget_kept)(&date)} onclick={forget}>{words.forget}</button>
        </li>
    }
}
