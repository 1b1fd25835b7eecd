//! Sample states for tests: the page at an address, before a run and during one.

use std::rc::Rc;

use yew::Reducible;

use super::action::Action;
use super::choices::Theme;
use super::route::Route;
use super::run::{Run, Track};
use super::state::State;
use crate::host::{Phase, Progress};
use crate::text::Language;
use crate::trace::{Cursor, Log, Seconds, SharedLog};

/// The state at `address` before a run.
pub fn before(address: &str, language: Language) -> Rc<State> {
    Rc::new(State::new(Route::parse(address), language, Theme::System))
}

/// The state at `address` with a run up to `time`, or to its end.
pub fn state(address: &str, language: Language, time: Option<Seconds>) -> Rc<State> {
    state_of(address, language, time, |log| log)
}

/// As [`state`], after `brought` has replaced each loop's log.
pub fn state_of(
    address: &str,
    language: Language,
    time: Option<Seconds>,
    brought: fn(SharedLog) -> SharedLog,
) -> Rc<State> {
    let state = before(address, language);
    let mut end = 0.0_f64;
    let tracks: Vec<Track> = state
        .shown()
        .into_iter()
        .map(|variant| {
            let log = Log::shared();
            variant.event_loop(&log).expect("a loop").run_to_end();
            let log = brought(log);
            end = end.max(log.borrow().end());
            let cursor = time.map_or_else(|| Cursor::end(&log.borrow()), |time| Cursor::at(&log.borrow(), time));
            let mut track = Track::new(variant, log);
            track.cursor = cursor;
            track
        })
        .collect();
    let phase = if time.is_some() { Phase::Paused } else { Phase::Finished };
    let progress = Progress { phase, now: time.unwrap_or(end), ..Progress::default() };
    state.reduce(Action::Began(Run { progress, expected: Some(end), ended: true, ..Run::new(1, tracks) }))
}
