//! What a reader can say of a run beforehand, and whether it came so.

use super::report::BETWEEN;
use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{End, What};
use crate::trace::facts::log::Log;
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
        let mut lanes: Vec<_> = picture.lanes.iter().collect();
        lanes.sort_by_key(|lane| lane.task);
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
        let mut places: Vec<usize> = (0..self.prints.len()).collect();
        places.sort_by_key(digest);
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
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
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
    match what {
        What::Finished(End::Failed { message, .. }) if !message.as_str().is_empty() => Some(message.as_str()),
        _ => None,
    }
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
mod tests {
    use super::*;
    use crate::trace::facts::event::Event;
    use crate::trace::facts::line::Line;
    use crate::trace::facts::task::{Name, TaskId};

    /// main waits for quick, which returns at 1, and for slow, which fails at 2; main ends at 3.
    fn log() -> Log {
        let made =
            |name: &'static str| What::Created { parent: None, name: Name::Given(name.into()), line: Line::NONE };
        let print = |text: &'static str| What::Printed(text.into());
        let returned = || What::Finished(End::Returned("None".into()));
        let failed = What::Finished(End::Failed { class: "ValueError".into(), message: "too hot".into() });
        let events = [
            (0.0, 0, made("main")),
            (0.0, 1, made("quick")),
            (0.0, 2, made("slow")),
            (1.0, 1, print("quick answered")),
            (1.0, 1, returned()),
            (2.0, 2, failed),
            (2.0, 0, print("caught: too hot")),
            (2.0, 0, print("tea | 2.000 s")),
            (3.0, 0, print("tea | 3.000 s")),
            (3.0, 0, returned()),
        ];
        let mut log = Log::default();
        for (time, task, what) in events {
            log.push(Event { time, task: TaskId(task), callback: 1, what });
        }
        log
    }

    #[test]
    fn a_run_is_asked_for_its_total_its_prints_and_who_ends_without_a_result() {
        let facts = Facts::of(&log(), true);
        assert_eq!(facts.total, 3.0);
        let prints: Vec<_> = facts.prints.iter().map(|(at, text)| (*at, text.as_str())).collect();
        assert_eq!(prints, [(1.0, "quick answered"), (2.0, "caught: …"), (2.0, "tea")]);
        let ends: Vec<_> = facts.ends.iter().map(|fate| (fate.task.as_str(), fate.without_result())).collect();
        assert_eq!(ends, [("main", false), ("quick", false), ("slow", true)]);
    }

    #[test]
    fn one_print_has_no_order_and_where_all_return_nobody_is_asked_who_does_not() {
        let mut log = Log::default();
        let what = What::Created { parent: None, name: Name::Numbered(1), line: Line::NONE };
        for what in [what, What::Printed("x".into()), What::Finished(End::Returned("None".into()))] {
            log.push(Event { time: 0.0, task: TaskId(0), callback: 1, what });
        }
        assert_eq!(Facts::of(&log, true), Facts::default());
    }

    #[test]
    fn a_shuffle_shows_every_print_once_and_gives_nothing_away() {
        for words in [&["a", "b"][..], &["b", "a"], &["one", "two", "three"], &["x", "y", "z", "u", "v"]] {
            let prints = words.iter().map(|word| (0.0, (*word).to_owned())).collect();
            let shuffled = Facts { prints, ..Facts::default() }.shuffled();
            assert!(words.len() == 2 || !shuffled.is_sorted(), "{words:?}");
            let mut sorted = shuffled.clone();
            sorted.sort_unstable();
            assert!(sorted.into_iter().eq(0..words.len()));
        }
        let two =
            |words: [&str; 2]| Facts { prints: words.map(|word| (0.0, word.to_owned())).to_vec(), ..Facts::default() };
        assert_ne!(two(["a", "b"]).shuffled(), two(["b", "a"]).shuffled(), "of two, whichever came first");
    }

    /// The answer that puts the prints into this order.
    fn order(facts: &Facts, wanted: &[usize]) -> Vec<usize> {
        let shuffled = facts.shuffled();
        wanted.iter().filter_map(|print| shuffled.iter().position(|other| other == print)).collect()
    }

    #[test]
    fn what_came_so_is_right() {
        let facts = Facts::of(&log(), true);
        let answers = Answers { total: Some(3.1), order: order(&facts, &[0, 1, 2]), ends: vec![2] };
        assert_eq!(facts.marks(&answers), [Mark::Right; 3]);
        assert_eq!(first_surprise(&facts.marks(&answers)), None);
    }

    #[test]
    fn what_did_not_come_so_is_wrong_from_the_moment_on_at_which_it_shows() {
        let facts = Facts::of(&log(), true);
        let total = |total| facts.marks(&Answers { total: Some(total), ..Answers::default() })[0];
        assert_eq!(total(3.2), Mark::Wrong(3.0), "it is over before");
        assert_eq!(total(1.5), Mark::Wrong(1.5), "it goes on");
        let answers = Answers { total: Some(3.0), order: order(&facts, &[0, 2, 1]), ends: vec![1, 2] };
        assert_eq!(facts.marks(&answers), [Mark::Right, Mark::Wrong(2.0), Mark::Wrong(1.0)]);
        assert_eq!(first_surprise(&facts.marks(&answers)), Some(1.0));
    }

    #[test]
    fn what_was_not_answered_is_neither_right_nor_wrong() {
        let facts = Facts::of(&log(), true);
        assert_eq!(facts.marks(&Answers::default()), [Mark::Open; 3]);
        let of_another_run = Answers { total: None, order: vec![0, 0, 1], ends: vec![17] };
        assert_eq!(facts.marks(&of_another_run), [Mark::Open; 3]);
        let as_it_stands = Answers { order: vec![0, 1, 2], ..Answers::default() };
        assert!(matches!(facts.marks(&as_it_stands)[1], Mark::Wrong(_)), "a shuffle, once it is an answer");
        assert_eq!(Facts::default().marks(&of_another_run), [Mark::Open; 3]);
    }

    #[test]
    fn only_a_report_keeps_its_cells_back() {
        let mut log = Log::default();
        for (time, text) in [(0.0, "tea | 1"), (1.0, "cake | 2"), (2.0, "ready")] {
            log.push(Event { time, task: TaskId::MAIN, callback: 1, what: What::Printed(text.into()) });
        }
        let prints = |reports| Facts::of(&log, reports).prints.into_iter().map(|(_, text)| text).collect::<Vec<_>>();
        assert_eq!(prints(true), ["tea", "cake", "ready"]);
        assert_eq!(prints(false), ["tea | 1", "cake | 2", "ready"]);
    }
}
