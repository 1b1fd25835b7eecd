//! The words of the scenario `weather_stations`.

use crate::text::{Both, ScenarioText, choice, column, label, translated};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Weather stations",
        title: "Five stations, one time limit",
        question: "What becomes of those that answered in time?",
        group: "five stations under one time limit",
        parameters: &[
            choice("Method", &["wait_for(gather)", "wait"]),
            label("Time limit"),
            label("Slowest answer"),
            label("Chance of being down"),
            label("Seed"),
        ],
        columns: &[column("Station"), column("Temperature"), column("Status")],
    },
    fr: ScenarioText {
        contents: "Stations météo",
        title: "Cinq stations, un seul délai",
        question: "Que deviennent celles qui ont répondu à temps\u{202f}?",
        group: "cinq stations sous un seul délai",
        parameters: &[
            choice("Méthode", &["wait_for(gather)", "wait"]),
            label("Délai"),
            label("Réponse la plus lente"),
            label("Probabilité de panne"),
            label("Graine"),
        ],
        columns: &[
            column("Station"),
            column("Température"),
            translated(
                "État",
                &[("in time", "à temps"), ("down", "en panne"), ("too late", "trop tard"), ("lost", "perdue")],
            ),
        ],
    },
};
