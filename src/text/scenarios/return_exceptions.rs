//! The words of `return_exceptions`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Exceptions as results",
        title: "gather, with and without return_exceptions",
        question: "Where does the error go?",
        group: "three operations gathered, of which some fail",
        parameters: &["return_exceptions", "Fastest", "Slowest", "Chance of an error", "Seed"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Exceptions parmi les résultats",
        title: "gather, avec et sans return_exceptions",
        question: "Où va l’erreur\u{202f}?",
        group: "trois opérations réunies par gather, dont certaines échouent",
        parameters: &["return_exceptions", "La plus rapide", "La plus lente", "Probabilité d’erreur", "Graine"],
        columns: &[],
    },
};
