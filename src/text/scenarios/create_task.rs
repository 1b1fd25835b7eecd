//! The words of the scenario `create_task`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Create a task",
        title: "Three servers, a task for each",
        question: "When does a created task start?",
        group: "three tasks, each at its own pace",
        parameters: &[label("Pings"), label("Web every"), label("DB every"), label("API every")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Créer une tâche",
        title: "Trois serveurs, une tâche pour chacun",
        question: "Quand une tâche créée commence\u{2011}t\u{2011}elle\u{202f}?",
        group: "trois tâches, chacune à son rythme",
        parameters: &[label("Pings"), label("Web toutes les"), label("DB toutes les"), label("API toutes les")],
        columns: &[],
    },
};
