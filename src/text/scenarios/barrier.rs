//! The words of `barrier`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A barrier",
        title: "Three hikers, one summit",
        question: "How do tasks wait for each other?",
        group: "three tasks that meet before they go on",
        parameters: &["H1 climbs", "H2 climbs", "H3 climbs", "Descent", "Parties"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une barrière",
        title: "Trois randonneuses, un sommet",
        question: "Comment des tâches s’attendent-elles les unes les autres\u{202f}?",
        group: "trois tâches qui se retrouvent avant de continuer",
        parameters: &["Montée de H1", "Montée de H2", "Montée de H3", "Descente", "Participantes"],
        columns: &[],
    },
};
