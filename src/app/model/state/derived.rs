//! Values derived from the state: the variants of a run, what can be compared, what must be hidden.

use super::{State, Task};
use crate::app::model::against::Rival;
use crate::app::model::choices::{Mode, Tab};
use crate::app::model::kept::Kept;
use crate::app::model::place::Place;
use crate::app::model::run::Track;
use crate::host::{Pace, Phase};
use crate::program::{ProgramRef, Setup, Value, Variant};
use crate::scenarios::{self, Scenario};
use crate::trace::Seconds;

impl State {
    /// Whether runs are compared.
    #[must_use]
    pub fn compares(&self) -> bool {
        self.task == Task::Compare
    }

    /// Whether the parameters are folded into one line: a run is shown, and the reader has not opened the fields since
    /// its start.
    #[must_use]
    pub const fn folds(&self) -> bool {
        self.folded && self.run.is_some()
    }

    /// The present scenario, if any.
    #[must_use]
    pub fn scenario(&self) -> Option<&'static Scenario> {
        self.place.scenario()
    }

    /// The ways of the same work that can be compared, the slowest first.
    #[must_use]
    pub fn ways(&self) -> Vec<Variant> {
        self.scenario().map(|scenario| scenarios::ways(scenario, &self.setup())).unwrap_or_default()
    }

    /// The variants of a comparison: the other run and this one, or the ways.
    #[must_use]
    pub fn compared(&self) -> Vec<Variant> {
        match (self.scenario(), self.against.fields()) {
            (Some(scenario), Some(with)) => Variant::beside(scenario, self.setup(), scenario.setup(with)),
            _ => self.ways(),
        }
    }

    /// Whether a comparison is possible. Runs of real requests are never alike, so they are not compared.
    #[must_use]
    pub fn comparable(&self) -> bool {
        self.scenario().is_some() && !self.is_real()
    }

    /// Whether the reader predicts the next run. Runs of real requests cannot be predicted.
    #[must_use]
    pub fn predicts(&self) -> bool {
        self.task == Task::Predict && (self.comparable() || self.place == Place::Lab)
    }

    /// Whether the results are hidden: from the start of a prediction until its run has ended once.
    #[must_use]
    pub fn hides(&self) -> bool {
        self.predicts() && !self.run.as_ref().is_some_and(|run| run.ended)
    }

    /// Whether a compared run would send real requests.
    #[must_use]
    pub fn real_beside(&self) -> bool {
        self.compared().iter().any(Variant::is_real)
    }

    /// The kept run that this one is compared with, if this browser has it.
    #[must_use]
    pub fn kept_beside(&self) -> Option<&Kept> {
        let Rival::Kept(fields) = self.against.rival() else { return None };
        if !self.compares() {
            return None;
        }
        self.kept_here().into_iter().find(|kept| kept.fields() == *fields)
    }

    /// The kept runs of the present scenario.
    #[must_use]
    pub fn kept_here(&self) -> Vec<&Kept> {
        let here = self.scenario().map(ProgramRef::from);
        self.kept.iter().filter(|kept| Some(&kept.program) == here.as_ref()).collect()
    }

    /// Whether a run of real requests is in progress. It cannot be paused.
    #[must_use]
    pub fn awaits_world(&self) -> bool {
        self.is_real() && self.run_state() == "running"
    }

    /// Whether a scenario's code is shown, beside the timeline if the page is wide.
    #[must_use]
    pub fn shows_code(&self) -> bool {
        self.tab == Tab::Code && self.scenario().is_some()
    }

    /// The variants of the next run.
    #[must_use]
    pub fn shown(&self) -> Vec<Variant> {
        if self.place.is_lab() {
            return self.lab.shown.clone();
        }
        if self.compares() && !self.real_beside() {
            return self.compared();
        }
        self.scenario().map(|scenario| Variant::alone(scenario, self.setup())).into_iter().collect()
    }

    /// Whether the next run is a recorded one that is opened at a moment. Its whole log is released at once.
    #[must_use]
    pub fn leads(&self) -> bool {
        self.at.is_some() && self.shown().iter().all(Variant::is_recorded)
    }

    /// The values of the parameters. A refused text is replaced by the default.
    #[must_use]
    pub fn setup(&self) -> Setup {
        Setup::from_fields(self.place.parameters(), &self.fields)
    }

    /// The index of the parameter with the time of Ctrl+C, and its value.
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

    /// Whether a run with the present values sends real requests.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.setup().is_real()
    }

    /// The pace of a run.
    #[must_use]
    pub fn pace(&self) -> Pace {
        match self.mode {
            // Real requests cannot be slowed down or sped up.
            _ if self.is_real() => Pace::Live(1.0),
            Mode::Live => Pace::Live(self.speed),
            Mode::Instant => Pace::Instant,
        }
    }

    /// The time of the cursor for the address: of the paused run, or else the one that the address gave. The second
    /// part has the number of events of each program, if the cursor is between events of the same time.
    #[must_use]
    pub fn moment(&self) -> (Option<Seconds>, Vec<usize>) {
        let held = self.run.as_ref().filter(|run| run.progress.phase == Phase::Paused && !self.is_real());
        let Some(run) = held else { return (self.at, self.seen.clone()) };
        let at = (run.progress.now * 1e6).round() / 1e6;
        // After the last event of an unfinished log, more events of the same time may follow.
        let whole = |track: &Track| {
            let log = track.log.borrow();
            let goes_on = track.cursor.events < log.events().len() || run.ended || log.end() < at;
            goes_on && track.cursor.events == log.count_at(at)
        };
        let seen = run.tracks.iter().map(|track| track.cursor.events);
        (Some(at), if run.tracks.iter().all(whole) { Vec::new() } else { seen.collect() })
    }

    /// Whether a run should start by itself, paused at the time of the address.
    #[must_use]
    pub fn opens_held(&self) -> bool {
        let here = self.shown().iter().all(Variant::runs_here);
        self.at.is_some()
            && self.run.is_none()
            && here
            && self.comparable()
            && !self.predicts()
            && self.mode == Mode::Live
    }

    /// The phase of the run as one word, for scripts, tests and style sheets.
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
