//! The words of `api_gateway`.

use crate::text::{Both, ScenarioText};

/// The column of a back end, with the words for what its call came to.
macro_rules! en {
    ($name:literal) => {
        concat!(
            $name,
            "|retried=fresh, retried|timeout=fallback: timed out|error=fallback: error|spared=fallback: circuit open"
        )
    };
}

macro_rules! fr {
    ($name:literal) => {
        concat!(
            $name,
            "|fresh=fraîche|retried=fraîche, reprise|timeout=repli\u{a0}: délai dépassé|error=repli\u{a0}: erreur",
            "|spared=repli\u{a0}: circuit ouvert"
        )
    };
}

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "API gateway",
        title: "One answer out of four back ends",
        question: "What does it hold when one of them does not answer?",
        group: "four calls at a time, with time limits, retries and fallbacks",
        parameters: &[
            "Circuit breaker",
            "Requests",
            "Time limit per try",
            "Retries",
            "Back-off",
            "Failures that open the circuit",
            "Open for",
            "Reviews are down for",
            "Chance of an error",
            "Seed",
        ],
        columns: &["Request", en!("profile"), en!("orders"), en!("stock"), en!("reviews"), "Took", "Fresh"],
    },
    fr: ScenarioText {
        contents: "Passerelle d’API",
        title: "Une réponse tirée de quatre services",
        question: "Que contient-elle quand l’un d’eux ne répond pas\u{202f}?",
        group: "quatre appels à la fois, avec délais, reprises et valeurs de repli",
        parameters: &[
            "Disjonc\u{ad}teur",
            "Demandes",
            "Délai par essai",
            "Reprises",
            "Attente entre essais",
            "Échecs qui ouvrent le circuit",
            "Ouvert pendant",
            "Panne des avis (reviews)",
            "Probabilité d’erreur",
            "Graine",
        ],
        columns: &["Demande", fr!("profile"), fr!("orders"), fr!("stock"), fr!("reviews"), "Durée", "Part fraîche"],
    },
};
