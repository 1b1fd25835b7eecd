//! The actions that change the state, and the reducer.

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

/// An action that changes what the page shows. It carries every fact that the change needs.
#[derive(Clone, Debug)]
pub enum Action {
    /// The reader went to an address.
    Go(Box<Route>),
    /// The reader chose a language.
    Speak(Language),
    /// The reader chose a colour scheme.
    Paint(Theme),
    /// The reader typed into the search field.
    Find(String),
    /// The reader opened or closed the contents on a narrow screen.
    OpenContents(bool),
    /// The reader typed into the field of the parameter at this index.
    Type(usize, String),
    /// The reader restored the parameters' defaults.
    Defaults,
    /// The reader opened or closed the list of keys.
    Keys(bool),
    /// The reader turned single-letter keys on or off.
    Letters(bool),
    /// Folds the parameters into one line while a run is shown (true), or opens their fields.
    Fold(bool),
    /// The reader chose Live or Instant.
    SetMode(Mode),
    /// The reader chose a speed.
    SetSpeed(f64),
    /// The reader chose the length of a step.
    SetSteps(Steps),
    /// The reader started or ended a comparison.
    Compare(bool),
    /// The reader chose what to compare with.
    Against(Rival),
    /// The reader typed into the other run's field of the parameter at this index.
    TypeOther(usize, String),
    /// The reader restored the defaults of the other run's parameters.
    OtherDefaults,
    /// The reader kept or forgot a run. The list has all kept runs.
    Keep(Vec<Kept>),
    /// The reader started or ended a prediction.
    Predict(bool),
    /// The reader changed the prediction.
    Guess(Guess),
    /// The reader opened a tab.
    Open(Tab),
    /// The reader opened or closed the whole legend.
    Legend(bool),
    /// The reader selected a task, or none.
    Select(Option<Selection>),
    /// Asks the reader for permission to send requests to these origins. An empty list withdraws the question.
    Ask(Vec<String>),
    /// The reader allowed the origins of the question.
    Allow,
    /// The cursor leaves the time that the address names.
    Depart,
    /// The reader moved the cursor to this time. The address then names it.
    Visit(Seconds),
    /// The reader closed the message about the address.
    Understood,
    /// The reader asked for a run of the lab's program.
    Launch,
    /// Runs these programs in the lab.
    Try(Vec<Variant>),
    /// Shows the recorded runs of an exercise at this time. The learner's run is the last one. The list has the number
    /// of visible events of each run.
    Lead(Vec<Variant>, Seconds, Vec<usize>),
    /// The reader opened this scenario's program in the lab.
    Edit,
    /// The reader stored the program of the link, or left it.
    Settle,
    /// Sets the values that a guide suggests, and runs.
    TryOut(Given),
    /// Restores the values from before the first suggestion.
    Untry,
    /// A run began.
    Began(Run),
    /// A run made progress.
    Went {
        /// The run's number.
        number: u32,
        /// The phase and the time of the run.
        progress: Progress,
        /// The cursor of each track.
        cursors: Vec<Cursor>,
    },
    /// The run was ended and is no longer shown.
    Ended,
}

impl Reducible for State {
    #[expect(clippy::too_many_lines, reason = "one short arm for each action")]
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
            // The prediction cannot be changed while its run is shown.
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
            Action::Launch => state.launch(),
            Action::Try(shown) => {
                state.lab.shown = shown;
                state.lab.begun += 1;
            }
            Action::Lead(shown, at, seen) => state.lead(shown, at, seen),
            Action::Edit => state.lab.edits = state.scenario().map(|scenario| (scenario, state.setup())),
            Action::Settle => {
                state.lab.code.clear();
                state.lab.edits = None;
            }
            Action::TryOut(given) => state.try_out(&given),
            Action::Untry => state.untry(),
            Action::Began(run) => (state.run, state.dropped) = (Some(run), false),
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

    /// Handles a change of the fields: withdraws the question about origins, and ends a comparison if requests are now
    /// real.
    fn changed_fields(&mut self) {
        self.asked.clear();
        self.dropped |= self.run.is_some();
        if !self.comparable() {
            self.leave(Task::Compare);
        }
    }

    /// Shows recorded runs at a moment.
    fn lead(&mut self, shown: Vec<Variant>, at: Seconds, seen: Vec<usize>) {
        self.at = Some(at);
        self.seen = seen;
        self.lab.shown = shown;
        self.lab.begun += 1;
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
