//! Compares the results of two runs: how their main tasks ended and what they printed.

use std::collections::BTreeMap;

use crate::trace::facts::event::{End, What};
use crate::trace::facts::log::Log;
use crate::trace::facts::task::TaskId;
use crate::trace::facts::text::Text;

/// The differences between the results of two runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// How the two main tasks ended; `None` if they ended equally. An inner `None` is a task that has not ended.
    pub ends: Option<[Option<End>; 2]>,
    /// The prints of each run that the other run lacks or has less often, in order.
    pub prints: [Vec<Text>; 2],
    /// Whether both runs printed the same lines in a different order.
    pub is_reordered: bool,
}

impl Results {
    /// Compares two whole runs.
    #[must_use]
    pub fn of(one: &Log, other: &Log) -> Self {
        let logs = [one, other];
        let ends = logs.map(end);
        let printed = logs.map(prints);
        let [first, second] = &printed;
        let missing = [without(first, second), without(second, first)];
        let same_order = first.iter().map(unmeasured).eq(second.iter().map(unmeasured));
        let is_reordered = missing.iter().all(Vec::is_empty) && !same_order;
        Self { ends: (ends[0] != ends[1]).then_some(ends), prints: missing, is_reordered }
    }

    /// Whether the runs ended differently or printed different lines. The order of the prints does not count: two
    /// programs that do the same work in different ways may print in different orders.
    #[must_use]
    pub fn differ(&self) -> bool {
        self.ends.is_some() || self.prints.iter().any(|prints| !prints.is_empty())
    }
}

fn end(log: &Log) -> Option<End> {
    log.events().iter().rev().filter(|event| event.task == TaskId::MAIN).find_map(|event| {
        let What::Finished(end) = &event.what else { return None };
        Some(end.clone())
    })
}

fn prints(log: &Log) -> Vec<Text> {
    let printed = log.events().into_iter().filter_map(|event| {
        let What::Printed(text) = &event.what else { return None };
        Some(text.clone())
    });
    printed.collect()
}

/// The prints left after each of `others` has removed one equal print.
fn without(prints: &[Text], others: &[Text]) -> Vec<Text> {
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for other in others {
        *left.entry(unmeasured(other)).or_default() += 1;
    }
    let is_missing = |print: &&Text| match left.get_mut(&unmeasured(print)).filter(|count| **count > 0) {
        Some(count) => {
            *count -= 1;
            false
        }
        None => true,
    };
    prints.iter().filter(is_missing).cloned().collect()
}

/// A print with its decimal figures replaced by `…`. Such figures are measured times, which differ between two programs
/// for the same work.
fn unmeasured(text: &Text) -> String {
    let mut kept = String::with_capacity(text.as_str().len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|character: char| character.is_ascii_digit()) {
        let figure = &rest[start..];
        let end =
            figure.find(|character: char| !character.is_ascii_digit() && character != '.').unwrap_or(figure.len());
        // A dot after a whole number is a full stop, not a decimal point.
        let measured = figure[..end].trim_end_matches('.').contains('.');
        kept.push_str(&rest[..start]);
        kept.push_str(if measured { "…" } else { &figure[..end] });
        rest = &figure[end..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::Event;

    fn log(prints: &[&'static str], end: Option<&'static str>) -> Log {
        let mut log = Log::default();
        let mut push = |task, what| log.push(Event { time: 0.0, task: TaskId(task), callback: 1, what });
        for text in prints {
            push(0, What::Printed((*text).into()));
        }
        if let Some(value) = end {
            push(0, What::Finished(End::Returned(value.into())));
        }
        push(1, What::Finished(End::Returned("of another task".into())));
        log
    }

    #[test]
    fn the_ends_of_the_main_tasks_are_compared_exactly_and_an_unfinished_run_differs() {
        let results = |one, other| Results::of(&log(&[], one), &log(&[], other));
        let returned = |value: &'static str| Some(End::Returned(value.into()));
        assert_eq!(results(Some("2"), Some("4")).ends, Some([returned("2"), returned("4")]));
        assert_eq!(results(Some("2"), None).ends, Some([returned("2"), None]));
        assert!(results(Some("2"), None).differ());
        assert_eq!(results(Some("2"), Some("2")), Results::default());
        assert!(!results(None, None).differ());
    }

    #[test]
    fn equal_prints_are_counted_and_their_order_does_not_matter() {
        let results = |one: &[&'static str], other: &[&'static str]| Results::of(&log(one, None), &log(other, None));
        let differ = results(&["a", "b", "a"], &["c", "a"]);
        assert_eq!(differ.prints, [vec!["b".into(), "a".into()], vec!["c".into()]]);
        assert!(differ.differ() && !differ.is_reordered);
        let turned = results(&["a", "b"], &["b", "a"]);
        assert!(turned.is_reordered && !turned.differ());
        assert_eq!(results(&["a", "b"], &["a", "b"]), Results::default());
        assert!(results(&["a"], &[]).differ() && results(&[], &["a"]).differ());
    }

    #[test]
    fn decimal_figures_may_differ_and_whole_numbers_may_not() {
        let differ =
            |one: &'static str, other: &'static str| Results::of(&log(&[one], None), &log(&[other], None)).differ();
        assert!(!differ("took 2.000 s", "took 4.5 s"));
        assert!(!differ("took 2.000 s, 7 items", "took 4.5 s, 7 items"));
        assert!(differ("took 2.000 s, 7 items", "took 4.5 s, 8 items"));
        assert!(differ("I count 2.", "I count 3."));
        assert!(differ("2", "2.5"));
    }
}
