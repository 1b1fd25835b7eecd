//! What changes the state, and the pure function that does it.

use std::rc::Rc;

use yew::Reducible;

use super::against::Rival;
use super::choices::{Mode, Steps, Tab, Theme};
use super::given::Given;
use super::guess::Guess;
use super::kept::Kept;
use super::route::Route;
use super::route::names::MOMENTS;
use super::run::{Run, Selection};
use super::state::{State, Task};
use crate::host::{Phase, Progress};
use crate::program::{Setup, Variant};
use crate::scenarios;
use crate::text::Language;
use crate::trace::{Cursor, Seconds};

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
    /// Opens or closes the list of keys.
    Keys(bool),
    /// Turns the keys of one letter on or off.
    Letters(bool),
    /// Folds the parameters into one line for as long as a run is shown, or opens their fields.
    Fold(bool),
    /// Chose live or instant.
    SetMode(Mode),
    /// Chose a speed.
    SetSpeed(f64),
    /// Chose how far one click on Step or Back goes.
    SetSteps(Steps),
    /// Starts or ends a comparison.
    Compare(bool),
    /// Chose what to compare with.
    Against(Rival),
    /// Typed into the field of this parameter of the other run.
    TypeOther(usize, String),
    /// Wants the defaults of the other run's parameters back.
    OtherDefaults,
    /// Kept or forgot a run: these are kept now.
    Keep(Vec<Kept>),
    /// Starts or ends a prediction.
    Predict(bool),
    /// Changed the prediction.
    Guess(Guess),
    /// Opened a tab.
    Open(Tab),
    /// Opened or closed the whole legend.
    Legend(bool),
    /// Selected a task, or none.
    Select(Option<Selection>),
    /// Is asked about these origins. An empty list withdraws the question.
    Ask(Vec<String>),
    /// Allowed the origins in the question.
    Allow,
    /// Leaves the moment that the address names.
    Depart,
    /// Went to this moment, which the address then names.
    Visit(Seconds),
    /// Closed the message about the address.
    Understood,
    /// Wants to run the program of the lab.
    Launch,
    /// Runs these programs in the lab.
    Try(Vec<Variant>),
    /// Wants to edit the program of this scenario.
    Edit,
    /// Has kept the program of the link, or left it.
    Settle,
    /// Tries what a guide suggests: these fields, and a run.
    TryOut(Given),
    /// Goes back to what was set before the first try.
    Untry,
    /// A run has begun.
    Began(Run),
    /// The run of this number has gone on.
    Went {
        /// Which run.
        number: u32,
        /// How far it is.
        progress: Progress,
        /// How much of each track is visible.
        cursors: Vec<Cursor>,
    },
    /// The run was ended and is no longer shown.
    Ended,
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
            Action::Find(find) => state.find = find,
            Action::OpenContents(open) => state.contents_open = open,
            Action::Type(index, typed) => {
                if let Some(field) = state.fields.get_mut(index) {
                    *field = typed;
                    state.changed_fields();
                }
            }
            Action::Defaults => {
                state.fields = state.defaults();
                state.changed_fields();
            }
            Action::Keys(open) => state.keys = open,
            Action::Letters(on) => state.letters = on,
            Action::Fold(folded) => state.folded = folded,
            Action::SetMode(mode) => state.mode = mode,
            Action::SetSpeed(speed) => state.speed = speed,
            Action::SetSteps(steps) => state.steps = steps,
            Action::Compare(true) => state.begin_comparing(),
            Action::Compare(false) => state.leave(Task::Compare),
            Action::Against(rival) => {
                if state.scenario().is_some() {
                    state.against.choose(rival, &state.fields);
                    state.compare();
                }
            }
            Action::TypeOther(index, typed) => state.against.type_into(index, typed),
            Action::OtherDefaults => {
                let defaults = state.defaults();
                state.against.reset(defaults);
            }
            Action::Keep(kept) => state.kept = kept,
            Action::Predict(true) => state.task = Task::Predict,
            Action::Predict(false) => state.leave(Task::Predict),
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
            Action::Allow => state.allow(),
            Action::Depart => state.leave_moment(),
            Action::Visit(at) => {
                state.leave_moment();
                state.at = Some(if at.is_nan() { 0.0 } else { at.clamp(MOMENTS.low, MOMENTS.high).abs() });
            }
            Action::Understood => state.problems.clear(),
            Action::Launch => state.lab.asked += 1,
            Action::Try(shown) => {
                state.lab.shown = shown;
                state.lab.begun += 1;
            }
            Action::Edit => state.lab.edits = state.scenario().map(|scenario| (scenario, state.setup())),
            Action::Settle => {
                state.lab.code.clear();
                state.lab.edits = None;
            }
            Action::TryOut(given) => {
                state.asked.clear();
                state.try_out(&given);
            }
            Action::Untry => state.untry(),
            Action::Began(run) => state.run = Some(run),
            Action::Went { number, progress, cursors } => state.went(number, progress, &cursors),
            Action::Ended => state.run = None,
        }
        state.into()
    }

    type Action = Action;
}

impl State {
    fn defaults(&self) -> Vec<String> {
        Setup::fields_of(self.place.parameters(), &[])
    }

    /// Follows a change of the fields: a question about other addresses is withdrawn, and real requests are not compared.
    fn changed_fields(&mut self) {
        self.asked.clear();
        if !self.comparable() {
            self.leave(Task::Compare);
        }
    }

    /// Updates the run. Progress of an earlier run is ignored.
    fn went(&mut self, number: u32, progress: Progress, cursors: &[Cursor]) {
        let Some(run) = self.run.as_mut().filter(|run| run.number == number) else { return };
        run.go_on(progress, cursors);
        if run.progress.phase == Phase::Finished {
            for scenario in run.tracks.iter().filter_map(|track| scenarios::find(&track.variant.program.id)) {
                if !self.ran.contains(&scenario.id) {
                    self.ran.push(scenario.id);
                }
            }
        }
    }
}
