//! The words of the scenario `gather`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Gather",
        title: "Four orders, processed together",
        question: "In what order do the results come back?",
        group: "four tasks, gathered: results in argument order",
        parameters: &[label("A001"), label("A002"), label("A003"), label("A004")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Gather",
        title: "Quatre commandes, traitées ensemble",
        question: "Dans quel ordre les résultats reviennent\u{2011}ils\u{202f}?",
        group: "quatre tâches réunies par gather\u{a0}: résultats dans l’ordre des arguments",
        parameters: &[label("A001"), label("A002"), label("A003"), label("A004")],
        columns: &[],
    },
};
