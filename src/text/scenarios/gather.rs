//! The words of `gather`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Gather",
        title: "Four orders, processed together",
        question: "In what order do the results come back?",
        group: "four tasks, gathered: results in argument order",
        look: &[
            "There are four tasks, and their waits overlap. With the values given here, the orders \
             are ready at 0.5 (A004), 0.8 (A002), 1.2 (A001) and 1.5\u{a0}s (A003): the shortest \
             wait ends first.",
            "The hairlines of main last until the longest wait is over, at 1.5\u{a0}s; then main \
             prints `all orders shipped`. Open Outcome: the result of main lists A001, A002, A003, \
             A004, in the order of the arguments.",
            "Each task is created by `create_task(..., name=...)` only to give its lane a name. \
             `gather` also takes bare coroutines: it then wraps each of them in a task itself.",
        ],
        trap: Some(
            "The results come in the order of the arguments, not in the order of completion: the \
             first in the list is not necessarily the first that was ready. Nor do they come one \
             by one: A004 is ready at 0.5\u{a0}s, but main receives its result only at 1.5\u{a0}s, \
             with the three others. To handle each result as soon as it is there, use \
             `asyncio.as_completed`.",
        ),
        next: &[
            "Set A004 to 2.0: it is now the last to be ready and the total is 2.0\u{a0}s, but its \
             result was and stays the fourth.",
            "Set A003 to 0.3: it is now the first to be ready and the total falls to 1.2\u{a0}s, \
             the wait of A001, but its result stays the third.",
            "Set all four to 1.0: they end together at 1.0\u{a0}s, and print in the order in which \
             they were created, A001 to A004.",
        ],
        parameters: &["A001", "A002", "A003", "A004"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Gather",
        title: "Quatre commandes, traitées ensemble",
        question: "Dans quel ordre les résultats reviennent-ils\u{202f}?",
        group: "quatre tâches réunies par gather\u{a0}: résultats dans l’ordre des arguments",
        look: &[
            "Il y a quatre tâches, et leurs attentes se recouvrent. Avec les valeurs données ici, \
             les commandes sont prêtes à 0.5 (A004), 0.8 (A002), 1.2 (A001) et 1.5\u{a0}s \
             (A003)\u{a0}: l’attente la plus courte finit la première.",
            "Les fins traits de la piste main durent jusqu’à la fin de la plus longue attente, à \
             1.5\u{a0}s\u{202f}; main affiche alors `all orders shipped`. Ouvrez Bilan\u{a0}: le \
             résultat de main donne A001, A002, A003, A004, dans l’ordre des arguments.",
            "Chaque tâche est créée par `create_task(..., name=...)` dans le seul but de donner un \
             nom à sa piste. `gather` accepte aussi de simples coroutines\u{a0}: il enveloppe \
             alors lui-même chacune d’elles dans une tâche.",
        ],
        trap: Some(
            "Les résultats viennent dans l’ordre des arguments, non dans celui où les tâches se \
             terminent\u{a0}: le premier de la liste n’est pas forcément celui qui était prêt le \
             premier. Ils ne viennent pas non plus un par un\u{a0}: A004 est prête à 0.5\u{a0}s, \
             mais main ne reçoit son résultat qu’à 1.5\u{a0}s, avec les trois autres. Pour traiter \
             chaque résultat dès qu’il est là, utilisez `asyncio.as_completed`.",
        ),
        next: &[
            "Donnez à A004 la valeur 2.0\u{a0}: elle est maintenant prête la dernière et le total \
             est de 2.0\u{a0}s, mais son résultat était et reste le quatrième.",
            "Donnez à A003 la valeur 0.3\u{a0}: elle est maintenant prête la première et le total \
             tombe à 1.2\u{a0}s, l’attente de A001, mais son résultat reste le troisième.",
            "Donnez aux quatre commandes la valeur 1.0\u{a0}: elles finissent ensemble à \
             1.0\u{a0}s, et les affichages suivent l’ordre de création, de A001 à A004.",
        ],
        parameters: &["A001", "A002", "A003", "A004"],
        columns: &[],
    },
};
