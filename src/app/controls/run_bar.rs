//! The run bar: Run, Pause, Step, Back and Reset, the clock, the pace, the speed and Compare.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, Properties, component, html, use_state};

use super::field::FieldView;
use super::refusals::refused;
use super::seed;
use crate::app::model::action::Action;
use crate::app::model::choices::{Mode, Steps};
use crate::app::model::route::{SPEEDS, speed_of};
use crate::app::model::wish::Wish;
use crate::app::widgets::figures::{Figures, short};
use crate::app::widgets::icon::icon;
use crate::app::widgets::ids::{CLOCK, RUN, RUN_BAR};
use crate::host::Phase;
use crate::program::Parameter;
use crate::text::{Interface, Language, interface};
use crate::trace::Seconds;

/// The properties of the bar.
#[allow(clippy::struct_excessive_bools)] // each is an independent fact
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The phase of the run; `None` before a run.
    pub phase: Option<Phase>,
    /// The cursor's time.
    pub now: Seconds,
    /// A text about the phase that replaces its name.
    #[prop_or_default]
    pub said: Option<AttrValue>,
    /// Whether there is something before the moment that is shown.
    pub back: bool,
    /// The length of a step.
    pub steps: Steps,
    /// Whether a task is selected.
    pub task: bool,
    /// Whether the run sends real requests.
    pub real: bool,
    /// Whether the program can be stopped now; `None` if it does not run until Ctrl+C.
    pub stop: Option<bool>,
    /// Live or Instant.
    pub mode: Mode,
    /// The speed of a live run.
    pub speed: f64,
    /// The index of the seed, its parameter and its field's text; `None` if the seed has its field elsewhere.
    #[prop_or_default]
    pub seed: Option<(usize, &'static Parameter, String)>,
    /// Whether several ways of the same work are shown.
    pub compare: bool,
    /// The tooltip of Compare; `None` if nothing can be compared.
    pub other: Option<AttrValue>,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The run bar.
#[component]
pub fn RunBar(props: &Props) -> Html {
    let words = interface(props.language);
    let (main_icon, main_word) = match props.phase {
        Some(Phase::Running) if props.real => ("block", words.stop),
        Some(Phase::Running) => ("pause", words.pause),
        Some(Phase::Paused) => ("play", words.resume),
        _ => ("play", words.run),
    };
    // A run of real requests cannot go back.
    let goes = props.real && props.phase == Some(Phase::Running);
    // Whether a narrow screen shows the second row. It is not part of the address.
    let more = use_state(|| false);
    let toggle_more = {
        let more = more.clone();
        Callback::from(move |_| more.set(!*more))
    };
    html! {
        <div class="runbar" id={RUN_BAR} role="group" aria-label={words.run_bar} data-more={more.to_string()}>
            <button
                class="btn main" type="button" id={RUN} title="Ctrl+Enter" aria-keyshortcuts="Control+Enter"
                onclick={props.on_wish.reform(|_| Wish::Toggle)}
            >
                {icon(main_icon)}<span>{main_word}</span>
            </button>
            <div class="group">
                {button("back", "back", [words.back, words.back_title], Wish::Back, props.back && !goes, props)}
                {button("step", "step", [words.step, words.step_title], Wish::Step, !props.real || props.phase == Some(Phase::Paused), props)}
                {steps_field(props, words)}
                {button("reset", "reset", [words.reset, words.reset_title], Wish::Reset, props.phase.is_some(), props)}
                // The button Stop, for a program that runs until Ctrl+C.
                {for props.stop.map(|able| button("stop", "block", [words.stop, words.stop_title], Wish::Stop, able, props))}
            </div>
            <div class="clock">
                <b><span id={CLOCK}>{words.measured(props.now)}</span><small>{words.seconds_unit}</small></b>
                <span id="phase" role="status">{phase_text(props, words)}</span>
            </div>
            <button
                class="btn only-narrow" type="button" id="more" aria-label={words.more} aria-expanded={more.to_string()}
                aria-controls="settings" onclick={toggle_more}
            >
                {icon("more")}
            </button>
            <div class="settings" id="settings">
                {pace(props, words)}
                {for props.seed.iter().map(|(place, parameter, typed)| seed_field(*place, parameter, typed, props, words))}
                {compare_button(props, words)}
            </div>
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

fn phase_text(props: &Props, words: &Interface) -> String {
    if let Some(said) = &props.said {
        return said.to_string();
    }
    let phases = &words.phases;
    match props.phase {
        None => phases.idle.to_owned(),
        Some(Phase::Running) => phases.running.to_owned(),
        Some(Phase::Paused) => phases.paused.to_owned(),
        Some(Phase::Finished) => phases.finished.to_owned(),
        Some(Phase::Stuck) => words.stuck.to_owned(),
        Some(Phase::TooLong) => words.too_long.to_owned(),
        Some(Phase::Stopped) => words.stopped.to_owned(),
    }
}

/// The choice of Live or Instant and of the speed. A run of real requests has neither.
fn pace(props: &Props, words: &Interface) -> Html {
    if props.real {
        return html! { <span class="field" id="pace" title={words.real_title}><span>{words.real}</span></span> };
    }
    html! {
        <>
            <div class="seg" role="group" aria-label={words.mode}>
                {mode_button(Mode::Live, words.live, props)}
                {mode_button(Mode::Instant, words.instant, props)}
            </div>
            {speed_field(props, words)}
        </>
    }
}

fn mode_button(mode: Mode, word: &'static str, props: &Props) -> Html {
    let choose = props.on_action.reform(move |_| Action::SetMode(mode));
    html! {
        <button type="button" aria-pressed={(props.mode == mode).to_string()} onclick={choose}>{word}</button>
    }
}

/// The choice of the length of a step. Events of the selected task are offered only if a task is selected.
fn steps_field(props: &Props, words: &Interface) -> Html {
    let choose = props.on_action.reform(|event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        Action::SetSteps(field.and_then(|field| Steps::from_code(&field.value())).unwrap_or_default())
    });
    let offered = Steps::ALL.into_iter().filter(|steps| *steps != Steps::Task || props.task);
    html! {
        <label class="btn stride">
            {icon("down")}
            <select id="steps" aria-label={words.steps_by} title={words.steps_by} onchange={choose}>
                {for offered.map(|steps| html! {
                    <option value={steps.code()} selected={steps == props.steps}>{stride_word(steps, words)}</option>
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

/// The choice of a live run's speed. It is disabled for an instant run.
fn speed_field(props: &Props, words: &Interface) -> Html {
    let choose = props.on_action.reform(|event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        Action::SetSpeed(field.and_then(|field| speed_of(&field.value())).unwrap_or(1.0))
    });
    html! {
        <label class="field">
            <span>{words.speed}</span>
            <select id="speed" onchange={choose} disabled={props.mode == Mode::Instant}>
                {for SPEEDS.into_iter().map(|speed| html! {
                    <option value={short(speed)} selected={(props.speed - speed).abs() < 1e-9}>{format!("×{}", words.short(speed))}</option>
                })}
            </select>
        </label>
    }
}

/// The seed's field, and the button that draws a new seed.
fn seed_field(place: usize, parameter: &'static Parameter, typed: &str, props: &Props, words: &Interface) -> Html {
    let message = refused(parameter, typed, words);
    let field = FieldView {
        prefix: "p-",
        name: parameter.name,
        label: words.seed,
        described_by: format!("m-{}", parameter.name),
        refused: message.is_some(),
        decimal_sign: words.decimal_sign,
        on_type: props.on_action.reform(move |typed| Action::Type(place, typed)),
        on_wish: props.on_wish.clone(),
    };
    html! {
        <div class="param">
            {seed::view(&field, parameter, typed.to_owned(), words)}
            <span class="refusal" id={field.described_by} role="status">{message}</span>
        </div>
    }
}

fn compare_button(props: &Props, words: &Interface) -> Html {
    let (compare, Some(other)) = (props.compare, &props.other) else { return html! { <span hidden={true} /> } };
    let toggle = props.on_action.reform(move |_| Action::Compare(!compare));
    html! {
        <button
            class="btn" type="button" id="compare" aria-pressed={compare.to_string()} title={other}
            onclick={toggle}
        >
            {icon("compare")}<span>{words.compare}</span>
        </button>
    }
}
