//! The parts of the program that a place needs, and the entrances to most of them (`tools/parts.mjs`). The tool cuts at these
//! entrances, so they are not inlined. They are called only when the part is loaded.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html, html};

use super::keys::KeyList;
use super::scenario_page::Props;
use super::welcome::{self, Welcome};
use crate::app::controls::ask::Ask;
use crate::app::controls::predict::{Asked, Predict};
use crate::app::course::door::Part;
use crate::app::course::later::Loading;
use crate::app::course::reading::ReadingPage;
use crate::app::model::action::Action;
use crate::app::model::choices::Tab;
use crate::app::model::place::Place;
use crate::app::model::run::Run;
use crate::app::model::state::State;
use crate::app::panels::code::CodePanel;
use crate::app::panels::explanation::Explanation;
use crate::app::panels::gain::Gain;
use crate::app::panels::log_panel::LogPanel;
use crate::app::panels::output::OutputPanel;
use crate::app::panels::table::Table;
use crate::program::{ProgramRef, Variant};
use crate::scenarios;
use crate::text::{Language, Reading};

/// The parts that a place needs before it can be shown.
pub fn needed(place: &Place) -> Vec<Part> {
    let own = match place {
        Place::Lab | Place::Exercise(_) => return vec![Part::Lab, Part::Tabs, Part::Prediction, Part::Gain],
        Place::Reading(..) => return vec![Part::Reading],
        Place::Scenario(scenario) => Some(*scenario),
        Place::Contents | Place::Unknown(_) => None,
    };
    let compared = own.map_or_else(welcome::compared, |scenario| scenarios::ways(scenario, &scenario.defaults()));
    let others = compared.iter().filter_map(|variant| scenarios::find(&variant.program.id));
    own.is_none().then_some(Part::Welcome).into_iter().chain(others.chain(own).map(Part::Program)).collect()
}

/// The parts that the page needs in this state.
pub fn wanted(state: &State) -> Vec<Part> {
    let keys = state.keys.then_some(Part::Keys);
    if state.scenario().is_none() {
        return keys.into_iter().collect();
    }
    let tab = match state.tab {
        Tab::Outcome | Tab::Problems => None,
        Tab::Code => Some(Part::Code),
        Tab::Log | Tab::Explanation | Tab::Table | Tab::Output => Some(Part::Tabs),
    };
    let predicts = state.predicts().then_some(Part::Prediction);
    let compares = (state.shown().len() > 1).then_some(Part::Gain);
    let asks = (!state.asked.is_empty()).then_some(Part::Ask);
    tab.into_iter().chain(predicts).chain(compares).chain(asks).chain(keys).collect()
}

/// The open tab, if it is not the outcome or the code.
#[inline(never)]
pub fn tab(props: &Props, guide: &Loading, on_try: &Callback<Action>) -> Html {
    let state = &props.state;
    let (language, run, selected) = (state.language, state.run.clone(), state.selected.clone());
    let (on_action, on_wish) = (props.on_action.clone(), props.on_wish.clone());
    match state.tab {
        Tab::Outcome | Tab::Code | Tab::Problems => html! {},
        Tab::Log => html! { <LogPanel {language} {run} {selected} {on_wish} /> },
        Tab::Explanation => {
            let tried = state.before_try.is_some();
            html! { <Explanation {language} guide={guide.clone()} scenario={Some(props.scenario)} {tried} on_action={on_try.clone()} /> }
        }
        Tab::Table => html! { <Table {language} {run} /> },
        Tab::Output => html! { <OutputPanel {language} {run} {selected} {on_action} {on_wish} /> },
    }
}

/// The tab with the code.
#[inline(never)]
pub fn code(props: &Props) -> Html {
    let state = &props.state;
    html! {
        <CodePanel language={state.language} run={state.run.clone()} selected={state.selected.clone()} programs={programs(state)} />
    }
}

/// The programs of the run without repetitions. A program with several setups is shown with the values of the fields.
fn programs(state: &State) -> Vec<Variant> {
    let present = state.setup();
    let mut programs: Vec<Variant> = Vec::new();
    for variant in state.shown() {
        match programs.iter_mut().find(|shown| shown.program == variant.program) {
            Some(shown) if variant.setup == present => *shown = variant,
            Some(_) => {}
            None => programs.push(variant),
        }
    }
    programs
}

/// The questions before a run, and the answers after it.
#[inline(never)]
pub fn prediction(props: &Props) -> Html {
    let Props { state, scenario, on_action, on_wish, .. } = props;
    html! {
        <Predict
            language={state.language} guess={state.guess.clone()} run={state.run.clone()}
            asked={Asked::Rehearsed(ProgramRef::from(*scenario), state.setup())} {on_action} {on_wish}
        />
    }
}

/// The gain of a comparison.
#[inline(never)]
pub fn gain(props: &Props, run: &Run) -> Html {
    let Props { state, on_wish, .. } = props;
    let kept = state.kept_beside().map(|kept| kept.story);
    html! { <Gain language={state.language} run={run.clone()} {kept} on_wish={on_wish.clone()} /> }
}

/// The question for consent.
#[inline(never)]
pub fn ask(props: &Props) -> Html {
    let Props { state, on_action, on_wish, .. } = props;
    let elsewhere = state.framed.then(|| AttrValue::from(format!("#{}", state.route())));
    html! { <Ask language={state.language} origins={state.asked.clone()} {elsewhere} {on_action} {on_wish} /> }
}

/// The list of keys.
#[inline(never)]
pub fn keys(state: &State, on_action: &Callback<Action>) -> Html {
    html! { <KeyList letters={state.letters} language={state.language} {on_action} /> }
}

/// The first page, or the page for an unknown address.
#[inline(never)]
pub fn welcome(
    language: Language,
    first: &str,
    home: &str,
    unknown: Option<&String>,
    compared: Option<Rc<Run>>,
) -> Html {
    let key = if unknown.is_some() { "unknown" } else { "welcome" };
    let (first, home, unknown) = (first.to_owned(), home.to_owned(), unknown.cloned().map(AttrValue::from));
    html! { <Welcome {key} {language} {first} {home} {unknown} {compared} /> }
}

/// The run that the first page shows.
#[inline(never)]
pub fn compared() -> Run {
    welcome::run_compared()
}

/// A page to read.
#[inline(never)]
pub fn reading(language: Language, reading: &'static Reading, term: &str, addresses: &[String]) -> Html {
    html! { <ReadingPage key={reading.id} {language} {reading} term={term.to_owned()} addresses={addresses.to_vec()} /> }
}
