//! Times and durations as the page writes them: with a point, in both languages, as in the code.

use crate::text::Interface;
use crate::trace::{Asker, Name, On, Seconds, TaskId, Timeline, fixed};

/// A measured time: three decimals.
#[must_use]
pub fn measured(seconds: Seconds) -> String {
    fixed(seconds, 3)
}

/// A duration in a label: up to three decimals, none that says nothing.
#[must_use]
pub fn short(seconds: Seconds) -> String {
    let text = fixed(seconds, 3);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A whole number, in groups of three digits.
#[must_use]
pub fn grouped(number: f64) -> String {
    let digits = fixed(number, 0);
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// A duration in the contents: one decimal.
#[must_use]
pub fn rough(seconds: Seconds) -> String {
    fixed(seconds, 1)
}

/// How many names of awaited tasks a label spells out.
const SPELLED: usize = 4;

/// What a task waits for, as its code would name it: `D1`, `gather(D1, D2, D3)`, `Lock.acquire()`, or nothing for a bare future.
#[must_use]
pub fn awaited(on: &On, timeline: &Timeline) -> Option<String> {
    let name = |task| timeline.lane(task).map_or_else(String::new, |lane| lane.name.to_string());
    match on {
        On::Task(task) => Some(name(*task)),
        On::Tasks { by, tasks } if tasks.len() > SPELLED => {
            let (first, last) = (tasks.first()?, tasks.last()?);
            Some(format!("{by}({} … {})", name(*first), name(*last)))
        }
        On::Tasks { by, tasks } => {
            let names: Vec<String> = tasks.iter().map(|task| name(*task)).collect();
            Some(format!("{by}({})", names.join(", ")))
        }
        On::Resource { resource, method } => {
            Some(format!("{}.{}()", timeline.resource(*resource)?.name(), method.name()))
        }
        On::Request(request) => Some(timeline.request(*request)?.url.to_string()),
        On::Worker { .. } | On::Job => Some("to_thread()".to_owned()),
        On::Input => Some("input()".to_owned()),
        On::NextIteration | On::Timer { .. } | On::Future => None,
    }
}

/// The name of a task, if the picture has it.
#[must_use]
pub fn name_of(timeline: &Timeline, task: TaskId) -> Option<&Name> {
    timeline.lane(task).map(|lane| &lane.name)
}

/// Who asked for the cancellation of the task `whose`, as the words after "by".
#[must_use]
pub fn asker(by: Asker, whose: TaskId, timeline: &Timeline, words: &Interface) -> String {
    let Some(task) = by.task() else { return words.by_loop.to_owned() };
    let name = name_of(timeline, task).map_or_else(String::new, ToString::to_string);
    match by {
        Asker::Timeout { when, .. } => (words.by_timeout)(Some(&*name).filter(|_| task != whose), &measured(when)),
        Asker::Group(_) => (words.by_group)(&name),
        Asker::Loop | Asker::Task(_) => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_no_more_than_they_know() {
        assert_eq!(short(2.0), "2");
        assert_eq!(short(1.5), "1.5");
        assert_eq!(short(0.1 + 0.2), "0.3");
        assert_eq!(short(20.0), "20");
        assert_eq!(measured(2.0), "2.000");
        assert_eq!(rough(2.0999), "2.1");
        assert_eq!(grouped(1_234_567.4), "1\u{202f}234\u{202f}567");
        assert_eq!(grouped(42.0), "42");
    }
}
