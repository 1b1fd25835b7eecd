//! The words of `chat_bot`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Chat bot",
        title: "A bot that talks with three users at once",
        question: "How does one slow command hold up nobody else?",
        group: "three users, one queue, one bot",
        parameters: &[
            "Handled by|one worker|a task per message|a task per user",
            "Time for /bill",
            "Longest pause in writing",
            "Seed",
        ],
        columns: &["User", "Replies", "Longest wait", "Replies that overtook another"],
    },
    fr: ScenarioText {
        contents: "Robot de discussion",
        title: "Un robot qui parle avec trois personnes à la fois",
        question: "Comment une commande lente ne retarde-t-elle personne d’autre\u{202f}?",
        group: "trois personnes, une file, un robot",
        parameters: &[
            "Qui répond|un ouvrier|une tâche par message|une tâche par personne",
            "Durée de /bill",
            "Plus longue pause en écrivant",
            "Graine",
        ],
        columns: &["Personne", "Réponses", "Plus longue attente", "Réponses qui en ont doublé une autre"],
    },
};
