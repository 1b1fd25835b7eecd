//! What a reader can say of a run beforehand, and whether it came so.

use super::report::BETWEEN;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{End, What};
use crate::trace::facts::log::Log;
use crate::trace::facts::order::ordered;
use crate::trace::facts::time::Seconds;
use crate::trace::picture::lane::State;
use crate::trace::picture::timeline::Timeline;

/// From how many prints on there is an order, and up to how many a reader can put them into one.
const ORDERED: std::ops::RangeInclusive<usize> = 2..=8;

/// Of how many tasks at most the reader is asked how they end.
const TASKS: usize = 12;

/// How far off a total may be, in seconds or as a part of it, whichever is more.
pub const TOLERANCE: (Seconds, f64) = (0.1, 0.05);

/// What a whole run says to the questions that a reader can answer before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// How long it took.
    pub total: Seconds,
    /// What it printed, each thing when it came first; nothing where there is no order to ask for.
    pub prints: Vec<(Seconds, String)>,
    /// How each task ended, in the order of their making; nothing where that is not asked.
    pub ends: Vec<Fate>,
}

/// How a task ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Fate {
    /// The task's name.
    pub task: String,
    /// Its end.
    pub state: State,
    /// When.
    pub at: Seconds,
}

/// What the reader answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// How long it will take.
    pub total: Option<Seconds>,
    /// The order of the prints, as places in [`Facts::shuffled`]; one that does not name each of them once is no answer.
    pub order: Vec<usize>,
    /// The places of the tasks that will end without a result; empty where the reader named none.
    pub ends: Vec<usize>,
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// There was none.
    Open,
    /// It came so.
    Right,
    /// It did not come so, which is first seen at this time.
    Wrong(Seconds),
}

impl Fate {
    /// Whether the task ended cancelled or with an exception.
    #[must_use]
    pub const fn without_result(&self) -> bool {
        matches!(self.state, State::Error | State::Timeout | State::Cancelled | State::Lost | State::Destroyed)
    }
}

impl Facts {
    /// What this log of a whole run says.
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

    /// The prints in an order that gives nothing away: by a digest of their text. Three or more never stand as they came; of
    /// two, that would be to say how they came.
    #[must_use]
    pub fn shuffled(&self) -> Vec<usize> {
        let digest = |place: &usize| {
            let bytes = self.prints[*place].1.bytes();
            let digest =
                bytes.fold(0x811c_9dc5_u32, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193));
            // Texts that are nearly alike would stand in the order of the letter that they differ in.
            (digest ^ (digest >> 15)).wrapping_mul(0x2c1b_3c6d)
        };
        let places: Vec<usize> = (0..self.prints.len()).collect();
        let mut places = ordered(&places, &|one, other| digest(one).cmp(&digest(other)));
        if places.len() > 2 && places.is_sorted() {
            places.rotate_left(1);
        }
        places
    }

    /// What became of the answers: of the total, of the order, of the ends.
    #[must_use]
    pub fn marks(&self, answers: &Answers) -> [Mark; 3] {
        [self.total_mark(answers.total), self.order_mark(&answers.order), self.ends_mark(&answers.ends)]
    }

    fn total_mark(&self, answer: Option<Seconds>) -> Mark {
        let Some(answer) = answer else { return Mark::Open };
        let (seconds, part) = TOLERANCE;
        // What a reader writes with one decimal lies within 0.1 of its neighbours, in binary fractions too.
        if (answer - self.total).abs() <= seconds.max(part * self.total) + 1e-9 {
            return Mark::Right;
        }
        // A run that was to be over goes on there; or it is over, and was not to be.
        Mark::Wrong(answer.min(self.total))
    }

    /// Whether this is an answer to the question for the order: it names each print once.
    #[must_use]
    pub fn is_order(&self, order: &[usize]) -> bool {
        let sorted = ordered(order, &usize::cmp);
        !order.is_empty() && sorted.into_iter().eq(0..self.prints.len())
    }

    /// The places of the prints in the order of this answer, if it is one.
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

/// The first moment at which something came otherwise than it was said.
#[must_use]
pub fn first_surprise(marks: &[Mark]) -> Option<Seconds> {
    let wrong = marks.iter().filter_map(|mark| if let Mark::Wrong(at) = mark { Some(*at) } else { None });
    wrong.min_by(Seconds::total_cmp)
}

/// What was printed, each thing when it came first.
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

/// A printed line without what would answer another question: of a report only its row's name, of an error only what stands
/// before it.
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
