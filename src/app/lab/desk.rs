//! The lab's desk: the editor, the engine, the program, and their state. There is one for the whole page, so that a
//! reader who returns finds the lab unchanged.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::bench::Bench;
use super::kept::{self, Kept};
use crate::app::model::action::Action;
use crate::app::model::lab::Trial;
use crate::app::model::place::Place;
use crate::app::model::run::Run;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::host::editor::{Editor, EditorModule};
use crate::host::engine::Engine;
use crate::host::exercises::Panel;
use crate::host::{document, fetch};
use crate::program::Variant;
use crate::text::Language;
use crate::text::exceptions::ERRORS;

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
    pub(super) keeps: RefCell<Option<Timeout>>,
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
        self.load_editor(state);
    }

    /// Loads the editor, and shows the program in it.
    pub fn load_editor(&self, state: &State) {
        self.change(|bench| bench.editor = bench.editor.take().filter(Result::is_ok));
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

    /// Whether a request for a run is new. It counts as answered from now on.
    #[must_use]
    pub fn answers(&self, asked: u32) -> bool {
        self.0.answered.replace(asked) != asked && asked > 0
    }
}

/// The callbacks for actions and wishes that come from the lab.
#[derive(Clone, PartialEq)]
pub struct Wishes {
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}
