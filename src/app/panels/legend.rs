//! The legend of colours, patterns and marks in the run, or of all, and the list of keys.

use std::collections::BTreeSet;

use yew::{Callback, Html, Properties, component, html};

use crate::app::model::action::Action;
use crate::app::model::run::{Run, Track};
use crate::app::widgets::icon::{STATES, state_code, state_icon, state_words};
use crate::text::keys as texts;
use crate::text::{Interface, Language, interface};
use crate::trace::{Lane, State};

/// The properties of the legend.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run whose marks are explained.
    pub run: Option<Run>,
    /// Whether the whole legend is open.
    pub full: bool,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
}

/// The legend.
#[component]
pub fn Legend(props: &Props) -> Html {
    let words = interface(props.language);
    let toggle = props.on_action.reform({
        let full = props.full;
        move |_| Action::Legend(!full)
    });
    html! {
        <div class="legend-box">
            <ul class="legend" aria-label={words.legend}>
                {for states_in(props.run.as_ref()).into_iter().map(|state| state_item(state, words))}
                <li><i class="sw pr"><i /></i><span>{words.printed}</span></li>
                {asked_item(props.run.as_ref(), words)}
                {warned_item(props.run.as_ref(), words)}
                <li class="push">
                    <button
                        class="quiet" type="button" id="legend" aria-expanded={props.full.to_string()}
                        aria-controls="full-legend" onclick={toggle}
                    >
                        {words.full_legend}
                    </button>
                </li>
            </ul>
            <div id="full-legend" hidden={!props.full}>
                {if props.full { full(props.language) } else { html! {} }}
            </div>
        </div>
    }
}

/// The states that occur in the run; before a run, the usual ones.
fn states_in(run: Option<&Run>) -> Vec<State> {
    let Some(run) = run else { return vec![State::Running, State::Sleeping, State::Waiting, State::Result] };
    let mut shown = BTreeSet::from([State::Running]);
    for picture in run.tracks.iter().map(Track::timeline) {
        for lane in &picture.lanes {
            shown.extend(lane.spans.iter().map(|span| span.state));
            shown.extend(lane.ending.iter().map(|ending| ending.state));
        }
    }
    STATES.into_iter().filter(|state| shown.contains(state)).collect()
}

/// Whether the predicate holds for a lane of the run.
fn any_lane(run: Option<&Run>, is_so: impl Fn(&Lane) -> bool) -> bool {
    let mut pictures = run.into_iter().flat_map(|run| run.tracks.iter().map(Track::timeline));
    pictures.any(|picture| picture.lanes.iter().any(&is_so))
}

/// The item for asyncio's warnings, if the run has one.
fn warned_item(run: Option<&Run>, words: &Interface) -> Html {
    if any_lane(run, |lane| lane.pins.iter().any(|pin| pin.warning)) {
        html! { <li><i class="sw as"><i class="print warning" /></i><span>{words.warned}</span></li> }
    } else {
        html! {}
    }
}

/// The item for cancellation requests, if the run has one.
fn asked_item(run: Option<&Run>, words: &Interface) -> Html {
    if any_lane(run, |lane| !lane.cancels.is_empty()) {
        html! { <li><i class="sw as"><i class="asked" /></i><span>{words.asked}</span></li> }
    } else {
        html! {}
    }
}

/// The pattern of a state, with its icon if the state is an end.
fn swatch(state: State) -> Html {
    html! {
        <>
            <i class="sw" data-state={state_code(state)} />
            {if state.is_end() { html! { <span class="c">{state_icon(state)}</span> } } else { html! {} }}
        </>
    }
}

fn state_item(state: State, words: &Interface) -> Html {
    html! {
        <li key={state_code(state)} data-end={state_code(state)}>{swatch(state)}<span>{state_words(state, words).word}</span></li>
    }
}

fn full(language: Language) -> Html {
    let words = interface(language);
    html! {
        <dl class="meanings">
            {for STATES.into_iter().map(|state| html! {
                <div key={state_code(state)} data-end={state_code(state)}>
                    <dt>{swatch(state)}<b>{state_words(state, words).word}</b></dt>
                    <dd>{state_words(state, words).means}</dd>
                </div>
            })}
            <div><dt><i class="sw pr"><i /></i><b>{words.printed}</b></dt><dd>{words.printed_means}</dd></div>
            <div><dt><i class="sw as"><i class="asked" /></i><b>{words.asked}</b></dt><dd>{words.asked_means}</dd></div>
            <div>
                <dt><i class="sw as"><i class="print warning" /></i><b>{words.warned}</b></dt><dd>{words.warned_means}</dd>
            </div>
            <div><dt><i class="sw ar" /><b>{words.arrow_woke}</b></dt><dd>{words.arrow_means}</dd></div>
            {all_keys(language)}
        </dl>
    }
}

/// The list of all keyboard shortcuts.
pub fn all_keys(language: Language) -> Html {
    let (words, said) = (interface(language), texts::keys(language));
    html! {
        <>
            {keys(&["R", "Ctrl + Enter"], words.key_run)}
            {keys(&["S", "."], said.step)}
            {keys(&["B", ","], said.back)}
            {keys(&["N"], said.print)}
            {keys(&["↑", "↓"], said.lanes)}
            {keys(&["I"], said.inspector)}
            {keys(&["E"], said.fields)}
            {keys(&["/"], words.key_find)}
            {keys(&["+", "−", "0"], words.key_zoom)}
            {keys(&["?"], said.this)}
        </>
    }
}

/// A row of that list: some keys, and what they do.
fn keys(keys: &[&'static str], meaning: &'static str) -> Html {
    html! { <div><dt>{for keys.iter().map(|key| html! { <><kbd>{*key}</kbd>{" "}</> })}</dt><dd>{meaning}</dd></div> }
}
