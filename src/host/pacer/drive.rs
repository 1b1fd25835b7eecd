//! Releases due callbacks in slices, so that the browser can paint and handle input between two slices.
//!
//! To *release* a callback is to run it, or to show its events if a program outside the page has logged them.

use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;

use super::super::turn::Turn;
use super::super::{Metronome, clock};
use super::{Inner, MOST_EVENTS, Next, Pace, Phase, labour};
use crate::trace::Seconds;

/// The maximum duration of callbacks between two turns of the browser, in milliseconds.
const SLICE: f64 = 8.0;

/// The number of callbacks between two readings of the clock. A reading is slow, since it is a call from wasm to
/// JavaScript.
const CALLBACKS_PER_LOOK: u32 = 64;

/// Why a slice of a run ended.
enum Pause {
    /// The next callback is due at this time.
    Until(Seconds),
    /// The run waits for an event outside or for a worker, which then calls [`drive`] again.
    Outside,
    /// The log is incomplete and has no more events. Its next batch calls [`drive`] again.
    Open,
    /// The slice has used its time.
    Turn,
    /// The run has ended, in this phase at this time. `None` if it is paused.
    Over(Option<(Phase, Seconds)>),
}

/// Releases the due callbacks, for at most [`SLICE`] milliseconds, and schedules the next slice.
pub(super) fn drive(inner: &Rc<Inner>) {
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
        Pause::Open => hold(inner),
        Pause::Outside | Pause::Over(None) => {}
    }
}

/// Releases the due callbacks, in a slice that started when the browser's clock was at `began`.
fn release(inner: &Inner, began: f64) -> Pause {
    let mut callbacks = 0_u32;
    while inner.phase.get() == Phase::Running {
        match inner.next() {
            Next::Callback(_, due) if due <= inner.released() && inner.labour.holds_back(due) => return Pause::Outside,
            Next::Callback(index, due) if due <= inner.released() => inner.tracks[index].appender.turn(),
            Next::Callback(_, due) => return Pause::Until(due),
            Next::Outside => return Pause::Outside,
            Next::Open(end) if end <= inner.released() => return Pause::Open,
            Next::Over(end, phase) if inner.pace.get() == Pace::Instant || end <= inner.now() => {
                return Pause::Over(Some((phase, end)));
            }
            Next::Open(end) | Next::Over(end, _) => return Pause::Until(end),
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

/// Schedules the next slice for logical time `due`.
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

/// Schedules the next slice for the browser's next turn.
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

/// Stops the clock at the end of a log that is not complete.
fn hold(inner: &Inner) {
    inner.metronome.set(Metronome::standing_at(inner.progress().now));
    inner.tell();
}
