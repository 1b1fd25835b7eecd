//! The words of `as_completed`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "As they are ready",
        title: "Four orders, received as they are ready",
        question: "Must one wait for the slowest to use the fastest?",
        group: "four tasks, received one by one as they end",
        look: &[
            "These are the four orders of “Gather”. With the values given here they are ready at \
             0.5 (A004), 0.8 (A002), 1.2 (A001) and 1.5\u{a0}s (A003), and at each of these \
             moments main has the next result in hand: its four pins say so.",
            "`as_completed` gives one awaitable per task. The first stands for whichever task ends \
             first, the second for the next, and so on: so the loop in `receive` gets the results \
             in the order in which they come, without knowing beforehand which is next.",
            "At the end main gathers the same tasks once more. They have all ended, so that costs \
             no time, and the results come in the order of the arguments.",
        ],
        trap: Some(
            "The limit of `as_completed` stops the waiting, not the work. When it runs out, the \
             next await raises `TimeoutError`, but nobody is cancelled: the tasks that are late \
             run on. If you want neither their results nor their work, cancel them yourself.",
        ),
        next: &[
            "Set the limit to 1.0: main receives two orders, and the error comes at 1.0\u{a0}s. \
             A001 and A003 run on, and main, which gathers all of them afterwards, ends at \
             1.5\u{a0}s as before.",
            "Set A004 to 1.0: it is no longer the first but the second to be received, at \
             1.0\u{a0}s.",
            "Set the four orders to 1.0: all are ready at 1.0\u{a0}s, and main receives them in \
             the order of creation, from A001 to A004.",
        ],
        parameters: &["A001", "A002", "A003", "A004", "Limit"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Dès que c’est prêt",
        title: "Quatre commandes, reçues dès qu’elles sont prêtes",
        question: "Faut-il attendre la plus lente pour se servir de la plus rapide\u{202f}?",
        group: "quatre tâches, reçues une à une à mesure qu’elles finissent",
        look: &[
            "Ce sont les quatre commandes de «\u{a0}Gather\u{a0}». Avec les valeurs données ici, \
             elles sont prêtes à 0.5 (A004), 0.8 (A002), 1.2 (A001) et 1.5\u{a0}s (A003), et à \
             chacun de ces instants main a le résultat suivant en main\u{a0}: ses quatre épingles \
             le disent.",
            "`as_completed` donne un objet à attendre par tâche. Le premier vaut pour la tâche qui \
             finira la première, quelle qu’elle soit, le deuxième pour la suivante, et ainsi de \
             suite\u{a0}: la boucle de `receive` obtient donc les résultats dans l’ordre où ils \
             viennent, sans savoir d’avance lequel est le prochain.",
            "À la fin, main rassemble encore une fois les mêmes tâches par `gather`. Elles ont \
             toutes fini, cela ne coûte donc aucun temps, et les résultats viennent dans l’ordre \
             des arguments.",
        ],
        trap: Some(
            "La limite de `as_completed` arrête l’attente, pas le travail. Une fois qu’elle est \
             dépassée, l’await suivant lève `TimeoutError`, mais personne n’est annulé\u{a0}: les \
             tâches en retard continuent. Si vous ne voulez ni de leurs résultats ni de leur \
             travail, annulez-les vous-même.",
        ),
        next: &[
            "Donnez à la limite la valeur 1.0\u{a0}: main reçoit deux commandes, et l’erreur vient \
             à 1.0\u{a0}s. A001 et A003 continuent, et main, qui les rassemble ensuite toutes, \
             finit à 1.5\u{a0}s comme avant.",
            "Donnez à A004 la valeur 1.0\u{a0}: elle n’est plus reçue la première mais la \
             deuxième, à 1.0\u{a0}s.",
            "Donnez aux quatre commandes la valeur 1.0\u{a0}: toutes sont prêtes à 1.0\u{a0}s, et \
             main les reçoit dans l’ordre de création, de A001 à A004.",
        ],
        parameters: &["A001", "A002", "A003", "A004", "Limite"],
        columns: &[],
    },
};
