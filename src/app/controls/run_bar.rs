//! The run bar: Run, Pause, Step, Back and Reset, the clock, the pace, the speed and Compare.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, Properties, component, html, use_state};

use crate::app::model::action::Action;
use crate::app::model::choices::{Mode, Steps};
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::icon;
use crate::app::widgets::ids::{CLOCK, RUN, RUN_BAR};
use crate::host::Phase;
use crate::program::Parameter;
use crate::text::{Interface, Language, interface};
use crate::trace::Seconds;

mod settings;

/// The properties of the bar.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The program and its run.
    pub shown: Shown,
    /// The reader's choices for runs.
    pub choices: Choices,
    /// The index of the seed, its parameter and its field's text; `None` if the seed has its field elsewhere.
    #[prop_or_default]
    pub seed: Option<(usize, &'static Parameter, String)>,
    /// Whether several ways of the same work are shown, and the tooltip of Compare; `None` if nothing can be compared.
    pub compare: Option<(bool, AttrValue)>,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// What the bar shows of a program and its run.
#[derive(PartialEq)]
pub struct Shown {
    /// The phase of the run; `None` before a run.
    pub phase: Option<Phase>,
    /// The cursor's time.
    pub now: Seconds,
    /// A text about the phase that replaces its name.
    pub said: Option<AttrValue>,
    /// Whether there are events before the cursor.
    pub back: bool,
    /// Whether the run sends real requests.
    pub real: bool,
    /// Whether the program can be stopped now; `None` if it does not run until Ctrl+C.
    pub stop: Option<bool>,
}

/// The reader's choices for runs.
#[derive(PartialEq)]
pub struct Choices {
    /// The length of a step.
    pub steps: Steps,
    /// Whether a task is selected, so that a step can go to its next event.
    pub task: bool,
    /// Live or Instant.
    pub mode: Mode,
    /// The speed of a live run.
    pub speed: f64,
}

impl Choices {
    /// The choices in the state of the page.
    #[must_use]
    pub fn of(state: &State) -> Self {
        Self { steps: state.steps, task: state.selected.is_some(), mode: state.mode, speed: state.speed }
    }
}

/// The run bar.
#[component]
pub fn RunBar(props: &Props) -> Html {
    let words = interface(props.language);
    // Whether a narrow screen shows the second row. It is not part of the address.
    let more = use_state(|| false);
    let toggle_more = {
        let more = more.clone();
        Callback::from(move |_| more.set(!*more))
    };
    html! {
        <div class="runbar" id={RUN_BAR} role="group" aria-label={words.run_bar} data-more={more.to_string()}>
            {main_button(props, words)}
            {buttons(props, words)}
            <div class="clock">
                <b><span id={CLOCK}>{words.measured(props.shown.now)}</span><small>{words.seconds_unit}</small></b>
                <span id="phase" role="status">{phase_text(&props.shown, words)}</span>
            </div>
            <button
                class="btn only-narrow" type="button" id="more" aria-label={words.more} aria-expanded={more.to_string()}
                aria-controls="settings" onclick={toggle_more}
            >
                {icon("more")}
            </button>
            {settings::view(props, words)}
        </div>
    }
}

/// The button that runs, pauses and resumes, or stops a run of real requests.
fn main_button(props: &Props, words: &Interface) -> Html {
    let (drawn, word) = match props.shown.phase {
        Some(Phase::Running) if props.shown.real => ("block", words.stop),
        Some(Phase::Running) => ("pause", words.pause),
        Some(Phase::Paused) => ("play", words.resume),
        Some(Phase::Finished | Phase::Stuck | Phase::TooLong | Phase::Stopped) | None => ("play", words.run),
    };
    html! {
        <button
            class="btn main" type="button" id={RUN} title="Ctrl+Enter" aria-keyshortcuts="Control+Enter"
            onclick={props.on_wish.reform(|_| Wish::Toggle)}
        >
            {icon(drawn)}<span>{word}</span>
        </button>
    }
}

/// Back, Step and Reset, and Stop for a program that runs until Ctrl+C.
fn buttons(props: &Props, words: &Interface) -> Html {
    let Shown { phase, back, real, stop, .. } = props.shown;
    // A run of real requests cannot go back.
    let goes = real && phase == Some(Phase::Running);
    html! {
        <div class="group">
            {button("back", "back", [words.back, words.back_title], Wish::Back, back && !goes, props)}
            {button("step", "step", [words.step, words.step_title], Wish::Step, !real || phase == Some(Phase::Paused), props)}
            {steps_field(props, words)}
            {button("reset", "reset", [words.reset, words.reset_title], Wish::Reset, phase.is_some(), props)}
            {for stop.map(|able| button("stop", "block", [words.stop, words.stop_title], Wish::Stop, able, props))}
        </div>
    }
}

/// A button of the run bar. If it has no effect now, it stays focusable: the last press may have disabled it.
fn button(
    id: &'static str,
    drawn: &'static str,
    [name, title]: [&'static str; 2],
    wish: Wish,
    able: bool,
    props: &Props,
) -> Html {
    let on_wish = props.on_wish.clone();
    let press = Callback::from(move |_| {
        if able {
            on_wish.emit(wish);
        }
    });
    html! {
        <button class="btn" type="button" {id} aria-label={name} {title} aria-disabled={(!able).to_string()} onclick={press}>
            {icon(drawn)}<span>{name}</span>
        </button>
    }
}

fn phase_text(shown: &Shown, words: &Interface) -> String {
    if let Some(said) = &shown.said {
        return said.to_string();
    }
    let phases = &words.phases;
    match shown.phase {
        None => phases.idle.to_owned(),
        Some(Phase::Running) => phases.running.to_owned(),
        Some(Phase::Paused) => phases.paused.to_owned(),
        Some(Phase::Finished) => phases.finished.to_owned(),
        Some(Phase::Stuck) => words.stuck.to_owned(),
        Some(Phase::TooLong) => words.too_long.to_owned(),
        Some(Phase::Stopped) => words.stopped.to_owned(),
    }
}

/// The choice of the length of a step. Events of the selected task are offered only if a task is selected.
fn steps_field(props: &Props, words: &Interface) -> Html {
    let choose = props.on_action.reform(|event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        Action::SetSteps(field.and_then(|field| Steps::from_code(&field.value())).unwrap_or_default())
    });
    let offered = Steps::ALL.into_iter().filter(|steps| *steps != Steps::Task || props.choices.task);
    html! {
        <label class="btn stride">
            {icon("down")}
            <select id="steps" aria-label={words.steps_by} title={words.steps_by} onchange={choose}>
                {for offered.map(|steps| html! {
                    <option value={steps.code()} selected={steps == props.choices.steps}>{stride_word(steps, words)}</option>
                })}
            </select>
        </label>
    }
}

fn stride_word(steps: Steps, words: &Interface) -> &'static str {
    match steps {
        Steps::Callback => words.steps_of.callback,
        Steps::Iteration => words.steps_of.iteration,
        Steps::Task => words.steps_of.task,
    }
}
