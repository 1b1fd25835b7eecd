//! The words of `real_requests`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Real requests",
        title: "Real requests, all at once",
        question: "What does the network do while a task waits?",
        group: "one task per address",
        parameters: &["Addresses", "Repeat", "Total timeout", "Silence timeout", "At once", "At once per host"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Vraies requêtes",
        title: "De vraies requêtes, toutes ensemble",
        question: "Que fait le réseau pendant qu’une tâche attend\u{202f}?",
        group: "une tâche par adresse",
        parameters: &["Adresses", "Répétitions", "Délai total", "Délai de silence", "À la fois", "À la fois par hôte"],
        columns: &[],
    },
};
