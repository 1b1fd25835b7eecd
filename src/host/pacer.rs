//! Who decides when the next logical instant is released: at once, when the browser's clock gets there, or on a click.

mod appender;
mod drive;
mod feed;
mod held;
mod labour;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;

use self::drive::drive;
use self::labour::Labour;
use super::turn::Turn;
use super::{Lateness, Metronome, clock, document};
use crate::asyncio::Selector;
use crate::trace::{Cursor, Seconds, SharedLog};

pub use self::appender::{Ahead, Appender};
pub use self::feed::{Elsewhere, Feed, Producer};
pub use self::labour::{Effort, WORKER};

/// How many events a run may log before it is stopped: 48 MB of them in a browser.
const MOST_EVENTS: usize = 1_000_000;

/// How fast a run is released.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pace {
    /// At once.
    Instant,
    /// So many logical seconds per second.
    Live(f64),
}

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// It goes on by itself.
    Running,
    /// It goes on when asked.
    #[default]
    Paused,
    /// It is over.
    Finished,
    /// It is not over, but nothing will ever happen.
    Stuck,
    /// It was stopped, having logged too many events.
    TooLong,
    /// It was stopped elsewhere, by the reader or by a limit.
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

/// What the page is told of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// How far it is.
    pub phase: Phase,
    /// What logical time is shown. Events of a blocking call may lie behind it in the log already.
    pub now: Seconds,
    /// How late the browser's timers were.
    pub lateness: Lateness,
    /// How many milliseconds the callbacks took together.
    pub worked: f64,
    /// What was really computed beside it.
    pub effort: Effort,
    /// Whether the clock is held at the end of a log until more of it comes.
    pub waits: bool,
}

/// One program among those that a pacer releases on one clock.
pub struct Track {
    /// Who appends to its log.
    pub appender: Appender,
    /// The log.
    pub log: SharedLog,
    /// Whether it waits for the world: then the clock goes on whether the page is seen or not.
    pub real: bool,
}

/// A run. Dropping it ends the run: no timer, no callback and no listener stays.
pub struct Pacer {
    inner: Rc<Inner>,
    _visibility: Option<EventListener>,
}

struct Inner {
    tracks: Vec<Track>,
    pace: Cell<Pace>,
    phase: Cell<Phase>,
    metronome: Cell<Metronome>,
    lateness: Cell<Lateness>,
    worked: Cell<f64>,
    labour: Labour,
    too_long: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
    turn: RefCell<Option<Turn>>,
    on_progress: Box<dyn Fn(Progress)>,
}

/// Where the tracks of a run stand.
enum Next {
    /// This track's next callback is due at that time.
    Callback(usize, Seconds),
    /// None has one, but one waits for something from outside.
    Outside,
    /// Nothing that happens after that time is known: a log has more to come.
    Open(Seconds),
    /// All are over, the last at that time.
    Over(Seconds, Phase),
}

impl Pacer {
    /// A paused run of these programs. `on_progress` is called when its phase changes, after each step, and after each
    /// slice of a long instant run; during a live run the page asks [`Pacer::progress`] itself, frame by frame.
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

    /// Goes on, at the run's pace.
    pub fn play(&self) {
        if self.inner.phase.get() == Phase::Paused {
            self.inner.phase.set(Phase::Running);
            self.inner.follow_clock();
            self.inner.tell();
            drive(&self.inner);
        }
    }

    /// Goes on from `now`: what happened before is made up for at once.
    pub fn play_from(&self, now: Seconds) {
        self.inner.metronome.set(Metronome::standing_at(now));
        self.play();
    }

    /// Stands still.
    pub fn pause(&self) {
        if self.inner.phase.get() == Phase::Running {
            self.inner.stand_still();
            self.inner.phase.set(Phase::Paused);
            self.inner.tell();
        }
    }

    /// Whether a program is under way that waits for the world.
    #[must_use]
    pub fn awaits_world(&self) -> bool {
        let goes = |track: &Track| track.real && !matches!(track.appender.ahead(), Ahead::Over(_));
        self.inner.phase.get() == Phase::Running && self.inner.tracks.iter().any(goes)
    }

    /// Asks the programs to end: cancels the main tasks of loops, as Ctrl+C does, and tells those who run elsewhere.
    pub fn interrupt(&self) {
        for track in &self.inner.tracks {
            track.appender.interrupt();
        }
    }

    /// Goes on at another pace.
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

    /// The page has shown a frame of a live run. From those it knows whether it stood still.
    pub fn frame_shown(&self) {
        self.inner.labour.frame_shown(self.inner.phase.get() == Phase::Running);
    }

    /// How far the run is now.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.inner.progress()
    }

    /// What is to be seen of each track at `now`, which a [`Progress`] told: asking again would be a later moment.
    #[must_use]
    pub fn cursors(&self, now: Seconds) -> Vec<Cursor> {
        self.inner.tracks.iter().map(|track| Cursor::at(&track.log.borrow(), now)).collect()
    }
}

impl Inner {
    fn next(&self) -> Next {
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
                // The world's clock goes on whether a log does or not.
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

    /// The time after the last callback of the track that is furthest.
    fn logged(&self) -> Seconds {
        self.tracks.iter().map(|track| track.appender.time()).fold(0.0, f64::max)
    }

    fn now(&self) -> Seconds {
        self.metronome.get().logical_from_wall(clock::now())
    }

    /// Up to when instants are released.
    fn released(&self) -> Seconds {
        match self.pace.get() {
            Pace::Instant => Seconds::INFINITY,
            Pace::Live(_) => self.now(),
        }
    }

    fn progress(&self) -> Progress {
        let now = match (self.phase.get(), self.pace.get()) {
            (Phase::Running, Pace::Instant) => self.logged(),
            // Between two instants the clock runs on; a timer that is late holds the picture, not the other way round.
            (Phase::Running, Pace::Live(_)) => match self.next() {
                Next::Callback(_, due) => self.now().min(due),
                Next::Outside => self.now(),
                Next::Open(end) | Next::Over(end, _) => self.now().min(end),
            },
            _ => self.now(),
        };
        let (phase, lateness, worked) = (self.phase.get(), self.lateness.get(), self.worked.get());
        let waits = phase == Phase::Running && matches!(self.next(), Next::Open(end) if self.released() >= end);
        Progress { phase, now, lateness, worked, effort: self.labour.effort(), waits }
    }

    fn tell(&self) {
        (self.on_progress)(self.progress());
    }

    fn follow_clock(&self) {
        if let Pace::Live(speed) = self.pace.get()
            && (self.real() || !document::hidden())
        {
            self.metronome.set(self.metronome.get().going(clock::now(), speed));
        }
    }

    /// Stops the clock at what is shown now, and takes every timer back.
    fn stand_still(&self) {
        self.metronome.set(Metronome::standing_at(self.progress().now));
        self.timer.take();
        self.turn.take();
        self.labour.rest();
    }

    /// Timers of a hidden page fire once a second, and frames not at all: a live run waits until it is seen again.
    fn visibility_changed(self: &Rc<Self>, hidden: bool) {
        if self.phase.get() != Phase::Running || self.pace.get() == Pace::Instant {
            return;
        }
        if self.real() {
            // No frame has shown what came while the page was hidden.
            return self.tell();
        }
        self.stand_still();
        if hidden {
            // No frame will come to show the moment at which the run was held.
            self.tell();
        } else {
            self.follow_clock();
            drive(self);
        }
    }

    fn finish(&self, phase: Phase, now: Seconds) {
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

    fn events(&self) -> usize {
        self.tracks.iter().map(|track| track.log.borrow().events().len()).sum()
    }
}

/// The world of a run: its clock is the metronome.
struct World(Weak<Inner>);

impl Selector for World {
    fn time(&self) -> Seconds {
        self.0.upgrade().map_or(0.0, |inner| inner.now())
    }

    fn wake(&self) {
        if let Some(inner) = self.0.upgrade() {
            for track in &inner.tracks {
                track.appender.settle();
            }
            // A clock that was held at the end of a log goes on.
            if inner.phase.get() == Phase::Running && inner.metronome.get().stands() {
                inner.follow_clock();
            }
            drive(&inner);
        }
    }
}
