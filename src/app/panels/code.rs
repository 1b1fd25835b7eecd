//! The program and its twin. The line of the selected task is highlighted; if none is selected, the line of the task that
//! ran last.

use yew::{Html, Properties, component, hook, html, use_effect_with};

use super::highlight::{self, Code, Piece};
use super::take::{Take, commands};
use crate::app::course::later::{Loading, use_file};
use crate::app::model::run::{Run, Selection, Track};
use crate::app::widgets::icon::{state_code, state_icon};
use crate::host::document;
use crate::program::{ProgramRef, Source, Variant, twin_line, with_values};
use crate::text::taking::taking;
use crate::text::{File, Interface, Language, interface};
use crate::trace::State;

/// The properties of the panel.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The programs without repetitions, with their present values.
    pub programs: Vec<Variant>,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// The selected task.
    pub selected: Option<Selection>,
}

/// A task's line in a program.
#[derive(Clone, PartialEq)]
struct Lit {
    /// The name of the file, if it is not the main one.
    file: Option<String>,
    line: u32,
    task: String,
    state: State,
    /// Whether the reader selected the task.
    is_chosen: bool,
}

/// The properties of a program and its twin.
#[derive(PartialEq, Properties)]
struct TwinsProps {
    language: Language,
    rust: File,
    python: File,
    lit: Option<Lit>,
    variant: Variant,
}

/// The panel.
#[component]
pub fn CodePanel(props: &Props) -> Html {
    html! {
        <>
            {for props.programs.iter().map(|variant| program_view(variant, props))}
            <p class="note">{taking(props.language).note}</p>
        </>
    }
}

/// A program with its twin, or the files of a reader's program.
fn program_view(variant: &Variant, props: &Props) -> Html {
    let program = &variant.program;
    let (language, lit) = (props.language, lit(program, props));
    match &program.source {
        Source::Twin { rust, python } => html! {
            <Twins key={program.id.to_string()} {language} rust={*rust} python={*python} {lit} variant={variant.clone()} />
        },
        Source::Python(files) => html! {
            <div class="codes" key={program.id.to_string()}>
                {for files.iter().enumerate().map(|(index, file)| {
                    let lit = lit.as_ref().filter(|lit| lit.file.as_ref().map_or(index == 0, |name| *name == file.name));
                    let listing = listing(&file.name, &file.text, Code::Python, lit.map(|lit| lit.line), lit, language);
                    figure("Python", &file.name, Html::default(), listing)
                })}
            </div>
        },
    }
}

/// The id of a file's highlighted line.
fn lit_id(file: &str) -> String {
    format!("lit-{file}")
}

/// Scrolls each listing to its highlighted line when that changes, and when the reader selects its task.
#[hook]
fn use_reveal(lines: [(String, Option<u32>); 2], is_chosen: bool) {
    use_effect_with((lines, is_chosen), |(lines, _)| {
        for (file, _) in lines {
            document::reveal(&lit_id(file));
        }
    });
}

/// A program and its twin.
#[component]
fn Twins(props: &TwinsProps) -> Html {
    let TwinsProps { language, rust, python, lit, variant } = props;
    let names = [rust, python].map(|file| file.path.rsplit('/').next().unwrap_or(file.path).to_owned());
    let (rust, python) = (use_file(*rust), use_file(*python));
    let line = lit.as_ref().map(|lit| lit.line);
    let twin = line.and_then(|line| twin_line(rust.text()?, python.text()?, line));
    let [rust_name, python_name] = names;
    use_reveal([(rust_name.clone(), line), (python_name.clone(), twin)], lit.as_ref().is_some_and(|lit| lit.is_chosen));
    let body = |name: &str, source: &Loading, code, line| match source.text() {
        Some(source) => listing(name, source, code, line, lit.as_ref(), *language),
        None => source.instead(*language),
    };
    let present = python.text().map(|text| with_values(text, variant.program.parameters, &variant.setup));
    let shown = present.as_ref().map(|text| listing(&python_name, text, Code::Python, twin, lit.as_ref(), *language));
    let take = present.map(|text| html! { <Take language={*language} file={python_name.clone()} {text} /> });
    html! {
        <>
            <div class="codes">
                {figure("Rust", &rust_name, Html::default(), body(&rust_name, &rust, Code::Rust, line))}
                {figure("Python", &python_name, take.unwrap_or_default(), shown.unwrap_or_else(|| python.instead(*language)))}
            </div>
            {commands(variant, &python_name, *language)}
        </>
    }
}

/// The line of the selected task if it belongs to this program, or of the task that ran last if none is selected.
fn lit(program: &ProgramRef, props: &Props) -> Option<Lit> {
    let selected = props.selected.as_ref();
    let key = selected.and_then(|selected| selected.track.as_ref());
    let named = |track: &&Track| key.is_none_or(|key| key == track.variant.key());
    let track = props.run.as_ref()?.tracks.iter().filter(named).find(|track| track.variant.program == *program)?;
    let picture = track.timeline();
    let lane = match selected {
        Some(selected) => picture.lanes.iter().find(|lane| lane.name.reads(&selected.task))?,
        None => picture.lane(picture.steps.last()?.1)?,
    };
    let file = track.log.borrow().annex().file(lane.line.file()).map(str::to_owned);
    Some(Lit {
        file,
        line: lane.line.number()?,
        task: lane.name.to_string(),
        state: lane.state(),
        is_chosen: selected.is_some(),
    })
}

fn figure(title: &'static str, file: &str, take: Html, body: Html) -> Html {
    html! {
        <figure>
            <figcaption><b>{title}</b><span>{file.to_owned()}</span>{take}</figcaption>
            {body}
        </figure>
    }
}

/// The lines of a file. The line of the task in question is highlighted.
fn listing(file: &str, source: &str, code: Code, line: Option<u32>, lit: Option<&Lit>, language: Language) -> Html {
    let code_line =
        |number, pieces: &[_]| code_line(file, pieces, lit.filter(|_| line == Some(number)), interface(language));
    html! {
        <pre tabindex="0" role="region" aria-label={file.to_owned()} data-scrolls="true">
            {for (1..).zip(highlight::lines(source, code)).map(|(number, pieces)| code_line(number, &pieces))}
        </pre>
    }
}

fn code_line(file: &str, pieces: &[(Piece, &str)], lit: Option<&Lit>, words: &Interface) -> Html {
    let state = lit.map(|lit| state_code(lit.state));
    html! {
        <span class={if lit.is_some() { "l on" } else { "l" }} id={lit.map(|_| lit_id(file))} data-end={state} aria-current={lit.map(|_| "location")}>
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

fn piece_view(piece: Piece, text: &str) -> Html {
    let class = match piece {
        Piece::Keyword => "k",
        Piece::Text => "s",
        Piece::Comment => "cm",
        Piece::Number => "nu",
        Piece::Plain => return html! { {text.to_owned()} },
    };
    html! { <span {class}>{text.to_owned()}</span> }
}
