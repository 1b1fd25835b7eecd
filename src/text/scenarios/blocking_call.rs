//! The words of `blocking_call`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A blocking call",
        title: "Two tasks tick, a third one computes",
        question: "What does one task’s computation do to the others?",
        group: "two tasks that tick, one that computes",
        parameters: &[
            "Where|in the loop|in a worker",
            "Starts at",
            "Computes for",
            "fast every",
            "slow every",
            "Ticks",
        ],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un appel bloquant",
        title: "Deux tâches battent, une troisième calcule",
        question: "Que fait aux autres le calcul d’une tâche\u{202f}?",
        group: "deux tâches qui battent, une qui calcule",
        parameters: &[
            "Où|dans la boucle|dans un autre fil",
            "Commence à",
            "Calcul",
            "fast toutes les",
            "slow toutes les",
            "Battements",
        ],
        columns: &[],
    },
};
