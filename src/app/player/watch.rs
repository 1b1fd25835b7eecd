//! Watches a live run and renders it frame by frame.

use std::rc::Rc;

use yew::UseReducerDispatcher;

use super::heartbeat::beat;
use super::owner::Player;
use crate::app::model::state::State;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::ids::{BOARD, CLOCK, CURSOR, CURSOR_TIME, HEART, TIMELINE};
use crate::host::clock::request_animation_frame;
use crate::host::{Phase, clock, document};
use crate::text::{Language, interface};
use crate::trace::{Cursor, Seconds, fixed};

/// The most milliseconds by which the displayed time may lag behind the clock.
const FIGURES_LAG: f64 = 100.0;

/// The milliseconds from which a render counts as long.
const LONG_RENDER: f64 = 40.0;

/// The last update of the page.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// The number of visible events.
    events: usize,
    /// The time of the update, by the browser's clock, in milliseconds.
    wall: f64,
    /// The milliseconds from the update to the next frame, once known.
    took: Option<f64>,
}

impl Told {
    /// An update with this number of visible events, at the current time.
    pub(super) fn now(events: usize) -> Self {
        Self { events, wall: clock::now(), took: None }
    }
}

/// At the next frame, moves the displayed time and the spans in progress. The page is rendered only if an event becomes
/// visible or the figures lag behind; with reduced motion, only for events.
pub(super) fn watch(player: &Rc<Player>, number: u32, last: Told, dispatcher: UseReducerDispatcher<State>) {
    let weak = Rc::downgrade(player);
    let frame = request_animation_frame(move |_| {
        let Some(player) = weak.upgrade() else { return };
        let Some(pacer) = player.pacer() else { return };
        pacer.frame_shown();
        let progress = pacer.progress();
        if progress.phase != Phase::Running {
            return;
        }
        let still = document::reduced_motion();
        let since = clock::now() - last.wall;
        let last = Told { took: last.took.or(Some(since)), ..last };
        // If rendering takes long, as with many tasks, at least three quarters of the time stay free for other work.
        if last.took.is_some_and(|took| took > LONG_RENDER && since < 4.0 * took) {
            return watch(&player, number, last, dispatcher);
        }
        let seen = events_in(&pacer.cursors(progress.now));
        let lags = since > FIGURES_LAG && !still;
        if lags || (seen != last.events && since > rest_after(seen)) {
            return player.told(number, progress, &dispatcher);
        }
        if !still {
            show_moment(progress.now, player.language.get());
            document::set_property(HEART, "--beat", &fixed(beat(clock::now()), 4));
        }
        watch(&player, number, last, dispatcher);
    });
    player.frame.replace(Some(frame));
}

/// The least milliseconds between two renders. Rendering many events takes long, and must not use all of the page's
/// time.
fn rest_after(events: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // a run is stopped long before 2^52 events
    let events = events as f64;
    if events < 1_000.0 { 0.0 } else { events / 50.0 }
}

/// The number of events before these cursors.
pub(super) fn events_in(cursors: &[Cursor]) -> usize {
    cursors.iter().map(|cursor| cursor.events).sum()
}

/// Shows a time without a render.
pub(super) fn show_moment(now: Seconds, language: Language) {
    let figure = interface(language).measured(now);
    document::set_property(BOARD, "--now", &fixed(now, 6));
    document::set_text(CLOCK, &figure);
    document::set_text(CURSOR_TIME, &figure);
    document::keep_in_view(TIMELINE, CURSOR);
}
