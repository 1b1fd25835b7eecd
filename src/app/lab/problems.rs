//! The problems that the check found, as a list with links to their lines.

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html, html};

use super::bench::Bench;
use super::desk::Desk;
use super::editing::files_of;
use crate::app::widgets::icon::icon;
use crate::host::engine::{EngineState, Finding};
use crate::text::lab::lab;

/// The milliseconds without a key after which the text is checked.
const CHECK_AFTER: u32 = 400;

/// A finding of the check.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    file: String,
    finding: Finding,
}

impl Problem {
    /// A finding in this file.
    #[must_use]
    pub fn new(file: &str, finding: Finding) -> Self {
        Self { file: file.to_owned(), finding }
    }
}

impl Desk {
    /// Checks the files when the keyboard has rested.
    pub(super) fn check_soon(&self) {
        let desk = self.clone();
        self.0.checks.replace(Some(Timeout::new(CHECK_AFTER, move || desk.check())));
    }

    /// Checks each file once the engine is ready.
    fn check(&self) {
        self.0.checked.set(self.0.checked.get() + 1);
        let (desk, number) = (self.clone(), self.0.checked.get());
        spawn_local(async move {
            let (Some(files), Some(module)) = (desk.with(files_of), desk.module()) else { return };
            let mut problems = Vec::new();
            for file in files {
                let notebook = module.is_notebook(&file.text);
                let checked = desk.0.engine.check(&file.text, &file.name, notebook).await;
                let Some(checked) = checked.filter(|_| desk.0.checked.get() == number) else { return };
                desk.with(|editor| editor.set_checked(&file.name, &checked));
                problems.extend(checked.findings.into_iter().map(|finding| Problem::new(&file.name, finding)));
            }
            desk.change(|bench| bench.problems = Some(problems));
        });
    }
}

/// Renders the list.
pub fn view(desk: &Desk, bench: &Bench) -> Html {
    let words = lab(desk.language());
    match &bench.problems {
        None if bench.engine != EngineState::Ready => html! { <p class="note">{words.checking}</p> },
        None => html! { <p class="note" /> },
        Some(problems) if problems.is_empty() => html! { <p class="note">{words.no_problems}</p> },
        Some(problems) => html! { <ol class="problems">{for problems.iter().map(|problem| row(desk, problem))}</ol> },
    }
}

fn row(desk: &Desk, problem: &Problem) -> Html {
    let Problem { file, finding } = problem;
    let language = desk.language();
    let (title, message) = match desk.module().filter(|_| !finding.code.is_empty() && !finding.error) {
        Some(module) => module.hint_words(&finding.code, &finding.name, language.code()),
        None => (finding.title.clone(), finding.message.clone()),
    };
    let (place, line) = ((file.clone(), desk.clone()), finding.line);
    let go = Callback::from(move |_| {
        let (file, desk) = &place;
        desk.with(|editor| {
            editor.go_to(file, line);
            editor.focus();
        });
    });
    html! {
        <li data-error={finding.error.then_some("true")}>
            {icon(if finding.error { "cross" } else { "warn" })}
            <div>
                <button class="ref" type="button" onclick={go}>{(lab(language).line)(file, finding.line)}</button>
                {" "}<b>{title}</b>{" "}<span>{message}</span>
            </div>
        </li>
    }
}
