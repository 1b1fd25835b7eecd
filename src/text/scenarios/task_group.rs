//! The words of the scenario `task_group`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A task group",
        title: "Three tasks in one group",
        question: "What becomes of the others when one task fails?",
        group: "three tasks in a group: the first error cancels the rest",
        parameters: &[label("photos"), label("prices"), label("stock")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un groupe de tâches",
        title: "Trois tâches dans un groupe",
        question: "Que deviennent les autres quand une tâche échoue\u{202f}?",
        group: "trois tâches dans un groupe\u{a0}: la première erreur annule les autres",
        parameters: &[label("photos"), label("prices"), label("stock")],
        columns: &[],
    },
};
