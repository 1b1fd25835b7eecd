//! The words of the scenario `return_exceptions`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Exceptions as results",
        title: "gather, with and without return_exceptions",
        question: "Where does the error go?",
        group: "three operations gathered, of which some fail",
        parameters: &[
            label("return_exceptions"),
            label("Fastest"),
            label("Slowest"),
            label("Chance of an error"),
            label("Seed"),
        ],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Exceptions parmi les résultats",
        title: "gather, avec et sans return_exceptions",
        question: "Où va l’erreur\u{202f}?",
        group: "trois opérations réunies par gather, dont certaines échouent",
        parameters: &[
            label("return_exceptions"),
            label("La plus rapide"),
            label("La plus lente"),
            label("Probabilité d’erreur"),
            label("Graine"),
        ],
        columns: &[],
    },
};
