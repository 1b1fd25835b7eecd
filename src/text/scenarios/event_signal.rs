//! The words of the scenario `event_signal`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "An event as a signal",
        title: "Three visitors and a door",
        question: "How does one task tell many that they may go on?",
        group: "three tasks that wait for one event",
        parameters: &[label("V1 arrives"), label("V2 arrives"), label("V3 arrives"), label("Opening")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un événement pour signal",
        title: "Trois visiteuses et une porte",
        question: "Comment une tâche dit\u{2011}elle à plusieurs qu’elles peuvent continuer\u{202f}?",
        group: "trois tâches qui attendent un même événement",
        parameters: &[label("Arrivée de V1"), label("Arrivée de V2"), label("Arrivée de V3"), label("Ouverture")],
        columns: &[],
    },
};
