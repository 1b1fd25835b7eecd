//! The run that belongs to what is shown: begun, held and ended here, in one place.

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

/// Holds the page's run. Leaving the scenario, changing what it runs with, a reset or a new run ends it.
#[derive(Default)]
pub(super) struct Player {
    /// Who has programs run elsewhere.
    open: Option<Open>,
    pacer: RefCell<Option<Rc<Pacer>>>,
    pub(super) frame: RefCell<Option<AnimationFrame>>,
    runs: Cell<u32>,
    /// Where the run with other values goes on that is begun next.
    pub(super) goes_on_at: Cell<Option<Seconds>>,
    /// Whether the reader predicts: then the axis must not be as long as the run beforehand.
    pub(super) hides: Cell<bool>,
    /// The language, whose figures the clock has between two renders.
    pub(super) language: Cell<Language>,
    /// How many runs of the lab have begun.
    pub(super) tried: Cell<u32>,
    /// Whether runs were to be instant when the last one was ended.
    pub(super) instant: Cell<bool>,
}

impl Player {
    /// A player that has no run yet.
    pub(super) fn new(open: Option<Open>) -> Self {
        Self { open, ..Self::default() }
    }

    /// Ends the run that it holds, if it holds one.
    pub(super) fn end(&self) {
        self.frame.take();
        self.pacer.take();
    }

    pub(super) fn set_pace(&self, pace: Pace) {
        if let Some(pacer) = self.pacer() {
            pacer.set_pace(pace);
        }
    }

    /// The run that it holds.
    pub(super) fn pacer(&self) -> Option<Rc<Pacer>> {
        self.pacer.borrow().clone()
    }

    /// Begins a run, paused, in place of the one that it holds. It may ask the origins that are `allowed`.
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

    /// The run as it is at this very moment; what was rendered last may be a few frames old.
    pub(super) fn seen(&self, run: &Run) -> Run {
        let mut run = run.clone();
        if let (Phase::Running, Some(pacer)) = (run.progress.phase, &*self.pacer.borrow()) {
            let progress = pacer.progress();
            run.go_on(progress, &pacer.cursors(progress.now));
        }
        run
    }

    /// Holds the run and shows this moment of what it has logged.
    pub(super) fn show(&self, pacer: &Pacer, number: u32, moment: Moment, dispatcher: &UseReducerDispatcher<State>) {
        self.frame.take();
        // In the last instant of a run that is over, a moment before its last event is not its end.
        let whole = pacer.cursors(moment.now) == moment.cursors;
        let progress = pacer.hold_at(moment.now, whole);
        dispatcher.dispatch(Action::Went { number, progress, cursors: moment.cursors });
    }

    /// Tells the page how far the run is, and watches it frame by frame while it goes on.
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
