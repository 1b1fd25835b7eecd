//! The words of `blocking_call`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A blocking call",
        title: "Two tasks tick, a third one blocks",
        question: "What does one task that blocks do to the others?",
        group: "two tasks that tick, one that blocks",
        parameters: &[
            "Where|in the loop|in a worker",
            "How|a CPU loop|time.sleep",
            "Starts at",
            "Duration",
            "fast every",
            "slow every",
            "Ticks",
        ],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un appel bloquant",
        title: "Deux tâches battent, une troisième bloque",
        question: "Que fait aux autres une tâche qui bloque\u{202f}?",
        group: "deux tâches qui battent, une qui bloque",
        parameters: &[
            "Où|dans la boucle|dans un autre fil",
            "Comment|une boucle de calcul|time.sleep",
            "Commence à",
            "Durée",
            "fast toutes les",
            "slow toutes les",
            "Battements",
        ],
        columns: &[],
    },
};
