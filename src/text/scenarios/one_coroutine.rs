//! The words of the scenario `one_coroutine`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "One coroutine",
        title: "A coroutine, called and awaited",
        question: "Who runs a coroutine?",
        group: "one task that runs the coroutine it awaits",
        parameters: &[label("Name"), label("Wait")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une coroutine",
        title: "Une coroutine, appelée puis attendue",
        question: "Qui exécute une coroutine\u{202f}?",
        group: "une tâche qui exécute la coroutine qu’elle attend",
        parameters: &[label("Nom"), label("Attente")],
        columns: &[],
    },
};
