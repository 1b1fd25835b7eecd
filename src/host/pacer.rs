//! Runs the programs of a run: at once, in step with the browser's clock, or on a click.

mod appender;
mod drive;
mod feed;
mod held;
mod inner;
mod labour;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;

use self::drive::drive;
use self::inner::{Inner, Next, World};
use self::labour::Labour;
use super::{Lateness, Metronome, document};
use crate::trace::{Cursor, Seconds, SharedLog};

pub use self::appender::{Ahead, Appender};
pub use self::feed::{Elsewhere, Feed, Producer};
pub use self::labour::{Effort, WORKER};

/// The number of events after which a run is stopped: they take 48 MB in a browser.
const MOST_EVENTS: usize = 1_000_000;

/// How fast a run advances.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pace {
    /// At once.
    Instant,
    /// This many logical seconds per second of the browser's clock.
    Live(f64),
}

/// The phase of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The run advances by itself.
    Running,
    /// The run advances when the reader asks.
    #[default]
    Paused,
    /// The run is over.
    Finished,
    /// The run has not ended, but nothing can happen any more.
    Stuck,
    /// The run was stopped because it logged too many events.
    TooLong,
    /// The run was stopped by the reader or by a limit of the engine.
    Stopped,
}

impl Phase {
    /// Whether nothing more will happen.
    #[must_use]
    pub const fn over(self) -> bool {
        match self {
            Self::Running | Self::Paused => false,
            Self::Finished | Self::Stuck | Self::TooLong | Self::Stopped => true,
        }
    }
}

/// The state of a run, for the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// The phase.
    pub phase: Phase,
    /// The logical time that is shown. The log may already have later events, during a blocking call.
    pub now: Seconds,
    /// How late the browser's timers were.
    pub lateness: Lateness,
    /// The duration of all callbacks together, in milliseconds.
    pub worked: f64,
    /// The real computations of the run.
    pub effort: Effort,
    /// Whether the clock waits for more of an incomplete log.
    pub waits: bool,
}

/// One program of a run; all programs of a run share one clock.
pub struct Track {
    /// What appends to the program's log.
    pub appender: Appender,
    /// The log.
    pub log: SharedLog,
    /// Whether the program waits for real events, such as responses. Then the clock also runs while the page is hidden.
    pub real: bool,
}

/// A run. Dropping it ends the run and removes its timers, callbacks and listeners.
pub struct Pacer {
    inner: Rc<Inner>,
    _visibility: Option<EventListener>,
}

impl Pacer {
    /// A paused run of these programs. `on_progress` is called when the phase changes, after each step, and after each
    /// slice of a long instant run. During a live run the page calls [`Pacer::progress`] itself, in each frame.
    pub fn new(tracks: Vec<Track>, pace: Pace, on_progress: impl Fn(Progress) + 'static) -> Self {
        let inner = Rc::new(Inner {
            tracks,
            pace: Cell::new(pace),
            phase: Cell::new(Phase::Paused),
            metronome: Cell::new(Metronome::standing_at(0.0)),
            lateness: Cell::default(),
            worked: Cell::new(0.0),
            labour: Labour::default(),
            too_long: Cell::new(false),
            timer: RefCell::default(),
            turn: RefCell::default(),
            on_progress: Box::new(on_progress),
        });
        for track in &inner.tracks {
            track.appender.watch_with(World(Rc::downgrade(&inner)));
        }
        let watched = Rc::downgrade(&inner);
        let visibility = document::on_visibility_change(move |hidden| {
            if let Some(inner) = watched.upgrade() {
                inner.visibility_changed(hidden);
            }
        });
        Self { inner, _visibility: visibility }
    }

    /// Starts or resumes the run at its pace.
    pub fn play(&self) {
        if self.inner.phase.get() == Phase::Paused {
            self.inner.phase.set(Phase::Running);
            self.inner.follow_clock();
            self.inner.tell();
            drive(&self.inner);
        }
    }

    /// Resumes from `now`. Callbacks that were due before `now` run at once.
    pub fn play_from(&self, now: Seconds) {
        self.inner.metronome.set(Metronome::standing_at(now));
        self.play();
    }

    /// Pauses the run.
    pub fn pause(&self) {
        if self.inner.phase.get() == Phase::Running {
            self.inner.stand_still();
            self.inner.phase.set(Phase::Paused);
            self.inner.tell();
        }
    }

    /// Whether an unfinished program waits for real events.
    #[must_use]
    pub fn awaits_world(&self) -> bool {
        let goes = |track: &Track| track.real && !matches!(track.appender.ahead(), Ahead::Over(_));
        self.inner.phase.get() == Phase::Running && self.inner.tracks.iter().any(goes)
    }

    /// Asks the programs to end. It cancels the main task of a loop, as Ctrl+C does, and stops the producer of a log.
    pub fn interrupt(&self) {
        for track in &self.inner.tracks {
            track.appender.interrupt();
        }
    }

    /// Changes the pace.
    pub fn set_pace(&self, pace: Pace) {
        if self.inner.pace.get() == pace {
            return;
        }
        let running = self.inner.phase.get() == Phase::Running;
        if running {
            self.inner.stand_still();
        }
        self.inner.pace.set(pace);
        if running {
            self.inner.follow_clock();
            drive(&self.inner);
        }
    }

    /// Records that the page has shown a frame of a live run. A gap between frames shows that the page was suspended.
    pub fn frame_shown(&self) {
        self.inner.labour.frame_shown(self.inner.phase.get() == Phase::Running);
    }

    /// The current progress of the run.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.inner.progress()
    }

    /// The cursor of each track at `now`. Callers pass the time of a [`Progress`], since the clock has advanced.
    #[must_use]
    pub fn cursors(&self, now: Seconds) -> Vec<Cursor> {
        self.inner.tracks.iter().map(|track| Cursor::at(&track.log.borrow(), now)).collect()
    }
}
