//! Renders what stands below and beside a scenario's timeline: legend, tabs and inspector.

use yew::{Callback, Html, html};

use super::scenario_page::Props;
use crate::app::course::later::Loading;
use crate::app::model::action::Action;
use crate::app::model::choices::Tab;
use crate::app::model::run::Run;
use crate::app::model::state::State;
use crate::app::panels::code::CodePanel;
use crate::app::panels::explanation::Explanation;
use crate::app::panels::gain::Gain;
use crate::app::panels::inspector::Inspector;
use crate::app::panels::kept_runs;
use crate::app::panels::legend::Legend;
use crate::app::panels::log_panel::LogPanel;
use crate::app::panels::outcome::Outcome;
use crate::app::panels::output::OutputPanel;
use crate::app::panels::table::Table;
use crate::app::panels::tabs::Tabs;
use crate::app::timeline::stage;
use crate::host::document;
use crate::program::Variant;

/// The legend and the tabs.
pub fn below(props: &Props, guide: &Loading) -> Html {
    let Props { state, on_action, .. } = props;
    html! {
        <>
            {legend(props)}
            <Tabs language={state.language} open={state.tab} {on_action}>
                {if state.tab == Tab::Outcome { outcome(props) } else { panel(props, guide) }}
            </Tabs>
        </>
    }
}

fn legend(props: &Props) -> Html {
    let Props { state, on_action, .. } = props;
    html! { <Legend language={state.language} run={state.run.clone()} full={state.legend} {on_action} /> }
}

/// Handles a suggestion: like any run that the reader starts, it is scrolled into view.
fn on_try(on_action: &Callback<Action>) -> Callback<Action> {
    let on_action = on_action.clone();
    Callback::from(move |action| {
        let tries = matches!(action, Action::TryOut(_));
        on_action.emit(action);
        if tries {
            on_action.emit(Action::Fold(true));
            document::after_render(stage::bring_on);
        }
    })
}

pub fn inspector(props: &Props, guide: Loading) -> Html {
    let Props { state, scenario, on_action, .. } = props;
    html! {
        <Inspector
            language={state.language} scenario={Some(*scenario)} guide={Some(guide)} run={state.run.clone()} selected={state.selected.clone()} tried={state.before_try.is_some()} on_action={on_try(on_action)}
        />
    }
}

/// The panel that is open at first: the outcome.
fn outcome(props: &Props) -> Html {
    let Props { state, .. } = props;
    html! { <Outcome language={state.language} run={state.run.clone()}>{comparison(props)}</Outcome> }
}

fn panel(props: &Props, guide: &Loading) -> Html {
    let Props { state, .. } = props;
    let (language, run, selected) = (state.language, state.run.clone(), state.selected.clone());
    match state.tab {
        Tab::Outcome | Tab::Problems => outcome(props),
        Tab::Log => html! { <LogPanel {language} {run} {selected} on_wish={props.on_wish.clone()} /> },
        Tab::Code => html! { <CodePanel {language} {run} {selected} programs={programs(state)} /> },
        Tab::Explanation => {
            html! { <Explanation {language} guide={guide.clone()} scenario={Some(props.scenario)} tried={state.before_try.is_some()} on_action={on_try(&props.on_action)} /> }
        }
        Tab::Table => html! { <Table {language} {run} /> },
        Tab::Output => html! {
            <OutputPanel {language} {run} {selected} on_action={props.on_action.clone()} on_wish={props.on_wish.clone()} />
        },
    }
}

/// The gain over the other run, and the kept runs.
fn comparison(props: &Props) -> Html {
    match &props.state.run {
        Some(run) => gain(run, props),
        None => html! {},
    }
}

fn gain(run: &Run, props: &Props) -> Html {
    let Props { state, on_action, on_wish, .. } = props;
    let kept = state.kept_beside().map(|kept| kept.story);
    html! {
        <>
            <Gain language={state.language} run={run.clone()} {kept} on_wish={on_wish.clone()} />
            {kept_runs::view(state, run, on_action)}
        </>
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
