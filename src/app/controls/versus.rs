//! The choice of what the run is compared with: the other ways, other values, or a kept run.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, html};

use super::folded;
use super::parameters::Parameters;
use crate::app::model::action::Action;
use crate::app::model::against::Rival;
use crate::app::model::kept::{Kept, date_of};
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::app::widgets::ids::WITH;
use crate::scenarios::Scenario;
use crate::text::interface;

/// The values of the choice's first options. A kept run's value is its index.
const WAYS: &str = "ways";
const OTHER: &str = "other";

/// The value for a kept run that this browser does not store: it was forgotten, or it came with an address.
const UNLISTED: &str = "unlisted";

/// The choice, and the fields of the other run; empty if nothing is compared.
pub fn view(
    state: &State,
    scenario: &'static Scenario,
    on_action: &Callback<Action>,
    on_wish: &Callback<Wish>,
) -> Html {
    if !state.compares() {
        return html! { <div hidden={true} /> };
    }
    choice(state, scenario, on_action, on_wish)
}

fn choice(state: &State, scenario: &'static Scenario, on_action: &Callback<Action>, on_wish: &Callback<Wish>) -> Html {
    let words = &interface(state.language).comparison;
    let kept = state.kept_here();
    let all: Vec<Rival> = kept.iter().map(|kept| Rival::Kept(kept.fields())).collect();
    let rival = state.against.rival();
    let chosen = all.iter().position(|kept| kept == rival);
    let typed = *rival == Rival::Typed;
    html! {
        <div class="versus">
            <label class="field">
                <span>{words.with}</span>
                <select id={WITH} onchange={choose(all, rival.clone(), on_action)}>
                    {(!state.ways().is_empty()).then(|| html! {
                        <option key={WAYS} value={WAYS} selected={*rival == Rival::Ways}>{words.options.ways}</option>
                    })}
                    <option key={OTHER} value={OTHER} selected={typed}>{words.options.other}</option>
                    {for kept.iter().enumerate().map(|(place, kept)| html! {
                        <option key={place} value={place.to_string()} selected={chosen == Some(place)}>
                            {kept_name(kept, state)}
                        </option>
                    })}
                    {(matches!(rival, Rival::Kept(_)) && chosen.is_none()).then(|| html! {
                        <option key={UNLISTED} value={UNLISTED} selected={true}>{words.not_kept}</option>
                    })}
                </select>
            </label>
            {match state.against.typed() {
                Some(other) if typed => other_fields(state, other, scenario, on_action, on_wish),
                _ => html! { <span hidden={true} /> },
            }}
            <p class="refusal" role="status">{state.real_beside().then_some(words.real_beside)}</p>
        </div>
    }
}

/// Chooses what to compare with. `kept` are the kept runs, `present` is the present choice.
fn choose(kept: Vec<Rival>, present: Rival, on_action: &Callback<Action>) -> Callback<Event> {
    on_action.reform(move |event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let value = field.map(|field| field.value()).unwrap_or_default();
        Action::Against(match value.as_str() {
            WAYS => Rival::Ways,
            OTHER => Rival::Typed,
            index => {
                let listed = index.parse().ok().and_then(|index: usize| kept.get(index).cloned());
                listed.unwrap_or_else(|| present.clone())
            }
        })
    })
}

/// The name of a kept run: its values and its date.
fn kept_name(kept: &Kept, state: &State) -> String {
    let (words, summary) = (&interface(state.language).comparison, kept.said(state.language));
    let with = if summary.is_empty() { words.defaults.to_owned() } else { summary };
    format!("{with}, {}", (words.kept_at)(&date_of(kept, state.language)))
}

/// The fields of the other run, below a heading.
fn other_fields(
    state: &State,
    typed: &[String],
    scenario: &'static Scenario,
    on_action: &Callback<Action>,
    on_wish: &Callback<Wish>,
) -> Html {
    if state.folds() {
        return html! { <div class="params folded">{folded::values(scenario, typed, state.language)}</div> };
    }
    let changed = scenario.fields(&[]) != typed;
    #[expect(clippy::wildcard_enum_match_arm, reason = "any other action means the same in the fields of both runs")]
    let to_other = on_action.reform(move |action| match action {
        Action::Type(place, typed) => Action::TypeOther(place, typed),
        Action::Defaults => Action::OtherDefaults,
        action => action,
    });
    html! {
        <>
            <h2 class="cap">{interface(state.language).comparison.sides.other}</h2>
        <Parameters
            language={state.language} {scenario} fields={typed.to_vec()} {changed} compare={false} other={true}
            on_action={to_other} {on_wish}
        />
        </>
    }
}
