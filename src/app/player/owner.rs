//! The run that belongs to what is shown: begun, held and ended here, in one place.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::{Callback, UseReducerDispatcher, hook, use_effect_with, use_mut_ref};

use super::heartbeat::beat;
use super::open::{Open, appender};
use super::playback::{self, Moment};
use crate::aiohttp::carry_with;
use crate::app::model::action::Action;
use crate::app::model::choices::Steps;
use crate::app::model::consent::Start;
use crate::app::model::rehearsal::end_of;
use crate::app::model::run::{Run, Selection, Track, names};
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::app::widgets::ids::{BOARD, CLOCK, CURSOR, CURSOR_TIME, HEART, TIMELINE};
use crate::host::clock::{AnimationFrame, request_animation_frame};
use crate::host::{Network, Pace, Pacer, Phase, Progress, clock, document, pacer};
use crate::program::{Value, Variant};
use crate::trace::{Cursor, Log, Seconds, computations, fixed};

/// How many milliseconds the figures of a live run may lag behind its clock.
const FIGURES_LAG: f64 = 100.0;

/// From how many milliseconds on a render is long.
const LONG_RENDER: f64 = 40.0;

/// Holds the page's run. Leaving the scenario, changing what it runs with, a reset or a new run ends it.
#[derive(Default)]
struct Player {
    /// Who has programs run elsewhere.
    open: Option<Open>,
    pacer: RefCell<Option<Rc<Pacer>>>,
    frame: RefCell<Option<AnimationFrame>>,
    runs: Cell<u32>,
    /// Where the run with other values goes on that is begun next.
    goes_on_at: Cell<Option<Seconds>>,
    /// Whether the reader predicts: then the axis must not be as long as the run beforehand.
    hides: Cell<bool>,
    /// Whether runs were to be instant when the last one was ended.
    instant: Cell<bool>,
}

/// What the page was told last.
#[derive(Clone, Copy)]
struct Told {
    /// How many events were to be seen.
    events: usize,
    /// When, by the browser's clock.
    wall: f64,
    /// How long it took the page to show it, up to the next frame, once that is known.
    took: Option<f64>,
}

/// Gives the page its run, and a callback for wishes about it.
#[hook]
pub fn use_player(state: &State, dispatcher: &UseReducerDispatcher<State>, open: Option<Open>) -> Callback<Wish> {
    let player = use_mut_ref(|| Rc::new(Player { open, ..Player::default() })).borrow().clone();
    let shown = state.shown();

    player.hides.set(state.hides());
    use_effect_with(state.predicts(), {
        let (player, dispatcher) = (player.clone(), dispatcher.clone());
        move |predicts| {
            if *predicts {
                player.end();
                dispatcher.dispatch(Action::Ended);
            }
        }
    });

    use_effect_with((shown.clone(), state.pace() == Pace::Instant && !state.predicts()), {
        let (player, dispatcher) = (player.clone(), dispatcher.clone());
        let pace = state.pace();
        let held = state.run.clone().filter(|run| run.progress.phase == Phase::Paused && !state.is_real());
        move |(shown, at_once)| {
            player.end();
            dispatcher.dispatch(Action::Ended);
            let goes_on_at = player.goes_on_at.take();
            // Another pace is no other run: one that was held stays held, where it was.
            let other_pace = player.instant.replace(pace == Pace::Instant) != (pace == Pace::Instant);
            let same = |run: &Run| run.tracks.iter().map(|track| &track.variant).eq(shown);
            let stays_at = held.filter(|run| other_pace && same(run)).map(|run| run.progress.now);
            if *at_once && !shown.is_empty() {
                if let Some(now) = stays_at {
                    dispatcher.dispatch(Action::Visit(now));
                }
                player.begin(shown, Pace::Instant, &[], &dispatcher).play();
            } else if let Some(now) = goes_on_at {
                player.begin(shown, pace, &[], &dispatcher).play_from(now);
            } else if let Some(now) = stays_at {
                player.begin(shown, pace, &[], &dispatcher).catch_up(now);
            }
            move || player.end()
        }
    });

    use_effect_with(state.pace(), {
        let player = player.clone();
        move |pace| player.set_pace(*pace)
    });

    let moment = state.run.as_ref().map(|run| (run.number, run.progress.phase, run.progress.now));
    use_effect_with((moment, state.scenario()), move |(moment, scenario)| {
        if scenario.is_some() {
            show_moment(moment.map_or(0.0, |(_, _, now)| now));
        }
    });

    // An address may lead to a moment: to it goes the run that is over, or that was held at another.
    let still = state.run.as_ref().filter(|run| run.over() || run.progress.phase == Phase::Paused).cloned();
    use_effect_with((state.at, still.as_ref().filter(|run| run.over()).map(|run| run.number)), {
        let (player, dispatcher) = (player.clone(), dispatcher.clone());
        move |(at, _)| {
            if let (Some(at), Some(run), Some(pacer)) = (*at, still, player.pacer.borrow().clone()) {
                let moment = playback::moment_at(&run, at.clamp(0.0, pacer.end()));
                player.show(&pacer, run.number, moment, &dispatcher);
            }
        }
    });

    let (pace, dispatcher) = (state.pace(), dispatcher.clone());
    let (run, steps, selected) = (state.run.clone(), state.steps, state.selected.clone());
    let stop = state.stop();
    let (real, start, granted) = (state.is_real(), state.start(), state.granted());
    Callback::from(move |wish: Wish| {
        if shown.is_empty() {
            return;
        }
        dispatcher.dispatch(if let Wish::Visit(at) = wish { Action::Visit(at) } else { Action::Depart });
        let held = player.pacer.borrow().clone().zip(run.as_ref());
        match (wish, held) {
            (Wish::Reset, _) => {
                player.end();
                dispatcher.dispatch(Action::Ended);
            }
            (Wish::Stop, Some((pacer, run))) if !run.over() => {
                // It is the run whose stop comes at this moment, which so stands in the address, too.
                let now = pacer.progress().now;
                if let Some((place, moment)) = stop.and_then(|(place, stop)| Some((place, stopped_at(now, stop)?))) {
                    player.goes_on_at.set(Some(now));
                    dispatcher.dispatch(Action::Type(place, Value::Number(moment).text()));
                }
            }
            // The world does not stand still, and takes no steps.
            (Wish::Toggle, Some((pacer, _))) if pacer.awaits_world() => pacer.interrupt(),
            (Wish::Step | Wish::Back | Wish::Seek(_) | Wish::Visit(_), Some((pacer, _))) if pacer.awaits_world() => {}
            (Wish::Toggle, Some((pacer, Run { progress: Progress { phase: Phase::Running, .. }, .. }))) => {
                pacer.pause();
            }
            (Wish::Toggle, Some((pacer, Run { progress: Progress { phase: Phase::Paused, .. }, .. }))) => pacer.play(),
            (Wish::Toggle, _) => match &start {
                Start::Ask(origins) => dispatcher.dispatch(Action::Ask(origins.clone())),
                Start::Begin(allowed) => player.begin(&shown, pace, allowed, &dispatcher).play(),
            },
            (Wish::Allow, _) => {
                dispatcher.dispatch(Action::Allow);
                if let Some(granted) = &granted {
                    player.begin(&shown, pace, granted, &dispatcher).play();
                }
            }
            (Wish::Step, Some((pacer, run))) => match playback::forward(&player.seen(run), steps, selected.as_ref()) {
                Some(moment) if moment.now <= pacer.end() => player.show(&pacer, run.number, moment, &dispatcher),
                // What was found is a program's that holds its thread: the others get there, too.
                Some(moment) if steps == Steps::Task && selected.is_some() => {
                    pacer.catch_up(moment.now);
                    player.show(&pacer, run.number, playback::moment_at(run, moment.now), &dispatcher);
                }
                Some(_) => step_on(&pacer, run, steps, None),
                None if run.over() && real => {}
                None if run.over() => player.begin(&shown, pace, &[], &dispatcher).step(),
                None => step_on(&pacer, run, steps, selected.as_ref()),
            },
            (Wish::Step, None) if real => {}
            (Wish::Step, None) => player.begin(&shown, pace, &[], &dispatcher).step(),
            (Wish::Back, Some((pacer, run))) => {
                if let Some(moment) = playback::back(&player.seen(run), steps, selected.as_ref()) {
                    player.show(&pacer, run.number, moment, &dispatcher);
                }
            }
            (Wish::Seek(time) | Wish::Visit(time), Some((pacer, run))) => {
                let moment = playback::moment_at(run, time.max(0.0).min(pacer.end()));
                player.show(&pacer, run.number, moment, &dispatcher);
            }
            (Wish::Stop, _) | (Wish::Back | Wish::Seek(_) | Wish::Visit(_), None) => {}
        }
    })
}

/// The moment of a stop that the reader asks for: in whole milliseconds, not before `now`; none where it comes by then
/// anyway.
fn stopped_at(now: Seconds, planned: Seconds) -> Option<Seconds> {
    let moment = (now * 1000.0).ceil() / 1000.0;
    (moment < planned).then_some(moment)
}

/// Runs on where the log has nothing more, up to the end of the stride.
fn step_on(pacer: &Pacer, run: &Run, steps: Steps, selected: Option<&Selection>) {
    let selected = match (steps, selected) {
        (Steps::Iteration, _) => return pacer.step_while(Pacer::within_iteration),
        (Steps::Task, Some(selected)) => selected,
        (Steps::Callback | Steps::Task, _) => return pacer.step(),
    };
    let tracks: Vec<_> =
        run.tracks.iter().map(|track| (track, track.log.borrow().events().len(), track.task(selected))).collect();
    pacer.step_while(|_| {
        !tracks.iter().any(|(track, length, task)| {
            let log = track.log.borrow();
            let mut new = log.events().after(*length).iter();
            new.any(|event| Some(event.task) == *task || names(event, selected))
        })
    });
}

impl Player {
    /// Ends the run that it holds, if it holds one.
    fn end(&self) {
        self.frame.take();
        self.pacer.take();
    }

    fn set_pace(&self, pace: Pace) {
        if let (Pace::Live(speed), Some(pacer)) = (pace, &*self.pacer.borrow()) {
            pacer.set_speed(speed);
        }
    }

    /// Begins a run, paused, in place of the one that it holds. It may ask the origins that are `allowed`.
    fn begin(
        self: &Rc<Self>,
        variants: &[Variant],
        pace: Pace,
        allowed: &[String],
        dispatcher: &UseReducerDispatcher<State>,
    ) -> Rc<Pacer> {
        self.end();
        let number = self.runs.get() + 1;
        self.runs.set(number);
        let shown: Vec<Track> = variants.iter().map(|variant| Track::new(variant.clone(), Log::shared())).collect();
        let (expected, computes) = if pace == Pace::Instant { (None, false) } else { rehearsed(variants) };
        let expected = expected.filter(|_| !self.hides.get());
        let tracks = shown.iter().map(|track| pacer::Track {
            appender: appender(&track.variant, &track.log, self.open.as_ref()),
            log: Rc::clone(&track.log),
            real: track.variant.is_real(),
        });
        let told = {
            let (player, dispatcher) = (Rc::downgrade(self), dispatcher.clone());
            move |progress: Progress| {
                if let Some(player) = player.upgrade() {
                    player.told(number, progress, &dispatcher);
                }
            }
        };
        carry_with(Some(Rc::new(Network::new(allowed))));
        let pacer = Rc::new(Pacer::new(tracks.collect(), pace, told));
        self.pacer.replace(Some(Rc::clone(&pacer)));
        let run = Run { progress: pacer.progress(), expected, computes, ..Run::new(number, shown) };
        dispatcher.dispatch(Action::Began(run));
        pacer
    }

    /// The run as it is at this very moment; what was rendered last may be a few frames old.
    fn seen(&self, run: &Run) -> Run {
        let mut run = run.clone();
        if let (Phase::Running, Some(pacer)) = (run.progress.phase, &*self.pacer.borrow()) {
            let progress = pacer.progress();
            run.go_on(progress, &pacer.cursors(progress.now));
        }
        run
    }

    /// Holds the run and shows this moment of what it has logged.
    fn show(&self, pacer: &Pacer, number: u32, moment: Moment, dispatcher: &UseReducerDispatcher<State>) {
        self.frame.take();
        // In the last instant of a run that is over, a moment before its last event is not its end.
        let whole = pacer.cursors(moment.now) == moment.cursors;
        let progress = pacer.hold_at(moment.now, whole);
        dispatcher.dispatch(Action::Went { number, progress, cursors: moment.cursors });
    }

    /// Tells the page how far the run is, and watches it frame by frame while it goes on.
    fn told(self: &Rc<Self>, number: u32, progress: Progress, dispatcher: &UseReducerDispatcher<State>) {
        let Some(pacer) = self.pacer.borrow().clone() else { return };
        let cursors = pacer.cursors(progress.now);
        let seen = events(&cursors);
        dispatcher.dispatch(Action::Went { number, progress, cursors });
        if progress.phase == Phase::Running {
            self.watch(number, Told { events: seen, wall: clock::now(), took: None }, dispatcher.clone());
        } else {
            self.frame.take();
        }
    }

    /// At the next frame, moves the clock and the open spans; renders only when there is an event to be seen, or when the
    /// figures lag behind. Who asked for less motion sees events alone.
    fn watch(self: &Rc<Self>, number: u32, last: Told, dispatcher: UseReducerDispatcher<State>) {
        let player = Rc::downgrade(self);
        let frame = request_animation_frame(move |_| {
            let Some(player) = player.upgrade() else { return };
            let Some(pacer) = player.pacer.borrow().clone() else { return };
            pacer.frame_shown();
            let progress = pacer.progress();
            if progress.phase != Phase::Running {
                return;
            }
            let still = document::reduced_motion();
            let since = clock::now() - last.wall;
            let last = Told { took: last.took.or(Some(since)), ..last };
            // A page with many tasks takes long to render: then it must not do so all the time.
            if last.took.is_some_and(|took| took > LONG_RENDER && since < 4.0 * took) {
                return player.watch(number, last, dispatcher);
            }
            let seen = events(&pacer.cursors(progress.now));
            let lags = since > FIGURES_LAG && !still;
            if lags || (seen != last.events && since > rest_after(seen)) {
                return player.told(number, progress, &dispatcher);
            }
            if !still {
                show_moment(progress.now);
                document::set_property(HEART, "--beat", &fixed(beat(clock::now()), 4));
            }
            player.watch(number, last, dispatcher);
        });
        self.frame.replace(Some(frame));
    }
}

/// How many milliseconds lie at least between two renders of so many events: a picture of many takes its time, and the
/// page must not spend all of it on pictures.
fn rest_after(events: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // a run is stopped long before 2^52 events
    let events = events as f64;
    if events < 5_000.0 { 0.0 } else { events / 500.0 }
}

fn events(cursors: &[Cursor]) -> usize {
    cursors.iter().map(|cursor| cursor.events).sum()
}

/// When the last of these ends, where a rehearsal finds out, and whether one computes.
fn rehearsed(variants: &[Variant]) -> (Option<Seconds>, bool) {
    // A rehearsal of real requests would send them.
    if variants.iter().any(Variant::is_real) {
        return (None, false);
    }
    let (mut last, mut computes) = (Some(0.0_f64), false);
    for variant in variants {
        let log = Log::shared();
        let end = variant.event_loop(&log).and_then(|event_loop| end_of(&event_loop));
        last = last.zip(end).map(|(last, end)| last.max(end));
        computes |= computations(log.borrow().events()).next().is_some();
    }
    (last, computes)
}

fn show_moment(now: Seconds) {
    document::set_property(BOARD, "--now", &fixed(now, 6));
    document::set_text(CLOCK, &fixed(now, 3));
    document::set_text(CURSOR_TIME, &fixed(now, 3));
    document::keep_in_view(TIMELINE, CURSOR);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aiohttp::{Carried, Receiver, Transport};
    use crate::asyncio::Due;
    use crate::scenarios;

    /// Counts the requests that it is given, and carries none.
    #[derive(Default)]
    struct Counter(Cell<u32>);

    impl Transport for Counter {
        fn get(&self, _: &str, _: Receiver) -> Carried {
            self.0.set(self.0.get() + 1);
            Box::new(())
        }
    }

    #[test]
    fn a_rehearsal_sends_no_requests() {
        let counter = Rc::new(Counter::default());
        carry_with(Some(counter.clone()));
        let scenario = scenarios::find("real-requests").expect("a scenario");
        let real = Variant::alone(scenario, scenario.defaults());
        assert_eq!(rehearsed(std::slice::from_ref(&real)), (None, false), "nobody knows when it will end");
        let at_once = real.event_loop(&Log::shared()).expect("a loop");
        assert!(end_of(&at_once).is_some(), "each request fails at once");
        assert_eq!(counter.0.get(), 0);
        let run = real.event_loop(&Log::shared()).expect("a loop");
        while run.due() == Due::Now {
            run.turn();
        }
        assert!(counter.0.get() > 0, "the run itself sends them");
        carry_with(None);
    }

    #[test]
    fn a_stop_has_a_moment_that_can_be_written_down_and_comes_before_the_planned_one() {
        assert_eq!(stopped_at(3.216_42, 10.0).map(|moment| Value::Number(moment).text()), Some("3.217".to_owned()));
        assert_eq!(stopped_at(0.0, 10.0), Some(0.0));
        assert_eq!(stopped_at(9.999_9, 10.0), None);
        assert_eq!(stopped_at(11.0, 10.0), None);
    }
}
