//! The parameters in one line while a run is shown, which leaves more room for the lanes.

use yew::{Callback, Html, MouseEvent, html};

use crate::app::model::action::Action;
use crate::app::model::state::State;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::icon;
use crate::host::document;
use crate::program::{Kind, Parameter, Value};
use crate::scenarios::Scenario;
use crate::text::{Interface, Language, ScenarioText, interface};

/// The line: each label with its value, and the button that opens the fields again.
pub fn view(state: &State, scenario: &'static Scenario, on_action: &Callback<Action>) -> Html {
    let words = interface(state.language);
    let first = first_field(scenario);
    let open = on_action.reform(move |_: MouseEvent| {
        // The button disappears when it is pressed, so the focus moves to the first field.
        if let Some(first) = &first {
            document::focus_next(first);
        }
        Action::Fold(false)
    });
    html! {
        <div class="params folded" role="group" aria-label={words.parameters}>
            {values(scenario, &state.fields, state.language)}
            <button class="btn" type="button" id="modify" aria-expanded="false" aria-keyshortcuts="e" title="E" onclick={open}>
                <span>{words.modify}</span>{icon("down")}
            </button>
        </div>
    }
}

/// Each label with the value of its field. The seed is left out if the program draws nothing.
pub fn values(scenario: &'static Scenario, fields: &[String], language: Language) -> Html {
    let (text, words) = (scenario.text.get(language), interface(language));
    let draws = scenario.draws(&scenario.setup(fields));
    let used = scenario.parameters.iter().enumerate();
    let used = used.filter(|(_, parameter)| draws || !matches!(parameter.kind, Kind::Seed { .. }));
    let typed = |place: usize| fields.get(place).map_or("", String::as_str);
    used.map(|(place, parameter)| value(place, parameter, typed(place), text, words)).collect()
}

/// The id of the first field, if there is one.
pub fn first_field(scenario: &Scenario) -> Option<String> {
    scenario.parameters.first().map(|parameter| format!("p-{}", parameter.name))
}

fn value(
    place: usize,
    parameter: &'static Parameter,
    typed: &str,
    text: &'static ScenarioText,
    words: &'static Interface,
) -> Html {
    let value = parameter.used(typed);
    let option = |wanted: &str| {
        let index = parameter.options().iter().position(|option| *option == wanted);
        index.and_then(|index| text.options(place).nth(index)).unwrap_or_default().to_owned()
    };
    let seconds = match parameter.kind {
        Kind::Number { range, .. } | Kind::Numbers { range, .. } | Kind::Stop { range, .. } => range.seconds,
        Kind::Count { .. }
        | Kind::Seed { .. }
        | Kind::Word { .. }
        | Kind::Choice { .. }
        | Kind::Addresses { .. }
        | Kind::Source { .. }
        | Kind::Switch { .. } => false,
    };
    let unit = if seconds { format!("\u{a0}{}", words.seconds_unit) } else { String::new() };
    let shown = match &value {
        Value::Number(number) => words.short(*number) + &unit,
        Value::Numbers(numbers) => {
            numbers.iter().map(|number| words.short(*number)).collect::<Vec<_>>().join("  ") + &unit
        }
        Value::Count(count) => count.to_string(),
        Value::Word(word) => word.clone(),
        Value::Choice(chosen) => option(chosen),
        Value::Source { .. } => option(value.option().unwrap_or_default()),
        Value::Addresses(addresses) => addresses.join(" "),
        Value::Switch(on) => if *on { words.switched.on } else { words.switched.off }.to_owned(),
    };
    // The words for a switch's values begin with a colon.
    let space = if matches!(value, Value::Switch(_)) { "" } else { " " };
    html! { <span class="value" key={parameter.name}>{text.label(place)}{space}<b>{shown}</b></span> }
}
