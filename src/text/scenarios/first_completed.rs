//! The words of the scenario `first_completed`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "The first one wins",
        title: "Three mirrors, and the first answer",
        question: "What happens to the losers of a race?",
        group: "three tasks that race; main waits for the first",
        parameters: &[label("north"), label("south"), label("west"), label("Pause")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "La première gagne",
        title: "Trois miroirs, et la première réponse",
        question: "Que deviennent les perdantes d’une course\u{202f}?",
        group: "trois tâches font la course\u{202f}; main attend la première",
        parameters: &[label("north"), label("south"), label("west"), label("Pause")],
        columns: &[],
    },
};
