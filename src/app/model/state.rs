//! What the page shows, as one value, and what follows from it.

use super::against::{Against, Rival};
use super::choices::{Mode, Steps, Tab, Theme};
use super::given::{Given, changed};
use super::guess::Guess;
use super::kept::Kept;
use super::place::Place;
use super::problem::Problems;
use super::route::Route;
use super::run::{Run, Selection};
use crate::host::{Pace, Phase};
use crate::program::{ProgramRef, Setup, Value, Variant};
use crate::scenarios::{self, Scenario};
use crate::text::Language;
use crate::trace::Seconds;

/// What the reader wants of the next run: one of these at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Task {
    /// To see it.
    #[default]
    Run,
    /// To see it with others, one above the other: those that [`State::against`] says.
    Compare,
    /// To say beforehand what it will do, which [`State::guess`] keeps.
    Predict,
}

/// Everything that the page shows.
#[allow(clippy::struct_excessive_bools)] // each is a switch of the page that the reader holds apart from the others
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Where the reader is.
    pub place: Place,
    /// The language.
    pub language: Language,
    /// Whether the reader chose it; else it is the browser's.
    pub language_chosen: bool,
    /// The colours.
    pub theme: Theme,
    /// The search in the contents.
    pub find: String,
    /// Whether the contents are open on a narrow screen.
    pub contents_open: bool,
    /// What stands in the parameters' fields, as typed.
    pub fields: Vec<String>,
    /// Live or instant.
    pub mode: Mode,
    /// The speed of a live run.
    pub speed: f64,
    /// What the reader wants of the next run.
    pub task: Task,
    /// What it is compared with, when it is.
    pub against: Against,
    /// The runs that the reader has kept, of all scenarios.
    pub kept: Vec<Kept>,
    /// What the reader predicts, when she does.
    pub guess: Guess,
    /// How far one click on Step or Back goes.
    pub steps: Steps,
    /// What stands under the timeline.
    pub tab: Tab,
    /// Whether the whole legend is open.
    pub legend: bool,
    /// The selected task.
    pub selected: Option<Selection>,
    /// The origins that the reader has allowed this page to ask, until it is left.
    pub allowed: Vec<String>,
    /// The origins that the reader is asked about.
    pub asked: Vec<String>,
    /// Whether a page of another origin shows this one in a frame.
    pub framed: bool,
    /// The moment that the address leads to, until the reader goes to another.
    pub at: Option<Seconds>,
    /// The scenarios that the reader has run to their end.
    pub ran: Vec<&'static str>,
    /// What could not be understood of the address.
    pub problems: Problems,
    /// The run that is shown.
    pub run: Option<Run>,
}

impl State {
    /// The page at an address, for a reader with this language and these colours.
    #[must_use]
    pub fn new(route: Route, language: Language, theme: Theme) -> Self {
        let mut state = Self {
            place: Place::Contents,
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
            ran: Vec::new(),
            problems: Problems::default(),
            run: None,
        };
        state.go(route);
        state
    }

    /// Goes to an address. Language and colours stay where it names none.
    pub(super) fn go(&mut self, route: Route) {
        if self.place != route.place {
            self.run = None;
        }
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
        self.contents_open = false;
        self.asked.clear();
        self.problems = route.problems;
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
        self.fields = given(&Some(route.parameters)).unwrap_or_default();
        self.task = if route.predict { Task::Predict } else { Task::Run };
        if route.compare && !route.predict {
            self.compare();
        }
    }

    /// The address of what is shown.
    #[must_use]
    pub fn route(&self) -> Route {
        let given = |fields: &[String]| Some(changed(self.scenario()?, fields));
        let typed = self.against.typed();
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
            at: self.at,
            parameters: given(&self.fields).unwrap_or_default(),
            problems: Problems::default(),
        }
    }

    /// Compares, where something is comparable. A scenario that has no other ways is compared with itself.
    pub(super) fn compare(&mut self) {
        if self.comparable() {
            self.task = Task::Compare;
            if *self.against.rival() == Rival::Ways && self.ways().is_empty() {
                self.against.choose(Rival::Typed, &self.fields);
            }
        }
    }

    /// Ends this task, if it is the present one.
    pub(super) fn leave(&mut self, task: Task) {
        if self.task == task {
            self.task = Task::Run;
        }
    }

    /// Whether runs are compared.
    #[must_use]
    pub fn compares(&self) -> bool {
        self.task == Task::Compare
    }

    /// The scenario that the reader is at.
    #[must_use]
    pub fn scenario(&self) -> Option<&'static Scenario> {
        self.place.scenario()
    }

    /// The ways of the same work that can be compared here, the slower first.
    #[must_use]
    pub fn ways(&self) -> Vec<Variant> {
        self.scenario().map(|scenario| scenarios::ways(scenario, &self.setup())).unwrap_or_default()
    }

    /// What is compared: this run below another one, or the ways.
    #[must_use]
    pub fn compared(&self) -> Vec<Variant> {
        match (self.scenario(), self.against.fields()) {
            (Some(scenario), Some(with)) => Variant::beside(scenario, self.setup(), scenario.setup(with)),
            _ => self.ways(),
        }
    }

    /// Whether there is something to compare: real requests are never the same twice.
    #[must_use]
    pub fn comparable(&self) -> bool {
        self.scenario().is_some() && !self.is_real()
    }

    /// Whether the reader says what will happen before it is shown: of one run, in logical time.
    #[must_use]
    pub fn predicts(&self) -> bool {
        self.task == Task::Predict && self.comparable()
    }

    /// Whether what would give the answers away must be hidden.
    #[must_use]
    pub fn hides(&self) -> bool {
        self.predicts() && !self.run.as_ref().is_some_and(|run| run.ended)
    }

    /// Whether the run to be compared with would send real requests.
    #[must_use]
    pub fn real_beside(&self) -> bool {
        self.compared().iter().any(Variant::is_real)
    }

    /// The kept run that this one is compared with, if it is one.
    #[must_use]
    pub fn kept_beside(&self) -> Option<&Kept> {
        let Rival::Kept(fields) = self.against.rival() else { return None };
        if !self.compares() {
            return None;
        }
        self.kept_here().into_iter().find(|kept| kept.fields() == *fields)
    }

    /// The runs of this scenario that the reader has kept.
    #[must_use]
    pub fn kept_here(&self) -> Vec<&Kept> {
        let here = self.scenario().map(ProgramRef::from);
        self.kept.iter().filter(|kept| Some(&kept.program) == here.as_ref()).collect()
    }

    /// Whether a run is under way that the world sets the pace of: it cannot be held.
    #[must_use]
    pub fn awaits_world(&self) -> bool {
        self.is_real() && self.run_state() == "running"
    }

    /// What a run is made of.
    #[must_use]
    pub fn shown(&self) -> Vec<Variant> {
        if self.compares() && !self.real_beside() {
            return self.compared();
        }
        self.scenario().map(|scenario| Variant::alone(scenario, self.setup())).into_iter().collect()
    }

    /// The parameters' values; a refused one has its default.
    #[must_use]
    pub fn setup(&self) -> Setup {
        self.scenario().map(|scenario| scenario.setup(&self.fields)).unwrap_or_default()
    }

    /// Where the scenario says when its program is stopped, and when that is.
    #[must_use]
    pub fn stop(&self) -> Option<(usize, Seconds)> {
        let place = self.scenario()?.stop()?;
        if let Value::Number(stop) = self.setup().get(place)? { Some((place, *stop)) } else { None }
    }

    /// Whether a field differs from its default.
    #[must_use]
    pub fn fields_changed(&self) -> bool {
        self.scenario().is_some_and(|scenario| scenario.fields(&[]) != self.fields)
    }

    /// Whether a run sends real requests.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.setup().is_real()
    }

    /// The pace at which a run goes.
    #[must_use]
    pub fn pace(&self) -> Pace {
        match self.mode {
            // The world has one pace.
            _ if self.is_real() => Pace::Live(1.0),
            Mode::Live => Pace::Live(self.speed),
            Mode::Instant => Pace::Instant,
        }
    }

    /// The phase of the run, in one word for scripts, tests and style sheets.
    #[must_use]
    pub fn run_state(&self) -> &'static str {
        match self.run.as_ref().map(|run| run.progress.phase) {
            None => "idle",
            Some(Phase::Running) => "running",
            Some(Phase::Paused) => "paused",
            Some(Phase::Finished | Phase::Stuck | Phase::TooLong | Phase::Stopped) => "finished",
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tasks;
#[cfg(test)]
mod tests;
