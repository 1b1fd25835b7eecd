//! The words of the scenario `real_requests`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Real requests",
        title: "Real requests, all at once",
        question: "What does the network do while a task waits?",
        group: "one task per address",
        parameters: &[
            label("Addresses"),
            label("Repeat"),
            label("Total timeout"),
            label("Silence timeout"),
            label("At once"),
            label("At once per host"),
        ],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Vraies requêtes",
        title: "De vraies requêtes, toutes ensemble",
        question: "Que fait le réseau pendant qu’une tâche attend\u{202f}?",
        group: "une tâche par adresse",
        parameters: &[
            label("Adresses"),
            label("Répétitions"),
            label("Délai total"),
            label("Délai de silence"),
            label("À la fois"),
            label("À la fois par hôte"),
        ],
        columns: &[],
    },
};
