//! The words of `timeout_block`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A limit within a limit",
        title: "Two limits, one inside the other",
        question: "Which limit fires, and who gets to see what?",
        group: "one task, two nested limits",
        parameters: &["Search", "Display", "Inner limit", "Outer limit"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une limite dans une limite",
        title: "Deux limites, l’une dans l’autre",
        question: "Quelle limite se déclenche, et qui en voit quoi\u{202f}?",
        group: "une tâche, deux limites emboîtées",
        parameters: &["Recherche", "Affichage", "Limite intérieure", "Limite extérieure"],
        columns: &[],
    },
};
