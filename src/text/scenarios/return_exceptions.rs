//! The words of `return_exceptions`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Exceptions as results",
        title: "gather, with and without return_exceptions",
        question: "Where does the error go?",
        group: "three operations gathered, of which some fail",
        look: &[
            "With the seed 2, B fails at 0.557\u{a0}s. With the switch on, gather waits for all \
                 three and puts the exception among the results, in B’s place: main ends at \
                 1.456\u{a0}s with two answers and one error.",
            "With the switch off, gather raises B’s error in main at once, at 0.557\u{a0}s. A and C \
                 are not cancelled: they run on and end at 1.456 and 1.335\u{a0}s, but gather gives \
                 their answers to nobody. Main waits for them here only so that they can be seen to \
                 the end; asyncio.run would have cancelled them.",
        ],
        trap: Some(
            "`isinstance(result, Exception)` does not sort the results: a cancelled child leaves a \
                 `CancelledError`, which is no `Exception` but a `BaseException`, and would pass for \
                 a success. Ask for `BaseException`.",
        ),
        next: &[
            "Press Compare: both ways on one axis, with the same draws.",
            "Set the chance of an error to 1, with the switch off: gather raises B’s error, the \
                 first. Those of A and C come later and are reported nowhere.",
            "Set it to 0: both ways give the same list at the same time.",
        ],
        parameters: &["return_exceptions", "Fastest", "Slowest", "Chance of an error", "Seed"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Exceptions parmi les résultats",
        title: "gather, avec et sans return_exceptions",
        question: "Où va l’erreur\u{202f}?",
        group: "trois opérations réunies par gather, dont certaines échouent",
        look: &[
            "Avec la graine 2, B échoue à 0.557\u{a0}s. Si l’option est activée, gather attend les \
                 trois tâches et range l’exception parmi les résultats, à la place de B\u{a0}: main \
                 finit à 1.456\u{a0}s avec deux réponses et une erreur.",
            "Sinon, gather lève l’erreur de B dans main aussitôt, à 0.557\u{a0}s. A et C ne sont pas \
                 annulées\u{a0}: elles continuent et finissent à 1.456 et 1.335\u{a0}s, mais gather \
                 ne donne leurs réponses à personne. Si main les attend ici, c’est seulement pour \
                 qu’on les voie aller jusqu’au bout\u{202f}; asyncio.run les aurait annulées.",
        ],
        trap: Some(
            "`isinstance(result, Exception)` ne suffit pas à trier les résultats\u{a0}: une tâche \
                 annulée laisse une `CancelledError`, qui n’est pas une `Exception` mais une \
                 `BaseException`, et passerait pour une réussite. Testez `BaseException`.",
        ),
        next: &[
            "Appuyez sur Comparer\u{a0}: les deux façons sur un seul axe, avec les mêmes tirages.",
            "Donnez la valeur 1 à la probabilité d’erreur, sans l’option\u{a0}: gather lève l’erreur \
                 de B, la première. Celles de A et de C viennent plus tard et ne sont signalées \
                 nulle part.",
            "Donnez-lui la valeur 0\u{a0}: les deux façons donnent la même liste au même instant.",
        ],
        parameters: &["return_exceptions", "La plus rapide", "La plus lente", "Probabilité d’erreur", "Graine"],
        columns: &[],
    },
};
