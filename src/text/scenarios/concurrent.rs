//! The words of `concurrent`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "All at once",
        title: "Three downloads, all at once",
        question: "What is gained by waiting together?",
        group: "three tasks, gathered: their waits overlap",
        look: &[
            "There are three lanes under main, one for each task. With the values given here, all \
             three fall asleep at 0 and wake at 1.0 (D2), 1.5 (D3) and 2.0\u{a0}s (D1). The whole \
             lasts as long as the longest wait, 2.0\u{a0}s, instead of the sum of the three, \
             4.5\u{a0}s: the gain is 4.5\u{a0}/\u{a0}2.0\u{a0}=\u{a0}2.25.",
            "The thread is busy only for an instant at 0, 1.0, 1.5 and 2.0\u{a0}s; the rest of the \
             time it is free. No two tasks ever run at the same moment: only their waits overlap.",
            "The hairlines of main say that it awaits its tasks, until the last has ended. Its \
             result lists D1, D2, D3, in the order of the arguments, although D2 ended first. Each \
             task is created by `create_task(..., name=...)` only to give its lane a name.",
        ],
        trap: Some(
            "It is tempting to say that these downloads run in parallel. They do not: one thread \
             goes from task to task, and a task runs only while the others wait. What overlaps is \
             the waiting. Three computations of one second each would still take three seconds \
             here, with tasks or without.",
        ),
        next: &[
            "Set all three to 1.0: they end together at 1.0\u{a0}s, printing in the order D1, D2, \
             D3, and the gain is exactly 3.",
            "Set D1 to 4.0: the total is 4.0\u{a0}s and the gain falls to 6.5\u{a0}/\u{a0}4.0, \
             about 1.6, because one wait outweighs the others.",
            "Set D2 to 1.8: it now ends after D3, but the total stays at 2.0\u{a0}s, because D2 is \
             not the longest.",
        ],
        parameters: &["D1", "D2", "D3"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Tous ensemble",
        title: "Trois téléchargements, tous ensemble",
        question: "Que gagne-t-on à attendre ensemble\u{202f}?",
        group: "trois tâches réunies par gather\u{a0}: leurs attentes se recouvrent",
        look: &[
            "Sous main, il y a trois pistes, une par tâche. Avec les valeurs données ici, les \
             trois tâches s’endorment à l’instant 0 et se réveillent à 1.0 (D2), 1.5 (D3) et \
             2.0\u{a0}s (D1). L’ensemble dure autant que la plus longue attente, 2.0\u{a0}s, au \
             lieu de la somme des trois, 4.5\u{a0}s\u{a0}: le gain est de \
             4.5\u{a0}/\u{a0}2.0\u{a0}=\u{a0}2.25.",
            "Le fil n’est occupé qu’un instant, à 0, 1.0, 1.5 et 2.0\u{a0}s\u{202f}; le reste du \
             temps, il est libre. Deux tâches ne s’exécutent jamais au même moment\u{a0}: seules \
             leurs attentes se recouvrent.",
            "Les fins traits de la piste main indiquent qu’elle attend ses tâches, jusqu’à la \
             dernière. Son résultat donne D1, D2, D3, dans l’ordre des arguments, bien que D2 ait \
             fini la première. Chaque tâche est créée par `create_task(..., name=...)` dans le \
             seul but de donner un nom à sa piste.",
        ],
        trap: Some(
            "On dit volontiers que ces téléchargements s’exécutent «\u{a0}en parallèle\u{a0}». Ce \
             n’est pas le cas\u{a0}: un seul fil passe d’une tâche à l’autre, et une tâche ne \
             s’exécute que pendant que les autres attendent. Ce sont les attentes qui se \
             recouvrent. Trois calculs d’une seconde prendraient ici trois secondes, avec ou sans \
             tâches.",
        ),
        next: &[
            "Donnez aux trois tâches la valeur 1.0\u{a0}: elles finissent ensemble à 1.0\u{a0}s, \
             avec des affichages dans l’ordre D1, D2, D3, et le gain vaut exactement 3.",
            "Donnez à D1 la valeur 4.0\u{a0}: le total est de 4.0\u{a0}s et le gain tombe à \
             6.5\u{a0}/\u{a0}4.0, soit environ 1.6, parce qu’une attente l’emporte sur les autres.",
            "Donnez à D2 la valeur 1.8\u{a0}: elle finit désormais après D3, mais le total reste \
             égal à 2.0\u{a0}s, parce que D2 n’est pas la plus longue.",
        ],
        parameters: &["D1", "D2", "D3"],
        columns: &[],
    },
};
