//! The settings of the run bar: pace, speed, seed and Compare.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::{Event, Html, html};

use super::Props;
use crate::app::controls::field::FieldView;
use crate::app::controls::refusals::refused;
use crate::app::controls::seed;
use crate::app::model::action::Action;
use crate::app::model::choices::Mode;
use crate::app::model::route::{SPEEDS, speed_of};
use crate::app::widgets::figures::{Figures, short};
use crate::app::widgets::icon::icon;
use crate::program::Parameter;
use crate::text::Interface;

/// The settings. A narrow screen shows them in a second row.
pub(super) fn view(props: &Props, words: &Interface) -> Html {
    html! {
        <div class="settings" id="settings">
            {pace(props, words)}
            {for props.seed.iter().map(|(place, parameter, typed)| seed_field(*place, parameter, typed, props, words))}
            {compare_button(props, words)}
        </div>
    }
}

/// The choice of Live or Instant and of the speed. A run of real requests has neither.
fn pace(props: &Props, words: &Interface) -> Html {
    if props.shown.real {
        return html! { <span class="field" id="pace" title={words.real_title}><span>{words.real}</span></span> };
    }
    html! {
        <>
            <div class="seg" role="group" aria-label={words.mode}>
                {mode_button(Mode::Live, words.live, props)}
                {mode_button(Mode::Instant, words.instant, props)}
            </div>
            {speed_field(props, words)}
        </>
    }
}

fn mode_button(mode: Mode, word: &'static str, props: &Props) -> Html {
    let choose = props.on_action.reform(move |_| Action::SetMode(mode));
    html! {
        <button type="button" aria-pressed={(props.choices.mode == mode).to_string()} onclick={choose}>{word}</button>
    }
}

/// The choice of a live run's speed. It is disabled for an instant run.
fn speed_field(props: &Props, words: &Interface) -> Html {
    let choose = props.on_action.reform(|event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        Action::SetSpeed(field.and_then(|field| speed_of(&field.value())).unwrap_or(1.0))
    });
    html! {
        <label class="field">
            <span>{words.speed}</span>
            <select id="speed" onchange={choose} disabled={props.choices.mode == Mode::Instant}>
                {for SPEEDS.into_iter().map(|speed| html! {
                    <option value={short(speed)} selected={(props.choices.speed - speed).abs() < 1e-9}>{format!("×{}", words.short(speed))}</option>
                })}
            </select>
        </label>
    }
}

/// The seed's field, and the button that draws a new seed.
fn seed_field(place: usize, parameter: &'static Parameter, typed: &str, props: &Props, words: &Interface) -> Html {
    let message = refused(parameter, typed, words);
    let field = FieldView {
        prefix: "p-",
        name: parameter.name,
        label: words.seed,
        described_by: format!("m-{}", parameter.name),
        refused: message.is_some(),
        decimal_sign: words.decimal_sign,
        on_type: props.on_action.reform(move |typed| Action::Type(place, typed)),
        on_wish: props.on_wish.clone(),
    };
    html! {
        <div class="param">
            {seed::view(&field, parameter, typed.to_owned(), words)}
            <span class="refusal" id={field.described_by} role="status">{message}</span>
        </div>
    }
}

/// The button that starts or ends a comparison.
fn compare_button(props: &Props, words: &Interface) -> Html {
    let Some((compare, title)) = props.compare.clone() else { return html! { <span hidden={true} /> } };
    let toggle = props.on_action.reform(move |_| Action::Compare(!compare));
    html! {
        <button
            class="btn" type="button" id="compare" aria-pressed={compare.to_string()} {title}
            onclick={toggle}
        >
            {icon("compare")}<span>{words.compare}</span>
        </button>
    }
}
