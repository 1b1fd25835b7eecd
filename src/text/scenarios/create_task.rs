//! The words of `create_task`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Create a task",
        title: "Three servers, a task for each",
        question: "When does a created task start?",
        group: "three tasks, each at its own pace",
        look: &[
            "At 0, main creates three tasks and prints `three tasks created, none has started`. In \
             the Log, this line comes before the first step of Web, DB and API: `create_task` only \
             puts the task in the queue of the event loop. Its body starts at the next iteration \
             of the loop, once main awaits.",
            "Then each lane goes at its own pace. With the values given here, the pings are \
             printed by API at 0.3, Web at 0.5, API at 0.6, DB at 0.7, API at 0.9, Web at 1.0, DB \
             at 1.4, Web at 1.5 and DB at 2.1\u{a0}s. No line of the program sets this order: it \
             comes from the timers.",
            "API ends at 0.9\u{a0}s, Web at 1.5\u{a0}s and DB at 2.1\u{a0}s. The total is the sum \
             of the slowest server’s waits, 3\u{a0}×\u{a0}0.7\u{a0}=\u{a0}2.1\u{a0}s, and main \
             lists the results in the order of creation: Web, DB, API.",
        ],
        trap: Some(
            "To create a task is not to start it: as long as the code that creates it keeps the \
             thread, the body of the task has not run a single line. Keep a reference to each \
             task, too, as the list `tasks` does here. The event loop itself keeps only weak \
             references, and a task that nothing else holds may disappear before it has ended.",
        ),
        next: &[
            "Set DB to 0.3: the total falls to 1.5\u{a0}s, the sum of Web’s waits, and at 0.3, 0.6 \
             and 0.9\u{a0}s DB prints just before API, because its timers are set first.",
            "Set API to 1.0: it becomes the slowest and the total is 3.0\u{a0}s; at 1.0\u{a0}s API \
             prints its first ping before Web prints its second, because its timer was set \
             earlier.",
            "Set Pings to 1: there are only three pings, at 0.3, 0.5 and 0.7\u{a0}s, and the total \
             is 0.7\u{a0}s.",
        ],
        parameters: &["Pings", "Web every", "DB every", "API every"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Créer une tâche",
        title: "Trois serveurs, une tâche pour chacun",
        question: "Quand une tâche créée commence-t-elle\u{202f}?",
        group: "trois tâches, chacune à son rythme",
        look: &[
            "À l’instant 0, main crée trois tâches et affiche `three tasks created, none has \
             started`. Dans le Journal, cette ligne précède le premier pas de Web, DB et \
             API\u{a0}: `create_task` ne fait qu’inscrire la tâche dans la file de la boucle \
             d’événements. Son corps commence au tour suivant de la boucle, une fois que main \
             attend.",
            "Ensuite, chaque piste va à son rythme. Avec les valeurs données ici, les pings sont \
             affichés par API à 0.3, Web à 0.5, API à 0.6, DB à 0.7, API à 0.9, Web à 1.0, DB à \
             1.4, Web à 1.5 et DB à 2.1\u{a0}s. Aucune ligne du programme ne fixe cet ordre\u{a0}: \
             il résulte des minuteries.",
            "API finit à 0.9\u{a0}s, Web à 1.5\u{a0}s et DB à 2.1\u{a0}s. Le total est la somme \
             des attentes du serveur le plus lent, 3\u{a0}×\u{a0}0.7\u{a0}=\u{a0}2.1\u{a0}s, et \
             main donne les résultats dans l’ordre de création\u{a0}: Web, DB, API.",
        ],
        trap: Some(
            "Créer une tâche n’est pas la démarrer\u{a0}: tant que le code qui la crée garde le \
             fil, son corps n’a pas exécuté une seule ligne. Gardez aussi une référence à chaque \
             tâche, comme le fait ici la liste `tasks`. La boucle d’événements, elle, ne garde que \
             des références faibles, et une tâche que rien d’autre ne retient peut disparaître \
             avant d’avoir fini.",
        ),
        next: &[
            "Donnez à DB la valeur 0.3\u{a0}: le total tombe à 1.5\u{a0}s, la somme des attentes \
             de Web, et à 0.3, 0.6 et 0.9\u{a0}s DB affiche juste avant API, parce que ses \
             minuteries sont posées les premières.",
            "Donnez à API la valeur 1.0\u{a0}: elle devient la plus lente et le total est de \
             3.0\u{a0}s\u{202f}; à 1.0\u{a0}s, API affiche son premier ping avant que Web \
             n’affiche son deuxième, parce que sa minuterie a été posée plus tôt.",
            "Donnez à Pings la valeur 1\u{a0}: il n’y a plus que trois pings, à 0.3, 0.5 et \
             0.7\u{a0}s, et le total est de 0.7\u{a0}s.",
        ],
        parameters: &["Pings", "Web toutes les", "DB toutes les", "API toutes les"],
        columns: &[],
    },
};
