//! A sentence about what a callback did. It has clauses, each with a subject and what the subject did.

use super::figures::name_of;
use crate::text::said::Said;
use crate::text::{Interface, Language, interface, said};
use crate::trace::{Act, Asker, Deed, Event, Reason, Runs, Step, TaskId, Timeline, What, quoted};

mod deeds;

/// The most clauses of a sentence, and the most names in a list.
const MOST: usize = 4;

/// The most verbs of a clause.
const DEEDS: usize = 7;

/// A sentence, such as `T2 wakes and ends with "x"; T4 is ready`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence {
    /// The clauses: a task's name, or an empty text, and what it did.
    pub clauses: Vec<(String, String)>,
}

/// The subject of a clause.
#[derive(Clone, Debug, PartialEq)]
enum Subject {
    Task(TaskId),
    Tasks(Vec<TaskId>),
    Nobody,
}

/// Makes sentences about one timeline in one language.
pub struct Speaker<'a> {
    picture: &'a Timeline,
    words: &'static Interface,
    said: &'static Said,
}

impl<'a> Speaker<'a> {
    /// Makes sentences about the tasks of `picture` in this language.
    #[must_use]
    pub fn new(language: Language, picture: &'a Timeline) -> Self {
        Self { picture, words: interface(language), said: said::said(language) }
    }

    /// The sentence about a callback.
    #[must_use]
    pub fn step(&self, step: &Step) -> Sentence {
        let mut parts: Vec<(Subject, Vec<String>)> = Vec::new();
        if let Runs::Task { task, why, .. } = &step.runs {
            let leads = match why {
                Some(Reason::Made) => self.said.begins,
                Some(Reason::Timer) => self.said.wakes,
                Some(
                    Reason::NextIteration
                    | Reason::Ended(_)
                    | Reason::Granted { .. }
                    | Reason::Worker
                    | Reason::Request(_)
                    | Reason::Future { .. }
                    | Reason::Cancelled(_),
                )
                | None => self.said.goes_on,
            };
            parts.push((Subject::Task(*task), vec![leads.to_owned()]));
        }
        for group in grouped(&step.acts) {
            let (subject, deed) = self.group(&group, step.runner());
            match parts.iter_mut().find(|(there, _)| *there == subject && subject != Subject::Nobody) {
                Some((_, deeds)) => deeds.push(deed),
                None => parts.push((subject, vec![deed])),
            }
        }
        if let (Runs::Task { then, .. }, Some((_, deeds))) = (&step.runs, parts.first_mut()) {
            deeds.extend(self.then(then));
        }
        self.sentence(parts)
    }

    /// The sentence about a print or an end, for a live run; `None` for other events.
    #[must_use]
    pub fn news(&self, event: &Event) -> Option<Sentence> {
        let deed = match &event.what {
            What::Printed(text) => (self.said.prints)(&quoted(text.as_str())),
            What::Finished(end) => self.end(end),
            What::Created { .. }
            | What::Renamed(_)
            | What::StepBegan
            | What::Suspended { .. }
            | What::Ready
            | What::Blocked { .. }
            | What::Warned { .. }
            | What::CancelRequested { .. }
            | What::CancelDelivered { .. }
            | What::CancelWithdrawn
            | What::ResourceMade { .. }
            | What::ResourceChanged { .. }
            | What::Requested { .. } => return None,
        };
        Some(self.sentence(vec![(Subject::Task(event.task), vec![deed])]))
    }

    /// The subject and the words for events that are grouped.
    fn group(&self, acts: &[&Act], runner: Option<TaskId>) -> (Subject, String) {
        let tasks: Vec<TaskId> = acts.iter().map(|act| act.task).collect();
        let names = || self.names(&tasks);
        let by_runner = runner.map_or(Subject::Nobody, Subject::Task);
        match &acts[0].deed {
            Deed::Made if runner.is_none() => (Subject::Nobody, (self.said.made)(&names())),
            Deed::Made => (by_runner, (self.said.makes)(&names())),
            Deed::Asked(by) if by.task() == runner && matches!(by, Asker::Task(_)) => {
                (by_runner, (self.said.asks)(&names()))
            }
            // The previous clause has named the task that requested it.
            Deed::Ready(Some(Reason::Cancelled(Asker::Task(by)))) if tasks.len() == 1 && Some(*by) == runner => {
                (Subject::Task(tasks[0]), self.said.is_ready.to_owned())
            }
            Deed::Ready(_) if tasks.len() > 1 => (Subject::Tasks(tasks), self.said.are_ready.to_owned()),
            Deed::Warned(_, message) => (Subject::Nobody, (self.said.warns)(message.as_str())),
            deed @ (Deed::Asked(_)
            | Deed::Ready(_)
            | Deed::Renamed(_)
            | Deed::Began
            | Deed::Left(_)
            | Deed::Printed(_)
            | Deed::Held { .. }
            | Deed::Delivered
            | Deed::Withdrawn
            | Deed::NewResource(_)
            | Deed::Changed(..)
            | Deed::Requested(..)) => (Subject::Task(tasks[0]), self.deed(tasks[0], deed)),
        }
    }

    fn names(&self, tasks: &[TaskId]) -> String {
        names(tasks, self.picture, self.said)
    }

    fn sentence(&self, parts: Vec<(Subject, Vec<String>)>) -> Sentence {
        let rest = parts.len().saturating_sub(MOST);
        let clause = |(subject, mut deeds): (Subject, Vec<String>)| {
            let name = match subject {
                Subject::Task(task) => name_of(self.picture, task).map(ToString::to_string).unwrap_or_default(),
                Subject::Tasks(tasks) => self.names(&tasks),
                Subject::Nobody => String::new(),
            };
            if deeds.len() > DEEDS {
                let left_out = deeds.len() - DEEDS + 1;
                deeds.splice(DEEDS - 2..DEEDS - 2 + left_out, [(self.said.more)(left_out)]);
            }
            (name, listed(&deeds, self.said.and))
        };
        let mut clauses: Vec<(String, String)> = parts.into_iter().take(MOST).map(clause).collect();
        if rest > 0 {
            clauses.push((String::new(), (self.said.more)(rest)));
        }
        Sentence { clauses }
    }
}

impl Sentence {
    /// The sentence as plain text.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    pub fn text(&self) -> String {
        let clause = |(name, said): &(String, String)| format!("{name} {said}").trim_start().to_owned();
        self.clauses.iter().map(clause).collect::<Vec<_>>().join("; ")
    }
}

/// Groups similar events. A group is at the position of its first event.
fn grouped(acts: &[Act]) -> Vec<Vec<&Act>> {
    let mut lots: Vec<Vec<&Act>> = Vec::new();
    for act in acts {
        match lots.iter_mut().find(|lot| together(&lot[0].deed, &act.deed)) {
            Some(lot) => lot.push(act),
            None => lots.push(vec![act]),
        }
    }
    lots
}

/// Whether two events belong to one group.
fn together(one: &Deed, other: &Deed) -> bool {
    match (one, other) {
        (Deed::Made, Deed::Made) | (Deed::Ready(_), Deed::Ready(_)) => true,
        (Deed::Asked(Asker::Task(one)), Deed::Asked(Asker::Task(other))) => one == other,
        _ => false,
    }
}

/// A list such as `T1, T2 and T3`; if there are many tasks, their number.
#[must_use]
pub fn names(tasks: &[TaskId], picture: &Timeline, said: &Said) -> String {
    if tasks.len() > MOST + 1 {
        return (said.many)(tasks.len());
    }
    let names = tasks.iter().map(|task| name_of(picture, *task).map(ToString::to_string).unwrap_or_default());
    listed(&names.collect::<Vec<_>>(), said.and)
}

/// `a, b and c`.
fn listed(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}
