//! Steps of different length through a log, forward and back: by callback, by iteration, by event of one task.

use super::cursor::Cursor;
use super::log::Log;
use super::task::TaskId;

/// How far one step goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stride {
    /// To the end of the next callback that logged something.
    #[default]
    Callback,
    /// To the end of the event loop's next iteration.
    Iteration,
    /// To the next event of this task.
    Task(TaskId),
}

impl Cursor {
    /// The next cursor at which a stride ends; `None` at the end of the log.
    #[must_use]
    pub fn forward(self, log: &Log, stride: Stride) -> Option<Self> {
        let end = log.events().len();
        let ends = (self.events + 1..=end).find(|count| ends_at(log, *count, stride));
        ends.map(|events| moment(log, events))
    }

    /// The last cursor before this one at which a stride ended; `None` at the beginning of the log.
    #[must_use]
    pub fn back(self, log: &Log, stride: Stride) -> Option<Self> {
        // During a blocking call, the cursor's time is past the last event. A step back then goes to that event.
        let last = moment(log, self.events);
        if self.time > last.time && ends_at(log, self.events, stride) {
            return Some(last);
        }
        let ends = (1..self.events).rev().find(|count| ends_at(log, *count, stride));
        ends.map(|events| moment(log, events))
    }
}

/// The cursor after `events` events.
fn moment(log: &Log, events: usize) -> Cursor {
    let last = events.checked_sub(1).and_then(|last| log.events().get(last));
    Cursor { events, time: last.map_or(0.0, |event| event.time) }
}

/// Whether a stride ends after the first `count` events.
fn ends_at(log: &Log, count: usize, stride: Stride) -> bool {
    let event = |place: usize| log.events().get(place);
    let Some(last) = count.checked_sub(1).and_then(event) else { return false };
    let Some(next) = event(count) else { return true };
    match stride {
        Stride::Callback => last.callback != next.callback,
        Stride::Iteration => log.iteration(last.callback) != log.iteration(next.callback),
        Stride::Task(task) => last.task == task,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::{Event, What};
    use crate::trace::facts::text::Text;

    /// Two iterations: callbacks 1 and 2, then 3. Tasks 0 and 1 have one event each in the first one.
    fn log() -> Log {
        let mut log = Log::default();
        let events = [(0.0, 0, 1), (0.0, 0, 1), (0.0, 1, 2), (1.0, 0, 3)];
        log.begin_iteration(1);
        for (time, task, callback) in events {
            if callback == 3 {
                log.begin_iteration(3);
            }
            log.push(Event { time, task: TaskId(task), callback, what: What::Printed(Text::Static("x")) });
        }
        log
    }

    fn counts(log: &Log, stride: Stride) -> Vec<usize> {
        let first = Cursor::default().forward(log, stride);
        std::iter::successors(first, |cursor| cursor.forward(log, stride)).map(|cursor| cursor.events).collect()
    }

    #[test]
    fn a_stride_ends_with_a_callback_an_iteration_or_an_event_of_the_task() {
        let log = log();
        assert_eq!(counts(&log, Stride::Callback), [2, 3, 4]);
        assert_eq!(counts(&log, Stride::Iteration), [3, 4]);
        assert_eq!(counts(&log, Stride::Task(TaskId(1))), [3, 4]);
    }

    #[test]
    fn stepping_back_visits_the_cursors_of_stepping_forward() {
        let log = log();
        for stride in [Stride::Callback, Stride::Iteration, Stride::Task(TaskId(0))] {
            let mut cursor = Cursor::default();
            let mut before = Vec::new();
            while let Some(next) = cursor.forward(&log, stride) {
                before.push(cursor);
                cursor = next;
            }
            for earlier in before.into_iter().skip(1).rev() {
                cursor = cursor.back(&log, stride).expect("an earlier cursor");
                assert_eq!(cursor, earlier);
            }
            assert_eq!(cursor.back(&log, stride), None);
        }
    }
}
