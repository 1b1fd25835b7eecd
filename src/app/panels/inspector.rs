//! The inspector: what the selected task is doing and why, and its facts. Without a selected task, the run.

use yew::{Callback, Html, Properties, component, html};

use super::explanation::Tips;
use super::variables;
use super::verdict;
use crate::app::course::later::Loading;
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Selection, Track};
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::{icon, state_code, state_icon, state_words};
use crate::app::widgets::ids::INSPECTOR;
use crate::scenarios::Scenario;
use crate::text::{Interface, Language, interface};
use crate::trace::{Moment, Seconds, State, Statistics};

mod answer;
mod chain;
mod facts;
mod the_loop;

/// The properties of the inspector.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The scenario; `None` in the lab.
    #[prop_or_default]
    pub scenario: Option<&'static Scenario>,
    /// The scenario's guide.
    #[prop_or_default]
    pub guide: Option<Loading>,
    /// Whether a suggestion was tried that can be undone.
    #[prop_or_default]
    pub tried: bool,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// The selected task.
    pub selected: Option<Selection>,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
}

/// The inspector.
#[component]
pub fn Inspector(props: &Props) -> Html {
    let words = interface(props.language);
    let found = props.run.as_ref().and_then(|run| Some((run, selected_track(run, props.selected.as_ref()?)?)));
    let body = match found {
        Some((run, track)) => task_view(run, track, props, words),
        None => run_view(props, words),
    };
    let sheet = found.is_some();
    let close = props.on_action.reform(|_| Action::Select(None));
    html! {
        // On a narrow screen the answer about a task is a sheet near the finger that selected the task.
        <aside
                class="inspector" id={INSPECTOR} aria-label={words.inspector} data-sheet={sheet.then_some("true")}
                tabindex={if props.scenario.is_none() { "0" } else { "-1" }}
            >
            <button class="quiet close" type="button" hidden={!sheet} aria-label={words.close} onclick={close}>{icon("cross")}</button>
            <div>{body}</div>
            {props.guide.clone().map(|guide| html! {
                <section>
                    <h3 class="cap">{words.next}</h3>
                    <Tips language={props.language} {guide} scenario={props.scenario} tried={props.tried} on_action={props.on_action.clone()} />
                </section>
            })}
        </aside>
    }
}

/// The track of the selected task.
fn selected_track<'a>(run: &'a Run, selected: &Selection) -> Option<&'a Track> {
    let mut tracks = run.tracks.iter();
    match &selected.track {
        Some(key) => tracks.find(|track| track.variant.key() == key),
        None => tracks.next(),
    }
}

/// The run as a whole: the sum of its waits, and the gain.
fn run_view(props: &Props, words: &Interface) -> Html {
    let now = props.run.as_ref().map_or(0.0, |run| run.progress.now);
    let figures: Vec<Statistics> =
        props.run.iter().flat_map(|run| run.tracks.iter().map(|track| Statistics::of(&track.timeline()))).collect();
    let over = props.run.as_ref().is_some_and(Run::over);
    // The time of real requests belongs to the network, so it is no wait of the tasks.
    let real = props.run.iter().any(|run| run.tracks.iter().any(|track| track.variant.is_real()));
    let fraction = match figures[..] {
        [one] if props.scenario.is_some_and(|scenario| scenario.chapter.asks_how_long()) && !real => {
            Some((one.sum_of_waits, one.total))
        }
        [slow, fast] if fast.total <= slow.total => Some((slow.total, fast.total)),
        _ => None,
    };
    html! {
        <>
            <div class="who"><h2>{words.the_run}</h2><span class="at">{format!("t = {}\u{a0}s", words.measured(now))}</span></div>
            <div class="why">
                {props.scenario.map(|scenario| html! { <h3>{scenario.text.get(props.language).question}</h3> })}
                {match fraction {
                    // Two ways of equal duration gain nothing.
                    Some((above, below)) if over && below > 0.0 && above != below && props.run.as_ref().is_some_and(Run::has_gain) => gain(above, below, words),
                    _ => html! { <span /> },
                }}
                {for props.run.iter().map(|run| verdict::view(run, props.language))}
                <p class="answer">{words.select_hint}</p>
            </div>
            {for props.run.iter().flat_map(|run| &run.tracks).map(|track| the_loop::view(track, props, words))}
        </>
    }
}

fn gain(above: Seconds, below: Seconds, words: &Interface) -> Html {
    let factor = words.short((above / below * 100.0).round() / 100.0);
    html! {
        <div class="frac">
            <span><span>{format!("{}\u{a0}s", words.short(above))}</span><span>{format!("{}\u{a0}s", words.short(below))}</span></span>
            <i>{"="}</i><b>{factor}</b>
        </div>
    }
}

fn task_view(run: &Run, track: &Track, props: &Props, words: &Interface) -> Html {
    let picture = track.timeline();
    let wanted = props.selected.as_ref().map(|selected| selected.task.as_str()).unwrap_or_default();
    let Some(lane) = picture.lanes.iter().find(|lane| lane.name.reads(wanted)) else {
        return run_view(props, words);
    };
    let moment = Moment::of(&track.log.borrow(), track.cursor);
    let state = lane.state();
    let name = lane.name.to_string();
    let question = if state.is_end() {
        (words.how_ended)(&name)
    } else if state == State::Running {
        (words.why_running)(&name)
    } else {
        (words.why_not)(&name)
    };
    html! {
        <>
            <div class="who">
                <h2>{name}</h2>
                <span class="badge" data-end={state_code(state)}>{state_icon(state)}{state_words(state, words).word}</span>
                <span class="at">{format!("t = {}\u{a0}s", words.measured(run.progress.now))}</span>
            </div>
            <div class="why">
                <h3>{question}</h3>
                <p class="answer">{answer::asked(lane, &picture, words)}{answer::answer(lane, &picture, &moment, words)}</p>
            </div>
            {chain::view(lane, &picture, props, words)}
            {variables::view(track, lane.task, props.language)}
            <section><h3 class="cap">{words.task}</h3>{facts::view(lane, &picture, track, props, words)}</section>
            {facts::times(lane, &picture, props.language)}
            <section><h3 class="cap">{words.the_loop}</h3>{the_loop::queues(&moment, &picture, props, words)}</section>
        </>
    }
}

/// The most tasks that a list names.
const NAMED: usize = 5;

/// A task's name, as a button that selects the task.
fn task_link(name: String, props: &Props) -> Html {
    let track = props.selected.as_ref().and_then(|selected| selected.track.clone());
    let selection = Selection { task: name.clone(), track };
    let select = props.on_action.reform(move |_| Action::Select(Some(selection.clone())));
    html! { <button class="ref" type="button" onclick={select}>{name}</button> }
}
