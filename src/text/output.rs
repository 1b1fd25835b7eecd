//! The words of the pane with the program's output.

use super::{Both, Language};

/// The words of the output pane in one language.
pub struct Output {
    /// The note that nothing was printed up to the cursor.
    pub none: &'static str,
    /// How many earlier lines are not shown.
    pub earlier: fn(usize) -> String,
    /// The line between past and future output while a run is paused, with the cursor's time.
    pub held: fn(&str) -> String,
    /// The mark of a line that is printed after the cursor, for a screen reader.
    pub later: &'static str,
    /// The name for the source of prints outside of any task.
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

/// The words of the output pane in a language.
#[must_use]
pub fn output(language: Language) -> &'static Output {
    WORDS.get(language)
}
