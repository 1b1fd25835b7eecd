//! The words of the scenario `api_gateway`.

use crate::text::{Both, ScenarioText, column, label, translated};

/// The words for the outcome of a call to a back end.
const CALL: Both<&[(&str, &str)]> = Both {
    en: &[
        ("retried", "fresh, retried"),
        ("timeout", "fallback: timed out"),
        ("error", "fallback: error"),
        ("spared", "fallback: circuit open"),
    ],
    fr: &[
        ("fresh", "fraîche"),
        ("retried", "fraîche, reprise"),
        ("timeout", "repli\u{a0}: délai dépassé"),
        ("error", "repli\u{a0}: erreur"),
        ("spared", "repli\u{a0}: circuit ouvert"),
    ],
};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "API gateway",
        title: "One answer out of four back ends",
        question: "What does it hold when one of them does not answer?",
        group: "four calls at a time, with time limits, retries and fallbacks",
        parameters: &[
            label("Circuit breaker"),
            label("Requests"),
            label("Time limit per try"),
            label("Retries"),
            label("Back-off"),
            label("Failures that open the circuit"),
            label("Open for"),
            label("Reviews are down for"),
            label("Chance of an error"),
            label("Seed"),
        ],
        columns: &[
            column("Request"),
            translated("profile", CALL.en),
            translated("orders", CALL.en),
            translated("stock", CALL.en),
            translated("reviews", CALL.en),
            column("Took"),
            column("Fresh"),
        ],
    },
    fr: ScenarioText {
        contents: "Passerelle d’API",
        title: "Une réponse tirée de quatre services",
        question: "Que contient\u{2011}elle quand l’un d’eux ne répond pas\u{202f}?",
        group: "quatre appels à la fois, avec délais, reprises et valeurs de repli",
        parameters: &[
            label("Disjonc\u{ad}teur"),
            label("Demandes"),
            label("Délai par essai"),
            label("Reprises"),
            label("Attente entre essais"),
            label("Échecs qui ouvrent le circuit"),
            label("Ouvert pendant"),
            label("Panne des avis (reviews)"),
            label("Probabilité d’erreur"),
            label("Graine"),
        ],
        columns: &[
            column("Demande"),
            translated("profile", CALL.fr),
            translated("orders", CALL.fr),
            translated("stock", CALL.fr),
            translated("reviews", CALL.fr),
            column("Durée"),
            column("Part fraîche"),
        ],
    },
};
