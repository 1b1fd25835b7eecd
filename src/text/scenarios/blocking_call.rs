//! The words of `blocking_call`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A blocking call",
        title: "Two tasks tick, a third one computes",
        question: "What does one task’s computation do to the others?",
        group: "two tasks that tick, one that computes",
        look: &[
            "fast and slow tick every 0.5 and 0.8\u{a0}s. work sleeps for 0.7\u{a0}s, then \
             computes for 1.5\u{a0}s, here a `time.sleep`, which holds the thread just as a long \
             loop would. With the values given here nobody else gets the thread from 0.7 to \
             2.2\u{a0}s: the tick of slow that was due at 0.8\u{a0}s and that of fast that was due \
             at 1.0\u{a0}s both come at 2.2\u{a0}s.",
            "The missed ticks are not made up for: each task sleeps again only after its late \
             tick. So fast ends at 3.2\u{a0}s instead of 2.0, slow at 4.6 instead of 3.2\u{a0}s.",
            "Press Compare. Handed to a worker by `asyncio.to_thread`, the same computation is an \
             await like any other: work waits for it until 2.2\u{a0}s, as before, but every tick \
             is on time and the whole takes 3.2\u{a0}s.",
        ],
        trap: Some(
            "An `async def` around a blocking call does not make it harmless: what counts is \
             whether the thread is given back. In debug mode asyncio warns of every callback that \
             takes longer than 0.1\u{a0}s. A worker thread helps with what waits or computes \
             outside of Python; pure Python code in it still shares the interpreter’s lock with \
             the event loop, so for long computations use a process.",
        ),
        next: &[
            "Set Computes for to 0.1: the tick of slow that was due at 0.8\u{a0}s just makes it. \
             That is how small such calls must be.",
            "Set Computes for to 3.0: for three seconds the program answers nobody, and the whole \
             takes 6.1\u{a0}s.",
            "Choose the worker and set Computes for to 3.0: the ticks stay on time, and only work \
             ends later, at 3.7\u{a0}s.",
        ],
        parameters: &[
            "Where|in the loop|in a worker",
            "Starts at",
            "Computes for",
            "fast every",
            "slow every",
            "Ticks",
        ],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un appel bloquant",
        title: "Deux tâches battent, une troisième calcule",
        question: "Que fait aux autres le calcul d’une tâche\u{202f}?",
        group: "deux tâches qui battent, une qui calcule",
        look: &[
            "fast et slow battent toutes les 0.5 et 0.8\u{a0}s. work dort 0.7\u{a0}s, puis calcule \
             pendant 1.5\u{a0}s, ici par un `time.sleep`, qui tient le fil comme le ferait une \
             longue boucle. Avec les valeurs données ici, personne d’autre n’obtient le fil de 0.7 \
             à 2.2\u{a0}s\u{a0}: le battement de slow prévu à 0.8\u{a0}s et celui de fast prévu à \
             1.0\u{a0}s viennent tous deux à 2.2\u{a0}s.",
            "Les battements manqués ne sont pas rattrapés\u{a0}: chaque tâche ne se rendort \
             qu’après son battement en retard. fast finit donc à 3.2\u{a0}s au lieu de 2.0, slow à \
             4.6 au lieu de 3.2\u{a0}s.",
            "Appuyez sur Comparer. Confié à un fil de travail par `asyncio.to_thread`, le même \
             calcul est un await comme un autre\u{a0}: work l’attend jusqu’à 2.2\u{a0}s, comme \
             avant, mais chaque battement est à l’heure, et l’ensemble prend 3.2\u{a0}s.",
        ],
        trap: Some(
            "Un `async def` autour d’un appel bloquant ne le rend pas inoffensif\u{a0}: ce qui \
             compte, c’est que le fil soit rendu. En mode debug, asyncio signale tout rappel qui \
             dure plus de 0.1\u{a0}s. Un fil de travail convient à ce qui attend ou calcule hors \
             de Python\u{202f}; du pur code Python y partage encore le verrou de l’interpréteur \
             avec la boucle d’événements\u{a0}: pour de longs calculs, prenez un processus.",
        ),
        next: &[
            "Donnez au calcul la durée 0.1\u{a0}: le battement de slow prévu à 0.8\u{a0}s passe de \
             justesse. Voilà combien de tels appels doivent être courts.",
            "Donnez au calcul la durée 3.0\u{a0}: pendant trois secondes, le programme ne répond à \
             personne, et l’ensemble prend 6.1\u{a0}s.",
            "Choisissez le fil de travail et donnez au calcul la durée 3.0\u{a0}: les battements \
             restent à l’heure, seule work finit plus tard, à 3.7\u{a0}s.",
        ],
        parameters: &[
            "Où|dans la boucle|dans un autre fil",
            "Commence à",
            "Calcul",
            "fast toutes les",
            "slow toutes les",
            "Battements",
        ],
        columns: &[],
    },
};
