//! The words of `service_monitor`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Service monitor",
        title: "Three services, a limit and a time limit",
        question: "What is known when the time is up?",
        group: "three checks behind a semaphore, under one time limit",
        parameters: &["Source|simulated|real", "Checks at once", "Time limit", "Chance of being up", "Seed"],
        columns: &["Service", "State", "Latency", "Check took", "Availability"],
    },
    fr: ScenarioText {
        contents: "Surveillance de services",
        title: "Trois services, une limite et un délai",
        question: "Que sait-on quand le temps est écoulé\u{202f}?",
        group: "trois vérifications derrière un sémaphore, sous un seul délai",
        parameters: &["Source|simulée|réelle", "Vérifications à la fois", "Délai", "Probabilité de répondre", "Graine"],
        columns: &[
            "Service|all=tous",
            "État|up=répond|down=en panne|too late=trop tard",
            "Latence",
            "Durée",
            "Disponibilité",
        ],
    },
};
