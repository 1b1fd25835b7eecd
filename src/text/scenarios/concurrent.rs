//! The words of the scenario `concurrent`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "All at once",
        title: "Three downloads, all at once",
        question: "What is gained by waiting together?",
        group: "three tasks, gathered: their waits overlap",
        parameters: &[label("D1"), label("D2"), label("D3")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Tous ensemble",
        title: "Trois téléchargements, tous ensemble",
        question: "Que gagne\u{2011}t\u{2011}on à attendre ensemble\u{202f}?",
        group: "trois tâches réunies par gather\u{a0}: leurs attentes se recouvrent",
        parameters: &[label("D1"), label("D2"), label("D3")],
        columns: &[],
    },
};
