//! What the page shows, as one value; and the pure function that changes it.

use std::rc::Rc;

use yew::Reducible;

use super::choices::{Mode, Steps, Tab, Theme};
use super::guess::Guess;
use super::kept::Kept;
use super::route::{Problem, Route};
use super::run::{Run, Selection};
use crate::aiohttp::origin;
use crate::host::{Pace, Phase, Progress, rest};
use crate::program::{ProgramRef, Setup, Value, Variant};
use crate::scenarios::{self, Scenario};
use crate::text::{Language, Reading};
use crate::trace::{Cursor, Seconds};

/// Where the reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Place {
    /// At the contents.
    #[default]
    Contents,
    /// At a scenario.
    Scenario(&'static Scenario),
    /// At a page to read; in the glossary perhaps at a term.
    Reading(&'static Reading, String),
    /// At an address that leads nowhere.
    Unknown(String),
}

impl Place {
    /// The scenario or page that this is, by its address.
    #[must_use]
    pub const fn id(&self) -> Option<&'static str> {
        match self {
            Self::Scenario(scenario) => Some(scenario.id),
            Self::Reading(reading, _) => Some(reading.id),
            Self::Contents | Self::Unknown(_) => None,
        }
    }
}

/// The run that the present one is compared with.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// The one of what stands in the other run's fields.
    Typed,
    /// A run that was kept, by what stood in its fields; another browser may not know it.
    Kept(Vec<String>),
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
    /// Whether several ways of the same work stand one above the other.
    pub compare: bool,
    /// The run that it is compared with; without one, the ways are.
    pub with: Option<Beside>,
    /// What stands in the fields of the other run, as typed, while something else is compared, too.
    pub other: Option<Vec<String>>,
    /// The runs that the reader has kept, of all scenarios.
    pub kept: Vec<Kept>,
    /// What the reader says of a run before it.
    pub guess: Guess,
    /// How far one click on Step or Back goes.
    pub steps: Steps,
    /// What stands under the timeline.
    pub tab: Tab,
    /// Whether the whole program is there; until then what a result does not need is not shown.
    pub whole: bool,
    /// Whether the whole legend is open.
    pub legend: bool,
    /// The selected task.
    pub selected: Option<Selection>,
    /// The origins that the reader has allowed this page to ask, until it is left.
    pub allowed: Vec<String>,
    /// The origins that the reader is asked about.
    pub asked: Vec<String>,
    /// The moment that the address leads to, until the reader goes to another.
    pub at: Option<Seconds>,
    /// The scenarios that the reader has run to their end.
    pub ran: Vec<&'static str>,
    /// What could not be understood of the address.
    pub problems: Vec<Problem>,
    /// The run that is shown.
    pub run: Option<Run>,
}

/// Something that changes what the page shows. It carries every fact that the change needs.
#[derive(Clone, Debug)]
pub enum Action {
    /// The reader went to an address.
    Go(Box<Route>),
    /// Chose a language.
    Speak(Language),
    /// Chose the colours.
    Paint(Theme),
    /// Typed a search.
    Find(String),
    /// Opened or closed the contents.
    OpenContents(bool),
    /// Typed into the field of this parameter.
    Type(usize, String),
    /// Wants the parameters' defaults back.
    Defaults,
    /// Chose live or instant.
    SetMode(Mode),
    /// Chose a speed.
    SetSpeed(f64),
    /// Chose how far one click on Step or Back goes.
    SetSteps(Steps),
    /// Wants to see all that can be compared, or one.
    Compare(bool),
    /// Wants to compare with this run, or with the scenario's other ways.
    With(Option<Beside>),
    /// Typed into the field of this parameter of the other run.
    TypeOther(usize, String),
    /// Wants the defaults of the other run's parameters back.
    OtherDefaults,
    /// Has kept or forgotten a run: these are kept now.
    Keep(Vec<Kept>),
    /// Wants to say what will happen before it is shown, or no longer.
    Predict(bool),
    /// Says this of the next run.
    Guess(Guess),
    /// Opened a tab.
    Open(Tab),
    /// The whole program is there.
    Whole,
    /// Opened or closed the whole legend.
    Legend(bool),
    /// Selected a task, or none.
    Select(Option<Selection>),
    /// Is asked about these origins; about none, the reader has refused.
    Ask(Vec<String>),
    /// Has allowed those that were asked about.
    Allow,
    /// Goes on from the moment that the address led to.
    Depart,
    /// Goes to this moment, as by an address.
    Visit(Seconds),
    /// Read the message about the address.
    Understood,
    /// A run has begun.
    Began(Run),
    /// The run of this number has gone on.
    Went {
        /// Which run.
        number: u32,
        /// How far it is.
        progress: Progress,
        /// What is to be seen of each of its tracks.
        cursors: Vec<Cursor>,
    },
    /// The run was ended and is to be seen no more.
    Ended,
}

impl State {
    /// The page at an address, for a reader with this language and these colours.
    #[must_use]
    pub fn new(route: Route, language: Language, theme: Theme) -> Self {
        let mut state = Self {
            whole: rest::is_here(),
            place: Place::Contents,
            language,
            language_chosen: false,
            theme,
            find: String::new(),
            contents_open: false,
            fields: Vec::new(),
            mode: Mode::Live,
            speed: 1.0,
            compare: false,
            with: None,
            other: None,
            kept: Vec::new(),
            guess: Guess::default(),
            steps: Steps::Callback,
            tab: Tab::Outcome,
            legend: false,
            selected: None,
            allowed: Vec::new(),
            asked: Vec::new(),
            at: None,
            ran: Vec::new(),
            problems: Vec::new(),
            run: None,
        };
        state.go(route);
        state
    }

    fn go(&mut self, route: Route) {
        if self.place != route.place {
            self.run = None;
        }
        self.place = route.place;
        if let Some(language) = route.language {
            self.language = language;
            self.language_chosen = true;
        }
        if let Some(theme) = route.theme {
            self.theme = theme;
        }
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
        self.fields = self.scenario().map(|scenario| scenario.fields(&route.parameters)).unwrap_or_default();
        let given = |given: Option<Vec<_>>| self.scenario().zip(given).map(|(scenario, given)| scenario.fields(&given));
        (self.other, self.with) = (given(route.with), given(route.kept).map(Beside::Kept));
        if self.with.is_none() && self.other.is_some() && !route.ways {
            self.with = Some(Beside::Typed);
        }
        self.guess = route.guess;
        self.set_compare(route.compare && !self.guess.on);
    }

    /// A scenario that has no other ways is compared with itself, at first with the same values.
    fn set_compare(&mut self, compare: bool) {
        self.compare = compare && self.comparable();
        self.guess.on &= !self.compare;
        if self.compare && self.with.is_none() && self.ways().is_empty() {
            self.set_with(Some(Beside::Typed));
        }
    }

    /// The other run's fields begin as those of the present one, and stay when something else is compared.
    fn set_with(&mut self, with: Option<Beside>) {
        if with == Some(Beside::Typed) && self.other.is_none() {
            self.other = Some(self.fields.clone());
        }
        self.with = with;
    }

    /// What stands in the fields of the run that the present one is compared with, unless the ways are.
    #[must_use]
    pub fn beside(&self) -> Option<&Vec<String>> {
        match self.with.as_ref()? {
            Beside::Typed => self.other.as_ref(),
            Beside::Kept(fields) => Some(fields),
        }
    }

    /// The scenario that the reader is at.
    #[must_use]
    pub fn scenario(&self) -> Option<&'static Scenario> {
        if let Place::Scenario(scenario) = self.place { Some(scenario) } else { None }
    }

    /// The ways of the same work that can be compared here, the slower first.
    #[must_use]
    pub fn ways(&self) -> Vec<Variant> {
        self.scenario().map(|scenario| scenarios::ways(scenario, &self.setup())).unwrap_or_default()
    }

    /// What is compared: this run below another one, or the ways.
    #[must_use]
    pub fn compared(&self) -> Vec<Variant> {
        match (self.scenario(), self.beside()) {
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
        self.guess.on && self.comparable()
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
        let Some(Beside::Kept(fields)) = self.with.as_ref().filter(|_| self.compare) else { return None };
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
        if self.compare && !self.real_beside() {
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

    /// The origins that a run would ask and the reader has not allowed.
    #[must_use]
    pub fn strangers(&self) -> Vec<String> {
        let mut strangers = Vec::new();
        for value in self.setup().values() {
            let Value::Addresses(addresses) = value else { continue };
            for origin in addresses.iter().filter_map(|address| origin(address)) {
                if !self.allowed.contains(&origin) && !strangers.contains(&origin) {
                    strangers.push(origin);
                }
            }
        }
        strangers
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
        match self.run.as_ref().map(|run| run.phase) {
            None => "idle",
            Some(Phase::Running) => "running",
            Some(Phase::Paused) => "paused",
            Some(Phase::Finished | Phase::Stuck | Phase::TooLong) => "finished",
        }
    }
}

impl Reducible for State {
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            Action::Go(route) => state.go(*route),
            Action::Speak(language) => {
                state.language = language;
                state.language_chosen = true;
            }
            Action::Paint(theme) => state.theme = theme,
            Action::Whole => state.whole = true,
            Action::Find(find) => state.find = find,
            Action::OpenContents(open) => state.contents_open = open,
            Action::Type(place, typed) => {
                // A question about other addresses is no question any more.
                state.asked.clear();
                if let Some(field) = state.fields.get_mut(place) {
                    *field = typed;
                }
            }
            Action::Defaults => {
                state.fields = state.scenario().map(|scenario| scenario.fields(&[])).unwrap_or_default();
            }
            Action::SetMode(mode) => state.mode = mode,
            Action::SetSpeed(speed) => state.speed = speed,
            Action::SetSteps(steps) => state.steps = steps,
            Action::Compare(compare) => state.set_compare(compare),
            Action::With(with) => {
                state.set_with(with);
                state.set_compare(true);
            }
            Action::TypeOther(place, typed) => {
                if let Some(field) = state.other.as_mut().and_then(|other| other.get_mut(place)) {
                    *field = typed;
                }
            }
            Action::OtherDefaults => state.other = state.scenario().map(|scenario| scenario.fields(&[])),
            Action::Keep(kept) => state.kept = kept,
            Action::Predict(on) => {
                state.guess.on = on;
                state.compare &= !on;
            }
            // What was said before a run stands until it is gone.
            Action::Guess(guess) => {
                if state.run.is_none() {
                    state.guess = guess;
                }
            }
            Action::Open(tab) => state.tab = tab,
            Action::Legend(open) => state.legend = open,
            Action::Select(selected) => state.selected = selected,
            Action::Ask(asked) => state.asked = asked,
            Action::Allow => {
                let asked = std::mem::take(&mut state.asked);
                state.allowed.extend(asked);
            }
            Action::Depart => state.at = None,
            Action::Visit(at) => state.at = Some(at),
            Action::Understood => state.problems.clear(),
            Action::Began(run) => state.run = Some(run),
            Action::Went { number, progress, cursors } => {
                if let Some(run) = state.run.as_mut().filter(|run| run.number == number) {
                    run.go_on(progress, &cursors);
                    if run.phase == Phase::Finished {
                        let ran = run.tracks.iter().filter_map(|track| scenarios::find(&track.variant.program.id));
                        let ran = ran.map(|scenario| scenario.id);
                        let new: Vec<&str> = ran.filter(|id| !state.ran.contains(id)).collect();
                        state.ran.extend(new);
                    }
                }
            }
            Action::Ended => state.run = None,
        }
        state.into()
    }

    type Action = Action;
}

#[cfg(test)]
mod tests {
    use super::super::run::Track;
    use super::*;
    use crate::host::{Effort, Lateness};
    use crate::trace::Log;

    fn page(address: &str) -> Rc<State> {
        Rc::new(State::new(Route::parse(address), Language::English, Theme::System))
    }

    fn run(number: u32) -> Run {
        let scenario = scenarios::find("concurrent").expect("a scenario");
        let variant = Variant::alone(scenario, scenario.defaults());
        let track = Track::new(variant, Log::shared());
        let lateness = Lateness::default();
        Run {
            number,
            phase: Phase::Running,
            now: 0.0,
            lateness,
            worked: 0.0,
            effort: Effort::default(),
            expected: Some(2.0),
            computes: false,
            ended: false,
            tracks: vec![track],
        }
    }

    #[test]
    fn a_refused_field_keeps_what_was_typed_and_its_default_is_used() {
        let state = page("/s/concurrent").reduce(Action::Type(1, "soon".to_owned()));
        assert_eq!(state.fields[1], "soon");
        assert_eq!(state.setup().values(), [2.0, 1.0, 1.5].map(Value::Number));
        assert!(state.fields_changed());
        assert!(!state.reduce(Action::Defaults).fields_changed());
    }

    #[test]
    fn progress_of_an_earlier_run_changes_nothing() {
        let state = page("/s/concurrent").reduce(Action::Began(run(2)));
        let progress = Progress {
            phase: Phase::Finished,
            now: 2.0,
            lateness: Lateness::default(),
            worked: 0.0,
            effort: Effort::default(),
        };
        let stale = state.clone().reduce(Action::Went { number: 1, progress, cursors: vec![] });
        assert_eq!(stale.run_state(), "running");
        let fresh = state.reduce(Action::Went { number: 2, progress, cursors: vec![Cursor { events: 0, time: 2.0 }] });
        assert_eq!(fresh.run_state(), "finished");
    }

    #[test]
    fn a_host_is_asked_about_once_and_the_lab_server_never() {
        let state =
            page("/s/real-requests?urls=json+http://a.example/x+http://a.example/y+https://b.example&speed=instant");
        assert_eq!(state.pace(), Pace::Live(1.0), "an address starts nothing");
        assert_eq!(state.strangers(), ["http://a.example", "https://b.example"]);
        let state = state.reduce(Action::Ask(vec!["http://a.example".to_owned()])).reduce(Action::Allow);
        assert_eq!(state.strangers(), ["https://b.example"]);
        assert!(state.asked.is_empty());
        assert!(page("/s/real-requests").strangers().is_empty());
    }

    #[test]
    fn a_scenario_is_compared_in_its_ways_or_with_itself_but_never_with_real_requests() {
        let keys = |address: &str| page(address).shown().iter().map(Variant::key).collect::<Vec<_>>();
        assert_eq!(keys("/s/gather?compare=1"), ["with", "this"]);
        assert_eq!(page("/s/gather?compare=1&a001=3").other.as_ref(), Some(&page("/s/gather?a001=3").fields));
        assert_eq!(keys("/s/concurrent?compare=1&with=first%3D3"), ["with", "this"]);
        assert_eq!(keys("/s/concurrent?with=first%3D3"), ["concurrent"], "what was typed waits");
        assert!(!page("/s/real-requests?compare=1").compare);
        let both: Vec<_> = page("/s/concurrent?compare=1").shown().iter().map(Variant::key).collect();
        assert_eq!(both, ["sequential", "concurrent"]);
    }

    #[test]
    fn going_elsewhere_keeps_language_and_colours_and_leaves_the_run() {
        let state = page("/s/concurrent?lang=fr&theme=dark").reduce(Action::Began(run(1)));
        let state = state.reduce(Action::Go(Box::new(Route::parse("/s/gather"))));
        assert_eq!((state.language, state.theme), (Language::French, Theme::Dark));
        assert!(state.run.is_none());
        assert_eq!(state.fields.len(), 4);
    }
}
