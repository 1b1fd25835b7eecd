//! The words of `system_monitor`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "System monitor",
        title: "A monitor that runs until it is stopped",
        question: "Who watches while an alert is being sent?",
        group: "four sources, each with its own period and window",
        parameters: &[
            "Alerts are sent by|the watcher|a notifier",
            "Ctrl+C after",
            "Periods",
            "Values in the window",
            "Clear below (%)",
            "Alert above (%)",
            "Time to send",
            "Seed",
        ],
        columns: &["Source", "Load (%)", "Mean of the window (%)", "Limits (%)", "State"],
    },
    fr: ScenarioText {
        contents: "Moniteur système",
        title: "Un moniteur qui tourne jusqu’à ce qu’on l’arrête",
        question: "Qui surveille pendant qu’une alerte s’envoie\u{202f}?",
        group: "quatre sources, chacune avec sa période et sa fenêtre",
        parameters: &[
            "Qui envoie les alertes|le veilleur|un messager",
            "Ctrl+C après",
            "Périodes",
            "Valeurs dans la fenêtre",
            "Fin d’alerte sous (%)",
            "Alerte au-dessus de (%)",
            "Durée d’un envoi",
            "Graine",
        ],
        columns: &[
            "Source|memory=mémoire|disk=disque|network=réseau",
            "Charge (%)",
            "Moyenne de la fenêtre (%)",
            "Limites (%)",
            "État|ok=normal|alert=alerte",
        ],
    },
};
