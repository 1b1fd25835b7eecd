//! The state of the page as one value: it is read from an address and written to one.

use super::against::{Against, Rival};
use super::choices::{Mode, Steps, Tab, Theme};
use super::given::{Given, changed};
use super::guess::Guess;
use super::kept::Kept;
use super::lab::Trial;
use super::place::Place;
use super::problem::Problems;
use super::route::Route;
use super::run::{Run, Selection};
use crate::program::Setup;
use crate::text::Language;
use crate::trace::Seconds;

/// The purpose of the next run; exactly one of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Task {
    /// To see the run.
    #[default]
    Run,
    /// To compare it with the runs of [`State::against`], one above the other.
    Compare,
    /// To predict it first; [`State::guess`] has the prediction.
    Predict,
}

pub use tries::Before;

/// Everything that the page shows.
#[allow(clippy::struct_excessive_bools)] // each is an independent switch of the page
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The place in the page where the reader is.
    pub place: Place,
    /// Whether the list of keys is open.
    pub keys: bool,
    /// Whether single-letter keys work.
    pub letters: bool,
    /// Whether the parameters' fields are folded into one line while a run is shown.
    pub folded: bool,
    /// The language.
    pub language: Language,
    /// Whether the reader chose the language; otherwise the browser prefers it.
    pub language_chosen: bool,
    /// The colour scheme.
    pub theme: Theme,
    /// The text of the search field.
    pub find: String,
    /// Whether the contents are open on a narrow screen.
    pub contents_open: bool,
    /// The texts of the parameters' fields, as typed.
    pub fields: Vec<String>,
    /// Live or Instant.
    pub mode: Mode,
    /// The speed of a live run.
    pub speed: f64,
    /// The purpose of the next run.
    pub task: Task,
    /// What the run is compared with, if `task` is [`Task::Compare`].
    pub against: Against,
    /// The runs that the reader has kept, of all scenarios.
    pub kept: Vec<Kept>,
    /// The reader's prediction, if `task` is [`Task::Predict`].
    pub guess: Guess,
    /// The length of a step.
    pub steps: Steps,
    /// The open tab under the timeline.
    pub tab: Tab,
    /// Whether the whole legend is open.
    pub legend: bool,
    /// The selected task.
    pub selected: Option<Selection>,
    /// The origins to which the reader has allowed requests, until the page is left.
    pub allowed: Vec<String>,
    /// The origins of the open question for consent.
    pub asked: Vec<String>,
    /// Whether a page of another origin shows this one in a frame.
    pub framed: bool,
    /// The time of the cursor that the address gives, until the cursor moves.
    pub at: Option<Seconds>,
    /// Whether values were changed while a run was shown, which ended it. The next run clears this.
    pub dropped: bool,
    /// The number of each program's events before the cursor at `at`, if the address gives it.
    pub seen: Vec<usize>,
    /// The scenarios that the reader has run to their end.
    pub ran: Vec<&'static str>,
    /// The runs of the lab.
    pub lab: Trial,
    /// The parts of the address that could not be understood.
    pub problems: Problems,
    /// The values from before the first suggestion was tried.
    pub before_try: Option<Before>,
    /// How many suggestions were tried: each starts a run.
    pub tries: u32,
    /// The run that is shown.
    pub run: Option<Run>,
}

impl State {
    /// The page at an address. `language` and `theme` are used if the address gives none.
    #[must_use]
    pub fn new(route: Route, language: Language, theme: Theme) -> Self {
        let mut state = Self {
            place: Place::Contents,
            keys: false,
            letters: true,
            folded: false,
            language,
            language_chosen: false,
            theme,
            find: String::new(),
            contents_open: false,
            fields: Vec::new(),
            mode: Mode::Live,
            speed: 1.0,
            task: Task::Run,
            against: Against::default(),
            kept: Vec::new(),
            guess: Guess::default(),
            steps: Steps::Callback,
            tab: Tab::Outcome,
            legend: false,
            selected: None,
            allowed: Vec::new(),
            asked: Vec::new(),
            framed: false,
            at: None,
            seen: Vec::new(),
            ran: Vec::new(),
            lab: Trial::default(),
            problems: Problems::default(),
            before_try: None,
            dropped: false,
            tries: 0,
            run: None,
        };
        state.go(route);
        state
    }

    /// Goes to an address. If it gives no language or colours, the present ones are kept.
    pub(super) fn go(&mut self, route: Route) {
        if self.place != route.place {
            self.forget_place();
        }
        self.dropped = false;
        self.place = route.place;
        if let Some(language) = route.language {
            self.language = language;
            self.language_chosen = true;
        }
        self.theme = route.theme.unwrap_or(self.theme);
        self.mode = route.mode;
        self.speed = route.speed.unwrap_or(1.0);
        self.steps = route.steps;
        self.tab = route.tab;
        self.legend = route.legend;
        self.find = route.find;
        self.selected = route.selected;
        self.at = route.at;
        self.seen = route.seen;
        self.contents_open = false;
        self.asked.clear();
        self.problems = route.problems;
        self.lab.code = route.code;
        self.guess = route.guess;
        let scenario = self.scenario();
        let given = |given: &Option<Given>| Some(scenario?.fields(given.as_ref()?));
        let (typed, kept) = (given(&route.with), given(&route.kept));
        let rival = match kept {
            Some(kept) => Rival::Kept(kept),
            None if route.ways => Rival::Ways,
            None => Rival::Typed,
        };
        self.against = Against::new(rival, typed);
        self.fields = Setup::fields_of(self.place.parameters(), &route.parameters);
        self.task = if route.predict { Task::Predict } else { Task::Run };
        if route.compare && !route.predict {
            self.compare();
        }
    }

    /// Drops the parts of the state that belong to the present place only: its run, and what is open around it.
    fn forget_place(&mut self) {
        self.run = None;
        self.before_try = None;
        self.lab.shown.clear();
        self.folded = false;
    }

    /// The address of the present state.
    #[must_use]
    pub fn route(&self) -> Route {
        let given = |fields: &[String]| Some(changed(self.scenario()?.parameters, fields));
        let typed = self.against.typed();
        let (at, seen) = self.moment();
        Route {
            place: self.place.clone(),
            language: self.language_chosen.then_some(self.language),
            theme: (self.theme != Theme::System).then_some(self.theme),
            mode: self.mode,
            speed: (self.speed != 1.0).then_some(self.speed),
            compare: self.compares(),
            with: typed.and_then(given),
            kept: if let Rival::Kept(fields) = self.against.rival() { given(fields) } else { None },
            ways: typed.is_some() && *self.against.rival() == Rival::Ways,
            predict: self.task == Task::Predict,
            guess: self.guess.clone(),
            steps: self.steps,
            tab: self.tab,
            legend: self.legend,
            find: self.find.clone(),
            selected: self.selected.clone(),
            at,
            seen,
            code: self.lab.code.clone(),
            parameters: changed(self.place.parameters(), &self.fields),
            problems: Problems::default(),
        }
    }

    /// Forgets the time of the cursor that the address gave.
    pub(super) fn leave_moment(&mut self) {
        self.at = None;
        self.seen.clear();
    }

    /// Returns to [`Task::Run`], if `task` is the present one.
    pub(super) fn leave(&mut self, task: Task) {
        if self.task == task {
            self.task = Task::Run;
        }
    }
}

mod comparing;
mod derived;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tasks;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod tries;
