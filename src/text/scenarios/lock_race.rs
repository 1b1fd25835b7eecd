//! The words of `lock_race`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A race, and a lock",
        title: "One counter, several tasks",
        question: "Can tasks get in each other’s way on a single thread?",
        group: "tasks that read, wait and write",
        look: &[
            "Each task reads the counter, sleeps for 0.5\u{a0}s as if it computed something, and \
             writes what it read plus one. With the values given here four tasks arrive 0.2\u{a0}s \
             apart, without a lock. T2 and T3 read while T1 has not written yet: all three write \
             1, and the counter ends at 2 instead of 4, at 1.1\u{a0}s.",
            "Press Compare. With the lock, a single task at a time is between its reading and its \
             writing; the others stand in line, first come, first served. The counter ends at 4. \
             It takes longer, 2.0\u{a0}s: what a lock protects is done one after the other.",
            "No two lines of this program ever run at the same moment. An addition is lost during \
             the await between reading and writing: there, and only there, others get the thread.",
        ],
        trap: Some(
            "“A single thread, hence no races” is true only up to the next `await`: what was read \
             before it may be out of date after it. Conversely, `counter.value += 1` with no await \
             in it needs no lock. And a lock that is held across a slow await makes everybody \
             wait: hold it no longer than you must.",
        ),
        next: &[
            "Set Apart to 0.6: the additions no longer overlap, and the counter is right even \
             without the lock. A race can hide for a long time.",
            "Set Apart to 0: all four read 0 at the same moment, and the counter ends at 1, at \
             0.5\u{a0}s.",
            "Set Apart to 0.5, exactly what an addition takes: T2 reads just before T1 writes, and \
             the counter ends at 2.",
        ],
        parameters: &["Lock", "Tasks", "Apart", "Addition"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une course, et un verrou",
        title: "Un compteur, plusieurs tâches",
        question: "Des tâches peuvent-elles se gêner sur un seul fil\u{202f}?",
        group: "des tâches qui lisent, attendent et écrivent",
        look: &[
            "Chaque tâche lit le compteur, dort 0.5\u{a0}s comme si elle calculait, et écrit ce \
             qu’elle a lu plus un. Avec les valeurs données ici, quatre tâches arrivent à \
             0.2\u{a0}s d’écart, sans verrou. T2 et T3 lisent alors que T1 n’a pas encore \
             écrit\u{a0}: toutes trois écrivent 1, et le compteur finit à 2 au lieu de 4, à \
             1.1\u{a0}s.",
            "Appuyez sur Comparer. Avec le verrou, une seule tâche à la fois se trouve entre sa \
             lecture et son écriture\u{202f}; les autres font la queue, première arrivée, première \
             servie. Le compteur finit à 4. Cela prend plus de temps, 2.0\u{a0}s\u{a0}: ce qu’un \
             verrou protège se fait l’un après l’autre.",
            "Jamais deux lignes de ce programme ne s’exécutent au même moment. Une addition se \
             perd pendant l’await qui sépare la lecture de l’écriture\u{a0}: là, et là seulement, \
             les autres obtiennent le fil.",
        ],
        trap: Some(
            "«\u{a0}Un seul fil, donc pas de course\u{a0}» n’est vrai que jusqu’au prochain \
             `await`\u{a0}: ce qu’on a lu avant peut être périmé après. À l’inverse, \
             `counter.value += 1`, qui ne contient aucun await, n’a besoin d’aucun verrou. Et un \
             verrou tenu pendant un long await fait attendre tout le monde\u{a0}: ne le tenez pas \
             plus qu’il ne faut.",
        ),
        next: &[
            "Donnez à l’écart la valeur 0.6\u{a0}: les additions ne se recouvrent plus, et le \
             compteur est juste même sans verrou. Une course peut rester longtemps cachée.",
            "Donnez à l’écart la valeur 0\u{a0}: toutes quatre lisent 0 au même moment, et le \
             compteur finit à 1, à 0.5\u{a0}s.",
            "Donnez à l’écart la valeur 0.5, exactement la durée d’une addition\u{a0}: T2 lit \
             juste avant que T1 n’écrive, et le compteur finit à 2.",
        ],
        parameters: &["Verrou", "Tâches", "Écart", "Addition"],
        columns: &[],
    },
};
