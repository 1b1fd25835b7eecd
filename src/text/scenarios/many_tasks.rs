//! The words of `many_tasks`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Many tasks",
        title: "Many tasks, a single thread",
        question: "How many tasks can wait at the same time?",
        group: "many tasks that all sleep at once",
        look: &[
            "With the values given here, 100 tasks sleep for 1.0\u{a0}s each: 100.0\u{a0}s of \
             waiting, over after 1.0\u{a0}s. The thread works for an instant at 0, when they all \
             fall asleep, and for another at 1.0\u{a0}s, when they all wake; in between it is \
             free.",
            "A task that waits needs no thread. It is a small object, with a timer in the event \
             loop: so a single thread can keep thousands of connections open, where a thread for \
             each would need a stack for each.",
            "`gather` has made the tasks from bare coroutines. Nobody gave them names, so asyncio \
             has numbered them, from Task-2 on.",
        ],
        trap: Some(
            "It is the waiting that costs nothing, not the work. At 1.0\u{a0}s all tasks become \
             ready together and run one after the other: if each of them then computed for \
             10\u{a0}ms, a hundred would hold the thread for a whole second. And what they wait \
             for may not bear so many at once: put a `Semaphore` before it.",
        ),
        next: &[
            "Set Tasks to 400: 400.0\u{a0}s of waiting are over after 1.0\u{a0}s just the same.",
            "Set Wait to 3.0: the total is 3.0\u{a0}s, however many tasks there are.",
            "Set Tasks to 3 and press Step: each task falls asleep in a step of its own, and ends \
             in another.",
        ],
        parameters: &["Tasks", "Wait"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Beaucoup de tâches",
        title: "Beaucoup de tâches, un seul fil",
        question: "Combien de tâches peuvent attendre en même temps\u{202f}?",
        group: "beaucoup de tâches qui dorment toutes à la fois",
        look: &[
            "Avec les valeurs données ici, 100 tâches dorment 1.0\u{a0}s chacune\u{a0}: \
             100.0\u{a0}s d’attente, finies au bout de 1.0\u{a0}s. Le fil travaille un instant à \
             0, quand toutes s’endorment, et un autre à 1.0\u{a0}s, quand toutes se \
             réveillent\u{202f}; entre les deux, il est libre.",
            "Une tâche qui attend n’a pas besoin d’un fil. C’est un petit objet, avec une \
             minuterie dans la boucle d’événements\u{a0}: un seul fil peut donc garder ouvertes \
             des milliers de connexions, là où un fil pour chacune demanderait une pile pour \
             chacune.",
            "`gather` a fait les tâches à partir de simples coroutines. Personne ne leur a donné \
             de nom, asyncio les a donc numérotées, à partir de Task-2.",
        ],
        trap: Some(
            "C’est l’attente qui ne coûte rien, pas le travail. À 1.0\u{a0}s, toutes les tâches \
             deviennent prêtes ensemble et s’exécutent l’une après l’autre\u{a0}: si chacune \
             calculait alors 10\u{a0}ms, cent tâches tiendraient le fil une seconde entière. Et ce \
             qu’elles attendent ne supporte peut-être pas tant de monde à la fois\u{a0}: placez un \
             `Semaphore` devant.",
        ),
        next: &[
            "Donnez aux tâches la valeur 400\u{a0}: 400.0\u{a0}s d’attente sont finies au bout de \
             1.0\u{a0}s, tout pareil.",
            "Donnez à l’attente la valeur 3.0\u{a0}: le total est de 3.0\u{a0}s, quel que soit le \
             nombre de tâches.",
            "Donnez aux tâches la valeur 3 et avancez pas à pas\u{a0}: chaque tâche s’endort dans \
             un pas à elle, et finit dans un autre.",
        ],
        parameters: &["Tâches", "Attente"],
        columns: &[],
    },
};
