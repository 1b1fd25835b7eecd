//! The words of `service_monitor`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Service monitor",
        title: "Three services, a limit and a time limit",
        question: "What is known when the time is up?",
        group: "three checks behind a semaphore, under one time limit",
        look: &[
            "At most two checks are under way at once, so API-Albums waits in line until API-Posts \
                 has left, at 0.821\u{a0}s. With the seed 25, API-Posts and API-Albums are up, \
                 API-Users is down, and at 1.385\u{a0}s the report says it: 2 of 3, availability \
                 67%.",
            "Set the time limit to 1.0. Only API-Posts has answered by then, and its answer is kept: \
                 `asyncio.wait` with a timeout raises nothing and cancels nothing. Main itself \
                 cancels the other two and reports them as too late. Time spent in line counts like \
                 any other.",
        ],
        trap: Some(
            "A limit of 3 for three services makes nobody wait, and a time limit of 10\u{a0}s for \
                 checks that take 2\u{a0}s at most never fires. Such settings look careful and do \
                 nothing: choose values that can bite, and try them.",
        ),
        next: &[
            "Set Checks at once to 1: the three go one after the other, in 2.450\u{a0}s.",
            "Set the time limit to 0.5: nothing is known, and the report says so.",
            "Set the chance of being up to 0: availability 0%, in the same time.",
        ],
        parameters: &["Checks at once", "Time limit", "Chance of being up", "Seed"],
        columns: &["Service", "State", "Latency", "Check took", "Availability"],
    },
    fr: ScenarioText {
        contents: "Surveillance de services",
        title: "Trois services, une limite et un délai",
        question: "Que sait-on quand le temps est écoulé\u{202f}?",
        group: "trois vérifications derrière un sémaphore, sous un seul délai",
        look: &[
            "Deux vérifications au plus ont lieu à la fois\u{a0}: API-Albums fait donc la queue \
                 jusqu’à ce qu’API-Posts sorte, à 0.821\u{a0}s. Avec la graine 25, API-Posts et \
                 API-Albums répondent, API-Users est en panne, et à 1.385\u{a0}s le compte rendu le \
                 dit\u{a0}: 2 sur 3, soit une disponibilité de 67\u{a0}%.",
            "Donnez au délai la valeur 1.0. Seul API-Posts a répondu d’ici là, et sa réponse est \
                 gardée\u{a0}: `asyncio.wait` avec un délai ne lève rien et n’annule rien. C’est \
                 main qui annule les deux autres et les signale comme trop tardifs. Le temps passé \
                 dans la file compte comme le reste.",
        ],
        trap: Some(
            "Une limite de 3 pour trois services ne fait attendre personne, et un délai de 10\u{a0}s \
                 pour des vérifications de 2\u{a0}s au plus n’expire jamais. De tels réglages ont \
                 l’air prudents et ne font rien\u{a0}: choisissez des valeurs qui puissent agir, et \
                 essayez-les.",
        ),
        next: &[
            "Donnez à Vérifications à la fois la valeur 1\u{a0}: elles passent l’une après l’autre, \
                 en 2.450\u{a0}s.",
            "Donnez au délai la valeur 0.5\u{a0}: on ne sait rien, et le compte rendu le dit.",
            "Donnez la valeur 0 à la probabilité de répondre\u{a0}: disponibilité de 0\u{a0}%, dans \
                 le même temps.",
        ],
        parameters: &["Vérifications à la fois", "Délai", "Probabilité de répondre", "Graine"],
        columns: &[
            "Service|all=tous",
            "État|up=répond|down=en panne|too late=trop tard",
            "Latence",
            "Durée",
            "Disponibilité",
        ],
    },
};
