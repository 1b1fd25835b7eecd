//! The words of the scenario `service_monitor`.

use crate::text::{Both, ScenarioText, choice, column, label, translated};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Service monitor",
        title: "Three services, a limit and a time limit",
        question: "What is known when the time is up?",
        group: "three checks behind a semaphore, under one time limit",
        parameters: &[
            choice("Source", &["simulated", "real"]),
            label("Checks at once"),
            label("Time limit"),
            label("Chance of being up"),
            label("Seed"),
        ],
        columns: &[column("Service"), column("State"), column("Latency"), column("Check took"), column("Availability")],
    },
    fr: ScenarioText {
        contents: "Surveillance de services",
        title: "Trois services, une limite et un délai",
        question: "Que sait\u{2011}on quand le temps est écoulé\u{202f}?",
        group: "trois vérifications derrière un sémaphore, sous un seul délai",
        parameters: &[
            choice("Source", &["simulée", "réelle"]),
            label("Vérifications à la fois"),
            label("Délai"),
            label("Probabilité de répondre"),
            label("Graine"),
        ],
        columns: &[
            translated("Service", &[("all", "tous")]),
            translated("État", &[("up", "répond"), ("down", "en panne"), ("too late", "trop tard")]),
            column("Latence"),
            column("Durée"),
            column("Disponibilité"),
        ],
    },
};
