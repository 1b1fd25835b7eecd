//! The words of the scenario `which_tool`.

use crate::text::{Both, ScenarioText, choice, column, label, translated};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Which tool?",
        title: "asyncio, threads or processes",
        question: "Which of them makes waiting shorter, and which computing?",
        group: "jobs that wait, then jobs that compute",
        parameters: &[
            choice("Tool", &["asyncio", "threads", "processes"]),
            label("Jobs"),
            label("Each takes"),
            label("A process starts in"),
            label("Cores"),
        ],
        columns: &[
            translated("Work", &[("IO", "waiting (I/O)"), ("CPU", "computing (CPU)")]),
            column("Took"),
            column("Times faster than one by one"),
        ],
    },
    fr: ScenarioText {
        contents: "Quel outil\u{202f}?",
        title: "asyncio, fils d’exécution ou processus",
        question: "Lequel abrège l’attente, lequel le calcul\u{202f}?",
        group: "des travaux qui attendent, puis des travaux qui calculent",
        parameters: &[
            choice("Outil", &["asyncio", "fils", "processus"]),
            label("Travaux"),
            label("Durée de chacun"),
            label("Démarrage d’un processus"),
            label("Cœurs"),
        ],
        columns: &[
            translated("Travail", &[("IO", "attendre (E/S)"), ("CPU", "calculer (CPU)")]),
            column("Durée"),
            column("Fois plus vite que l’un après l’autre"),
        ],
    },
};
