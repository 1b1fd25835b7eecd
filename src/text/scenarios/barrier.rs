//! The words of the scenario `barrier`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A barrier",
        title: "Three hikers, one summit",
        question: "How do tasks wait for each other?",
        group: "three tasks that meet before they go on",
        parameters: &[label("H1 climbs"), label("H2 climbs"), label("H3 climbs"), label("Descent"), label("Parties")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une barrière",
        title: "Trois randonneuses, un sommet",
        question: "Comment des tâches s’attendent\u{2011}elles les unes les autres\u{202f}?",
        group: "trois tâches qui se retrouvent avant de continuer",
        parameters: &[
            label("Montée de H1"),
            label("Montée de H2"),
            label("Montée de H3"),
            label("Descente"),
            label("Participantes"),
        ],
        columns: &[],
    },
};
