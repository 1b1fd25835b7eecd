//! What to try next: for a suggestion with values, a button sets them and runs.

use yew::{Callback, Html, html};

use crate::app::course::prose::{Terms, prose};
use crate::app::model::action::Action;
use crate::app::model::given::Given;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::icon;
use crate::program::{Parameter, Value};
use crate::scenarios::Scenario;
use crate::text::tries::tries;
use crate::text::{Guide, Interface, Language, ScenarioText, interface};

/// Renders the suggestions, and the button that restores the values from before the first one.
pub fn view(
    guide: &Guide,
    scenario: Option<&'static Scenario>,
    language: Language,
    tried: bool,
    on_action: &Callback<Action>,
) -> Html {
    let items = guide.next.iter().zip(&guide.sets).map(|(text, sets)| {
        let told = prose(text, &mut Terms::default());
        match scenario.filter(|_| !sets.is_empty()) {
            Some(scenario) => html! { <li class="try">{button(scenario, sets, language, on_action)}<p>{told}</p></li> },
            None => html! { <li>{told}</li> },
        }
    });
    let back = on_action.reform(|_| Action::Untry);
    html! {
        <>
            <ul class="tries">{for items}</ul>
            {tried.then(|| html! { <button class="btn untry" type="button" onclick={back}>{icon("reset")}{tries(language).back}</button> })}
        </>
    }
}

/// Parses the values of a suggestion, by name.
#[must_use]
pub fn given(sets: &str) -> Given {
    form_urlencoded::parse(sets.as_bytes()).into_owned().collect()
}

fn button(scenario: &'static Scenario, sets: &str, language: Language, on_action: &Callback<Action>) -> Html {
    let given = given(sets);
    let said: Vec<Html> = given.iter().filter_map(|(name, value)| set(scenario, name, value, language)).collect();
    let go = on_action.reform(move |_| Action::TryOut(given.clone()));
    html! { <button class="btn" type="button" onclick={go}>{icon("play")}<span>{for said}</span></button> }
}

/// One value with the label of its field.
fn set(scenario: &'static Scenario, name: &str, value: &str, language: Language) -> Option<Html> {
    let words = interface(language);
    if name == "compare" {
        return Some(html! { <b class="set">{words.compare}</b> });
    }
    if name == "speed" {
        return Some(html! { <b class="set">{words.instant}</b> });
    }
    let place = scenario.parameters.iter().position(|parameter| parameter.name == name)?;
    let (parameter, text) = (&scenario.parameters[place], scenario.text.get(language));
    let value = worded(parameter, place, value, text, words);
    Some(html! { <span class="set"><b>{text.label(place)}</b>{" = "}<b>{value}</b></span> })
}

/// A value in the words of its field.
fn worded(parameter: &Parameter, place: usize, value: &str, text: &'static ScenarioText, words: &Interface) -> String {
    let parsed = parameter.used(value);
    match &parsed {
        Value::Choice(_) | Value::Source { .. } => {
            let index = parameter.options().iter().position(|option| Some(*option) == parsed.option());
            index.and_then(|index| text.options(place).nth(index)).unwrap_or_default().to_owned()
        }
        Value::Switch(on) => {
            if *on { words.switched.on } else { words.switched.off }.trim_start_matches([':', '\u{a0}', ' ']).to_owned()
        }
        Value::Number(number) => words.short(*number),
        Value::Numbers(numbers) => numbers.iter().map(|number| words.short(*number)).collect::<Vec<_>>().join(" "),
        Value::Count(_) | Value::Word(_) | Value::Addresses(_) => value.to_owned(),
    }
}
