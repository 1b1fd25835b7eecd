//! The words beside results of the search in the contents, which say where a result leads.

use super::{Both, Language};

/// These words in one language.
pub struct Finds {
    /// The result is an exercise.
    pub exercise: &'static str,
    /// The result is a bug hunt.
    pub hunt: &'static str,
    /// The result is a page to read.
    pub reading: &'static str,
    /// The searched word occurs in the scenario's explanation.
    pub explained: fn(&str) -> String,
}

static WORDS: Both<Finds> = Both {
    en: Finds {
        exercise: "exercise",
        hunt: "bug hunt",
        reading: "to read",
        explained: |word| format!("explanation: {word}"),
    },
    fr: Finds {
        exercise: "exercice",
        hunt: "chasse au bug",
        reading: "à lire",
        explained: |word| format!("explication\u{a0}: {word}"),
    },
};

/// These words in a language.
#[must_use]
pub fn finds(language: Language) -> &'static Finds {
    WORDS.get(language)
}
