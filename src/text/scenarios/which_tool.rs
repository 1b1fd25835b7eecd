//! The words of `which_tool`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Which tool?",
        title: "asyncio, threads or processes",
        question: "Which of them makes waiting shorter, and which computing?",
        group: "jobs that wait, then jobs that compute",
        parameters: &["Tool|asyncio|threads|processes", "Jobs", "Each takes", "A process starts in", "Cores"],
        columns: &["Work|IO=waiting (I/O)|CPU=computing (CPU)", "Took", "Times faster than one by one"],
    },
    fr: ScenarioText {
        contents: "Quel outil\u{202f}?",
        title: "asyncio, fils d’exécution ou processus",
        question: "Lequel abrège l’attente, lequel le calcul\u{202f}?",
        group: "des travaux qui attendent, puis des travaux qui calculent",
        parameters: &[
            "Outil|asyncio|fils|processus",
            "Travaux",
            "Durée de chacun",
            "Démarrage d’un processus",
            "Cœurs",
        ],
        columns: &["Travail|IO=attendre (E/S)|CPU=calculer (CPU)", "Durée", "Fois plus vite que l’un après l’autre"],
    },
};
