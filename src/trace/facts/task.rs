//! Identifies the task of an event: its number and its name.

use std::fmt;

use serde::{Serialize, Serializer};

use super::text::Text;

/// A task of one run, numbered by creation. The main task is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct TaskId(pub u32);

impl TaskId {
    /// The task that runs the scenario's `main`.
    pub const MAIN: Self = Self(0);

    /// The loop itself: the task of events that belong to no task, such as a print in a callback of `call_later`.
    pub const LOOP: Self = Self(u32::MAX);

    /// The task's index in a list of all tasks, in the order of creation.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A task's name: given by the program, or `Task-N` as asyncio numbers tasks (`tasks.py`, `_task_name_counter`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// The program passed `name=...`.
    Given(Text),
    /// A default name. Numbers start at 1 with the main task.
    Numbered(u32),
}

impl Name {
    /// Whether the name equals `text`. Searches call this for every task, so it does not allocate.
    #[must_use]
    pub fn reads(&self, text: &str) -> bool {
        match self {
            Self::Given(name) => name.as_str() == text,
            Self::Numbered(number) => {
                let digits = text.strip_prefix("Task-").filter(|digits| !digits.starts_with(['0', '+']));
                digits.and_then(|digits| digits.parse().ok()) == Some(*number)
            }
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(name) => name.fmt(formatter),
            Self::Numbered(number) => write!(formatter, "Task-{number}"),
        }
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numbered_name_reads_as_python_writes_it_and_in_no_other_way() {
        let numbered = Name::Numbered(10);
        assert!(numbered.reads(&numbered.to_string()));
        assert!(!["Task-010", "Task-+10", "Task-1", "Task-", "10"].into_iter().any(|text| numbered.reads(text)));
        assert!(Name::Given("Task-010".into()).reads("Task-010"));
    }
}
