//! The words of the scenario `cancellation`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Cancellation",
        title: "Three workers, asked to stop",
        question: "Does a cancellation end a task?",
        group: "three tasks, cancelled at the same moment",
        parameters: &[label("Work"), label("Patience"), label("Clean-up"), label("stubborn goes on")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "L’annulation",
        title: "Trois tâches priées de s’arrêter",
        question: "Une annulation met\u{2011}elle fin à une tâche\u{202f}?",
        group: "trois tâches, annulées au même moment",
        parameters: &[label("Travail"), label("Patience"), label("Rangement"), label("Prolongation de stubborn")],
        columns: &[],
    },
};
