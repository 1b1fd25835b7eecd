//! Carries out the reader's wishes about the run.

use std::rc::Rc;

use yew::UseReducerDispatcher;

use super::owner::Player;
use super::playback::{self, Moment};
use crate::app::model::action::Action;
use crate::app::model::choices::Steps;
use crate::app::model::consent::Start;
use crate::app::model::run::{Run, Selection, Track, names};
use crate::app::model::state::State;
use crate::app::model::wish::Wish;
use crate::host::{Pace, Pacer, Phase, document};
use crate::program::{Value, Variant};
use crate::trace::{Seconds, What};

/// The facts of the page's state that decide what a wish does.
pub(super) struct Seen {
    shown: Vec<Variant>,
    run: Option<Run>,
    pace: Pace,
    steps: Steps,
    selected: Option<Selection>,
    stop: Option<(usize, Seconds)>,
    real: bool,
    lab: bool,
    start: Start,
    granted: Option<Vec<String>>,
}

impl Seen {
    pub(super) fn of(state: &State, shown: Vec<Variant>) -> Self {
        Self {
            shown,
            run: state.run.clone(),
            pace: state.pace(),
            steps: state.steps,
            selected: state.selected.clone(),
            stop: state.stop(),
            real: state.is_real(),
            lab: state.place.is_lab(),
            start: state.start(),
            granted: state.granted(),
        }
    }
}

/// The run's owner, the state and the reducer, with which a wish is carried out.
struct Granting<'a> {
    player: &'a Rc<Player>,
    seen: &'a Seen,
    dispatcher: &'a UseReducerDispatcher<State>,
}

/// Carries out a wish about the run.
pub(super) fn act(wish: Wish, player: &Rc<Player>, seen: &Seen, dispatcher: &UseReducerDispatcher<State>) {
    // In the lab, a new run is of the editor's text, not of the program that ran before.
    let goes = seen.run.as_ref().is_some_and(|run| !run.over());
    if seen.lab && !goes && (wish == Wish::Toggle || (wish == Wish::Step && seen.run.is_none())) {
        dispatcher.dispatch(Action::Launch);
        return;
    }
    if seen.shown.is_empty() {
        return;
    }
    dispatcher.dispatch(if let Wish::Visit(at) = wish { Action::Visit(at) } else { Action::Depart });
    Granting { player, seen, dispatcher }.grant(wish);
}

impl Granting<'_> {
    /// Carries out the wish, if the run allows it.
    fn grant(&self, wish: Wish) {
        let Self { player, seen, dispatcher } = self;
        let held = player.pacer().zip(seen.run.as_ref());
        match (wish, held) {
            (Wish::Reset, _) => {
                player.end();
                dispatcher.dispatch(Action::Ended);
            }
            (Wish::Allow, _) => self.allow(),
            (Wish::Stop, Some((pacer, run))) if !run.over() => self.stop(&pacer),
            (Wish::Toggle, held) => self.toggle(held.as_ref()),
            // A run of real requests cannot be paused or stepped.
            (
                Wish::Step | Wish::Back | Wish::NextPrint | Wish::Seek(_) | Wish::Visit(_) | Wish::See(..),
                Some((pacer, _)),
            ) if pacer.awaits_world() => {}
            (Wish::Step, Some((pacer, run))) => self.step(&pacer, run),
            (Wish::NextPrint, Some((pacer, run))) => self.to_next_print(&pacer, run),
            (Wish::Step, None) => self.step_from_the_beginning(),
            (Wish::Back, Some((pacer, run))) => {
                self.show(&pacer, run, playback::back(&player.seen(run), seen.steps, seen.selected.as_ref()));
            }
            (Wish::Seek(time) | Wish::Visit(time), Some((pacer, run))) => {
                self.show(&pacer, run, Some(playback::moment_at(run, time.max(0.0).min(pacer.end()))));
            }
            (Wish::See(place, events), Some((pacer, run))) => {
                let moment = playback::moment_of(run, place, events);
                self.show(&pacer, run, moment.filter(|moment| moment.now <= pacer.end()));
            }
            (Wish::Stop, _) | (Wish::Back | Wish::NextPrint | Wish::Seek(_) | Wish::Visit(_) | Wish::See(..), None) => {
            }
        }
    }

    /// Shows this moment of the run, if there is one.
    fn show(&self, pacer: &Pacer, run: &Run, moment: Option<Moment>) {
        if let Some(moment) = moment {
            self.player.show(pacer, run.number, moment, self.dispatcher);
        }
    }

    /// Starts a new run, which may send requests to these origins.
    fn begin(&self, allowed: &[String]) -> Rc<Pacer> {
        self.player.begin(&self.seen.shown, self.seen.pace, allowed, self.dispatcher)
    }

    fn allow(&self) {
        self.dispatcher.dispatch(Action::Allow);
        if let Some(granted) = &self.seen.granted {
            self.begin(granted).play();
        }
    }

    /// Stops the program. If the time of Ctrl+C is one of its parameters, the program runs again with the present time
    /// as that value, so that the address has it. Any other program is interrupted.
    fn stop(&self, pacer: &Pacer) {
        let now = pacer.progress().now;
        let Some((index, planned)) = self.seen.stop else { return pacer.interrupt() };
        if let Some(moment) = stopped_at(now, planned) {
            self.player.goes_on_at.set(Some(now));
            self.dispatcher.dispatch(Action::Type(index, Value::Number(moment).text()));
        }
    }

    fn toggle(&self, held: Option<&(Rc<Pacer>, &Run)>) {
        match (held.map(|(pacer, run)| (pacer, run.progress.phase)), &self.seen.start) {
            (Some((pacer, _)), _) if pacer.awaits_world() => pacer.interrupt(),
            (Some((pacer, Phase::Running)), _) => pacer.pause(),
            (Some((pacer, Phase::Paused)), _) => pacer.play(),
            (_, Start::Refuse(name)) => document::focus_next(&format!("p-{name}")),
            (_, Start::Ask(origins)) => self.dispatcher.dispatch(Action::Ask(origins.clone())),
            (_, Start::Begin(allowed)) => self.begin(allowed).play(),
        }
    }

    /// Goes one step forward: within the log if possible, otherwise by running on.
    fn step(&self, pacer: &Pacer, run: &Run) {
        let Seen { steps, selected, real, .. } = self.seen;
        let show = |moment| self.show(pacer, run, Some(moment));
        match playback::forward(&self.player.seen(run), *steps, selected.as_ref()) {
            Some(moment) if moment.now <= pacer.end() => show(moment),
            // A program that blocks its thread has logged the event already. The other programs run up to its time.
            Some(moment) if *steps == Steps::Task && selected.is_some() => {
                pacer.catch_up(moment.now);
                show(playback::moment_at(run, moment.now));
            }
            Some(_) => step_on(pacer, run, *steps, None),
            None if run.over() && (*real || self.seen.lab) => {}
            None if run.over() => self.begin(&[]).step(),
            None => step_on(pacer, run, *steps, selected.as_ref()),
        }
    }

    /// Goes to the next printed line: within the log if possible, otherwise by running on.
    fn to_next_print(&self, pacer: &Pacer, run: &Run) {
        let seen = self.player.seen(run);
        let later = seen.tracks.iter().filter_map(|track| printed_after(track, track.cursor.events));
        match later.min_by(f64::total_cmp).filter(|time| *time <= pacer.end()) {
            Some(time) => self.show(pacer, run, Some(playback::moment_at(run, time))),
            None if run.over() => {}
            None => {
                let logged: Vec<usize> = run.tracks.iter().map(|track| track.log.borrow().events().len()).collect();
                let tracks: Vec<_> = run.tracks.iter().zip(logged).collect();
                pacer.step_while(|_| tracks.iter().all(|(track, length)| printed_after(track, *length).is_none()));
            }
        }
    }

    fn step_from_the_beginning(&self) {
        if !self.seen.real {
            self.begin(&[]).step();
        }
    }
}

/// The time of a track's first print after this number of events, if the log has one.
fn printed_after(track: &Track, events: usize) -> Option<Seconds> {
    let log = track.log.borrow();
    let mut later = log.events().after(events).iter();
    later.find(|event| matches!(event.what, What::Printed(_))).map(|event| event.time)
}

/// The time of a stop at `now`, rounded up to whole milliseconds. `None` if the planned stop comes first anyway.
fn stopped_at(now: Seconds, planned: Seconds) -> Option<Seconds> {
    let moment = (now * 1000.0).ceil() / 1000.0;
    (moment < planned).then_some(moment)
}

/// Runs on at the end of the log, up to the end of the step.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_has_a_time_in_milliseconds_before_the_planned_one() {
        assert_eq!(stopped_at(3.216_42, 10.0).map(|moment| Value::Number(moment).text()), Some("3.217".to_owned()));
        assert_eq!(stopped_at(0.0, 10.0), Some(0.0));
        assert_eq!(stopped_at(9.999_9, 10.0), None);
        assert_eq!(stopped_at(11.0, 10.0), None);
    }
}
