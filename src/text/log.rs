//! The words of the filters above the log.

use super::{Both, Language};

/// The words of the filters in one language.
pub struct LogChoices {
    /// The label of the filter by task.
    pub task: &'static str,
    /// The option for all tasks.
    pub all_tasks: &'static str,
    /// The label of the filter by kind.
    pub kind: &'static str,
    /// The option for all kinds.
    pub all_kinds: &'static str,
    /// The kinds: prints, steps and waits, starts and ends, cancellations, resources.
    pub kinds: [&'static str; 5],
}

static WORDS: Both<LogChoices> = Both {
    en: LogChoices {
        task: "Task",
        all_tasks: "all",
        kind: "Events",
        all_kinds: "all",
        kinds: ["prints", "steps and waits", "beginnings and ends", "cancellations", "locks, queues, requests"],
    },
    fr: LogChoices {
        task: "Tâche",
        all_tasks: "toutes",
        kind: "Événements",
        all_kinds: "tous",
        kinds: ["affichages", "pas et attentes", "débuts et fins", "annulations", "verrous, files, requêtes"],
    },
};

/// The words of the filters in a language.
#[must_use]
pub fn log(language: Language) -> &'static LogChoices {
    WORDS.get(language)
}
