//! The words of `handle_each_error`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Handle each error",
        title: "Four operations, a handler for each",
        question: "What becomes of the others when one fails?",
        group: "each operation handles its own error",
        look: &[
            "Each operation fails with the probability given, 0.3. With the seed 7, load fails at \
                 0.824 and parse at 1.151\u{a0}s; check and store succeed. Yet all four lanes end \
                 with a result: an exception goes no further than its handler, and a task that has \
                 handled its error has not failed.",
            "So gather gets four values and ends with the last of them, at 1.151\u{a0}s. `None` in \
                 the list says that there is no answer, and the report says why.",
        ],
        trap: Some(
            "A bare `except:` here would catch `CancelledError`, too. The task could then no longer \
                 be cancelled, and a timeout around it would never come. `except Exception:` lets a \
                 cancellation pass; the Rust file does so in a line of its own.",
        ),
        next: &[
            "Set the chance of an error to 1: all four fail, and main still gets its list at 1.151\u{a0}s.",
            "Throw the dice: who fails changes with the draws; the total is always that of the \
                 slowest operation.",
            "Set it to 0: four answers, at the same times. Whether an operation fails has no say in \
                 how long it takes.",
        ],
        parameters: &["Fastest", "Slowest", "Chance of an error", "Seed"],
        columns: &["Operation", "Outcome", "Answer or error"],
    },
    fr: ScenarioText {
        contents: "Traiter chaque erreur",
        title: "Quatre opérations, un traitement d’erreur pour chacune",
        question: "Que deviennent les autres quand l’une échoue\u{202f}?",
        group: "chaque opération traite sa propre erreur",
        look: &[
            "Chaque opération échoue avec la probabilité donnée, 0.3. Avec la graine 7, load échoue \
                 à 0.824 et parse à 1.151\u{a0}s\u{202f}; check et store réussissent. Les quatre \
                 pistes finissent pourtant par un résultat\u{a0}: une exception ne va pas plus loin \
                 que le code qui la traite, et une tâche qui a traité son erreur n’a pas échoué.",
            "gather reçoit donc quatre valeurs et finit avec la dernière, à 1.151\u{a0}s. `None` \
                 dans la liste dit qu’il n’y a pas de réponse, et le compte rendu dit pourquoi.",
        ],
        trap: Some(
            "Un `except:` tout court attraperait aussi `CancelledError`. La tâche ne pourrait plus \
                 être annulée, et un délai posé autour d’elle n’arriverait jamais. `except \
                 Exception:` laisse passer l’annulation\u{202f}; le fichier Rust le fait dans une \
                 ligne à part.",
        ),
        next: &[
            "Donnez la valeur 1 à la probabilité d’erreur\u{a0}: les quatre échouent, et main reçoit \
                 tout de même sa liste à 1.151\u{a0}s.",
            "Lancez le dé\u{a0}: les tirages changent celles qui échouent\u{202f}; le total est \
                 toujours celui de l’opération la plus lente.",
            "Donnez-lui la valeur 0\u{a0}: quatre réponses, aux mêmes instants. Qu’une opération \
                 échoue ou non ne change rien à sa durée.",
        ],
        parameters: &["La plus rapide", "La plus lente", "Probabilité d’erreur", "Graine"],
        columns: &["Opération", "Issue|success=réussite|error=erreur", "Réponse ou erreur"],
    },
};
