//! An exercise in the lab: its panel (`static/exercises/panel.js`) shows the task and judges the answer; the editor and the
//! timeline are the lab's.

use std::sync::Arc;

use yew::{Callback, Html, html};

use super::bar;
use super::bench::Bench;
use super::desk::Desk;
use super::kept::{self, Kept};
use crate::app::model::action::Action;
use crate::app::model::lab::PARAMETERS;
use crate::app::model::place::Place;
use crate::app::model::state::State;
use crate::app::widgets::ids::EXERCISE;
use crate::host::document;
use crate::host::exercises::{Led, Panel, Wanted};
use crate::program::{Program, ProgramRef, PythonFile, Setup, Shared, Start, Variant, Words};
use crate::text::lab::lab;

/// Whether the lab shows an exercise.
pub const fn is_open(state: &State) -> bool {
    matches!(state.place, Place::Exercise(_))
}

/// The heading of the lab and, unless an exercise is open, the bar with the reader's programs.
pub fn head(state: &State, desk: &Desk, bench: &Bench, on_action: &Callback<Action>) -> Html {
    let words = lab(state.language);
    if is_open(state) {
        return html! { <h1 class="unseen">{words.exercises}</h1> };
    }
    html! { <><h1 class="unseen">{words.title}</h1>{bar::view(desk, bench, state, on_action)}</> }
}

/// The element that the panel fills.
pub fn panel(state: &State) -> Html {
    if is_open(state) {
        html! { <div class="drill" id={EXERCISE} /> }
    } else {
        html! {}
    }
}

impl Desk {
    /// Loads the panel of an exercise, which then opens the answer's files.
    pub(super) async fn open_exercise(&self, id: &str) {
        let Some(host) = document::element(EXERCISE) else { return };
        let (desk, exercise) = (self.clone(), id.to_owned());
        let open = move |title: &str, files: Vec<(String, String)>, anew: bool| {
            let files: Vec<PythonFile> = files.into_iter().map(|(name, text)| PythonFile { name, text }).collect();
            if anew {
                desk.begin_anew(&files);
            } else {
                desk.show(kept::answer(&exercise, title, files));
            }
        };
        let desk = self.clone();
        let source = move || {
            desk.rest();
            desk.bench()
                .program
                .and_then(|program| program.files.into_iter().next())
                .map(|file| file.text)
                .unwrap_or_default()
        };
        let desk = self.clone();
        let lead = move |led: Led| desk.lead(led);
        let engine = self.engine().clone();
        let language = self.language().code();
        let wanted = Wanted { id, language, open: Box::new(open), source: Box::new(source), lead: Box::new(lead) };
        match Panel::mount(&host, &engine, wanted).await {
            Ok(panel) => drop(self.0.panel.replace(Some(panel))),
            Err(why) => self.change(|bench| bench.editor = Some(Err(why))),
        }
    }

    /// Puts the starting text in the answer's place, as one step of undo.
    fn begin_anew(&self, files: &[PythonFile]) {
        if let Some(file) = files.first() {
            self.with(|editor| editor.set_text(&file.name, &file.text));
            self.rest();
        }
    }

    /// Shows a recorded run of the answer at a moment, below the recorded run of the model answer if there is one.
    fn lead(&self, led: Led) {
        let Some(program) = self.bench().program else { return };
        self.change(|bench| bench.ran = Some(program.files.clone()));
        let own = recorded(&program, &program.name, &led.log);
        let (shown, seen) = match led.model {
            Some((title, log)) => (Variant::versions(recorded(&program, &title, &log), own), vec![0, led.events]),
            None => (vec![own], vec![led.events]),
        };
        self.act(Action::Lead(shown, led.time, seen));
        if let Some(line) = led.line {
            self.with(|editor| editor.reveal(program.main(), line));
        }
    }
}

fn recorded(program: &Kept, title: &str, log: &str) -> Variant {
    let program = Program {
        words: Words::Own(Shared::Made(title.into())),
        start: Start::Recorded(log.into()),
        ..program.program()
    };
    Variant::alone(ProgramRef::Own(Arc::new(program)), Setup::from_fields(PARAMETERS, &[]))
}
