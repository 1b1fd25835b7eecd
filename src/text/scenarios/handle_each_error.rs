//! The words of `handle_each_error`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Handle each error",
        title: "Four operations, a handler for each",
        question: "What becomes of the others when one fails?",
        group: "each operation handles its own error",
        parameters: &["Fastest", "Slowest", "Chance of an error", "Seed"],
        columns: &["Operation", "Outcome", "Answer or error"],
    },
    fr: ScenarioText {
        contents: "Traiter chaque erreur",
        title: "Quatre opérations, un traitement d’erreur pour chacune",
        question: "Que deviennent les autres quand l’une échoue\u{202f}?",
        group: "chaque opération traite sa propre erreur",
        parameters: &["La plus rapide", "La plus lente", "Probabilité d’erreur", "Graine"],
        columns: &["Opération", "Issue|success=réussite|error=erreur", "Réponse ou erreur"],
    },
};
