//! The fields of a scenario's parameters, each with a message if its value is refused.

use yew::{Callback, Html, MouseEvent, Properties, classes, component, html};

use super::field::{FieldView, near, step};
use super::list_field;
use super::refusals::refused;
use super::seed;
use crate::app::model::action::Action;
use crate::app::model::wish::Wish;
use crate::host::document;
use crate::program::{Kind, OFF_ON, Parameter, Range, Value};
use crate::scenarios::Scenario;
use crate::text::{Interface, Language, interface};

/// The properties of the fields.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The scenario.
    pub scenario: &'static Scenario,
    /// The texts of the fields.
    pub fields: Vec<String>,
    /// Whether a field differs from its default.
    pub changed: bool,
    /// Whether a comparison shows all values of the parameter declared for comparing.
    pub compare: bool,
    /// Whether these are the fields of the other run of a comparison.
    #[prop_or_default]
    pub other: bool,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The fields. The seed's field is shown only if the program draws.
#[component]
pub fn Parameters(props: &Props) -> Html {
    let words = interface(props.language);
    let parameters = props.scenario.parameters.iter().enumerate();
    let draws = props.scenario.draws(&props.scenario.setup(&props.fields));
    let parameters = parameters.filter(|(_, parameter)| draws || !matches!(parameter.kind, Kind::Seed { .. }));
    let first = parameters.clone().next().map(|(_, parameter)| format!("{}{}", prefixes(props)[0], parameter.name));
    let defaults = props.on_action.reform(move |event: MouseEvent| {
        // The button gets disabled when it is pressed. If it was pressed by a key, the focus moves to the first field.
        if let (0, Some(first)) = (event.detail(), &first) {
            document::focus_next(first);
        }
        Action::Defaults
    });

    html! {
        <div class="params" role="group" aria-label={if props.other { words.comparison.parameters } else { words.parameters }}>
            {for parameters.map(|(place, parameter)| field(place, parameter, props, words))}
            <button class="quiet defaults" type="button" disabled={!props.changed} onclick={defaults}>{words.defaults}</button>
        </div>
    }
}

/// The prefixes of the ids of fields and of their messages. The other run's fields have prefixes of their own.
const fn prefixes(props: &Props) -> [&'static str; 2] {
    if props.other { ["o-", "n-"] } else { ["p-", "m-"] }
}

/// The default as a number: the greatest one of a list, and 0 for a value that is no number.
fn usual(parameter: &Parameter) -> f64 {
    match parameter.default() {
        Value::Number(number) => number,
        Value::Numbers(numbers) => numbers.into_iter().fold(0.0, f64::max),
        Value::Count(_)
        | Value::Word(_)
        | Value::Choice(_)
        | Value::Addresses(_)
        | Value::Source { .. }
        | Value::Switch(_) => 0.0,
    }
}

fn field(place: usize, parameter: &'static Parameter, props: &Props, words: &'static Interface) -> Html {
    let typed = props.fields.get(place).cloned().unwrap_or_default();
    let text = props.scenario.text.get(props.language);
    let message = refused(parameter, &typed, words);
    let [prefix, message_prefix] = prefixes(props);
    let view = FieldView {
        prefix,
        name: parameter.name,
        label: text.label(place),
        described_by: format!("{message_prefix}{}", parameter.name),
        refused: message.is_some(),
        decimal_sign: words.decimal_sign,
        on_type: props.on_action.reform(move |typed: String| Action::Type(place, typed)),
        on_wish: props.on_wish.clone(),
    };
    let control = control(&view, parameter, typed, place, props);
    html! {
        <div class={classes!("param", matches!(parameter.kind, Kind::Addresses { .. }).then_some("lines"))} key={parameter.name}>
            {control}
            <span class="refusal" id={view.described_by} role="status">{message}</span>
        </div>
    }
}

/// The control of a parameter with this text.
fn control(view: &FieldView, parameter: &'static Parameter, typed: String, place: usize, props: &Props) -> Html {
    let (text, words) = (props.scenario.text.get(props.language), interface(props.language));
    let shown_all = props.compare && !parameter.compared().is_empty();
    let value = parameter.used(&typed);
    match (parameter.kind, value) {
        (Kind::Number { range, .. } | Kind::Stop { range, .. }, Value::Number(number)) => {
            view.number(typed, number, near(range, usual(parameter), number), step(range), words)
        }
        (Kind::Count { low, high, .. }, Value::Count(count)) => {
            let range = Range { low: low.into(), high: high.into(), seconds: false };
            view.number(typed, count.into(), range, "1", words)
        }
        (Kind::Numbers { range, most, .. }, Value::Numbers(used)) => {
            list_field::view(view, &typed, &used, (range, most, usual(parameter)), words)
        }
        (Kind::Choice { .. } | Kind::Source { .. }, value) => {
            let named = parameter.options().iter().copied().zip(text.options(place));
            view.choice(named, value.option(), shown_all)
        }
        (Kind::Switch { .. }, value) => view.switch(value.option() == Some(OFF_ON[1]), shown_all),
        (Kind::Addresses { .. }, _) => view.lines(typed),
        (Kind::Seed { .. }, _) => seed::view(view, parameter, typed, words),
        (
            Kind::Word { .. } | Kind::Number { .. } | Kind::Numbers { .. } | Kind::Stop { .. } | Kind::Count { .. },
            _,
        ) => view.word(typed),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;
    use crate::app::model::sample::state;
    use crate::app::widgets::rendered::text;

    #[tokio::test]
    async fn a_refused_field_keeps_its_text_and_says_what_is_wrong() {
        let state = state("/s/concurrent?first=soon", Language::English, None);
        let scenario = state.scenario().expect("an address of a scenario");
        let props = Props {
            language: Language::English,
            scenario,
            fields: state.fields.clone(),
            changed: state.fields_changed(),
            compare: state.compares(),
            other: false,
            on_action: Callback::noop(),
            on_wish: Callback::noop(),
        };
        let html = LocalServerRenderer::<Parameters>::with_props(props).hydratable(false).render().await;
        assert!(html.contains("value=\"soon\""), "{html}");
        assert!(html.contains("aria-invalid=\"true\""));
        assert!(text(&html).contains("This is not a number. 2.0 is used instead."), "{html}");
    }
}
