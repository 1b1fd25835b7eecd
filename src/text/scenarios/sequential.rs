//! The words of the scenario `sequential`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "One after the other",
        title: "Three downloads, one after the other",
        question: "What does waiting cost?",
        group: "one task, three blocking sleeps, one after the other",
        parameters: &[label("D1"), label("D2"), label("D3")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "L’un après l’autre",
        title: "Trois téléchargements, l’un après l’autre",
        question: "Que coûte l’attente\u{202f}?",
        group: "une tâche, trois attentes bloquantes, l’une après l’autre",
        parameters: &[label("D1"), label("D2"), label("D3")],
        columns: &[],
    },
};
