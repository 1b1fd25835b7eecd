//! Predictions: what a reader can predict about a run, and whether the prediction was right.

use super::report::BETWEEN;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{End, What};
use crate::trace::facts::log::Log;
use crate::trace::facts::order::ordered;
use crate::trace::facts::time::Seconds;
use crate::trace::picture::lane::State;
use crate::trace::picture::timeline::Timeline;

/// The reader is asked for the order of the prints only if their number is in this range. One print has no order; more
/// than eight are too many to order.
const ORDERED: std::ops::RangeInclusive<usize> = 2..=8;

/// The reader is asked how the tasks end only if there are at most this many.
const TASKS: usize = 12;

/// The tolerance for a predicted total: in seconds, or as a fraction of the total, whichever is greater.
pub const TOLERANCE: (Seconds, f64) = (0.1, 0.05);

/// The facts of a whole run that answer the questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The duration of the run.
    pub total: Seconds,
    /// The distinct prints with the time of their first occurrence; empty if their order is not asked.
    pub prints: Vec<(Seconds, String)>,
    /// How each task ended, in the order of creation; empty if the ends are not asked.
    pub ends: Vec<Fate>,
}

/// How a task ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Fate {
    /// The task's name.
    pub task: String,
    /// The final state.
    pub state: State,
    /// When it ended.
    pub at: Seconds,
}

/// The reader's predictions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// The duration of the run.
    pub total: Option<Seconds>,
    /// The order of the prints, as indexes into [`Facts::shuffled`]. It counts only if it names each print once.
    pub order: Vec<usize>,
    /// The indexes of the tasks that will end without a result; empty if the reader gave no answer.
    pub ends: Vec<usize>,
}

/// The mark of one answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// No answer was given.
    Open,
    /// The answer is right.
    Right,
    /// The answer is wrong. At this time, the run contradicts it for the first time.
    Wrong(Seconds),
}

impl Fate {
    /// Whether the task ended with an exception, was cancelled or was destroyed.
    #[must_use]
    pub const fn without_result(&self) -> bool {
        matches!(self.state, State::Error | State::Timeout | State::Cancelled | State::Lost | State::Destroyed)
    }
}

impl Facts {
    /// The facts of a whole run's log. `reports` is whether prints with ` | ` are rows of a report.
    #[must_use]
    pub fn of(log: &Log, reports: bool) -> Self {
        let picture = Timeline::at(log, Cursor::end(log));
        let lanes: Vec<_> = picture.lanes.iter().collect();
        let lanes = ordered(&lanes, &|one, other| one.task.cmp(&other.task));
        let fate = |lane: &&crate::trace::picture::lane::Lane| Fate {
            task: lane.name.to_string(),
            state: lane.state(),
            at: lane.until(picture.now),
        };
        let ends: Vec<Fate> = if lanes.len() > TASKS { Vec::new() } else { lanes.iter().map(fate).collect() };
        let prints = prints(log, reports);
        Self {
            total: picture.total(),
            prints: if ORDERED.contains(&prints.len()) { prints } else { Vec::new() },
            ends: if ends.iter().any(Fate::without_result) { ends } else { Vec::new() },
        }
    }

    /// The indexes of the prints, ordered by a digest of their text, so that the order reveals nothing. Three or more
    /// are never in the order of the run. Two may be: always swapping them would reveal their order.
    #[must_use]
    pub fn shuffled(&self) -> Vec<usize> {
        let digest = |place: &usize| {
            let bytes = self.prints[*place].1.bytes();
            let digest =
                bytes.fold(0x811c_9dc5_u32, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193));
            // Without this mixing, similar texts would be sorted by the letter in which they differ.
            (digest ^ (digest >> 15)).wrapping_mul(0x2c1b_3c6d)
        };
        let places: Vec<usize> = (0..self.prints.len()).collect();
        let mut places = ordered(&places, &|one, other| digest(one).cmp(&digest(other)));
        if places.len() > 2 && places.is_sorted() {
            places.rotate_left(1);
        }
        places
    }

    /// The marks of the answers: total, order, ends.
    #[must_use]
    pub fn marks(&self, answers: &Answers) -> [Mark; 3] {
        [self.total_mark(answers.total), self.order_mark(&answers.order), self.ends_mark(&answers.ends)]
    }

    fn total_mark(&self, answer: Option<Seconds>) -> Mark {
        let Some(answer) = answer else { return Mark::Open };
        let (seconds, part) = TOLERANCE;
        // 1e-9 covers the rounding of binary fractions: an answer off by exactly 0.1 is still right.
        if (answer - self.total).abs() <= seconds.max(part * self.total) + 1e-9 {
            return Mark::Right;
        }
        // The run contradicts the answer at its own end or at the predicted end, whichever comes first.
        Mark::Wrong(answer.min(self.total))
    }

    /// Whether `order` is a complete answer: it names each print exactly once.
    #[must_use]
    pub fn is_order(&self, order: &[usize]) -> bool {
        let sorted = ordered(order, &usize::cmp);
        !order.is_empty() && sorted.into_iter().eq(0..self.prints.len())
    }

    /// The indexes of the prints in the reader's order, if that is a complete answer.
    #[must_use]
    pub fn ordered(&self, order: &[usize]) -> Option<Vec<usize>> {
        let shuffled = self.shuffled();
        self.is_order(order).then(|| order.iter().map(|place| shuffled[*place]).collect())
    }

    fn order_mark(&self, order: &[usize]) -> Mark {
        let Some(answer) = self.ordered(order) else { return Mark::Open };
        let wrong = answer.iter().enumerate().find(|(place, print)| place != *print);
        wrong.map_or(Mark::Right, |(place, _)| Mark::Wrong(self.prints[place].0))
    }

    fn ends_mark(&self, named: &[usize]) -> Mark {
        if self.ends.is_empty() || !named.iter().any(|place| *place < self.ends.len()) {
            return Mark::Open;
        }
        let wrong = self.ends.iter().enumerate().filter(|(place, fate)| named.contains(place) != fate.without_result());
        let first = wrong.map(|(_, fate)| fate.at).min_by(Seconds::total_cmp);
        first.map_or(Mark::Right, Mark::Wrong)
    }
}

/// The time at which the run first contradicts a prediction.
#[must_use]
pub fn first_surprise(marks: &[Mark]) -> Option<Seconds> {
    let wrong = marks.iter().filter_map(|mark| if let Mark::Wrong(at) = mark { Some(*at) } else { None });
    wrong.min_by(Seconds::total_cmp)
}

/// The distinct prints, each with the time of its first occurrence.
fn prints(log: &Log, reports: bool) -> Vec<(Seconds, String)> {
    let messages: Vec<&str> = log.events().iter().filter_map(|event| failure(&event.what)).collect();
    let mut prints: Vec<(Seconds, String)> = Vec::new();
    for event in log.events() {
        let What::Printed(text) = &event.what else { continue };
        let said = unrevealing(text.as_str(), &messages, reports);
        if prints.len() <= *ORDERED.end() && !prints.iter().any(|(_, earlier)| *earlier == said) {
            prints.push((event.time, said));
        }
    }
    prints
}

fn failure(what: &What) -> Option<&str> {
    let What::Finished(End::Failed { message, .. }) = what else { return None };
    Some(message.as_str()).filter(|message| !message.is_empty())
}

/// A printed line without the part that would answer another question. Only the name of a report's row is kept, and
/// only the text before an error's message.
fn unrevealing(text: &str, messages: &[&str], reports: bool) -> String {
    if let Some((name, _)) = text.split_once(BETWEEN).filter(|_| reports) {
        return name.to_owned();
    }
    match text.split_once(':') {
        Some((before, error)) if error.contains("Error") || messages.iter().any(|message| error.contains(message)) => {
            format!("{before}: …")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
