//! The words of the scenario `many_tasks`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Many tasks",
        title: "Many tasks, a single thread",
        question: "How many tasks can wait at the same time?",
        group: "many tasks that all sleep at once",
        parameters: &[label("Tasks"), label("Wait")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Beaucoup de tâches",
        title: "Beaucoup de tâches, un seul fil",
        question: "Combien de tâches peuvent attendre en même temps\u{202f}?",
        group: "beaucoup de tâches qui dorment toutes à la fois",
        parameters: &[label("Tâches"), label("Attente")],
        columns: &[],
    },
};
