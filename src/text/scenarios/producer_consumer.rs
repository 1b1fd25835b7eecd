//! The words of the scenario `producer_consumer`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Producer and consumers",
        title: "A producer, a queue, its consumers",
        question: "What if one side is faster than the other?",
        group: "a task that makes, tasks that work, a bounded queue between",
        parameters: &[label("Items"), label("Room"), label("Consumers"), label("Makes in"), label("Works for")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Producteur, consommateurs",
        title: "Un producteur, une file, des consommateurs",
        question: "Que se passe\u{2011}t\u{2011}il si un côté est plus rapide que l’autre\u{202f}?",
        group: "une tâche qui fabrique, des tâches qui travaillent, une file bornée entre elles",
        parameters: &[
            label("Éléments"),
            label("Places"),
            label("Consommateurs"),
            label("Fabrication"),
            label("Travail"),
        ],
        columns: &[],
    },
};
