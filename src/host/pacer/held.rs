//! A run that is held: stepped, or moved to another moment of its log.

use super::super::Metronome;
use super::{Inner, MOST_EVENTS, Next, Pacer, Phase, Progress};
use crate::trace::Seconds;

/// How many callbacks one click may run while it looks for a visible one. So few take no time that a reader notices.
const MOST_STEPS: u32 = 5_000;

impl Pacer {
    /// Runs one visible callback, or shows the rest of the one that holds the thread; then holds the run.
    pub fn step(&self) {
        self.pause();
        if self.inner.phase.get() == Phase::Paused {
            self.inner.step();
            self.inner.tell();
        }
    }

    /// Steps once, and again while `more` is true, up to a limit; then holds the run.
    pub fn step_while(&self, more: impl Fn(&Self) -> bool) {
        self.pause();
        if self.inner.phase.get() == Phase::Paused {
            self.inner.step();
            let mut steps = 0;
            while self.inner.phase.get() == Phase::Paused && steps < MOST_STEPS && more(self) {
                self.inner.step();
                steps += 1;
            }
            self.inner.tell();
        }
    }

    /// Stands still at `now`, which may lie in what has been logged already: going on from there shows it again, at the
    /// run's pace. `whole` says that all of that instant is shown: only then can the run be over. Says how far it is; the
    /// callback of [`Pacer::new`] is not called.
    #[must_use]
    pub fn hold_at(&self, now: Seconds, whole: bool) -> Progress {
        let inner = &self.inner;
        inner.stand_still();
        inner.metronome.set(Metronome::standing_at(now));
        inner.phase.set(match inner.next() {
            Next::Over(end, phase) if whole && now >= end => phase,
            _ => Phase::Paused,
        });
        inner.progress()
    }

    /// Whether an iteration of an event loop has begun and not ended. One whose callback holds its thread past the moment
    /// that is shown is not asked: the others go on meanwhile.
    #[must_use]
    pub fn within_iteration(&self) -> bool {
        let now = self.inner.now();
        let mut there = self.inner.tracks.iter().filter(|track| track.appender.time() <= now);
        there.any(|track| track.appender.within_iteration())
    }

    /// The last moment up to which everything is logged. One program's blocking call may lie behind it in its own log, while
    /// another still has something to do before that.
    #[must_use]
    pub fn end(&self) -> Seconds {
        self.inner.logged().min(self.inner.due())
    }

    /// Runs everything up to `now` at once, and holds the run there.
    pub fn catch_up(&self, now: Seconds) {
        let inner = &self.inner;
        while let Next::Callback(index, due) = inner.next()
            && due <= now
            && inner.events() <= MOST_EVENTS
        {
            inner.tracks[index].appender.turn();
        }
        let open = if let Next::Open(end) = inner.next() { end } else { Seconds::INFINITY };
        inner.metronome.set(Metronome::standing_at(now.min(open)));
        inner.tell();
    }
}

impl Inner {
    /// Runs one callback that leaves something in the log. Those that leave nothing, such as a gather's counting of its
    /// children, are run with it: a step that shows nothing would look like a broken button.
    fn step(&self) {
        let shown = self.now();
        let hidden = self.tracks.iter().map(|track| track.appender.time()).filter(|time| *time > shown);
        let until = hidden.fold(Seconds::INFINITY, f64::min);
        if until.is_finite() && until <= self.due() {
            self.metronome.set(Metronome::standing_at(until));
        } else {
            let events = self.events();
            while let (Next::Callback(index, _), true) = (self.next(), self.events() == events) {
                let appender = &self.tracks[index].appender;
                appender.turn();
                // Another program may be due before this one's thread is free again.
                self.metronome.set(Metronome::standing_at(shown.max(appender.time().min(self.due()))));
            }
            self.run_silent_rest();
        }
        if let Next::Over(end, phase) = self.next()
            && self.now() >= end
        {
            self.phase.set(phase);
        }
    }

    /// Runs the loops' own last callbacks where every task has ended: the last visible step ends the run.
    fn run_silent_rest(&self) {
        while let (Next::Callback(index, _), 0) = (self.next(), self.live_tasks()) {
            self.tracks[index].appender.turn();
        }
    }

    /// The time of the next callback, or the end of a log that has more to come; infinite where none is to come.
    fn due(&self) -> Seconds {
        match self.next() {
            Next::Callback(_, due) | Next::Open(due) => due,
            Next::Outside | Next::Over(..) => Seconds::INFINITY,
        }
    }

    fn live_tasks(&self) -> usize {
        self.tracks.iter().map(|track| track.appender.live_tasks()).sum()
    }
}
