//! The words of the scenario `as_completed`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "As they are ready",
        title: "Four orders, received as they are ready",
        question: "Must one wait for the slowest to use the fastest?",
        group: "four tasks, received one by one as they end",
        parameters: &[label("A001"), label("A002"), label("A003"), label("A004"), label("Limit")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Dès que c’est prêt",
        title: "Quatre commandes, reçues dès qu’elles sont prêtes",
        question: "Faut\u{2011}il attendre la plus lente pour se servir de la plus rapide\u{202f}?",
        group: "quatre tâches, reçues une à une à mesure qu’elles finissent",
        parameters: &[label("A001"), label("A002"), label("A003"), label("A004"), label("Limite")],
        columns: &[],
    },
};
