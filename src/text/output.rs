//! The words of the pane that shows what a program printed.

use super::{Both, Language};

/// These words in one language.
pub struct Output {
    /// Nothing was printed up to the moment that is shown.
    pub none: &'static str,
    /// So many earlier lines are left out.
    pub earlier: fn(usize) -> String,
    /// Between what was printed and what will be: the moment that is shown.
    pub held: fn(&str) -> String,
    /// A line that is printed later, for a screen reader.
    pub later: &'static str,
    /// What prints where no task runs.
    pub no_task: &'static str,
}

static WORDS: Both<Output> = Both {
    en: Output {
        none: "Nothing has been printed up to here.",
        earlier: |count| format!("{count} earlier lines are left out."),
        held: |time| format!("held at {time}"),
        later: "later",
        no_task: "program",
    },
    fr: Output {
        none: "Rien n’a été affiché jusqu’ici.",
        earlier: |count| format!("{count} lignes précédentes ne sont pas montrées."),
        held: |time| format!("arrêt à {time}"),
        later: "plus tard",
        no_task: "programme",
    },
};

/// These words in a language.
#[must_use]
pub fn output(language: Language) -> &'static Output {
    WORDS.get(language)
}
