//! Renders the parts below and beside a scenario's timeline: legend, tabs and inspector.

use yew::{Callback, Html, html};

use super::parts;
use super::scenario_page::Props;
use crate::app::course::door::{Part, behind};
use crate::app::course::later::Loading;
use crate::app::model::action::Action;
use crate::app::model::choices::Tab;
use crate::app::panels::inspector::Inspector;
use crate::app::panels::kept_runs;
use crate::app::panels::legend::Legend;
use crate::app::panels::outcome::Outcome;
use crate::app::panels::tabs::Tabs;
use crate::app::timeline::stage;
use crate::host::document;

/// The legend and the tabs. `loading` is the state of the load of the program's parts that the page needs.
pub fn below(props: &Props, guide: &Loading, loading: Option<&Loading>) -> Html {
    let Props { state, on_action, .. } = props;
    html! {
        <>
            {legend(props)}
            <Tabs language={state.language} open={state.tab} {on_action}>
                {panel(props, guide, loading)}
            </Tabs>
        </>
    }
}

fn legend(props: &Props) -> Html {
    let Props { state, on_action, .. } = props;
    html! { <Legend language={state.language} run={state.run.clone()} full={state.legend} {on_action} /> }
}

/// Runs a suggestion of the guide. The run is scrolled into view, like every run that the reader starts.
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

fn panel(props: &Props, guide: &Loading, loading: Option<&Loading>) -> Html {
    let language = props.state.language;
    match props.state.tab {
        Tab::Outcome | Tab::Problems => outcome(props, loading),
        Tab::Code => behind(Part::Code, loading, language, || parts::code(props)),
        Tab::Log | Tab::Explanation | Tab::Table | Tab::Output => {
            behind(Part::Tabs, loading, language, || parts::tab(props, guide, &on_try(&props.on_action)))
        }
    }
}

/// The panel that is open at first: the outcome, with the gain over the other run and the kept runs.
fn outcome(props: &Props, loading: Option<&Loading>) -> Html {
    let Props { state, on_action, .. } = props;
    let comparison = state.run.as_ref().map(|run| {
        let compared = || behind(Part::Gain, loading, state.language, || parts::gain(props, run));
        html! {
            <>
                {if run.tracks.len() > 1 { compared() } else { html! {} }}
                {kept_runs::view(state, run, on_action)}
            </>
        }
    });
    html! { <Outcome language={state.language} run={state.run.clone()}>{comparison.unwrap_or_default()}</Outcome> }
}
