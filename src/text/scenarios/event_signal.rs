//! The words of `event_signal`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "An event as a signal",
        title: "Three visitors and a door",
        question: "How does one task tell many that they may go on?",
        group: "three tasks that wait for one event",
        parameters: &["V1 arrives", "V2 arrives", "V3 arrives", "Opening"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un événement pour signal",
        title: "Trois visiteuses et une porte",
        question: "Comment une tâche dit-elle à plusieurs qu’elles peuvent continuer\u{202f}?",
        group: "trois tâches qui attendent un même événement",
        parameters: &["Arrivée de V1", "Arrivée de V2", "Arrivée de V3", "Ouverture"],
        columns: &[],
    },
};
