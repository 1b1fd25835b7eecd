//! The lab's run, beside the editor: run bar, timeline, tabs and inspector.

use yew::{AttrValue, Callback, Html, html};

use super::bench::Bench;
use super::desk::{Desk, Wishes};
use super::{asking, ending, predicting, problems, row, spans};
use crate::app::controls::run_bar::{Choices, RunBar, Shown};
use crate::app::controls::said::SaidLine;
use crate::app::model::action::Action;
use crate::app::model::choices::Tab;
use crate::app::model::lab::PARAMETERS;
use crate::app::model::run::Run;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::app::panels::gain::Gain;
use crate::app::panels::inspector::Inspector;
use crate::app::panels::log_panel::LogPanel;
use crate::app::panels::output::OutputPanel;
use crate::app::panels::table::Table;
use crate::app::panels::tabs::Tabs;
use crate::app::timeline::requests;
use crate::app::timeline::view::TimelineView;
use crate::host::Phase;
use crate::text::lab::lab;
use crate::text::{Language, interface};

/// The tabs of the lab.
const TABS: &[Tab] = &[Tab::Output, Tab::Log, Tab::Table, Tab::Problems];

/// The run: its bar, its timeline, its panels and the inspector.
pub(super) fn view(state: &State, desk: &Desk, bench: &Bench, wishes: &Wishes) -> Html {
    let Wishes { on_action, on_wish } = wishes;
    let run = &state.run;
    let on_wish = &on_wish_of(desk, on_wish);
    html! {
        <>
            {run_bar(state, bench, on_action, on_wish)}
            <SaidLine language={state.language} run={run.clone()} />
            {row::view(state, bench, desk, on_action)}
            {predicting::view(state, bench, on_action, on_wish)}
            <div class="lanes-box" data-edited={bench.edited().then_some("true")} onclick={spans::on_click(desk)}>
                <TimelineView
                    language={state.language} run={run.clone()} compared={run.as_ref().is_some_and(|run| run.tracks.len() > 1)}
                    selected={state.selected.clone()} {on_action} on_wish={Some(on_wish.clone())}
                />
            </div>
            <div class="below">
                <Tabs language={state.language} tabs={TABS} open={tab(state)} {on_action} count={Some((Tab::Problems, bench.problems.as_ref().map_or(0, Vec::len)))}>
                    {panel(state, desk, bench, wishes)}
                </Tabs>
                <Inspector language={state.language} run={run.clone()} selected={state.selected.clone()} {on_action} />
            </div>
            <p class="unseen" role="alert">{alert(run.as_ref(), bench, desk)}</p>
        </>
    }
}

fn run_bar(state: &State, bench: &Bench, on_action: &Callback<Action>, on_wish: &Callback<Wish>) -> Html {
    let run = state.run.as_ref();
    // An edited text is run again, even if an earlier run is paused.
    let phase = run.map(|run| run.progress.phase);
    let phase = if phase == Some(Phase::Paused) && bench.edited() { Some(Phase::Finished) } else { phase };
    let shown = Shown {
        phase,
        now: run.map_or(0.0, |run| run.progress.now),
        said: ending::phase(run, bench, state.language).map(AttrValue::from),
        back: run.is_some_and(Run::can_go_back),
        real: false,
        stop: Some(bench.busy),
    };
    let seed = state.fields.first().map(|typed| (0, &PARAMETERS[0], typed.clone()));
    html! {
        <RunBar
            language={state.language} {shown} choices={Choices::of(state)} {seed} compare={None::<(bool, AttrValue)>}
            {on_action} {on_wish}
        />
    }
}

/// Handles the reader's wishes: the desk handles Run.
fn on_wish_of(desk: &Desk, on_wish: &Callback<Wish>) -> Callback<Wish> {
    let (desk, on_wish) = (desk.clone(), on_wish.clone());
    Callback::from(move |wish| if wish == Wish::Toggle { desk.toggle() } else { on_wish.emit(wish) })
}

/// The gain of the edit over the earlier version, and the first difference.
fn gain(run: &Run, language: Language, on_wish: &Callback<Wish>) -> Html {
    html! { <Gain {language} run={run.clone()} kept={None::<u32>} {on_wish} /> }
}

/// The text that a screen reader announces at once: that the run failed.
fn alert(run: Option<&Run>, bench: &Bench, desk: &Desk) -> Option<String> {
    let failed = lab(desk.language()).failed;
    ending::phase(run, bench, desk.language()).filter(|phase| phase == failed)
}

fn tab(state: &State) -> Tab {
    if TABS.contains(&state.tab) { state.tab } else { Tab::Output }
}

/// The open tab.
fn panel(state: &State, desk: &Desk, bench: &Bench, wishes: &Wishes) -> Html {
    let Wishes { on_action, on_wish } = wishes;
    let (language, run, selected) = (state.language, state.run.clone(), state.selected.clone());
    match tab(state) {
        Tab::Log => html! { <LogPanel {language} {run} {selected} {on_wish} /> },
        Tab::Table => html! {
            <>
                <Table {language} run={run.clone()} />
                {for run.iter().flat_map(|run| &run.tracks).map(|track| requests::view(track, interface(language)))}
            </>
        },
        Tab::Problems => problems::view(desk, bench),
        Tab::Output | Tab::Outcome | Tab::Code | Tab::Explanation => html! {
            <OutputPanel {language} run={run.clone()} {selected} {on_action} {on_wish}>
                {asking::view(desk, bench)}
                {for run.iter().map(|run| ending::view(run, desk, bench))}
                {for run.iter().filter(|run| run.tracks.len() > 1).map(|run| gain(run, language, on_wish))}
            </OutputPanel>
        },
    }
}
