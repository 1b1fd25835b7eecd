//! The words of `semaphore`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A semaphore",
        title: "Five tasks, two permits",
        question: "How many at once, and who comes next?",
        group: "five tasks behind a semaphore",
        look: &[
            "Two permits: T1 and T2 are inside from the start, the other three wait in line. Each \
                 enters at the very moment at which another leaves: T3 at 1.2, T4 at 1.8, T5 at \
                 2.2\u{a0}s. T4 and T5 are done at 3.3\u{a0}s, and never are more than two inside.",
            "The line is first come, first served, whatever the durations. A task that waits in it \
                 takes no time of the thread: it is asleep until a permit is handed to it.",
            "Without the semaphore the five would take as long as the longest, 1.8\u{a0}s; one after \
                 the other, 6.6\u{a0}s.",
        ],
        trap: None,
        next: &[
            "Set Permits to 1: the tasks go one after the other, in 6.6\u{a0}s. A semaphore with one \
                 permit is a lock.",
            "Set Permits to 5: nobody waits, and the total is 1.8\u{a0}s.",
            "Switch the draws on: with the seed 7 the five take 3.932\u{a0}s. Throw the dice: who \
                 enters third is always T3.",
        ],
        parameters: &["Permits", "Durations", "Draw them (1 to 2\u{a0}s)", "Seed"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un sémaphore",
        title: "Cinq tâches, deux permis",
        question: "Combien à la fois, et à qui le tour\u{202f}?",
        group: "cinq tâches derrière un sémaphore",
        look: &[
            "Il y a deux permis\u{a0}: T1 et T2 entrent dès le début, les trois autres font la \
                 queue. Chacune entre à l’instant même où une autre sort\u{a0}: T3 à 1.2, T4 à 1.8, \
                 T5 à 2.2\u{a0}s. T4 et T5 ont fini à 3.3\u{a0}s, et jamais plus de deux tâches ne \
                 sont à l’intérieur.",
            "Dans la file, la première arrivée est la première servie, quelles que soient les \
                 durées. Une tâche qui y attend ne prend pas de temps au fil\u{a0}: elle dort \
                 jusqu’à ce qu’un permis lui soit remis.",
            "Sans le sémaphore, l’ensemble durerait autant que la plus longue, 1.8\u{a0}s\u{202f}; \
                 l’une après l’autre, 6.6\u{a0}s.",
        ],
        trap: None,
        next: &[
            "Donnez à Permis la valeur 1\u{a0}: les tâches passent l’une après l’autre, en \
                 6.6\u{a0}s. Un sémaphore à un seul permis est un verrou.",
            "Donnez à Permis la valeur 5\u{a0}: personne n’attend, et le total est de 1.8\u{a0}s.",
            "Activez les tirages\u{a0}: avec la graine 7, les cinq prennent 3.932\u{a0}s. Lancez le \
                 dé\u{a0}: la troisième à entrer est toujours T3.",
        ],
        parameters: &["Permis", "Durées", "Les tirer au sort (1 à 2\u{a0}s)", "Graine"],
        columns: &[],
    },
};
