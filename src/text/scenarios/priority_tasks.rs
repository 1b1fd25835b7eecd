//! The words of `priority_tasks`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Priorities",
        title: "Eight jobs, three priorities, two workers",
        question: "What does a barrier between priorities cost?",
        group: "eight jobs of three priorities, two at a time",
        look: &[
            "The priorities 1 are Backup, Report and Alert; 2 are Analyse and Stats; 3 are Cleanup, \
                 OptimDB and Archive. With the queue, a worker that is free takes the next job at \
                 once: at 2.0\u{a0}s Analyse begins, though Alert runs until 2.3. The last job ends \
                 at 7.5\u{a0}s.",
            "With barriers, a priority begins only when the one before has ended, at 2.3, 4.8 and \
                 8.0\u{a0}s. Meanwhile one slot is idle: from 2.0 to 2.3, from 4.1 to 4.8 and from \
                 7.8 to 8.0. The report counts 1.2\u{a0}s in all, against 0.2\u{a0}s with the \
                 queue.",
        ],
        trap: Some(
            "Groups with barriers look like the obvious way to respect priorities, but they ask for \
                 more: that nothing of a lower priority runs beside the rest of a higher one. That \
                 is what the idle slot pays for.",
        ),
        next: &[
            "Press Compare: both methods on one axis, 8.0 and 7.5\u{a0}s.",
            "Set Workers to 3: 7.5\u{a0}s with barriers, 6.0\u{a0}s with the queue.",
            "Set Workers to 1: no slot can be idle, and both take 14.8\u{a0}s.",
        ],
        parameters: &["Method|groups with barriers|priority queue", "Workers", "Durations"],
        columns: &["Jobs", "Done at", "Slots idle"],
    },
    fr: ScenarioText {
        contents: "Priorités",
        title: "Huit travaux, trois priorités, deux ouvriers",
        question: "Que coûte une barrière entre les priorités\u{202f}?",
        group: "huit travaux de trois priorités, deux à la fois",
        look: &[
            "Backup, Report et Alert sont de priorité 1\u{202f}; Analyse et Stats, 2\u{202f}; \
                 Cleanup, OptimDB et Archive, 3. Avec la file, un ouvrier libre prend aussitôt le \
                 travail suivant\u{a0}: à 2.0\u{a0}s, Analyse commence, bien qu’Alert dure jusqu’à \
                 2.3. Le dernier travail finit à 7.5\u{a0}s.",
            "Avec des barrières, une priorité ne commence que quand la précédente a fini, à 2.3, 4.8 \
                 et 8.0\u{a0}s. Entre-temps, une place reste vide\u{a0}: de 2.0 à 2.3, de 4.1 à 4.8 \
                 et de 7.8 à 8.0. Le compte rendu en trouve 1.2\u{a0}s en tout, contre 0.2\u{a0}s \
                 avec la file.",
        ],
        trap: Some(
            "Des groupes séparés par des barrières semblent la façon évidente de respecter les \
                 priorités, mais ils demandent davantage\u{a0}: que rien de moins prioritaire ne \
                 s’exécute à côté du reste. C’est cela que paie la place vide.",
        ),
        next: &[
            "Appuyez sur Comparer\u{a0}: les deux méthodes sur un seul axe, 8.0 et 7.5\u{a0}s.",
            "Donnez à Ouvriers la valeur 3\u{a0}: 7.5\u{a0}s avec les barrières, 6.0\u{a0}s avec la file.",
            "Donnez à Ouvriers la valeur 1\u{a0}: aucune place ne peut rester vide, et les deux \
                 prennent 14.8\u{a0}s.",
        ],
        parameters: &["Méthode|groupes et barrières|file de priorité", "Ouvriers", "Durées"],
        columns: &[
            "Travaux|priority 1=priorité 1|priority 2=priorité 2|priority 3=priorité 3|all=tous",
            "Fini à",
            "Places vides",
        ],
    },
};
