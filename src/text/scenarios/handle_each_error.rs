//! The words of the scenario `handle_each_error`.

use crate::text::{Both, ScenarioText, column, label, translated};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Handle each error",
        title: "Four operations, a handler for each",
        question: "What becomes of the others when one fails?",
        group: "each operation handles its own error",
        parameters: &[label("Fastest"), label("Slowest"), label("Chance of an error"), label("Seed")],
        columns: &[column("Operation"), column("Outcome"), column("Answer or error")],
    },
    fr: ScenarioText {
        contents: "Traiter chaque erreur",
        title: "Quatre opérations, un traitement d’erreur pour chacune",
        question: "Que deviennent les autres quand l’une échoue\u{202f}?",
        group: "chaque opération traite sa propre erreur",
        parameters: &[label("La plus rapide"), label("La plus lente"), label("Probabilité d’erreur"), label("Graine")],
        columns: &[
            column("Opération"),
            translated("Issue", &[("success", "réussite"), ("error", "erreur")]),
            column("Réponse ou erreur"),
        ],
    },
};
