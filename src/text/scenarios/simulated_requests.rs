//! The words of `simulated_requests`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Simulated requests",
        title: "Five requests, the same draws twice",
        question: "How much faster is it really?",
        group: "requests whose durations and answers are drawn",
        parameters: &["Strategy|one by one|all at once", "Requests", "Fastest", "Slowest", "Seed"],
        columns: &["URL", "Status", "Time"],
    },
    fr: ScenarioText {
        contents: "Requêtes simulées",
        title: "Cinq requêtes, deux fois les mêmes tirages",
        question: "De combien va-t-on vraiment plus vite\u{202f}?",
        group: "des requêtes dont la durée et la réponse sont tirées au sort",
        parameters: &["Stratégie|une à une|ensemble", "Requêtes", "La plus rapide", "La plus lente", "Graine"],
        columns: &["URL", "Statut", "Durée"],
    },
};
