//! The words of the scenario `priority_tasks`.

use crate::text::{Both, ScenarioText, choice, column, label, translated};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Priorities",
        title: "Eight jobs, three priorities, two workers",
        question: "What does a barrier between priorities cost?",
        group: "eight jobs of three priorities, two at a time",
        parameters: &[
            choice("Method", &["groups with barriers", "priority queue"]),
            label("Workers"),
            label("Durations"),
        ],
        columns: &[column("Jobs"), column("Done at"), column("Slots idle")],
    },
    fr: ScenarioText {
        contents: "Priorités",
        title: "Huit travaux, trois priorités, deux ouvriers",
        question: "Que coûte une barrière entre les priorités\u{202f}?",
        group: "huit travaux de trois priorités, deux à la fois",
        parameters: &[
            choice("Méthode", &["groupes et barrières", "file de priorité"]),
            label("Ouvriers"),
            label("Durées"),
        ],
        columns: &[
            translated(
                "Travaux",
                &[
                    ("priority 1", "priorité 1"),
                    ("priority 2", "priorité 2"),
                    ("priority 3", "priorité 3"),
                    ("all", "tous"),
                ],
            ),
            column("Fini à"),
            column("Places vides"),
        ],
    },
};
