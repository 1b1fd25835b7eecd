//! The two programs beside each other, with the line lit at which the selected task is.

use yew::{Html, Properties, component, html};

use super::highlight::{self, Code, Piece};
use super::icon::{state_code, state_icon};
use super::state::{Run, Selection, Track};
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

/// The panel.
#[component]
pub fn CodePanel(props: &Props) -> Html {
    let words = interface(props.language);
    html! {
        <>
            {for props.scenarios.iter().map(|scenario| {
                let lit = lit(scenario, props);
                let python = lit.as_ref().and_then(|lit| twin_line(scenario.rust, scenario.python, lit.rust));
                let rust = lit.as_ref().map(|lit| lit.rust);
                html! {
                    <div class="codes" key={scenario.id}>
                        {figure("Rust", &format!("{}.rs", scenario.module), scenario.rust, Code::Rust, rust, lit.as_ref(), words)}
                        {figure("Python", &format!("{}.py", scenario.module), scenario.python, Code::Python, python, lit.as_ref(), words)}
                    </div>
                }
            })}
            <p class="note">{words.code_note}</p>
        </>
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

fn figure(
    title: &'static str,
    file: &str,
    source: &'static str,
    code: Code,
    line: Option<u32>,
    lit: Option<&Lit>,
    words: &Interface,
) -> Html {
    html! {
        <figure>
            <figcaption><b>{title}</b><span>{file.to_owned()}</span></figcaption>
            <pre tabindex="0" role="region" aria-label={file.to_owned()}>
                {for (1..).zip(highlight::lines(source, code)).map(|(number, pieces)| {
                    let lit = lit.filter(|_| line == Some(number));
                    code_line(&pieces, lit, words)
                })}
            </pre>
        </figure>
    }
}

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
