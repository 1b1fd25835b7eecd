//! Steps a paused run, or moves it to another time.

use super::super::Metronome;
use super::{Inner, MOST_EVENTS, Next, Pacer, Phase, Progress};
use crate::trace::Seconds;

/// The maximum number of steps that one click repeats ([`Pacer::step_while`]), so that the click takes little time.
const MOST_STEPS: u32 = 5_000;

impl Pacer {
    /// Runs one visible callback, or shows the rest of a callback that blocks the thread; then pauses the run.
    pub fn step(&self) {
        self.pause();
        if self.inner.phase.get() == Phase::Paused {
            self.inner.step();
            self.inner.tell();
        }
    }

    /// Steps once, and repeats the step while `more` is true, up to a limit; then pauses the run.
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

    /// Pauses at `now`, which may be before the end of the log. Resuming shows the logged events after `now` again, at
    /// the run's pace. `whole` means that all events at `now` are shown: only then can the run be over. Returns the
    /// progress; the callback of [`Pacer::new`] is not called.
    #[must_use]
    pub fn hold_at(&self, now: Seconds, whole: bool) -> Progress {
        let inner = &self.inner;
        inner.stand_still();
        inner.metronome.set(Metronome::standing_at(now));
        inner.phase.set(match inner.next() {
            Next::Over(end, phase) if whole && now >= end => phase,
            Next::Callback(..) | Next::Outside | Next::Open(_) | Next::Over(..) => Phase::Paused,
        });
        inner.progress()
    }

    /// Whether an iteration of an event loop has started and not ended. A loop whose callback blocks its thread past
    /// the shown time is left out, because the other loops continue during that call.
    #[must_use]
    pub fn within_iteration(&self) -> bool {
        let now = self.inner.now();
        let mut there = self.inner.tracks.iter().filter(|track| track.appender.time() <= now);
        there.any(|track| track.appender.within_iteration())
    }

    /// The latest time up to which everything is logged. One program's blocking call may have logged later events,
    /// while another program still has callbacks before them.
    #[must_use]
    pub fn end(&self) -> Seconds {
        self.inner.logged().min(self.inner.due())
    }

    /// Runs everything up to `now` at once, and pauses the run there.
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
    /// Runs callbacks until one has logged an event. A step that ends after a silent callback, such as a gather's
    /// counting of its children, would change nothing visible and look like a broken button.
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
                // Another program's callback may be due before this program's blocking call returns.
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

    /// Runs the loops' own last callbacks when every task has ended, so that the last visible step ends the run.
    fn run_silent_rest(&self) {
        while let (Next::Callback(index, _), 0) = (self.next(), self.live_tasks()) {
            self.tracks[index].appender.turn();
        }
    }

    /// The time of the next callback, or of the end of an incomplete log; infinite if there is none.
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
