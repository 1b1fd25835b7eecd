//! The owner of the run: it starts, pauses and ends the run in one place.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::UseReducerDispatcher;

use super::open::{Open, appender};
use super::playback::Moment;
use super::watch::{Told, events_in, watch};
use crate::aiohttp::carry_with;
use crate::app::model::action::Action;
use crate::app::model::rehearsal::rehearse_all;
use crate::app::model::run::{Run, Track};
use crate::app::model::state::State;
use crate::host::clock::AnimationFrame;
use crate::host::{Network, Pace, Pacer, Phase, Progress, pacer};
use crate::program::Variant;
use crate::text::Language;
use crate::trace::{Log, Seconds};

/// Owns the page's run. Leaving the scenario, changing its values, a reset or a new run ends it.
#[derive(Default)]
pub(super) struct Player {
    /// Starts programs that run in the lab's engine.
    open: Option<Open>,
    pacer: RefCell<Option<Rc<Pacer>>>,
    pub(super) frame: RefCell<Option<AnimationFrame>>,
    runs: Cell<u32>,
    /// The time from which the next run continues, if Stop has changed the values of the run before it.
    pub(super) goes_on_at: Cell<Option<Seconds>>,
    /// Whether the reader predicts. The length of the axis must then not reveal the run's duration.
    pub(super) hides: Cell<bool>,
    /// The language, for the display of the time between two renders.
    pub(super) language: Cell<Language>,
    /// The sum of runs started in the lab and suggestions tried. A change starts a run.
    pub(super) tried: Cell<u32>,
    /// Whether the pace was Instant at the last change of the run.
    pub(super) instant: Cell<bool>,
}

impl Player {
    /// A player without a run.
    pub(super) fn new(open: Option<Open>) -> Self {
        Self { open, ..Self::default() }
    }

    /// Ends the present run, if any.
    pub(super) fn end(&self) {
        self.frame.take();
        self.pacer.take();
    }

    pub(super) fn set_pace(&self, pace: Pace) {
        if let Some(pacer) = self.pacer() {
            pacer.set_pace(pace);
        }
    }

    /// The present run.
    pub(super) fn pacer(&self) -> Option<Rc<Pacer>> {
        self.pacer.borrow().clone()
    }

    /// Replaces the present run with a new, paused one. It may send requests to the `allowed` origins.
    pub(super) fn begin(
        self: &Rc<Self>,
        variants: &[Variant],
        pace: Pace,
        allowed: &[String],
        dispatcher: &UseReducerDispatcher<State>,
    ) -> Rc<Pacer> {
        self.end();
        let number = self.runs.get() + 1;
        self.runs.set(number);
        let shown: Vec<Track> = variants.iter().map(|variant| Track::new(variant.clone(), Log::shared())).collect();
        let (expected, computes) = if pace == Pace::Instant { (None, false) } else { rehearse_all(variants) };
        let expected = expected.filter(|_| !self.hides.get());
        let tracks = shown.iter().map(|track| pacer::Track {
            appender: appender(&track.variant, &track.log, self.open.as_ref()),
            log: Rc::clone(&track.log),
            real: track.variant.is_real(),
        });
        let told = {
            let (player, dispatcher) = (Rc::downgrade(self), dispatcher.clone());
            move |progress: Progress| {
                if let Some(player) = player.upgrade() {
                    player.told(number, progress, &dispatcher);
                }
            }
        };
        carry_with(Some(Rc::new(Network::new(allowed))));
        let pacer = Rc::new(Pacer::new(tracks.collect(), pace, told));
        self.pacer.replace(Some(Rc::clone(&pacer)));
        let run = Run { progress: pacer.progress(), expected, computes, ..Run::new(number, shown) };
        dispatcher.dispatch(Action::Began(run));
        pacer
    }

    /// `run` with its present progress. The page rendered it up to a few frames ago.
    pub(super) fn seen(&self, run: &Run) -> Run {
        let mut run = run.clone();
        if let (Phase::Running, Some(pacer)) = (run.progress.phase, &*self.pacer.borrow()) {
            let progress = pacer.progress();
            run.go_on(progress, &pacer.cursors(progress.now));
        }
        run
    }

    /// Pauses the run and shows this moment of its log.
    pub(super) fn show(&self, pacer: &Pacer, number: u32, moment: Moment, dispatcher: &UseReducerDispatcher<State>) {
        self.frame.take();
        // Several cursors share the last time of a finished run. Only the one after the last event is the end.
        let whole = pacer.cursors(moment.now) == moment.cursors;
        let progress = pacer.hold_at(moment.now, whole);
        dispatcher.dispatch(Action::Went { number, progress, cursors: moment.cursors });
    }

    /// Updates the page's state with the progress of the run, and watches the run frame by frame while it is running.
    pub(super) fn told(self: &Rc<Self>, number: u32, progress: Progress, dispatcher: &UseReducerDispatcher<State>) {
        let Some(pacer) = self.pacer.borrow().clone() else { return };
        let cursors = pacer.cursors(progress.now);
        let seen = events_in(&cursors);
        dispatcher.dispatch(Action::Went { number, progress, cursors });
        if progress.phase == Phase::Running {
            watch(self, number, Told::now(seen), dispatcher.clone());
        } else {
            self.frame.take();
        }
    }
}
