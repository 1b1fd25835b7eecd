//! The words of the scenario `lock_race`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A race, and a lock",
        title: "One counter, several tasks",
        question: "Can tasks get in each other’s way on a single thread?",
        group: "tasks that read, wait and write",
        parameters: &[label("Lock"), label("Tasks"), label("Apart"), label("Addition")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une course, et un verrou",
        title: "Un compteur, plusieurs tâches",
        question: "Des tâches peuvent\u{2011}elles se gêner sur un seul fil\u{202f}?",
        group: "des tâches qui lisent, attendent et écrivent",
        parameters: &[label("Verrou"), label("Tâches"), label("Écart"), label("Addition")],
        columns: &[],
    },
};
