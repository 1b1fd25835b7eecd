//! The state of a run: what is due next, what time is shown, and whether the clock goes.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;

use super::super::turn::Turn;
use super::super::{Lateness, Metronome, clock, document};
use super::drive::drive;
use super::labour::Labour;
use super::{Ahead, Pace, Phase, Progress, Track};
use crate::asyncio::Selector;
use crate::trace::Seconds;

/// The state of a run, which its timers and listeners share.
pub(super) struct Inner {
    pub(super) tracks: Vec<Track>,
    pub(super) pace: Cell<Pace>,
    pub(super) phase: Cell<Phase>,
    pub(super) metronome: Cell<Metronome>,
    pub(super) lateness: Cell<Lateness>,
    pub(super) worked: Cell<f64>,
    pub(super) labour: Labour,
    pub(super) too_long: Cell<bool>,
    pub(super) timer: RefCell<Option<Timeout>>,
    pub(super) turn: RefCell<Option<Turn>>,
    pub(super) on_progress: Box<dyn Fn(Progress)>,
}

/// What happens next in a run, over all of its tracks.
pub(super) enum Next {
    /// The next callback is due at this time, on this track.
    Callback(usize, Seconds),
    /// No callback is due, but a track waits for an event outside its loop.
    Outside,
    /// A log is not complete, and nothing is known after this time.
    Open(Seconds),
    /// All tracks have ended, the last one at this time.
    Over(Seconds, Phase),
}

impl Inner {
    pub(super) fn next(&self) -> Next {
        let mut next: Option<(usize, Seconds)> = None;
        let mut phase = Phase::Finished;
        let mut outside = false;
        if self.too_long.get() {
            return Next::Over(self.logged(), Phase::TooLong);
        }
        let mut open: Option<Seconds> = None;
        for (index, track) in self.tracks.iter().enumerate() {
            match track.appender.ahead() {
                Ahead::Callback(due) if next.is_none_or(|(_, earliest)| due < earliest) => next = Some((index, due)),
                // The clock of a real run does not wait for the log.
                Ahead::Open(_) if track.real => outside = true,
                Ahead::Open(time) => open = Some(open.map_or(time, |earliest| earliest.min(time))),
                Ahead::Outside => outside = true,
                Ahead::Callback(_) | Ahead::Over(Phase::Finished) => {}
                Ahead::Over(over) => phase = over,
            }
        }
        match (next, open) {
            (Some((index, due)), open) if open.is_none_or(|open| due <= open) => Next::Callback(index, due),
            (_, Some(open)) => Next::Open(open),
            _ if outside => Next::Outside,
            _ => Next::Over(self.logged(), phase),
        }
    }

    /// The time after the last callback of the most advanced track.
    pub(super) fn logged(&self) -> Seconds {
        self.tracks.iter().map(|track| track.appender.time()).fold(0.0, f64::max)
    }

    pub(super) fn now(&self) -> Seconds {
        self.metronome.get().logical_from_wall(clock::now())
    }

    /// The time up to which callbacks may run.
    pub(super) fn released(&self) -> Seconds {
        match self.pace.get() {
            Pace::Instant => Seconds::INFINITY,
            Pace::Live(_) => self.now(),
        }
    }

    pub(super) fn progress(&self) -> Progress {
        let now = match (self.phase.get(), self.pace.get()) {
            (Phase::Running, Pace::Instant) => self.logged(),
            // Between two callbacks the time advances. If the browser's timer is late, the time waits for the callback.
            (Phase::Running, Pace::Live(_)) => match self.next() {
                Next::Callback(_, due) => self.now().min(due),
                Next::Outside => self.now(),
                Next::Open(end) | Next::Over(end, _) => self.now().min(end),
            },
            (Phase::Paused | Phase::Finished | Phase::Stuck | Phase::TooLong | Phase::Stopped, _) => self.now(),
        };
        let (phase, lateness, worked) = (self.phase.get(), self.lateness.get(), self.worked.get());
        let waits = phase == Phase::Running && matches!(self.next(), Next::Open(end) if self.released() >= end);
        Progress { phase, now, lateness, worked, effort: self.labour.effort(), waits }
    }

    pub(super) fn tell(&self) {
        (self.on_progress)(self.progress());
    }

    pub(super) fn follow_clock(&self) {
        if let Pace::Live(speed) = self.pace.get()
            && (self.real() || !document::hidden())
        {
            self.metronome.set(self.metronome.get().going(clock::now(), speed));
        }
    }

    /// Stops the clock at the time that is shown, and cancels every timer.
    pub(super) fn stand_still(&self) {
        self.metronome.set(Metronome::standing_at(self.progress().now));
        self.timer.take();
        self.turn.take();
        self.labour.rest();
    }

    /// A hidden page gets one timer a second and no frames. A live run is paused until the page is visible again.
    pub(super) fn visibility_changed(self: &Rc<Self>, hidden: bool) {
        if self.phase.get() != Phase::Running || self.pace.get() == Pace::Instant {
            return;
        }
        if self.real() {
            // No frame has shown the events that occurred while the page was hidden.
            return self.tell();
        }
        self.stand_still();
        if hidden {
            // No later frame would show the time at which the run was paused.
            self.tell();
        } else {
            self.follow_clock();
            drive(self);
        }
    }

    pub(super) fn finish(&self, phase: Phase, now: Seconds) {
        self.timer.take();
        self.turn.take();
        self.labour.rest();
        self.metronome.set(Metronome::standing_at(now));
        self.phase.set(phase);
        self.tell();
    }

    fn real(&self) -> bool {
        self.tracks.iter().any(|track| track.real)
    }

    pub(super) fn events(&self) -> usize {
        self.tracks.iter().map(|track| track.log.borrow().events().len()).sum()
    }
}

/// Gives the loops of a run the time of its metronome, and runs their callbacks after an event from outside.
pub(super) struct World(pub(super) Weak<Inner>);

impl Selector for World {
    fn time(&self) -> Seconds {
        self.0.upgrade().map_or(0.0, |inner| inner.now())
    }

    fn wake(&self) {
        if let Some(inner) = self.0.upgrade() {
            for track in &inner.tracks {
                track.appender.settle();
            }
            // The clock waited at the end of an incomplete log. Now it continues.
            if inner.phase.get() == Phase::Running && inner.metronome.get().stands() {
                inner.follow_clock();
            }
            drive(&inner);
        }
    }
}
