//! The words of the scenario `simulated_requests`.

use crate::text::{Both, ScenarioText, choice, column, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Simulated requests",
        title: "Five requests, the same draws twice",
        question: "How much faster is it really?",
        group: "requests whose durations and answers are drawn",
        parameters: &[
            choice("Strategy", &["one by one", "all at once"]),
            label("Requests"),
            label("Fastest"),
            label("Slowest"),
            label("Seed"),
        ],
        columns: &[column("URL"), column("Status"), column("Time")],
    },
    fr: ScenarioText {
        contents: "Requêtes simulées",
        title: "Cinq requêtes, deux fois les mêmes tirages",
        question: "De combien va\u{2011}t\u{2011}on vraiment plus vite\u{202f}?",
        group: "des requêtes dont la durée et la réponse sont tirées au sort",
        parameters: &[
            choice("Stratégie", &["une à une", "ensemble"]),
            label("Requêtes"),
            label("La plus rapide"),
            label("La plus lente"),
            label("Graine"),
        ],
        columns: &[column("URL"), column("Statut"), column("Durée")],
    },
};
