//! The words of `weather_stations`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Weather stations",
        title: "Five stations, one time limit",
        question: "What becomes of those that answered in time?",
        group: "five stations under one time limit",
        look: &[
            "With the seed 3, Lyon, Nice and Brest answer within 0.714\u{a0}s, Lille says at 1.812 \
                 that it is down, and Paris would need 2.509\u{a0}s. The time limit is 2.0\u{a0}s.",
            "`asyncio.wait` with a timeout comes back at 2.0\u{a0}s and raises nothing: three \
                 temperatures are kept, and Paris, which main then cancels, is reported as too \
                 late.",
            "With `gather` inside of `wait_for`, the same limit cancels the gather, and with it \
                 Paris; what comes out is a `TimeoutError` and nothing else. The three temperatures \
                 were there, but the report has none of them.",
        ],
        trap: Some(
            "`wait_for(gather(...), timeout)` is all or nothing: one late answer throws the finished \
                 ones away. Where half an answer is worth something, use `wait` with a timeout.",
        ),
        next: &[
            "Press Compare: the same draws, the same 2.0\u{a0}s, and two reports.",
            "Set the time limit to 3.0: Paris answers at 2.509\u{a0}s, and both ways report the same.",
            "Set the time limit to 0.5: `wait` still keeps Lyon, which answered at 0.040\u{a0}s.",
        ],
        parameters: &[
            "Method|gather in wait_for|wait with a timeout",
            "Time limit",
            "Slowest answer",
            "Chance of being down",
            "Seed",
        ],
        columns: &["Station", "Temperature", "Status"],
    },
    fr: ScenarioText {
        contents: "Stations météo",
        title: "Cinq stations, un seul délai",
        question: "Que deviennent celles qui ont répondu à temps\u{202f}?",
        group: "cinq stations sous un seul délai",
        look: &[
            "Avec la graine 3, Lyon, Nice et Brest répondent en moins de 0.714\u{a0}s, Lille dit à \
                 1.812 qu’elle est en panne, et Paris aurait besoin de 2.509\u{a0}s. Le délai est de \
                 2.0\u{a0}s.",
            "`asyncio.wait` avec un délai revient à 2.0\u{a0}s et ne lève rien\u{a0}: trois \
                 températures sont gardées, et Paris, que main annule alors, est signalée comme trop \
                 tardive.",
            "Avec `gather` dans `wait_for`, le même délai annule le gather, et Paris avec \
                 lui\u{202f}; il en sort une `TimeoutError` et rien d’autre. Les trois températures \
                 étaient là, mais le compte rendu n’en a aucune.",
        ],
        trap: Some(
            "`wait_for(gather(...), timeout)`, c’est tout ou rien\u{a0}: une seule réponse tardive \
                 fait jeter celles qui sont prêtes. Là où une moitié de réponse vaut quelque chose, \
                 employez `wait` avec un délai.",
        ),
        next: &[
            "Appuyez sur Comparer\u{a0}: les mêmes tirages, les mêmes 2.0\u{a0}s, et deux comptes rendus.",
            "Donnez au délai la valeur 3.0\u{a0}: Paris répond à 2.509\u{a0}s, et les deux façons \
                 donnent le même compte rendu.",
            "Donnez au délai la valeur 0.5\u{a0}: `wait` garde encore Lyon, qui a répondu à 0.040\u{a0}s.",
        ],
        parameters: &[
            "Méthode|gather dans wait_for|wait avec un délai",
            "Délai",
            "Réponse la plus lente",
            "Probabilité de panne",
            "Graine",
        ],
        columns: &["Station", "Température", "État|in time=à temps|down=en panne|too late=trop tard|lost=perdue"],
    },
};
