//! The words for trying a value with one click.

use super::{Both, Language};

/// These words in one language.
pub struct Tries {
    /// The text of the button that restores the former values.
    pub back: &'static str,
    /// The text beside the clock after a value was changed during a run.
    pub changed: &'static str,
}

static WORDS: Both<Tries> = Both {
    en: Tries { back: "Back to before", changed: "changed: press Run" },
    fr: Tries { back: "Revenir à l’état d’avant", changed: "modifié\u{a0}: lancez" },
};

/// These words in a language.
#[must_use]
pub fn tries(language: Language) -> &'static Tries {
    WORDS.get(language)
}
