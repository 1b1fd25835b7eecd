//! Moves through the log of a run: to a time, one step forward, one step back.

use crate::app::model::choices::Steps;
use crate::app::model::run::{Run, Selection, Track};
use crate::trace::{Cursor, Seconds, Stride};

/// A moment of a run: the time, and the cursor of each program.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The time.
    pub now: Seconds,
    /// The cursor in each log.
    pub cursors: Vec<Cursor>,
}

/// The moment at `now`, after all events up to and including that time.
#[must_use]
pub fn moment_at(run: &Run, now: Seconds) -> Moment {
    Moment { now, cursors: run.tracks.iter().map(|track| Cursor::at(&track.log.borrow(), now)).collect() }
}

/// The moment at `now` with these numbers of events, one for each program. A number that splits no events of the time
/// `now` is ignored.
#[must_use]
pub fn moment_with(run: &Run, now: Seconds, seen: &[usize]) -> Moment {
    let mut moment = moment_at(run, now);
    for ((cursor, seen), track) in moment.cursors.iter_mut().zip(seen).zip(&run.tracks) {
        let next = track.log.borrow().events().get(*seen).map_or(now, |event| event.time);
        if *seen > 0 && *seen <= cursor.events && next >= now {
            cursor.events = *seen;
        }
    }
    moment
}

/// The moment at which the program at index `place` had logged `events` events. The other programs have all events up
/// to that time.
#[must_use]
pub fn moment_of(run: &Run, place: usize, events: usize) -> Option<Moment> {
    let time = run.tracks.get(place)?.log.borrow().events().get(events.checked_sub(1)?)?.time;
    let mut moment = moment_at(run, time);
    moment.cursors[place].events = events;
    Some(moment)
}

/// The moment one step forward within the logs; `None` at their end. Of several programs, only the one whose step ends
/// first moves.
#[must_use]
pub fn forward(run: &Run, steps: Steps, selected: Option<&Selection>) -> Option<Moment> {
    let next = |track: &Track| {
        let log = track.log.borrow();
        track.cursor.forward(&log, stride(track, steps, selected)?)
    };
    let candidates = run.tracks.iter().enumerate().filter_map(|(place, track)| Some((place, next(track)?)));
    let (place, cursor) = candidates.min_by(|(_, one), (_, other)| one.time.total_cmp(&other.time))?;
    Some(moved(run, place, cursor))
}

/// The moment one step back; `None` at the beginning. Of several programs, only the one with the latest event moves.
#[must_use]
pub fn back(run: &Run, steps: Steps, selected: Option<&Selection>) -> Option<Moment> {
    let last = |track: &Track| {
        let log = track.log.borrow();
        let cursor = Cursor {
            events: track.cursor.events,
            time: run.progress.now.min(track.cursor.time.max(last_event(track))),
        };
        let earlier = cursor.back(&log, stride(track, steps, selected)?)?;
        Some((last_event(track), earlier))
    };
    let candidates = run.tracks.iter().enumerate().filter_map(|(place, track)| Some((place, last(track)?)));
    let (place, (_, cursor)) = candidates.max_by(|(_, (one, _)), (_, (other, _))| one.total_cmp(other))?;
    Some(moved(run, place, cursor))
}

/// The [`Stride`] of a step in this track; `None` if the selected task belongs to another track.
fn stride(track: &Track, steps: Steps, selected: Option<&Selection>) -> Option<Stride> {
    match (steps, selected) {
        (Steps::Iteration, _) => Some(Stride::Iteration),
        (Steps::Task, Some(selected)) => track.task(selected).map(Stride::Task),
        (Steps::Callback | Steps::Task, _) => Some(Stride::Callback),
    }
}

/// The time of the last event before the cursor.
fn last_event(track: &Track) -> Seconds {
    let log = track.log.borrow();
    let last = track.cursor.events.checked_sub(1).and_then(|last| log.events().get(last));
    last.map_or(0.0, |event| event.time)
}

/// The moment at which the program at index `place` is at `cursor`, and the others have not moved.
fn moved(run: &Run, place: usize, cursor: Cursor) -> Moment {
    let places = run.tracks.iter().enumerate();
    let events: Vec<usize> =
        places.map(|(other, track)| if other == place { cursor.events } else { track.cursor.events }).collect();
    let others = run.tracks.iter().enumerate().filter(|(other, _)| *other != place);
    let now = others.map(|(_, track)| last_event(track)).fold(cursor.time, f64::max);
    Moment { now, cursors: events.into_iter().map(|events| Cursor { events, time: now }).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Variant;
    use crate::scenarios::find;
    use crate::trace::Log;

    /// A finished run of these scenarios, with the cursor at its start.
    fn run(ids: &[&str]) -> Run {
        let tracks = ids.iter().map(|id| {
            let scenario = find(id).expect("a scenario");
            let mut track = Track::new(Variant::alone(scenario, scenario.defaults()), Log::shared());
            // main is created before the first callback, so no step leads back to before that event.
            track.cursor = Cursor { events: 1, time: 0.0 };
            track.variant.event_loop(&track.log).expect("a loop").run_to_end();
            track
        });
        Run::finished(1, 0.0, tracks.collect())
    }

    fn show(run: &mut Run, moment: &Moment) {
        run.progress.now = moment.now;
        for (track, cursor) in run.tracks.iter_mut().zip(&moment.cursors) {
            track.cursor = *cursor;
        }
    }

    #[test]
    fn steps_back_return_through_the_moments_and_pictures_of_steps_forward() {
        for ids in [&["gather"][..], &["sequential", "concurrent"]] {
            let mut run = run(ids);
            let start = Moment { now: 0.0, cursors: run.tracks.iter().map(|track| track.cursor).collect() };
            let mut way = vec![(start, run.tracks.iter().map(Track::timeline).collect::<Vec<_>>())];
            while let Some(moment) = forward(&run, Steps::Callback, None) {
                show(&mut run, &moment);
                let pictures: Vec<_> = run.tracks.iter().map(Track::timeline).collect();
                way.push((moment, pictures));
            }
            way.pop();
            for (earlier, pictures) in way.into_iter().rev() {
                let moment = back(&run, Steps::Callback, None).expect("a way back");
                show(&mut run, &moment);
                assert_eq!(moment, earlier);
                assert_eq!(run.tracks.iter().map(Track::timeline).collect::<Vec<_>>(), pictures);
            }
        }
    }

    #[test]
    fn a_moment_of_an_address_shows_only_the_given_number_of_events_of_its_time() {
        let run = run(&["gather"]);
        let seen = |now, seen: &[usize]| moment_with(&run, now, seen).cursors[0].events;
        let at_zero = moment_at(&run, 0.0).cursors[0].events;
        assert_eq!([seen(0.0, &[]), seen(0.0, &[3]), seen(0.0, &[0])], [at_zero, 3, at_zero]);
        assert_eq!(seen(0.0, &[at_zero + 1]), at_zero, "that event is later");
        assert_eq!(seen(0.5, &[3]), moment_at(&run, 0.5).cursors[0].events, "that event is earlier");
        assert_eq!(moment_of(&run, 0, 3).map(|moment| (moment.now, moment.cursors[0].events)), Some((0.0, 3)));
        assert_eq!((moment_of(&run, 0, 0), moment_of(&run, 1, 1)), (None, None));
    }

    #[test]
    fn a_step_of_the_selected_task_ends_with_its_event() {
        let mut run = run(&["gather"]);
        let selected = Selection::parse("A002");
        while let Some(moment) = forward(&run, Steps::Task, Some(&selected)) {
            show(&mut run, &moment);
            let log = run.tracks[0].log.borrow();
            let last = &log.events()[moment.cursors[0].events - 1];
            let task = run.tracks[0].task(&selected).expect("A002 is there");
            assert!(last.task == task || moment.cursors[0].events == log.events().len());
        }
        assert_eq!(run.tracks[0].cursor.events, run.tracks[0].log.borrow().events().len());
    }
}
