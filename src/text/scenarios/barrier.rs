//! The words of `barrier`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A barrier",
        title: "Three hikers, one summit",
        question: "How do tasks wait for each other?",
        group: "three tasks that meet before they go on",
        look: &[
            "Three hikers climb, each at its own pace, and wait for each other at the summit, \
             which is a barrier for 3. With the values given here H1 is there at 1.0\u{a0}s, H3 at \
             1.5 and H2 at 2.5\u{a0}s. The moment the last one comes, all three start the descent, \
             and all are back at 3.0\u{a0}s.",
            "Nobody has to know who comes last: H2 calls `wait` like the others, and finds that it \
             need not wait. It is the first to go down, since it has the thread; the two others \
             follow in the order in which they came.",
            "The price is what H1 and H3 spend in line, 1.5 and 1.0\u{a0}s: a barrier makes \
             everybody as slow as the slowest.",
        ],
        trap: Some(
            "A barrier counts calls and knows no names. If it is made for more tasks than will \
             ever come, because one has failed for instance, the others wait for ever. If it is \
             made for fewer, it opens too early, and whoever comes afterwards waits for a second \
             group that may never be complete.",
        ),
        next: &[
            "Set Parties to 4: a fourth hiker never comes, and the page says that nothing will \
             wake them.",
            "Set Parties to 2: H1 and H3 go down at 1.5\u{a0}s without H2, which then waits at the \
             summit for ever.",
            "Set H2 to 1.0: all are there at 1.5\u{a0}s, H3 comes last and goes first, and the \
             whole takes 2.0\u{a0}s.",
        ],
        parameters: &["H1 climbs", "H2 climbs", "H3 climbs", "Descent", "Parties"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une barrière",
        title: "Trois randonneuses, un sommet",
        question: "Comment des tâches s’attendent-elles les unes les autres\u{202f}?",
        group: "trois tâches qui se retrouvent avant de continuer",
        look: &[
            "Trois randonneuses montent, chacune à son pas, et s’attendent au sommet, qui est une \
             barrière pour 3. Avec les valeurs données ici, H1 y est à 1.0\u{a0}s, H3 à 1.5 et H2 \
             à 2.5\u{a0}s. À l’instant où la dernière arrive, toutes trois commencent la descente, \
             et toutes sont de retour à 3.0\u{a0}s.",
            "Nul n’a besoin de savoir qui arrivera la dernière\u{a0}: H2 appelle `wait` comme les \
             autres, et constate qu’elle n’a pas à attendre. Elle est la première à descendre, \
             puisqu’elle tient le fil\u{202f}; les deux autres suivent dans l’ordre de leur \
             arrivée.",
            "Le prix, c’est le temps que H1 et H3 passent en file, 1.5 et 1.0\u{a0}s\u{a0}: une \
             barrière rend tout le monde aussi lent que la plus lente.",
        ],
        trap: Some(
            "Une barrière compte des appels et ne connaît pas de noms. Si elle est faite pour plus \
             de tâches qu’il n’en viendra jamais, par exemple parce que l’une a échoué, les autres \
             attendent pour toujours. Si elle est faite pour moins, elle s’ouvre trop tôt, et \
             celle qui vient ensuite attend un deuxième groupe qui ne sera peut-être jamais \
             complet.",
        ),
        next: &[
            "Donnez aux participantes la valeur 4\u{a0}: la quatrième ne vient jamais, et la page \
             dit que rien ne les réveillera.",
            "Donnez aux participantes la valeur 2\u{a0}: H1 et H3 descendent à 1.5\u{a0}s sans H2, \
             qui attend ensuite au sommet pour toujours.",
            "Donnez à H2 la valeur 1.0\u{a0}: toutes sont là à 1.5\u{a0}s, H3 arrive la dernière \
             et part la première, et l’ensemble prend 2.0\u{a0}s.",
        ],
        parameters: &["Montée de H1", "Montée de H2", "Montée de H3", "Descente", "Participantes"],
        columns: &[],
    },
};
