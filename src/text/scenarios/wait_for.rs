//! The words of the scenario `wait_for`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A limit on a wait",
        title: "Two calls, each under a limit",
        question: "What happens when a call takes too long?",
        group: "two calls, one after the other, each under its own limit",
        parameters: &[
            label("quick"),
            label("Limit of quick"),
            label("slow"),
            label("Limit of slow"),
            label("Clean-up"),
        ],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Limiter une attente",
        title: "Deux appels, chacun avec sa limite",
        question: "Que se passe\u{2011}t\u{2011}il quand un appel dure trop longtemps\u{202f}?",
        group: "deux appels, l’un après l’autre, chacun avec sa propre limite",
        parameters: &[
            label("quick"),
            label("Limite de quick"),
            label("slow"),
            label("Limite de slow"),
            label("Rangement"),
        ],
        columns: &[],
    },
};
