//! The two programs beside each other, with the line lit at which the selected task is.

use yew::{Html, Properties, component, html};

use super::highlight::{self, Code, Piece};
use crate::app::course::later::{Loading, use_file};
use crate::app::model::run::{Run, Selection, Track};
use crate::app::widgets::icon::{state_code, state_icon};
use crate::scenarios::{Scenario, twin_line};
use crate::text::{Interface, Language, interface};
use crate::trace::State;

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The programs, each once.
    pub scenarios: Vec<&'static Scenario>,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// The selected task.
    pub selected: Option<Selection>,
}

/// The place of the selected task in a program.
#[derive(Clone, PartialEq)]
struct Lit {
    rust: u32,
    task: String,
    state: State,
}

/// What a program and its twin show.
#[derive(PartialEq, Properties)]
struct TwinsProps {
    language: Language,
    scenario: &'static Scenario,
    lit: Option<Lit>,
}

/// The panel.
#[component]
pub fn CodePanel(props: &Props) -> Html {
    let words = interface(props.language);
    html! {
        <>
            {for props.scenarios.iter().map(|scenario| {
                html! { <Twins key={scenario.id} language={props.language} {scenario} lit={lit(scenario, props)} /> }
            })}
            <p class="note">{words.code_note}</p>
        </>
    }
}

/// A program and its twin.
#[component]
fn Twins(props: &TwinsProps) -> Html {
    let TwinsProps { language, scenario, lit } = props;
    let (rust, python) = (use_file(scenario.rust), use_file(scenario.python));
    let line = lit.as_ref().map(|lit| lit.rust);
    let twin = line.and_then(|line| twin_line(rust.text()?, python.text()?, line));
    let of = |name: &str| format!("{}.{name}", scenario.module);
    html! {
        <div class="codes">
            {figure("Rust", of("rs"), &rust, Code::Rust, line, lit.as_ref(), *language)}
            {figure("Python", of("py"), &python, Code::Python, twin, lit.as_ref(), *language)}
        </div>
    }
}

/// Where the selected task is, if it is a task of this program.
fn lit(scenario: &Scenario, props: &Props) -> Option<Lit> {
    let (run, selected) = (props.run.as_ref()?, props.selected.as_ref()?);
    let named = |track: &&Track| selected.track.as_ref().is_none_or(|key| key == track.variant.key());
    let track = run.tracks.iter().filter(named).find(|track| track.variant.scenario == scenario)?;
    let picture = track.timeline();
    let lane = picture.lanes.iter().find(|lane| lane.name.to_string() == selected.task)?;
    Some(Lit { rust: lane.line.number()?, task: selected.task.clone(), state: lane.state() })
}

#[inline(never)]
fn figure(
    title: &'static str,
    file: String,
    source: &Loading,
    code: Code,
    line: Option<u32>,
    lit: Option<&Lit>,
    language: Language,
) -> Html {
    let code_line = |number, pieces: &[_]| code_line(pieces, lit.filter(|_| line == Some(number)), interface(language));
    let body = match source.text() {
        Some(source) => html! {
            <pre tabindex="0" role="region" aria-label={file.clone()}>
                {for (1..).zip(highlight::lines(source, code)).map(|(number, pieces)| code_line(number, &pieces))}
            </pre>
        },
        None => source.instead(language),
    };
    html! {
        <figure>
            <figcaption><b>{title}</b><span>{file}</span></figcaption>
            {body}
        </figure>
    }
}

#[inline(never)]
fn code_line(pieces: &[(Piece, &'static str)], lit: Option<&Lit>, words: &Interface) -> Html {
    let state = lit.map(|lit| state_code(lit.state));
    html! {
        <span class={if lit.is_some() { "l on" } else { "l" }} data-end={state} aria-current={lit.map(|_| "location")}>
            {for pieces.iter().map(|(piece, text)| piece_view(*piece, text))}
            {match lit {
                Some(lit) => html! {
                    <span class="pin" title={words.lit_line}>{state_icon(lit.state)}{lit.task.clone()}</span>
                },
                None => html! {},
            }}
            {"\n"}
        </span>
    }
}

#[inline(never)]
fn piece_view(piece: Piece, text: &'static str) -> Html {
    let class = match piece {
        Piece::Keyword => "k",
        Piece::Text => "s",
        Piece::Comment => "cm",
        Piece::Number => "nu",
        Piece::Plain => return html! { {text} },
    };
    html! { <span {class}>{text}</span> }
}
