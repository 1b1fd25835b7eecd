//! Going through a run that is there: to a time, one stride forward, one stride back.

use crate::app::model::choices::Steps;
use crate::app::model::run::{Run, Selection, Track};
use crate::trace::{Cursor, Seconds, Stride};

/// A moment of a run: the time that is shown, and how much of each program's log.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The time.
    pub now: Seconds,
    /// The place in each log.
    pub cursors: Vec<Cursor>,
}

/// The moment `now`, with everything that had happened by then.
#[must_use]
pub fn moment_at(run: &Run, now: Seconds) -> Moment {
    Moment { now, cursors: run.tracks.iter().map(|track| Cursor::at(&track.log.borrow(), now)).collect() }
}

/// The moment `now` with so many events of each program, as far as they have happened and lie in that instant.
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

/// The moment at which the program at this place had logged so many events, and the others all of that time.
#[must_use]
pub fn moment_of(run: &Run, place: usize, events: usize) -> Option<Moment> {
    let time = run.tracks.get(place)?.log.borrow().events().get(events.checked_sub(1)?)?.time;
    let mut moment = moment_at(run, time);
    moment.cursors[place].events = events;
    Some(moment)
}

/// One stride on within what has been logged; nothing at its end. Of several programs the one goes on whose stride
/// ends first.
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

/// One stride back; nothing at the beginning. Of several programs the one goes back whose last event came last.
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

/// The stride in this program; nothing where the selected task belongs to another.
fn stride(track: &Track, steps: Steps, selected: Option<&Selection>) -> Option<Stride> {
    match (steps, selected) {
        (Steps::Iteration, _) => Some(Stride::Iteration),
        (Steps::Task, Some(selected)) => track.task(selected).map(Stride::Task),
        (Steps::Callback | Steps::Task, _) => Some(Stride::Callback),
    }
}

/// When the last event happened that is to be seen.
fn last_event(track: &Track) -> Seconds {
    let log = track.log.borrow();
    let last = track.cursor.events.checked_sub(1).and_then(|last| log.events().get(last));
    last.map_or(0.0, |event| event.time)
}

/// The moment at which the program at this place is at `cursor`, and the others are where they are.
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

    /// A finished run of these scenarios, to be seen from its beginning.
    fn run(ids: &[&str]) -> Run {
        let tracks = ids.iter().map(|id| {
            let scenario = find(id).expect("a scenario");
            let mut track = Track::new(Variant::alone(scenario, scenario.defaults()), Log::shared());
            // main is made before the first callback: there is nothing to go back to before that.
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
    fn as_many_steps_back_as_forward_lead_to_the_same_moment_and_picture() {
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
    fn a_moment_of_an_address_shows_so_many_events_of_its_instant_and_no_others() {
        let run = run(&["gather"]);
        let seen = |now, seen: &[usize]| moment_with(&run, now, seen).cursors[0].events;
        let at_zero = moment_at(&run, 0.0).cursors[0].events;
        assert_eq!([seen(0.0, &[]), seen(0.0, &[3]), seen(0.0, &[0])], [at_zero, 3, at_zero]);
        assert_eq!(seen(0.0, &[at_zero + 1]), at_zero, "that comes later");
        assert_eq!(seen(0.5, &[3]), moment_at(&run, 0.5).cursors[0].events, "that was before");
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
