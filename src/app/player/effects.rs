//! Effects of changes of the state: a run is ended, started or moved.

use std::rc::Rc;

use yew::{Callback, UseReducerDispatcher, hook, use_effect_with, use_mut_ref};

use super::act::{Seen, act};
use super::open::Open;
use super::owner::Player;
use super::playback;
use super::watch::show_moment;
use crate::app::model::action::Action;
use crate::app::model::run::Run;
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::host::{Pace, Phase};
use crate::program::Variant;

type Dispatcher = UseReducerDispatcher<State>;

/// Owns the page's run. Returns the callback for wishes about the run. A run begins only when `here` is true: then the part
/// with its program is loaded.
#[hook]
pub fn use_player(state: &State, dispatcher: &Dispatcher, open: Option<Open>, here: bool) -> Callback<Wish> {
    let player = use_mut_ref(|| Rc::new(Player::new(open))).borrow().clone();
    let shown = state.shown();
    player.hides.set(state.hides());
    player.language.set(state.language);
    use_end(state.predicts(), &player, dispatcher);
    use_begin(state, &shown, &player, dispatcher, here);
    use_pace(state, &shown, &player);
    use_time(state);
    use_seek(state, &shown, &player, dispatcher, here);
    let seen = Seen::of(state, if here { shown } else { Vec::new() });
    let dispatcher = dispatcher.clone();
    Callback::from(move |wish| act(wish, &player, &seen, &dispatcher))
}

/// Ends the run when a prediction begins.
#[hook]
fn use_end(predicts: bool, player: &Rc<Player>, dispatcher: &Dispatcher) {
    use_effect_with(predicts, {
        let (player, dispatcher) = (player.clone(), dispatcher.clone());
        move |predicts| {
            if *predicts {
                player.end();
                dispatcher.dispatch(Action::Ended);
            }
        }
    });
}

/// Ends the run when another one is to be shown, and begins that one if it does not wait for the reader.
#[hook]
fn use_begin(state: &State, shown: &[Variant], player: &Rc<Player>, dispatcher: &Dispatcher, here: bool) {
    // `here` delays only a run that begins by itself. If every run depended on `here`, this effect could follow the
    // reader's first key and end the run that this key started. A program in the engine never begins by itself.
    let is_instant = state.pace() == Pace::Instant;
    let begins = here && is_instant && shown.iter().all(Variant::runs_here) && !state.predicts();
    use_effect_with((shown.to_vec(), begins, state.lab.begun + state.tries), {
        let (player, dispatcher) = (player.clone(), dispatcher.clone());
        let (pace, leads) = (state.pace(), state.leads());
        let held = state.run.clone().filter(|run| run.progress.phase == Phase::Paused && !state.is_real());
        move |(shown, at_once, begun)| {
            let tries = player.tried.replace(*begun) != *begun;
            player.end();
            dispatcher.dispatch(Action::Ended);
            let goes_on_at = player.goes_on_at.take();
            // Another pace does not change the events, so a paused run is paused again at its time.
            let other_pace = player.instant.replace(pace == Pace::Instant) != (pace == Pace::Instant);
            let same = |run: &Run| run.tracks.iter().map(|track| &track.variant).eq(shown);
            let stays_at = held.filter(|run| other_pace && same(run)).map(|run| run.progress.now);
            if *at_once && !shown.is_empty() {
                if let Some(now) = stays_at {
                    dispatcher.dispatch(Action::Visit(now));
                }
                player.begin(shown, Pace::Instant, &[], &dispatcher).play();
            } else if tries && !shown.is_empty() {
                player.begin(shown, if leads { Pace::Instant } else { pace }, &[], &dispatcher).play();
            } else if let Some(now) = goes_on_at {
                player.begin(shown, pace, &[], &dispatcher).play_from(now);
            } else if let Some(now) = stays_at {
                player.begin(shown, pace, &[], &dispatcher).catch_up(now);
            }
            move || player.end()
        }
    });
}

/// Passes a change of the pace on to the run.
#[hook]
fn use_pace(state: &State, shown: &[Variant], player: &Rc<Player>) {
    use_effect_with(state.pace(), {
        let player = player.clone();
        // Changing to Instant starts a new run of a loop. A run of the engine continues.
        let elsewhere = !shown.iter().all(Variant::runs_here);
        move |pace| {
            if elsewhere || *pace != Pace::Instant {
                player.set_pace(*pace);
            }
        }
    });
}

/// Shows the cursor's time after each render.
#[hook]
fn use_time(state: &State) {
    let moment = state.run.as_ref().map(|run| (run.number, run.progress.phase, run.progress.now));
    let shows_runs = state.scenario().is_some() || state.place.is_lab();
    use_effect_with((moment, shows_runs, state.scenario(), state.language), |(moment, shows_runs, _, language)| {
        if *shows_runs {
            show_moment(moment.map_or(0.0, |(_, _, now)| now), *language);
        }
    });
}

/// Moves the run to the time that the address names. A finished or paused run moves to that time. Without a run, one
/// starts and is paused there.
#[hook]
fn use_seek(state: &State, shown: &[Variant], player: &Rc<Player>, dispatcher: &Dispatcher, here: bool) {
    let still = state.run.as_ref().filter(|run| run.over() || run.progress.phase == Phase::Paused).cloned();
    let opens = (here && state.opens_held()).then(|| (shown.to_vec(), state.pace()));
    let number = still.as_ref().map(|run| run.number);
    use_effect_with((state.at, state.seen.clone(), number, opens), {
        let (player, dispatcher) = (player.clone(), dispatcher.clone());
        move |(at, seen, _, opens)| match (*at, still, player.pacer(), opens) {
            (Some(at), Some(run), Some(pacer), _) => {
                // A paused run may be at a time after its last event and before its next one.
                let end = pacer.end().max(run.progress.now);
                let moment = playback::moment_with(&run, at.clamp(0.0, end), seen);
                player.show(&pacer, run.number, moment, &dispatcher);
            }
            (Some(at), _, _, Some((shown, pace))) => player.begin(shown, *pace, &[], &dispatcher).catch_up(at),
            (Some(_) | None, ..) => {}
        }
    });
}
