//! The lab's desk: the editor, the engine, the program, and their state. There is one for the whole page, so that a
//! reader who returns finds the lab unchanged.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::kept::{self, Kept};
use super::problems::Problem;
use crate::app::model::action::Action;
use crate::app::model::lab::Trial;
use crate::app::model::place::Place;
use crate::app::model::run::Run;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::host::editor::{Edited, Editor, EditorModule};
use crate::host::engine::{Engine, EngineState};
use crate::host::exercises::Panel;
use crate::host::{Phase, document, fetch};
use crate::program::{PythonFile, Variant};
use crate::text::Language;
use crate::text::exceptions::ERRORS;
use crate::trace::{Facts, TaskId};

/// The milliseconds without a key after which the text is stored and compared with the last run's.
const KEEP_AFTER: u32 = 250;

/// The state of the lab, apart from the run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bench {
    /// The state of the engine.
    pub engine: EngineState,
    /// Whether the editor is loaded, or why not; `None` while it is loading.
    pub editor: Option<Result<(), String>>,
    /// The program, as of the last time when its text was stored.
    pub program: Option<Kept>,
    /// Whether the program came with a link and has not been stored.
    pub linked: bool,
    /// Whether the browser stores the program's present state; `None` before the first change.
    pub saved: Option<bool>,
    /// The name of the open file.
    pub shown: String,
    /// The files of the last run.
    pub ran: Option<Vec<PythonFile>>,
    /// Whether the engine is running the program.
    pub busy: bool,
    /// The prompt of `input()`, while the program waits for an answer.
    pub asks: Option<String>,
    /// Why the engine crashed, if it did.
    pub broke: Option<String>,
    /// The findings of the last check; `None` before the first one.
    pub problems: Option<Vec<Problem>>,
    /// The present message.
    pub notice: Option<Notice>,
    /// Whether a hidden run finds the questions, because the reader wants to predict.
    pub rehearses: bool,
    /// The facts for the questions about the run.
    pub asked: Option<Rc<Facts>>,
    /// Explanations of common exceptions, in the page's language; empty until they are loaded.
    pub errors: Rc<str>,
}

/// A message about the program.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// What opening a file or a link changed, or why it failed, as codes.
    Opened(Vec<String>),
    /// A program was deleted.
    Deleted(Kept),
    /// Another tab changed the program.
    Elsewhere,
    /// A link with this number of characters was copied.
    Copied(usize),
    /// This link could not be copied.
    Uncopied(String),
    /// The program is too long for a link.
    TooLong,
    /// No event of the run is at this line.
    NoMoment(u32),
}

/// A handle to the desk.
#[derive(Clone, Default)]
pub struct Desk(pub(super) Rc<Inside>);

/// The contents of the desk.
#[derive(Default)]
pub(super) struct Inside {
    bench: RefCell<Bench>,
    pub(super) engine: Engine,
    module: RefCell<Option<EditorModule>>,
    editor: RefCell<Option<Editor>>,
    /// The callbacks for wishes and actions.
    wishes: RefCell<Option<Wishes>>,
    /// The code of the link that was opened last.
    pub(super) opened: RefCell<String>,
    /// Renders the view.
    render: RefCell<Option<Callback<()>>>,
    language: Cell<Language>,
    /// The run as of the last render.
    run: RefCell<Option<Run>>,
    /// The text of the present run's log.
    pub(super) log: RefCell<String>,
    /// The variant that the next run is compared with.
    pub(super) rival: RefCell<Option<Variant>>,
    /// The number of the run whose error is marked in the editor.
    pub(super) marked: Cell<u32>,
    /// The number of the engine's present run.
    pub(super) runs: Cell<u32>,
    /// The number of the last request for a run that was answered.
    answered: Cell<u32>,
    keeps: RefCell<Option<Timeout>>,
    pub(super) checks: RefCell<Option<Timeout>>,
    /// The number of the latest check.
    pub(super) checked: Cell<u32>,
    /// The stored text that this tab wrote last.
    pub(super) written: RefCell<Option<String>>,
    /// The panel of the present exercise.
    pub(super) panel: RefCell<Option<Panel>>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Bench {
    /// Whether the text differs from that of the last run.
    #[must_use]
    pub fn edited(&self) -> bool {
        self.ran.as_ref().zip(self.program.as_ref()).is_some_and(|(ran, program)| *ran != program.files)
    }
}

impl Desk {
    /// The present state of the lab.
    #[must_use]
    pub fn bench(&self) -> Bench {
        self.0.bench.borrow().clone()
    }

    /// Changes the state, and renders if it differs.
    pub fn change(&self, change: impl FnOnce(&mut Bench)) {
        let differs = {
            let mut bench = self.0.bench.borrow_mut();
            let before = bench.clone();
            change(&mut bench);
            *bench != before
        };
        let render = self.0.render.borrow().clone();
        if let Some(render) = render.filter(|_| differs) {
            render.emit(());
        }
    }

    /// Opens the lab: loads the editor and the engine, and shows the program.
    pub fn enter(&self, state: &State, render: Callback<()>, wishes: &Wishes) {
        let language = state.language;
        self.0.render.replace(Some(render));
        self.0.wishes.replace(Some(wishes.clone()));
        self.0.language.set(language);
        let desk = self.clone();
        self.0.engine.open(move |engine| desk.change(|bench| bench.engine = engine));
        let (desk, trial, place) = (self.clone(), state.lab.clone(), state.place.clone());
        spawn_local(async move {
            match EditorModule::load().await {
                Ok(module) => desk.furnish(&module, &trial, &place).await,
                Err(why) => desk.change(|bench| bench.editor = Some(Err(why))),
            }
        });
    }

    async fn furnish(&self, module: &EditorModule, trial: &Trial, place: &Place) {
        self.0.module.replace(Some(module.clone()));
        let Some(host) = document::element(crate::app::widgets::ids::EDITOR) else { return };
        let desk = self.clone();
        let editor = module.mount(&host, self.language().code(), move |edited| desk.edited(edited));
        self.0.editor.replace(editor);
        if let Place::Exercise(id) = place {
            self.open_exercise(id).await;
            return self.change(|bench| bench.editor = Some(Ok(())));
        }
        let there = self.bench().program.filter(|program| program.exercise.is_empty());
        let program = there.or_else(kept::last).unwrap_or_else(|| Kept::first(self.language()));
        self.show(program);
        if !trial.code.is_empty() {
            self.open_link(&trial.code).await;
        } else if let Some((scenario, setup)) = &trial.edits {
            self.open_scenario(scenario, setup).await;
            self.act(Action::Settle);
        }
        self.change(|bench| bench.editor = Some(Ok(())));
    }

    /// Leaves the lab, after the typed text is stored.
    pub fn leave(&self) {
        self.rest();
        self.0.render.take();
        self.0.editor.take();
        self.0.panel.take();
        self.change(|bench| (bench.editor, bench.ran, bench.notice) = (None, None, None));
    }

    /// Sets the language of the lab.
    pub fn speak(&self, language: Language) {
        self.0.language.set(language);
        self.with(|editor| editor.set_language(language.code()));
        if let Some(panel) = &*self.0.panel.borrow() {
            panel.set_language(language.code());
        }
        let desk = self.clone();
        spawn_local(async move {
            let file = ERRORS.get(language);
            let sentences = fetch::text(file.path, None).await.ok().filter(|text| file.holds(text));
            if let Some(sentences) = sentences.filter(|_| desk.language() == language) {
                desk.change(|bench| bench.errors = sentences.into());
            }
        });
    }

    /// Sends a wish about the run.
    pub fn wish(&self, wish: Wish) {
        let wishes = self.0.wishes.borrow().clone();
        if let Some(wishes) = wishes {
            wishes.on_wish.emit(wish);
        }
    }

    /// Sends an action to the page.
    pub fn act(&self, action: Action) {
        let wishes = self.0.wishes.borrow().clone();
        if let Some(wishes) = wishes {
            wishes.on_action.emit(action);
        }
    }

    /// The language of the lab.
    #[must_use]
    pub fn language(&self) -> Language {
        self.0.language.get()
    }

    /// Calls `then` with the editor, if it is loaded.
    pub fn with<T>(&self, then: impl FnOnce(&Editor) -> T) -> Option<T> {
        self.0.editor.borrow().as_ref().map(then)
    }

    /// The editor's module, which also opens files and links.
    #[must_use]
    pub fn module(&self) -> Option<EditorModule> {
        self.0.module.borrow().clone()
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.0.engine
    }

    /// Sets the run that is shown.
    pub fn see(&self, run: Option<Run>) {
        self.0.run.replace(run);
    }

    /// The run as of the last render.
    #[must_use]
    pub fn run(&self) -> Option<Run> {
        self.0.run.borrow().clone()
    }

    /// Shows a program in the editor.
    pub fn show(&self, program: Kept) {
        self.with(|editor| {
            for (name, _) in editor.files() {
                editor.close(&name);
            }
            for file in &program.files {
                editor.set_text(&file.name, &file.text);
            }
            editor.show(program.main());
        });
        self.0.written.replace(program.there());
        self.change(|bench| {
            program.main().clone_into(&mut bench.shown);
            bench.saved = program.there().map(|_| true);
            bench.program = Some(program);
            bench.linked = false;
            bench.problems = None;
        });
        self.check_soon();
    }

    fn edited(&self, edited: Edited) {
        match edited {
            Edited::Changed => self.changed(),
            Edited::Run => self.toggle(),
            Edited::Save => self.save(),
            Edited::Caret(..) => {}
            Edited::Line(file, line) => self.go_to_line(&file, line),
            Edited::Task(task) => self.select(TaskId(task)),
            Edited::Notes(codes) => self.change(|bench| bench.notice = Some(Notice::Opened(codes))),
            Edited::Goes(file, line) => {
                self.with(|editor| editor.go_to(&file, line));
            }
            Edited::Scenario(id) => crate::host::address::go(&format!("/s/{id}")),
        }
    }

    /// Handles typing: storing and checking wait until the keyboard rests.
    fn changed(&self) {
        let desk = self.clone();
        self.0.keeps.replace(Some(Timeout::new(KEEP_AFTER, move || desk.rest())));
        self.check_soon();
    }

    /// Reads the editor's text and stores it.
    pub fn rest(&self) {
        self.0.keeps.take();
        let Some(files) = self.with(files_of).filter(|files| !files.is_empty()) else { return };
        let Some(mut program) = self.bench().program else { return };
        let differs = program.files != files;
        program.files = files;
        self.unfold_notebooks(&mut program);
        let linked = self.bench().linked;
        // When a linked program is edited, it becomes a program of the reader's own.
        if differs {
            if linked {
                program.id = kept::free();
            }
            self.keep(&mut program);
        }
        let saved = if differs { Some(program.there() == Some(program.written())) } else { self.bench().saved };
        self.change(|bench| {
            bench.program = Some(program);
            bench.saved = saved;
            bench.linked = linked && !differs;
        });
    }

    /// Stores the program. If another tab changed the stored one, it is stored under a new number.
    pub fn keep(&self, program: &mut Kept) {
        let there = program.there();
        // An answer to an exercise has one place; the last text counts.
        if program.exercise.is_empty() && there.is_some() && there != *self.0.written.borrow() {
            program.id = kept::free();
            program.name = (crate::text::lab::lab(self.language()).copy_of)(&program.name);
            self.change(|bench| bench.notice = Some(Notice::Elsewhere));
        }
        program.keep();
        // If the browser stores nothing, the stored text is not another tab's change.
        self.0.written.replace(program.there());
    }

    /// Whether a request for a run is new. It counts as answered from now on.
    #[must_use]
    pub fn answers(&self, asked: u32) -> bool {
        self.0.answered.replace(asked) != asked && asked > 0
    }

    /// Runs, pauses or resumes, depending on the phase. An edited text is run again, even if an earlier run is paused.
    pub fn toggle(&self) {
        self.rest();
        let held = self.run().is_some_and(|run| run.progress.phase == Phase::Paused);
        if held && self.bench().edited() { self.act(Action::Launch) } else { self.wish(Wish::Toggle) }
    }

    /// The program in the editor, to be run.
    #[must_use]
    pub fn launched(&self) -> Option<Kept> {
        self.rest();
        let program = self.bench().program?;
        self.change(|bench| bench.ran = Some(program.files.clone()));
        Some(program)
    }
}

/// The callbacks for what the reader does in the editor.
#[derive(Clone, PartialEq)]
pub struct Wishes {
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The files of the editor.
pub(super) fn files_of(editor: &Editor) -> Vec<PythonFile> {
    editor.files().into_iter().map(|(name, text)| PythonFile { name, text }).collect()
}
