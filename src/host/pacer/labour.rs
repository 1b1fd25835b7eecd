//! Real computation during a live run: while the program computes in logical time, the page's thread or a worker
//! computes, too.
//!
//! Logical time is not affected. A computation in the event loop blocks the page's thread, so the page freezes. A
//! computation in a worker delays the events after it until the worker has answered.

use std::cell::{Cell, RefCell};
use std::hint::black_box;
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Worker};

use super::super::clock::{self, AnimationFrame, request_animation_frame};
use super::super::turn::Turn;
use super::{Appender, Inner, Pace, drive};
use crate::trace::{Computation, Log, Seconds, computations};

/// The longest time for which a computation may block the page's thread, in milliseconds. Then the reader gets the page
/// back.
const LONGEST_HOLD: f64 = 2_000.0;

/// The worker's script, a separate file.
pub const WORKER: &str = "worker.js";

/// The real computations of a run, and their effect on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effort {
    /// How long the page's thread was blocked, in milliseconds.
    pub page: f64,
    /// How long workers computed, in milliseconds.
    pub worker: f64,
    /// Whether a computation on the page's thread was cut short, so that the reader gets the page back.
    pub cut: bool,
    /// Whether no worker could be started.
    pub refused: bool,
    /// The longest time between two frames of the page during the run, in milliseconds.
    pub gap: f64,
}

/// The unfinished computations of a run.
#[derive(Default)]
pub(super) struct Labour {
    jobs: RefCell<Vec<Job>>,
    /// The number of jobs so far.
    numbered: Cell<u32>,
    /// The number of events that were read from the log.
    read: Cell<usize>,
    /// When the page showed its last frame.
    frame: Cell<Option<f64>>,
    effort: Cell<Effort>,
}

struct Job {
    number: u32,
    computation: Computation,
    hand: Option<Hand>,
}

/// Where a computation runs. Dropping this value ends the computation at once.
enum Hand {
    /// On this thread, which first shows a frame with the start of the computation.
    Frame { _frame: AnimationFrame },
    /// On this thread, as soon as the browser has painted that frame.
    Turn { _turn: Option<Turn> },
    /// In a worker.
    Worker { _hired: Hired },
}

/// A worker with one job.
struct Hired {
    worker: Worker,
    _answer: EventListener,
    _error: EventListener,
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Labour {
    pub(super) fn effort(&self) -> Effort {
        self.effort.get()
    }

    /// Whether the callbacks due at this time must wait for a worker that still computes.
    pub(super) fn holds_back(&self, due: Seconds) -> bool {
        let at_work = |job: &Job| matches!(job.hand, Some(Hand::Worker { .. })) && job.computation.until <= due;
        self.jobs.borrow().iter().any(at_work)
    }

    /// Measures the time since the last frame; `goes_on` is whether this run will have another frame.
    pub(super) fn frame_shown(&self, goes_on: bool) {
        let now = clock::now();
        if let Some(last) = self.frame.replace(goes_on.then_some(now)) {
            self.change(|effort| effort.gap = effort.gap.max(now - last));
        }
    }

    /// Interrupts every computation; it can be resumed.
    pub(super) fn rest(&self) {
        self.frame_shown(false);
        for job in self.jobs.borrow_mut().iter_mut() {
            job.hand = None;
        }
    }

    fn change(&self, change: impl FnOnce(&mut Effort)) {
        let mut effort = self.effort.get();
        change(&mut effort);
        self.effort.set(effort);
    }

    /// Reads the events that were logged since the last call.
    fn read(&self, log: &Log) {
        let events = log.events();
        for computation in computations(events.after(self.read.replace(events.len()))) {
            let number = self.numbered.replace(self.numbered.get() + 1);
            self.jobs.borrow_mut().push(Job { number, computation, hand: None });
        }
    }

    fn set_hand(&self, number: u32, hand: Hand) {
        if let Some(job) = self.jobs.borrow_mut().iter_mut().find(|job| job.number == number) {
            job.hand = Some(hand);
        }
    }

    fn take(&self, number: u32) -> Option<Job> {
        let mut jobs = self.jobs.borrow_mut();
        let place = jobs.iter().position(|job| job.number == number)?;
        Some(jobs.remove(place))
    }

    /// The start of the next computation that is not yet running. One callback may have logged several, in sequence.
    pub(super) fn next(&self) -> Option<Seconds> {
        let jobs = self.jobs.borrow();
        jobs.iter().filter(|job| job.hand.is_none()).map(|job| job.computation.from).reduce(f64::min)
    }

    /// The computations that have started by `now` and are not yet running.
    fn idle(&self, now: Seconds) -> Vec<(u32, Computation)> {
        let mut jobs = self.jobs.borrow_mut();
        jobs.retain(|job| job.hand.is_some() || job.computation.until > now);
        let idle = jobs.iter().filter(|job| job.hand.is_none() && job.computation.from <= now);
        idle.map(|job| (job.number, job.computation)).collect()
    }
}

/// Starts a real computation for each one that the program is in now. There is none in a comparison: its programs share
/// the page's thread, so each would slow down the other. There is none for a program that runs outside the page and
/// computes there.
pub(super) fn set_to_work(inner: &Rc<Inner>) {
    let ([track], Pace::Live(_)) = (&inner.tracks[..], inner.pace.get()) else { return };
    if matches!(track.appender, Appender::Elsewhere(_)) {
        return;
    }
    inner.labour.read(&track.log.borrow());
    for (number, computation) in inner.labour.idle(inner.now()) {
        if computation.in_worker {
            hire(inner, number, computation);
        } else {
            await_frame(inner, number);
        }
    }
}

/// Computes on this thread, after a frame that shows the computation's start.
fn await_frame(inner: &Rc<Inner>, number: u32) {
    let weak = Rc::downgrade(inner);
    let frame = request_animation_frame(move |_| {
        let Some(inner) = weak.upgrade() else { return };
        let turn = Turn::request(move || compute_here(&weak, number));
        inner.labour.set_hand(number, Hand::Turn { _turn: turn });
    });
    inner.labour.set_hand(number, Hand::Frame { _frame: frame });
}

/// Blocks the page's thread until the end of the computation, for [`LONGEST_HOLD`] at most.
fn compute_here(weak: &Weak<Inner>, number: u32) {
    let Some(inner) = weak.upgrade() else { return };
    let Some(job) = inner.labour.take(number) else { return };
    let Some(end) = inner.metronome.get().wall_from_logical(job.computation.until) else { return };
    let began = clock::now();
    let until = end.min(began + LONGEST_HOLD);
    if until <= began {
        return;
    }
    compute_until(until);
    inner.labour.change(|effort| {
        effort.page += clock::now() - began;
        effort.cut |= until < end;
    });
}

fn compute_until(moment: f64) {
    let mut sum = 0.0;
    while clock::now() < moment {
        sum += (0..10_000).map(f64::from).map(f64::sqrt).sum::<f64>();
    }
    black_box(sum);
}

/// Starts a worker for the rest of the computation; the run waits for its answer.
fn hire(inner: &Rc<Inner>, number: u32, computation: Computation) {
    let end = inner.metronome.get().wall_from_logical(computation.until);
    let hired = end.and_then(|end| hired(inner, number, end));
    if let Some(hired) = hired {
        inner.labour.set_hand(number, Hand::Worker { _hired: hired });
    } else {
        refuse(inner, number);
    }
}

fn hired(inner: &Rc<Inner>, number: u32, end: f64) -> Option<Hired> {
    let worker = Worker::new(WORKER).ok()?;
    let (weak, weak_too) = (Rc::downgrade(inner), Rc::downgrade(inner));
    let answer = EventListener::new(&worker, "message", move |event| {
        let Some(inner) = weak.upgrade() else { return };
        let told = event.dyn_ref::<MessageEvent>().and_then(|event| Array::from(&event.data()).get(0).as_f64());
        inner.labour.take(number);
        inner.labour.change(|effort| effort.worker += told.unwrap_or_default());
        inner.lateness.set(inner.lateness.get().with(clock::now() - end));
        drive(&inner);
    });
    let error = EventListener::new(&worker, "error", move |_| {
        if let Some(inner) = weak_too.upgrade() {
            refuse(&inner, number);
            drive(&inner);
        }
    });
    worker.post_message(&(end - clock::now()).into()).ok()?;
    Some(Hired { worker, _answer: answer, _error: error })
}

/// Gives up a real computation. Its logical time passes all the same.
fn refuse(inner: &Inner, number: u32) {
    inner.labour.take(number);
    inner.labour.change(|effort| effort.refused = true);
}
