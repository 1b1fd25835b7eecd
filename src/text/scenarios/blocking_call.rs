//! The words of the scenario `blocking_call`.

use crate::text::{Both, ScenarioText, choice, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A blocking call",
        title: "Two tasks tick, a third one blocks",
        question: "What does one task that blocks do to the others?",
        group: "two tasks that tick, one that blocks",
        parameters: &[
            choice("Where", &["in the loop", "in a worker"]),
            choice("How", &["a CPU loop", "time.sleep"]),
            label("Starts at"),
            label("Duration"),
            label("fast every"),
            label("slow every"),
            label("Ticks"),
        ],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un appel bloquant",
        title: "Deux tâches battent, une troisième bloque",
        question: "Que fait aux autres une tâche qui bloque\u{202f}?",
        group: "deux tâches qui battent, une qui bloque",
        parameters: &[
            choice("Où", &["dans la boucle", "dans un autre fil"]),
            choice("Comment", &["une boucle de calcul", "time.sleep"]),
            label("Commence à"),
            label("Durée"),
            label("fast toutes les"),
            label("slow toutes les"),
            label("Battements"),
        ],
        columns: &[],
    },
};
