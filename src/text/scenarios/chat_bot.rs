//! The words of the scenario `chat_bot`.

use crate::text::{Both, ScenarioText, choice, column, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Chat bot",
        title: "A bot that talks with three users at once",
        question: "How does one slow command hold up nobody else?",
        group: "three users, one queue, one bot",
        parameters: &[
            choice("Handled by", &["one worker", "a task per message", "a task per user"]),
            label("Time for /bill"),
            label("Longest pause in writing"),
            label("Seed"),
        ],
        columns: &[column("User"), column("Replies"), column("Longest wait"), column("Replies that overtook another")],
    },
    fr: ScenarioText {
        contents: "Robot de discussion",
        title: "Un robot qui parle avec trois personnes à la fois",
        question: "Comment une commande lente ne retarde\u{2011}t\u{2011}elle personne d’autre\u{202f}?",
        group: "trois personnes, une file, un robot",
        parameters: &[
            choice("Qui répond", &["un ouvrier", "une tâche par message", "une tâche par personne"]),
            label("Durée de /bill"),
            label("Plus longue pause en écrivant"),
            label("Graine"),
        ],
        columns: &[
            column("Personne"),
            column("Réponses"),
            column("Plus longue attente"),
            column("Réponses qui en ont doublé une autre"),
        ],
    },
};
