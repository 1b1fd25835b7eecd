//! The words of the scenario `semaphore`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A semaphore",
        title: "Five tasks, two permits",
        question: "How many at once, and who comes next?",
        group: "five tasks behind a semaphore",
        parameters: &[label("Permits"), label("Durations"), label("Draw them (1 to 2\u{a0}s)"), label("Seed")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un sémaphore",
        title: "Cinq tâches, deux permis",
        question: "Combien à la fois, et à qui le tour\u{202f}?",
        group: "cinq tâches derrière un sémaphore",
        parameters: &[label("Permis"), label("Durées"), label("Les tirer au sort (1 à 2\u{a0}s)"), label("Graine")],
        columns: &[],
    },
};
