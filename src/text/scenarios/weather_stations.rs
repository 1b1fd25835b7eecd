//! The words of `weather_stations`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Weather stations",
        title: "Five stations, one time limit",
        question: "What becomes of those that answered in time?",
        group: "five stations under one time limit",
        parameters: &["Method|wait_for(gather)|wait", "Time limit", "Slowest answer", "Chance of being down", "Seed"],
        columns: &["Station", "Temperature", "Status"],
    },
    fr: ScenarioText {
        contents: "Stations météo",
        title: "Cinq stations, un seul délai",
        question: "Que deviennent celles qui ont répondu à temps\u{202f}?",
        group: "cinq stations sous un seul délai",
        parameters: &[
            "Méthode|wait_for(gather)|wait",
            "Délai",
            "Réponse la plus lente",
            "Probabilité de panne",
            "Graine",
        ],
        columns: &["Station", "Température", "État|in time=à temps|down=en panne|too late=trop tard|lost=perdue"],
    },
};
