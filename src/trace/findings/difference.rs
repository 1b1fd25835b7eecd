//! The first difference of two runs: the first event that is not the same in both logs.

use crate::trace::facts::event::{Event, On, What};
use crate::trace::facts::events::Events;
use crate::trace::facts::log::Log;
use crate::trace::facts::task::Name;
use crate::trace::facts::time::{CLOCK_RESOLUTION, Seconds};

/// The point at which two runs differ for the first time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The logical time, of the earlier of the two events.
    pub at: Seconds,
    /// The index of the event in each log; `None` if that log has ended.
    pub events: [Option<usize>; 2],
}

/// Which events are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// All events, including who waits for what and until when.
    Every,
    /// The events that a reader of the output notices: a task is created, prints, warns or ends.
    Noticed,
}

/// The first event that differs in its time, its task's name, its kind or its content; `None` if the runs are the same.
/// Line numbers are not compared, since the two programs may be in different files.
#[must_use]
pub fn first_difference(one: &Log, other: &Log, grain: Grain) -> Option<Difference> {
    let mut walks = [one, other].map(|log| Walk { events: log.events(), place: 0, names: Vec::new(), grain });
    loop {
        let [left, right] = &mut walks;
        match (left.next(), right.next()) {
            (None, None) => return None,
            (Some((_, mine, name)), Some((_, yours, theirs))) if name == theirs && alike(mine, yours) => {}
            (mine, yours) => {
                let times =
                    [mine.as_ref(), yours.as_ref()].map(|event| event.map_or(Seconds::INFINITY, |it| it.1.time));
                let events = [mine, yours].map(|event| event.map(|(place, ..)| place));
                return Some(Difference { at: times[0].min(times[1]), events });
            }
        }
    }
}

/// Iterates over a log and keeps the current name of each task.
struct Walk<'a> {
    events: Events<'a>,
    place: usize,
    names: Vec<Name>,
    grain: Grain,
}

impl<'a> Walk<'a> {
    /// The next event that is compared, with its index and its task's name. Events of the loop have no name.
    fn next(&mut self) -> Option<(usize, &'a Event, Option<Name>)> {
        loop {
            let (place, event) = (self.place, self.events.get(self.place)?);
            self.place += 1;
            if let What::Created { name, .. } = &event.what {
                self.names.push(name.clone());
            } else if let (What::Renamed(name), Some(old)) = (&event.what, self.names.get_mut(event.task.index())) {
                *old = name.clone();
            }
            if self.grain == Grain::Every || is_noticed(&event.what) {
                return Some((place, event, self.names.get(event.task.index()).cloned()));
            }
        }
    }
}

fn is_noticed(what: &What) -> bool {
    match what {
        What::Created { .. } | What::Printed(_) | What::Warned { .. } | What::Finished(_) => true,
        What::Renamed(_)
        | What::StepBegan
        | What::Suspended { .. }
        | What::Ready
        | What::Blocked { .. }
        | What::CancelRequested { .. }
        | What::CancelDelivered { .. }
        | What::CancelWithdrawn
        | What::ResourceMade { .. }
        | What::Requested { .. }
        | What::ResourceChanged { .. } => false,
    }
}

/// Whether two events are equal but for their lines. Events name tasks and resources by number. The numbers agree as
/// long as all events so far were equal.
fn alike(one: &Event, other: &Event) -> bool {
    close(one.time, other.time) && is_same(&one.what, &other.what)
}

/// Whether two events are of the same kind with the same content, but for their lines.
fn is_same(one: &What, other: &What) -> bool {
    match one {
        What::Created { name, .. } => matches!(other, What::Created { name: theirs, .. } if name == theirs),
        What::CancelDelivered { .. } => matches!(other, What::CancelDelivered { .. }),
        What::Blocked { until, computes, .. } => {
            matches!(other, What::Blocked { until: theirs, computes: they_compute, .. }
                if close(*until, *theirs) && computes == they_compute)
        }
        What::Suspended { on, .. } => matches!(other, What::Suspended { on: theirs, .. } if is_same_wait(on, theirs)),
        What::ResourceMade { class, size, level, .. } => {
            matches!(other, What::ResourceMade { class: their_class, size: their_size, level: their_level, .. }
                if (class, size, level) == (their_class, their_size, their_level))
        }
        What::Renamed(_)
        | What::StepBegan
        | What::Ready
        | What::Printed(_)
        | What::Warned { .. }
        | What::CancelRequested { .. }
        | What::CancelWithdrawn
        | What::Requested { .. }
        | What::ResourceChanged { .. }
        | What::Finished(_) => one == other,
    }
}

/// Whether two waits are for the same thing, until the same time.
fn is_same_wait(one: &On, other: &On) -> bool {
    match one {
        On::Timer { until } => matches!(other, On::Timer { until: theirs } if close(*until, *theirs)),
        On::Worker { until, computes } => {
            matches!(other, On::Worker { until: theirs, computes: they_compute }
                if close(*until, *theirs) && close(*computes, *they_compute))
        }
        On::NextIteration
        | On::Task(_)
        | On::Tasks { .. }
        | On::Resource { .. }
        | On::Request(_)
        | On::Job
        | On::Input
        | On::Future => one == other,
    }
}

/// Whether two times are equal within the resolution of the event loop's clock.
fn close(one: Seconds, other: Seconds) -> bool {
    (one - other).abs() < CLOCK_RESOLUTION
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::End;
    use crate::trace::facts::kinds::Kind;
    use crate::trace::facts::line::Line;
    use crate::trace::facts::resource::ResourceId;
    use crate::trace::facts::task::TaskId;

    fn event(time: Seconds, task: u32, what: What) -> Event {
        Event { time, task: TaskId(task), callback: 1, what }
    }

    fn created(task: u32, name: &'static str) -> Event {
        event(0.0, task, What::Created { parent: None, name: Name::Given(name.into()), line: Line::NONE })
    }

    fn sleeps(task: u32, until: Seconds, line: u32) -> Event {
        event(0.0, task, What::Suspended { on: On::Timer { until }, line: Line::new(line) })
    }

    fn prints(time: Seconds, task: u32, text: &'static str) -> Event {
        event(time, task, What::Printed(text.into()))
    }

    fn log(events: impl IntoIterator<Item = Event>) -> Log {
        let mut log = Log::default();
        for event in events {
            log.push(event);
        }
        log
    }

    /// Two tasks that sleep, print and end. The second one sleeps until `until`, at this line.
    fn run(until: Seconds, line: u32) -> Log {
        let end = |time, task| event(time, task, What::Finished(End::Returned("None".into())));
        let mut late = [prints(1.0, 0, "one"), end(1.0, 0), prints(until, 1, "two"), end(until, 1)];
        late.sort_by(|one, other| one.time.total_cmp(&other.time));
        log([created(0, "A"), created(1, "B"), sleeps(0, 1.0, line), sleeps(1, until, line)].into_iter().chain(late))
    }

    #[test]
    fn the_same_work_at_another_line_is_no_difference() {
        assert_eq!(first_difference(&run(2.0, 7), &run(2.0, 40), Grain::Every), None);
        assert_eq!(first_difference(&run(0.1 + 0.2, 7), &run(0.3, 7), Grain::Every), None, "one ulp apart");
    }

    #[test]
    fn a_longer_sleep_differs_when_it_begins_and_is_noticed_when_the_shorter_one_ends() {
        let (short, long) = (run(2.0, 7), run(3.0, 7));
        let sleep = Difference { at: 0.0, events: [Some(3), Some(3)] };
        assert_eq!(first_difference(&short, &long, Grain::Every), Some(sleep));
        let print = Difference { at: 2.0, events: [Some(6), Some(6)] };
        assert_eq!(first_difference(&long, &short, Grain::Noticed), Some(print));
    }

    #[test]
    fn a_worker_that_computes_differs_from_one_that_sleeps_as_long() {
        let worker = |computes| {
            log([
                created(0, "A"),
                event(0.0, 0, What::Suspended { on: On::Worker { until: 2.0, computes }, line: Line::NONE }),
            ])
        };
        let there = Difference { at: 0.0, events: [Some(1), Some(1)] };
        assert_eq!(first_difference(&worker(0.0), &worker(2.0), Grain::Every), Some(there));
        assert_eq!(first_difference(&worker(2.0), &worker(2.0), Grain::Every), None);
    }

    #[test]
    fn a_task_that_computes_differs_from_one_that_sleeps_as_long_and_from_one_that_sleeps_longer() {
        let blocked = |until, computes| {
            let what = What::Blocked { until, computes, line: Line::NONE };
            log([created(0, "A"), event(0.0, 0, what)])
        };
        let there = Some(Difference { at: 0.0, events: [Some(1), Some(1)] });
        let parts = |one: &Log, other: &Log| first_difference(one, other, Grain::Every);
        assert_eq!(parts(&blocked(2.0, false), &blocked(2.0, true)), there);
        assert_eq!(parts(&blocked(2.0, false), &blocked(3.0, false)), there);
        assert_eq!(parts(&blocked(2.0, true), &blocked(2.0, true)), None);
    }

    #[test]
    fn resources_differ_in_class_size_and_level_and_waits_in_their_kind() {
        let made = |class, size, level| {
            let what = What::ResourceMade { resource: ResourceId(0), class, size, level, line: Line::NONE };
            log([created(0, "A"), event(0.0, 0, what)])
        };
        let base = made(Kind::Semaphore, Some(2), 2);
        for other in
            [made(Kind::Lock, Some(2), 2), made(Kind::Semaphore, Some(3), 2), made(Kind::Semaphore, Some(2), 1)]
        {
            assert!(first_difference(&base, &other, Grain::Every).is_some());
            assert_eq!(first_difference(&base, &other, Grain::Noticed), None, "the output is the same");
        }
        let waits = |on| log([created(0, "A"), event(0.0, 0, What::Suspended { on, line: Line::NONE })]);
        let kinds = [On::Future, On::NextIteration, On::Task(TaskId(1)), On::Task(TaskId(2)), On::Timer { until: 0.0 }];
        for (number, one) in kinds.iter().enumerate() {
            for (place, other) in kinds.iter().enumerate() {
                let part = first_difference(&waits(one.clone()), &waits(other.clone()), Grain::Every);
                assert_eq!(part.is_none(), number == place, "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn events_are_compared_by_the_current_names_of_their_tasks() {
        let renamed = |name: &'static str| {
            let what = What::Renamed(Name::Given(name.into()));
            log([created(0, "A"), event(0.0, 0, what), prints(1.0, 0, "x")])
        };
        let print = Difference { at: 1.0, events: [Some(2), Some(2)] };
        assert_eq!(first_difference(&renamed("B"), &renamed("C"), Grain::Noticed), Some(print));
        assert_eq!(first_difference(&renamed("B"), &renamed("B"), Grain::Noticed), None);
    }

    #[test]
    fn a_run_that_goes_on_differs_from_one_that_has_ended() {
        let whole = run(2.0, 7);
        let half = log(whole.events().first(6).iter().cloned());
        let more = Difference { at: 2.0, events: [None, Some(6)] };
        assert_eq!(first_difference(&half, &whole, Grain::Every), Some(more));
    }

    #[test]
    fn tasks_are_told_apart_by_name_not_by_number() {
        let first = log([created(0, "A"), created(1, "B"), prints(1.0, 0, "x")]);
        let second = log([created(0, "A"), created(1, "B"), prints(1.0, 1, "x")]);
        let difference = Difference { at: 1.0, events: [Some(2), Some(2)] };
        assert_eq!(first_difference(&first, &second, Grain::Noticed), Some(difference));
    }
}
