//! The words of `lock_race`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A race, and a lock",
        title: "One counter, several tasks",
        question: "Can tasks get in each other’s way on a single thread?",
        group: "tasks that read, wait and write",
        parameters: &["Lock", "Tasks", "Apart", "Addition"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une course, et un verrou",
        title: "Un compteur, plusieurs tâches",
        question: "Des tâches peuvent-elles se gêner sur un seul fil\u{202f}?",
        group: "des tâches qui lisent, attendent et écrivent",
        parameters: &["Verrou", "Tâches", "Écart", "Addition"],
        columns: &[],
    },
};
