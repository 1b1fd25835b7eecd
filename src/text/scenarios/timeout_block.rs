//! The words of the scenario `timeout_block`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A limit within a limit",
        title: "Two limits, one inside the other",
        question: "Which limit fires, and who gets to see what?",
        group: "one task, two nested limits",
        parameters: &[label("Search"), label("Display"), label("Inner limit"), label("Outer limit")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une limite dans une limite",
        title: "Deux limites, l’une dans l’autre",
        question: "Quelle limite se déclenche, et qui en voit quoi\u{202f}?",
        group: "une tâche, deux limites emboîtées",
        parameters: &[label("Recherche"), label("Affichage"), label("Limite intérieure"), label("Limite extérieure")],
        columns: &[],
    },
};
