//! The fields of a scenario's parameters, each with its message when what was typed is no value.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, KeyboardEvent, Properties, component, html};

use super::figures::short;
use super::player::Wish;
use super::state::Action;
use crate::scenarios::{Kind, Parameter, Refusal, Scenario};
use crate::text::{Interface, Language, interface};

/// What the fields show.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// Whose parameters.
    pub scenario: &'static Scenario,
    /// What stands in the fields.
    pub fields: Vec<String>,
    /// Whether one differs from its default.
    pub changed: bool,
    /// What the reader wants.
    pub on_action: Callback<Action>,
    /// What the reader wants of the run.
    pub on_wish: Callback<Wish>,
}

/// The fields.
#[component]
pub fn Parameters(props: &Props) -> Html {
    let words = interface(props.language);
    let labels = props.scenario.text.get(props.language).parameters;
    let defaults = props.on_action.reform(|_| Action::Defaults);
    let parameters = props.scenario.parameters.iter().enumerate();

    html! {
        <div class="params" role="group" aria-label={words.parameters}>
            {for parameters.map(|(place, parameter)| {
                field(place, parameter, labels.get(place).copied().unwrap_or(parameter.name), props, words)
            })}
            <button class="quiet defaults" type="button" disabled={!props.changed} onclick={defaults}>{words.defaults}</button>
        </div>
    }
}

fn field(place: usize, parameter: &Parameter, label: &'static str, props: &Props, words: &'static Interface) -> Html {
    let typed = props.fields.get(place).cloned().unwrap_or_default();
    let refusal = parameter.parse(&typed).err();
    let (id, message_id) = (format!("p-{}", parameter.name), format!("m-{}", parameter.name));
    let on_input = props.on_action.reform(move |event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Action::Type(place, field.map(|field| field.value()).unwrap_or_default())
    });
    let on_key = {
        let on_wish = props.on_wish.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.ctrl_key() && !event.meta_key() {
                on_wish.emit(Wish::Toggle);
            }
        })
    };
    let unit = matches!(parameter.kind, Kind::Seconds { .. }).then_some(words.seconds_unit);
    let wide = matches!(parameter.kind, Kind::Word { .. });
    let input_mode = match parameter.kind {
        Kind::Seconds { .. } => "decimal",
        Kind::Count { .. } => "numeric",
        Kind::Word { .. } => "text",
    };
    let message = refusal
        .map(|refusal| format!("{} {}", explain(refusal, words), (words.used_instead)(&parameter.default().text())));
    html! {
        <div class="param" key={parameter.name}>
            <label for={id.clone()}>{label}</label>
            <input
                {id} class={wide.then_some("wide")} value={typed} oninput={on_input} onkeydown={on_key}
                inputmode={input_mode} autocomplete="off" spellcheck="false" aria-describedby={message_id.clone()}
                aria-invalid={refusal.is_some().to_string()}
            />
            <span class="unit">{unit}</span>
            <span class="refusal" id={message_id} role="status">{message}</span>
        </div>
    }
}

/// Why a text is no value.
#[must_use]
pub fn explain(refusal: Refusal, words: &Interface) -> String {
    match refusal {
        Refusal::Empty => words.refused_empty.to_owned(),
        Refusal::NotANumber => words.refused_number.to_owned(),
        Refusal::NotWhole => words.refused_whole.to_owned(),
        Refusal::Outside { low, high } => (words.refused_outside)(&short(low), &short(high)),
        Refusal::TooLong(longest) => (words.refused_long)(longest),
    }
}
