//! The page of a scenario: title, question, parameters, run bar, timeline, tabs, inspector.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component, html, use_memo};

use super::parts;
use super::scenario_panels::{below, inspector};
use crate::app::controls::folded;
use crate::app::controls::heartbeat;
use crate::app::controls::parameters::Parameters;
use crate::app::controls::run_bar::{Choices, RunBar, Shown};
use crate::app::controls::said::SaidLine;
use crate::app::controls::versus;
use crate::app::course::door::{Part, behind};
use crate::app::course::exercise;
use crate::app::course::later::{Loading, use_file};
use crate::app::course::readings::{Page, neighbours};
use crate::app::model::action::Action;
use crate::app::model::against::Rival;
use crate::app::model::run::Run;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::app::timeline::settled::use_settled;
use crate::app::timeline::view::TimelineView;
use crate::app::widgets::icon::icon;
use crate::program::{ProgramRef, Variant};
use crate::scenarios::{Chapter, Scenario};
use crate::text::interface;
use crate::text::lab::lab;
use crate::text::tries::tries;

/// The properties of the page.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The state of the page.
    pub state: Rc<State>,
    /// The scenario.
    pub scenario: &'static Scenario,
    /// The state of the load of the program's parts that the page needs now; `None` when they are loaded.
    pub loading: Option<Loading>,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The page of a scenario.
#[component]
pub fn ScenarioPage(props: &Props) -> Html {
    let Props { state, scenario, on_action, on_wish, .. } = props;
    let run = &state.run;
    let guide = use_file(*scenario.guide.get(state.language));
    let guide = if state.hides() { Loading::Hidden } else { guide };
    let rested = at_rest(props, use_settled(run.as_ref()));
    // The parts below and beside the timeline depend on these values only, so they are not rendered in every frame.
    let seen = (rested.state.clone(), guide.clone(), *scenario);
    let below = use_memo((seen.clone(), props.loading.clone()), |((_, guide, _), loading)| {
        below(&rested, guide, loading.as_ref())
    });
    let beside = use_memo(seen, |(_, guide, _)| inspector(&rested, guide.clone()));
    html! {
        <>
            <main class="work" id="work" tabindex="-1" data-scenario={scenario.id} data-run-state={state.run_state()} data-real={state.is_real().then_some("true")}>
                {title(props)}
                <div>{task(props, &guide)}</div>
                {parameters(props)}
                {run_bar(props)}
                <SaidLine language={state.language} run={rested.state.run.clone()} />
                {versus::view(state, scenario, on_action, on_wish)}
                {predict(props)}
                {ask(props)}
                <TimelineView
                    language={state.language} run={run.clone()} compared={state.compares()} selected={state.selected.clone()}
                    {on_action} on_wish={(!state.awaits_world()).then(|| on_wish.clone())}
                />
                {heartbeat::view(run.as_ref(), interface(state.language))}
                {(*below).clone()}
                {neighbours(Page::Scenario(scenario), state.language, &|scenario| state.route().to_scenario(scenario))}
            </main>
            {(*beside).clone()}
        </>
    }
}

fn run_bar(props: &Props) -> Html {
    let Props { state, on_action, on_wish, .. } = props;
    let run = state.run.as_ref();
    let shown = Shown {
        phase: run.map(|run| run.progress.phase),
        now: run.map_or(0.0, |run| run.progress.now),
        said: changed(state),
        back: run.is_some_and(Run::can_go_back),
        real: state.is_real(),
        stop: can_stop(state),
    };
    let compare = other(state).map(|title| (state.compares(), AttrValue::from(title)));
    html! { <RunBar language={state.language} {shown} choices={Choices::of(state)} {compare} {on_action} {on_wish} /> }
}

/// The title, the question, and the buttons beside the title.
fn title(props: &Props) -> Html {
    let text = props.scenario.text.get(props.state.language);
    html! {
        <div class="title">
            <h1>{text.title}</h1>
            <p class="question">{text.question}</p>
            {edit_link(props)}
            {predict_button(props)}
        </div>
    }
}

/// The properties with `run` in place of the present run: parts that read whole logs follow the cursor later
/// (`timeline/settled.rs`).
fn at_rest(props: &Props, run: Option<Run>) -> Props {
    let state =
        if run == props.state.run { props.state.clone() } else { State { run, ..(*props.state).clone() }.into() };
    Props {
        state,
        scenario: props.scenario,
        loading: props.loading.clone(),
        on_action: props.on_action.clone(),
        on_wish: props.on_wish.clone(),
    }
}

/// The parameters: as fields, or as one line while a run is shown.
fn parameters(props: &Props) -> Html {
    let Props { state, scenario, on_action, on_wish, .. } = props;
    if state.folds() && !scenario.parameters.is_empty() {
        return folded::view(state, scenario, on_action);
    }
    html! {
        <Parameters
            language={state.language} {scenario} fields={state.fields.clone()} changed={state.fields_changed()}
            compare={state.compares() && *state.against.rival() == Rival::Ways} {on_action} {on_wish}
        />
    }
}

/// The question for consent, if there is one.
fn ask(props: &Props) -> Html {
    if props.state.asked.is_empty() {
        return html! { <div /> };
    }
    behind(Part::Ask, props.loading.as_ref(), props.state.language, || parts::ask(props))
}

/// The link that opens the program in the lab. In the lab, a run with real requests uses a module of the lab.
fn edit_link(props: &Props) -> Html {
    let Props { state, on_action, .. } = props;
    if state.hides() {
        return html! { <span hidden={true} /> };
    }
    let edit = on_action.reform(|_: yew::MouseEvent| Action::Edit);
    html! {
        <a class="btn" id="edit" href={state.route().to_lab()} onclick={edit}>
            {icon("pen")}<span>{lab(state.language).edit_this}</span>
        </a>
    }
}

/// The button that starts a prediction. Real requests cannot be predicted.
fn predict_button(props: &Props) -> Html {
    let (state, words) = (&props.state, &interface(props.state.language).prediction);
    if !state.comparable() {
        return html! { <span hidden={true} /> };
    }
    let on = state.predicts();
    let toggle = props.on_action.reform(move |_| Action::Predict(!on));
    html! {
        <button class="btn" type="button" id="predict" aria-pressed={on.to_string()} title={words.button_title} onclick={toggle}>
            {icon("ring")}<span>{words.button}</span>
        </button>
    }
}

/// The questions before a run or the marks after it; empty if the reader does not predict.
fn predict(props: &Props) -> Html {
    if !props.state.predicts() {
        return html! { <div hidden={true} /> };
    }
    behind(Part::Prediction, props.loading.as_ref(), props.state.language, || parts::prediction(props))
}

/// The task of an exercise, if the scenario is a model solution.
fn task(props: &Props, guide: &Loading) -> Html {
    let Props { state, scenario, on_action, .. } = props;
    if scenario.chapter == Chapter::Exercises && !state.hides() {
        exercise::view(state.language, guide, on_action)
    } else {
        html! { <span hidden={true} /> }
    }
}

/// Whether the program can be stopped now; `None` if it does not run until Ctrl+C.
fn can_stop(state: &State) -> Option<bool> {
    let (_, stop) = state.stop()?;
    Some(state.run.as_ref().is_some_and(|run| !run.over() && run.progress.now < stop))
}

/// The text after a value was changed during a run: the run must be started again.
fn changed(state: &State) -> Option<AttrValue> {
    (state.dropped && state.run.is_none()).then(|| tries(state.language).changed.into())
}

/// The tooltip of the button Compare; `None` if nothing can be compared.
fn other(state: &State) -> Option<String> {
    let (scenario, setup, words) = (state.scenario()?, state.setup(), interface(state.language));
    let program = ProgramRef::from(scenario);
    let is_shown = |variant: &Variant| variant.program == program && variant.setup == setup;
    let way = state.ways().into_iter().find(|variant| !is_shown(variant));
    let title = || words.comparison.button.to_owned();
    state.comparable().then(|| way.map_or_else(title, |way| (words.compare_with)(&way.title(state.language))))
}
