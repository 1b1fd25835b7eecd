//! Times, durations and counts in the format of each language. Code, output and addresses are not formatted: they have
//! a decimal point in both languages.

use crate::text::Interface;
use crate::trace::{Asker, Name, On, Seconds, TaskId, Timeline, fixed};

/// Formats numbers: with the language's decimal separator, and with narrow no-break spaces between groups of three
/// digits.
pub trait Figures {
    /// Formats a number that is written with a decimal point.
    fn figure(&self, plain: &str) -> String;

    /// A measured time: with three decimals.
    fn measured(&self, seconds: Seconds) -> String {
        self.figure(&fixed(seconds, 3))
    }

    /// A duration in a label: with up to three decimals and no trailing zeros.
    fn short(&self, seconds: Seconds) -> String {
        self.figure(&short(seconds))
    }

    /// A whole number.
    fn grouped(&self, number: f64) -> String {
        self.figure(&fixed(number, 0))
    }

    /// A duration in the contents: with one decimal.
    fn rough(&self, seconds: Seconds) -> String {
        self.figure(&fixed(seconds, 1))
    }
}

impl Figures for Interface {
    fn figure(&self, plain: &str) -> String {
        let (whole, part) = plain.split_once('.').map_or((plain, None), |(whole, part)| (whole, Some(part)));
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
        let mut figure = sign.to_owned();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                figure.push('\u{202f}');
            }
            figure.push(digit);
        }
        if let Some(part) = part {
            figure.push_str(self.decimal_sign);
            figure.push_str(part);
        }
        figure
    }
}

/// A number for an address or a control: with up to three decimals and no trailing zeros.
#[must_use]
pub fn short(number: f64) -> String {
    let text = fixed(number, 3);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The most names of awaited tasks in a label.
const SPELLED: usize = 4;

/// What a task waits for, as its code names it: `D1`, `gather(D1, D2, D3)`, `Lock.acquire()`; `None` for a bare future.
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

/// The name of a task; `None` if the timeline has no such task.
#[must_use]
pub fn name_of(timeline: &Timeline, task: TaskId) -> Option<&Name> {
    timeline.lane(task).map(|lane| &lane.name)
}

/// Who requested the cancellation of the task `whose`, in words that follow "by".
#[must_use]
pub fn asker(by: Asker, whose: TaskId, timeline: &Timeline, words: &Interface) -> String {
    let Some(task) = by.task() else { return words.by_loop.to_owned() };
    let name = name_of(timeline, task).map_or_else(String::new, ToString::to_string);
    match by {
        Asker::Timeout { when, .. } => {
            (words.by_timeout)(Some(&*name).filter(|_| task != whose), &words.measured(when))
        }
        Asker::Group(_) => (words.by_group)(&name),
        Asker::Loop | Asker::Task(_) => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, interface};

    #[test]
    fn numbers_have_the_format_of_their_language() {
        assert_eq!(short(2.0), "2");
        assert_eq!(short(1.5), "1.5");
        assert_eq!(short(0.1 + 0.2), "0.3");
        assert_eq!(short(20.0), "20");
        let (english, french) = (interface(Language::English), interface(Language::French));
        assert_eq!(english.measured(2.0), "2.000");
        assert_eq!(french.measured(2.0), "2,000");
        assert_eq!(french.rough(2.0999), "2,1");
        assert_eq!(english.grouped(1_234_567.4), "1\u{202f}234\u{202f}567");
        assert_eq!(french.measured(100_000.0), "100\u{202f}000,000");
        assert_eq!(french.short(-1234.5), "-1\u{202f}234,5");
        assert_eq!(english.grouped(42.0), "42");
    }
}
