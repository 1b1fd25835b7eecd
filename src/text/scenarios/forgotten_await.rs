//! The words of the scenario `forgotten_await`.

use crate::text::{Both, ScenarioText, choice, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A forgotten await",
        title: "A coroutine that nobody awaits",
        question: "What does a call without await do?",
        group: "two files to save",
        parameters: &[
            choice("First call", &["without await", "with await", "as a task"]),
            label("draft takes"),
            label("report takes"),
        ],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un await oublié",
        title: "Une coroutine que personne n’attend",
        question: "Que fait un appel sans await\u{202f}?",
        group: "deux fichiers à enregistrer",
        parameters: &[
            choice("Premier appel", &["sans await", "avec await", "dans une tâche"]),
            label("Durée de draft"),
            label("Durée de report"),
        ],
        columns: &[],
    },
};
