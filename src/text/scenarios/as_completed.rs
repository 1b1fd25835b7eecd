//! The words of `as_completed`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "As they are ready",
        title: "Four orders, received as they are ready",
        question: "Must one wait for the slowest to use the fastest?",
        group: "four tasks, received one by one as they end",
        parameters: &["A001", "A002", "A003", "A004", "Limit"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Dès que c’est prêt",
        title: "Quatre commandes, reçues dès qu’elles sont prêtes",
        question: "Faut-il attendre la plus lente pour se servir de la plus rapide\u{202f}?",
        group: "quatre tâches, reçues une à une à mesure qu’elles finissent",
        parameters: &["A001", "A002", "A003", "A004", "Limite"],
        columns: &[],
    },
};
