//! The words of the scenario `web_crawler`.

use crate::text::{Both, ScenarioText, choice, column, label, translated};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Web crawler",
        title: "A small site, from link to link",
        question: "How is no page asked for twice?",
        group: "a task per page, behind a semaphore",
        parameters: &[choice("Source", &["simulated", "real"]), label("Depth"), label("Pages at once")],
        columns: &[
            column("Page"),
            translated(
                "State",
                &[("200", "200, there"), ("404", "404, dead link"), ("moved", "redirected"), ("failed", "no answer")],
            ),
            column("Depth"),
            column("Asked at"),
            column("Took"),
            column("Links"),
        ],
    },
    fr: ScenarioText {
        contents: "Robot d’exploration",
        title: "Un petit site, de lien en lien",
        question: "Comment ne demander aucune page deux fois\u{202f}?",
        group: "une tâche par page, derrière un sémaphore",
        parameters: &[choice("Source", &["simulée", "réelle"]), label("Profondeur"), label("Pages à la fois")],
        columns: &[
            column("Page"),
            translated(
                "État",
                &[
                    ("asked", "demandée"),
                    ("200", "200, trouvée"),
                    ("404", "404, lien mort"),
                    ("moved", "redirigée"),
                    ("failed", "sans réponse"),
                ],
            ),
            column("Profondeur"),
            column("Demandée à"),
            column("Durée"),
            column("Liens"),
        ],
    },
};
