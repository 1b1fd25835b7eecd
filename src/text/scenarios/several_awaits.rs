//! The words of the scenario `several_awaits`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Several awaits",
        title: "Three waits in one coroutine",
        question: "Do the waits of one coroutine overlap?",
        group: "one task, three waits that add up",
        parameters: &[label("1st wait"), label("2nd wait"), label("3rd wait")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Plusieurs await",
        title: "Trois attentes dans une coroutine",
        question: "Les attentes d’une même coroutine se recouvrent\u{2011}elles\u{202f}?",
        group: "une tâche, trois attentes qui s’additionnent",
        parameters: &[label("1re attente"), label("2e attente"), label("3e attente")],
        columns: &[],
    },
};
