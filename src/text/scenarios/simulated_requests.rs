//! The words of `simulated_requests`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Simulated requests",
        title: "Five requests, the same draws twice",
        question: "How much faster is it really?",
        group: "requests whose durations and answers are drawn",
        look: &[
            "Each URL is given a duration and a status, drawn from a generator that starts at the \
             seed. With the seed 8, the five take 0.840, 0.689, 0.628, 1.717 and 0.814\u{a0}s. All \
             at once, they are done when the slowest is, at 1.717\u{a0}s; one by one, the next task \
             is created only when the one before has ended, and the whole takes their sum, \
             4.688\u{a0}s.",
            "Press Compare: both strategies stand on one axis, with the same draws. The gain, \
             ×2.73, is that of the strategy alone.",
            "A 404 or a 500 is an answer like any other: the task that gets it returns it. Only a \
             request without an answer would raise an exception.",
        ],
        trap: Some(
            "To measure the two strategies in two runs, each with random durations of its own, \
             compares luck, not strategies. Only the same draws make the speed-up mean something.",
        ),
        next: &[
            "Throw the dice a few times, with Compare pressed: the gain changes with the draws, but \
             it is never below 1 and never above the number of requests.",
            "Set Fastest and Slowest both to 1.0: the gain is exactly 5.",
            "Set Requests to 1: there is nothing to wait for together, and nothing is gained.",
        ],
        parameters: &["Strategy|one by one|all at once", "Requests", "Fastest", "Slowest", "Seed"],
        columns: &["URL", "Status", "Time"],
    },
    fr: ScenarioText {
        contents: "Requêtes simulées",
        title: "Cinq requêtes, deux fois les mêmes tirages",
        question: "De combien va-t-on vraiment plus vite\u{202f}?",
        group: "des requêtes dont la durée et la réponse sont tirées au sort",
        look: &[
            "Chaque URL reçoit une durée et un code de statut, tirés d’un générateur qui part de la \
             graine. Avec la graine 8, les cinq requêtes durent 0.840, 0.689, 0.628, 1.717 et \
             0.814\u{a0}s. Lancées ensemble, elles sont finies quand la plus lente l’est, à \
             1.717\u{a0}s\u{202f}; une à une, chaque tâche n’est créée qu’à la fin de la précédente, \
             et l’ensemble dure leur somme, 4.688\u{a0}s.",
            "Appuyez sur Comparer\u{a0}: les deux stratégies sont sur un seul axe, avec les mêmes \
             tirages. Le gain, ×2.73, est celui de la stratégie et d’elle seule.",
            "Un 404 ou un 500 est une réponse comme une autre\u{a0}: la tâche qui le reçoit le \
             renvoie. Seule une requête sans réponse lèverait une exception.",
        ],
        trap: Some(
            "Mesurer les deux stratégies en deux exécutions, chacune avec ses propres durées \
             aléatoires, c’est comparer des hasards et non des stratégies. Seuls les mêmes tirages \
             donnent un sens à l’accélération.",
        ),
        next: &[
            "Relancez le dé plusieurs fois, Comparer étant activé\u{a0}: le gain change avec les \
             tirages, mais n’est jamais inférieur à 1 ni supérieur au nombre de requêtes.",
            "Donnez la valeur 1.0 à la plus rapide et à la plus lente\u{a0}: le gain vaut exactement \
             5.",
            "Donnez à Requêtes la valeur 1\u{a0}: il n’y a rien à attendre ensemble, et rien à gagner.",
        ],
        parameters: &["Stratégie|une à une|ensemble", "Requêtes", "La plus rapide", "La plus lente", "Graine"],
        columns: &["URL", "Statut", "Durée"],
    },
};
