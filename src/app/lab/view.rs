//! The lab's view: editor, run bar, timeline, output and inspector. A narrow screen shows editor or run.

use std::rc::Rc;

use web_sys::DragEvent;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_force_update, use_state_eq};

use super::desk::{Bench, Desk, Wishes};
use super::divider::Divider;
use super::{asking, bar, ending, exercise, keys, notes, predicting, present, problems, row, spans};
use crate::app::controls::run_bar::RunBar;
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
use crate::app::widgets::ids::EDITOR;
use crate::host::{Phase, document, files};
use crate::text::interface;
use crate::text::lab::lab;

/// The tabs of the lab.
const TABS: &[Tab] = &[Tab::Output, Tab::Log, Tab::Table, Tab::Problems];

/// The id of the element that the divider divides.
const LAB: &str = "lab";

/// The properties of the view.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The state of the page.
    pub state: Rc<State>,
    /// The lab's desk.
    pub desk: Desk,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The lab.
#[component]
pub fn LabPage(props: &Props) -> Html {
    let Props { state, desk, on_action, on_wish } = props;
    let update = use_force_update();
    use_effect_with((), {
        let (desk, state) = (desk.clone(), state.clone());
        let wishes = Wishes { on_action: on_action.clone(), on_wish: on_wish.clone() };
        move |()| {
            desk.enter(&state, Callback::from(move |()| update.force_update()), &wishes);
            let hidden = {
                let desk = desk.clone();
                document::on_window("pagehide", move |_| desk.rest())
            };
            let stored = {
                let desk = desk.clone();
                document::on_window("storage", move |_| desk.other_tab())
            };
            move || {
                drop((hidden, stored));
                desk.leave();
            }
        }
    });
    use_effect_with(state.language, {
        let desk = desk.clone();
        move |language| desk.speak(*language)
    });
    use_link(props);
    use_launch(props);
    use_present(props);
    predicting::use_rehearsal(state, desk);
    let bench = desk.bench();
    let timeline_page = use_state_eq(|| false);
    let page = if *timeline_page { "timeline" } else { "code" };
    let turn = |to: bool| {
        let setter = timeline_page.setter();
        Callback::from(move |_| setter.set(to))
    };
    let words = lab(state.language);
    html! {
        <main class="lab" id="work" tabindex="-1" data-run-state={state.run_state()} data-page={page} data-engine={engine_code(&bench)}>
            {exercise::head(state, desk, &bench, on_action)}
            {notes::view(desk, &bench, on_action)}
            <div class="columns" id={LAB} data-exercise={exercise::is_open(state).then_some("true")}>
                {exercise::panel(state)}
                {code(desk, &bench)}
                <Divider language={state.language} of={LAB} />
                <div class="runs">{runs(props, &bench)}</div>
            </div>
            <div class="pages" role="group" aria-label={words.pages}>
                <button type="button" aria-pressed={(!*timeline_page).to_string()} onclick={turn(false)}>{words.code_page}</button>
                <button type="button" aria-pressed={timeline_page.to_string()} onclick={turn(true)}>{words.timeline_page}</button>
            </div>
        </main>
    }
}

/// Shows the program of a link, and forgets the link once its program is the reader's own.
#[yew::hook]
fn use_link(props: &Props) {
    let Props { state, desk, on_action, .. } = props;
    use_effect_with(state.lab.code.clone(), {
        let desk = desk.clone();
        move |code| desk.follow_link(code)
    });
    let opened = *desk.0.opened.borrow() == state.lab.code;
    let settled = desk.bench().editor == Some(Ok(())) && !desk.bench().linked && opened && !state.lab.code.is_empty();
    use_effect_with(settled, {
        let on_action = on_action.clone();
        move |settled| {
            if *settled {
                on_action.emit(Action::Settle);
            }
        }
    });
}

/// Starts the run that the reader has requested, with the editor's text.
#[yew::hook]
fn use_launch(props: &Props) {
    let Props { state, desk, on_action, .. } = props;
    use_effect_with(state.lab.asked, {
        let (desk, on_action, setup) = (desk.clone(), on_action.clone(), state.setup());
        move |asked| {
            if let Some(program) = desk.clone().answers(*asked).then(|| desk.launched()).flatten() {
                on_action.emit(Action::Try(desk.variants(&program, setup)));
            }
        }
    });
}

/// Shows in the editor the line of each task, and marks the line of an uncaught exception.
#[yew::hook]
fn use_present(props: &Props) {
    let Props { state, desk, .. } = props;
    desk.see(state.run.clone());
    let is_there = desk.bench().editor == Some(Ok(()));
    use_effect_with((state.run.clone(), state.selected.clone(), is_there), {
        let desk = desk.clone();
        move |(run, selected, _)| {
            let tasks = run.as_ref().map(|run| present::present(run, selected.as_ref())).unwrap_or_default();
            desk.with(|editor| editor.set_present(&tasks));
            if let Some(run) = run {
                ending::mark(run, &desk);
            }
        }
    });
    use_effect_with((state.selected.clone(), is_there), {
        let desk = desk.clone();
        move |(selected, _)| desk.show_task(selected.as_ref(), true)
    });
    // A paused run is followed from line to line. During a run that advances, the reader may be typing.
    let held = state.run.as_ref().filter(|run| run.progress.phase == Phase::Paused);
    use_effect_with(held.and_then(|run| Some((run.number, run.tracks.last()?.cursor.events))), {
        let (desk, selected) = (desk.clone(), state.selected.clone());
        move |held| {
            if held.is_some() {
                desk.show_task(selected.as_ref(), false);
            }
        }
    });
}

fn engine_code(bench: &Bench) -> &'static str {
    use crate::host::engine::EngineState;
    match bench.engine {
        EngineState::Away => "away",
        EngineState::Loading(..) => "loading",
        EngineState::Booting => "booting",
        EngineState::Ready => "ready",
        EngineState::Failed(_) => "failed",
    }
}

fn code(desk: &Desk, bench: &Bench) -> Html {
    let words = lab(desk.language());
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let drop = {
        let desk = desk.clone();
        Callback::from(move |event: DragEvent| {
            if let Some(what) =
                event.data_transfer().filter(|what| what.files().is_some_and(|files| files.length() > 0))
            {
                event.prevent_default();
                let desk = desk.clone();
                files::dropped(&what, move |name, bytes| desk.open_file(&name, &bytes));
            }
        })
    };
    let instead = match &bench.editor {
        None => html! { <p class="note">{words.editor_loading}</p> },
        Some(Err(why)) => html! { <p class="note" role="alert">{(words.editor_failed)(why)}</p> },
        Some(Ok(())) => html! { <p hidden={true} /> },
    };
    html! {
        <section class="code" aria-label={words.code_page} ondragover={over} ondrop={drop}>
            {bar::files_view(desk, bench)}
            {instead}
            <div class="editor" id={EDITOR} />
            {keys::view(desk)}
        </section>
    }
}

fn runs(props: &Props, bench: &Bench) -> Html {
    let Props { state, desk, on_action, on_wish } = props;
    let run = &state.run;
    let seed = state.fields.first().map(|typed| (0, &PARAMETERS[0], typed.clone()));
    // An edited text is run again, even if an earlier run is paused.
    let phase = run.as_ref().map(|run| run.progress.phase);
    let phase = if phase == Some(Phase::Paused) && bench.edited() { Some(Phase::Finished) } else { phase };
    let on_wish = &on_wish_of(desk, on_wish);
    html! {
        <>
            <RunBar
                language={state.language} {phase}
                now={run.as_ref().map_or(0.0, |run| run.progress.now)}
                said={ending::phase(run.as_ref(), bench, state.language).map(yew::AttrValue::from)}
                back={run.as_ref().is_some_and(can_go_back)} steps={state.steps} task={state.selected.is_some()}
                real={false} stop={Some(bench.busy)} mode={state.mode} speed={state.speed} {seed} compare={false}
                other={None::<yew::AttrValue>} {on_action} {on_wish}
            />
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
                    {panel(props, bench)}
                </Tabs>
                <Inspector language={state.language} run={run.clone()} selected={state.selected.clone()} {on_action} />
            </div>
            <p class="unseen" role="alert">{alert(run.as_ref(), bench, desk)}</p>
        </>
    }
}

/// Handles the reader's wishes: the desk handles Run.
fn on_wish_of(desk: &Desk, on_wish: &Callback<Wish>) -> Callback<Wish> {
    let (desk, on_wish) = (desk.clone(), on_wish.clone());
    Callback::from(move |wish| if wish == Wish::Toggle { desk.toggle() } else { on_wish.emit(wish) })
}

/// The gain of the edit over the earlier version, and the first difference.
fn gain(run: &Run, props: &Props) -> Html {
    html! { <Gain language={props.state.language} run={run.clone()} kept={None::<u32>} on_wish={props.on_wish.clone()} /> }
}

/// The text that a screen reader announces at once: that the run failed.
fn alert(run: Option<&Run>, bench: &Bench, desk: &Desk) -> Option<String> {
    let failed = lab(desk.language()).failed;
    ending::phase(run, bench, desk.language()).filter(|phase| phase == failed)
}

fn tab(state: &State) -> Tab {
    if TABS.contains(&state.tab) { state.tab } else { Tab::Output }
}

fn panel(props: &Props, bench: &Bench) -> Html {
    let Props { state, desk, on_action, on_wish } = props;
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
                {for run.iter().filter(|run| run.tracks.len() > 1).map(|run| gain(run, props))}
            </OutputPanel>
        },
    }
}

/// Whether there is an event before the moment that is shown.
fn can_go_back(run: &Run) -> bool {
    run.tracks.iter().any(|track| track.cursor.events > 1)
}
