//! Who decides when the next logical instant is released: at once, when the browser's clock gets there, or on a click.

mod held;
mod labour;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;

use self::labour::Labour;
use super::turn::Turn;
use super::{Lateness, Metronome, clock, document};
use crate::aiohttp::carrying_nothing;
use crate::asyncio::{Due, EventLoop, Selector};
use crate::trace::{Cursor, Seconds, SharedLog};

pub use self::labour::{Effort, WORKER};

/// How many milliseconds of callbacks run between two turns of the browser.
const SLICE: f64 = 8.0;

/// How many callbacks run between two looks at the clock: a look leaves wasm, a callback does not.
const CALLBACKS_PER_LOOK: u32 = 64;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It goes on by itself.
    Running,
    /// It goes on when asked.
    Paused,
    /// It is over.
    Finished,
    /// It is not over, but nothing will ever happen.
    Stuck,
    /// It was stopped, having logged too many events.
    TooLong,
}

/// What the page is told of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
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
}

/// One program among those that a pacer releases on one clock.
pub struct Track {
    /// Its loop, before its first callback.
    pub event_loop: EventLoop,
    /// The log to which that loop appends.
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
            track.event_loop.watch_with(Rc::new(World(Rc::downgrade(&inner))));
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
        let goes = |track: &Track| track.real && track.event_loop.due() != Due::Finished;
        self.inner.phase.get() == Phase::Running && self.inner.tracks.iter().any(goes)
    }

    /// Asks the programs to end: cancels their main tasks, as Ctrl+C does.
    pub fn interrupt(&self) {
        for track in &self.inner.tracks {
            track.event_loop.outside().interrupt();
        }
    }

    /// Goes on at another speed; a run that is released at once has none.
    pub fn set_speed(&self, speed: f64) {
        if self.inner.pace.get() == Pace::Instant {
            return;
        }
        let running = self.inner.phase.get() == Phase::Running;
        if running {
            self.inner.stand_still();
        }
        self.inner.pace.set(Pace::Live(speed));
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
        let mut end = 0.0_f64;
        let mut phase = Phase::Finished;
        let mut outside = false;
        if self.too_long.get() {
            let ends = self.tracks.iter().map(|track| track.event_loop.time());
            return Next::Over(ends.fold(end, f64::max), Phase::TooLong);
        }
        for (index, track) in self.tracks.iter().enumerate() {
            let time = track.event_loop.time();
            end = end.max(time);
            let due = match track.event_loop.due() {
                Due::Now => time,
                Due::At(when) => when.max(time),
                Due::Finished => continue,
                Due::Outside => {
                    outside = true;
                    continue;
                }
                Due::Stuck => {
                    phase = Phase::Stuck;
                    continue;
                }
            };
            if next.is_none_or(|(_, earliest)| due < earliest) {
                next = Some((index, due));
            }
        }
        match next {
            Some((index, due)) => Next::Callback(index, due),
            None if outside => Next::Outside,
            None => Next::Over(end, phase),
        }
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
        let end = self.tracks.iter().map(|track| track.event_loop.time()).fold(0.0, f64::max);
        let now = match (self.phase.get(), self.pace.get()) {
            (Phase::Running, Pace::Instant) => end,
            // Between two instants the clock runs on; a timer that is late holds the picture, not the other way round.
            (Phase::Running, Pace::Live(_)) => match self.next() {
                Next::Callback(_, due) => self.now().min(due),
                Next::Outside => self.now(),
                Next::Over(end, _) => self.now().min(end),
            },
            _ => self.now(),
        };
        let (phase, lateness, worked) = (self.phase.get(), self.lateness.get(), self.worked.get());
        Progress { phase, now, lateness, worked, effort: self.labour.effort() }
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
            drive(&inner);
        }
    }
}

/// Why a slice of a run ended.
enum Pause {
    /// The next callback is due then.
    Until(Seconds),
    /// Something must come from outside, or from a worker; whoever brings it drives on.
    Outside,
    /// It lasted long enough.
    Turn,
    /// The run is over, or somebody has held it.
    Over(Option<(Phase, Seconds)>),
}

/// Releases what is due, for at most [`SLICE`] milliseconds, and sees to it that it is called again for the rest.
fn drive(inner: &Rc<Inner>) {
    let began = clock::now();
    let pause = release(inner, began);
    inner.worked.set(inner.worked.get() + clock::now() - began);
    match pause {
        Pause::Until(due) => {
            labour::set_to_work(inner);
            wait(inner, inner.labour.next().map_or(due, |begins| begins.min(due)));
        }
        Pause::Turn => take_a_turn(inner),
        Pause::Over(Some((phase, end))) => inner.finish(phase, end),
        Pause::Outside | Pause::Over(None) => {}
    }
}

/// Runs callbacks that are due, in a slice that began at `began` of the browser's clock.
fn release(inner: &Inner, began: f64) -> Pause {
    let mut callbacks = 0_u32;
    while inner.phase.get() == Phase::Running {
        match inner.next() {
            Next::Callback(_, due) if due <= inner.released() && inner.labour.holds_back(due) => return Pause::Outside,
            Next::Callback(index, due) if due <= inner.released() => inner.tracks[index].event_loop.turn(),
            Next::Callback(_, due) => return Pause::Until(due),
            Next::Outside => return Pause::Outside,
            Next::Over(end, phase) if inner.pace.get() == Pace::Instant || end <= inner.now() => {
                return Pause::Over(Some((phase, end)));
            }
            Next::Over(end, _) => return Pause::Until(end),
        }
        callbacks += 1;
        if callbacks.is_multiple_of(CALLBACKS_PER_LOOK) {
            if inner.events() > MOST_EVENTS {
                inner.too_long.set(true);
                return Pause::Over(Some((Phase::TooLong, inner.progress().now)));
            }
            if clock::now() - began > SLICE {
                return Pause::Turn;
            }
        }
    }
    Pause::Over(None)
}

/// Comes back when logical time is `due`.
fn wait(inner: &Rc<Inner>, due: Seconds) {
    let wall = clock::now();
    let metronome = inner.metronome.get();
    if let (Some(delay), Some(moment)) = (metronome.delay_from_logical(wall, due), metronome.wall_from_logical(due)) {
        let again = Rc::downgrade(inner);
        let timer = Timeout::new(delay, move || {
            if let Some(inner) = again.upgrade() {
                inner.lateness.set(inner.lateness.get().with(clock::now() - moment));
                drive(&inner);
            }
        });
        inner.timer.replace(Some(timer));
    }
}

/// Lets the browser paint and listen, then goes on.
fn take_a_turn(inner: &Rc<Inner>) {
    let again: Weak<Inner> = Rc::downgrade(inner);
    let turn = Turn::request(move || {
        if let Some(inner) = again.upgrade() {
            drive(&inner);
        }
    });
    inner.turn.replace(turn);
    inner.tell();
}

/// When a run would end if it were released at once; `None` if it is not over after `callbacks` callbacks. It sends no requests.
#[must_use]
pub fn rehearse(event_loop: &EventLoop, callbacks: u32) -> Option<Seconds> {
    carrying_nothing(|| run_at_once(event_loop, callbacks))
}

fn run_at_once(event_loop: &EventLoop, callbacks: u32) -> Option<Seconds> {
    for _ in 0..callbacks {
        match event_loop.due() {
            Due::Now | Due::At(_) => event_loop.turn(),
            Due::Outside => return None,
            Due::Finished | Due::Stuck => return Some(event_loop.time()),
        }
    }
    None
}
