//! The words of the choices above the log.

use super::{Both, Language};

/// These words in one language.
pub struct LogChoices {
    /// The choice of a task.
    pub task: &'static str,
    /// No task in particular.
    pub all_tasks: &'static str,
    /// The choice of a kind.
    pub kind: &'static str,
    /// No kind in particular.
    pub all_kinds: &'static str,
    /// The kinds: prints, waits, begins and ends, cancellations, resources.
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

/// These words in a language.
#[must_use]
pub fn log(language: Language) -> &'static LogChoices {
    WORDS.get(language)
}
