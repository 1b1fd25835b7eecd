//! The words of the scenario `system_monitor`.

use crate::text::{Both, ScenarioText, choice, column, label, translated};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "System monitor",
        title: "A monitor that runs until it is stopped",
        question: "Who watches while an alert is being sent?",
        group: "four sources, each with its own period and window",
        parameters: &[
            choice("Alerts are sent by", &["the watcher", "a notifier"]),
            label("Ctrl+C after"),
            label("Periods"),
            label("Values in the window"),
            label("Clear below (%)"),
            label("Alert above (%)"),
            label("Time to send"),
            label("Seed"),
        ],
        columns: &[
            column("Source"),
            column("Load (%)"),
            column("Mean of the window (%)"),
            column("Limits (%)"),
            column("State"),
        ],
    },
    fr: ScenarioText {
        contents: "Moniteur système",
        title: "Un moniteur qui tourne jusqu’à ce qu’on l’arrête",
        question: "Qui surveille pendant qu’une alerte s’envoie\u{202f}?",
        group: "quatre sources, chacune avec sa période et sa fenêtre",
        parameters: &[
            choice("Qui envoie les alertes", &["le veilleur", "un messager"]),
            label("Ctrl+C après"),
            label("Périodes"),
            label("Valeurs dans la fenêtre"),
            label("Fin d’alerte sous (%)"),
            label("Alerte au-dessus de (%)"),
            label("Durée d’un envoi"),
            label("Graine"),
        ],
        columns: &[
            translated("Source", &[("memory", "mémoire"), ("disk", "disque"), ("network", "réseau")]),
            column("Charge (%)"),
            column("Moyenne de la fenêtre (%)"),
            column("Limites (%)"),
            translated("État", &[("ok", "normal"), ("alert", "alerte")]),
        ],
    },
};
