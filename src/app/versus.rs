//! What the present run is compared with: the other ways of the same work, other values, or a run that was kept.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, html};

use super::kept::date_of;
use super::parameters::Parameters;
use super::player::Wish;
use super::state::{Action, State, fields};
use crate::scenarios::Scenario;
use crate::text::interface;

/// The choice.
pub const WITH: &str = "with";

/// The values of the choice's first options; a kept run has its number.
const WAYS: &str = "ways";
const OTHER: &str = "other";

/// The choice, and the fields of the other run; nothing where nothing is compared.
pub fn view(
    state: &State,
    scenario: &'static Scenario,
    on_action: &Callback<Action>,
    on_wish: &Callback<Wish>,
) -> Html {
    if !state.compare {
        return html! { <div hidden={true} /> };
    }
    choice(state, scenario, on_action, on_wish)
}

#[inline(never)]
fn choice(state: &State, scenario: &'static Scenario, on_action: &Callback<Action>, on_wish: &Callback<Wish>) -> Html {
    let words = &interface(state.language).comparison;
    let kept = state.kept_here();
    let chosen = state.with.as_ref().map(|with| kept.iter().position(|kept| kept.fields() == *with));
    let choose = {
        let all: Vec<Vec<String>> = kept.iter().map(|kept| kept.fields()).collect();
        let other = state.with.clone().unwrap_or_else(|| state.fields.clone());
        on_action.reform(move |event: Event| {
            let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let value = field.map(|field| field.value()).unwrap_or_default();
            if value == WAYS {
                return Action::With(None);
            }
            let kept = value.parse().ok().and_then(|place: usize| all.get(place).cloned());
            Action::With(Some(kept.unwrap_or_else(|| other.clone())))
        })
    };
    let [ways, other] = words.options;
    html! {
        <div class="versus">
            <label class="field">
                <span>{words.with}</span>
                <select id={WITH} onchange={choose}>
                    {(!state.ways().is_empty()).then(|| html! {
                        <option key={WAYS} value={WAYS} selected={chosen.is_none()}>{ways}</option>
                    })}
                    <option key={OTHER} value={OTHER} selected={chosen == Some(None)}>{other}</option>
                    {for kept.iter().enumerate().map(|(place, kept)| html! {
                        <option key={place} value={place.to_string()} selected={chosen == Some(Some(place))}>
                            {(words.kept_at)(&date_of(kept, state.language))}
                        </option>
                    })}
                </select>
            </label>
            {match &state.with {
                Some(with) => other_fields(state, with, scenario, on_action, on_wish),
                None => html! { <span hidden={true} /> },
            }}
            <p class="refusal" role="status">{state.real_beside().then_some(words.real_beside)}</p>
        </div>
    }
}

/// The fields of the other run. They begin as those of the present one.
#[inline(never)]
fn other_fields(
    state: &State,
    with: &[String],
    scenario: &'static Scenario,
    on_action: &Callback<Action>,
    on_wish: &Callback<Wish>,
) -> Html {
    let like_this = fields(scenario, &[]);
    let changed = like_this != with;
    let to_other = on_action.reform(move |action| match action {
        Action::Type(place, typed) => Action::TypeOther(place, typed),
        Action::Defaults => Action::With(Some(like_this.clone())),
        action => action,
    });
    html! {
        <Parameters
            language={state.language} {scenario} fields={with.to_vec()} {changed} compare={false} other={true}
            on_action={to_other} {on_wish}
        />
    }
}
