//! The words of `several_awaits`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Several awaits",
        title: "Three waits in one coroutine",
        question: "Do the waits of one coroutine overlap?",
        group: "one task, three waits that add up",
        look: &[
            "There is one task, and its three waits follow one another: each begins when the one \
             before it has ended. With the values given here they add up to 0.5 + 0.3 + 0.2, that \
             is 1.0\u{a0}s.",
            "The pins show where each wait ends: `connected` at 0.5, `logged in` at 0.8, `page \
             received` at 1.0\u{a0}s. Such an order is often what you want: nobody logs in before \
             being connected.",
            "The thread is free during all three waits, unlike in “One after the other”. That is \
             not enough to save time: there is no other task to use it.",
        ],
        trap: Some(
            "An `await` does not hand over to another task: it runs what you await, in the same \
             task. Only where this suspends the task does the loop get the thread back, and it \
             then runs other tasks if some are ready; here there are none. And if what you await \
             never suspends, no other task runs in the meantime.",
        ),
        next: &[
            "Exchange the first and the third wait (0.2, 0.3, 0.5): the pins move to 0.2, 0.5 and \
             1.0\u{a0}s, and the total stays at 1.0\u{a0}s.",
            "Set the first wait to 1.5: all three prints come 1.0\u{a0}s later, and the total is \
             2.0\u{a0}s.",
            "Set all three to 0.4: the total is 1.2\u{a0}s, their sum, where three tasks started \
             together would need 0.4\u{a0}s.",
        ],
        parameters: &["1st wait", "2nd wait", "3rd wait"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Plusieurs await",
        title: "Trois attentes dans une coroutine",
        question: "Les attentes d’une même coroutine se recouvrent-elles\u{202f}?",
        group: "une tâche, trois attentes qui s’additionnent",
        look: &[
            "Il n’y a qu’une tâche, et ses trois attentes se suivent\u{a0}: chacune commence quand \
             la précédente est finie. Avec les valeurs données ici, elles s’additionnent\u{a0}: \
             0.5 + 0.3 + 0.2, soit 1.0\u{a0}s.",
            "Les épingles montrent la fin de chaque attente\u{a0}: `connected` à 0.5, `logged in` \
             à 0.8, `page received` à 1.0\u{a0}s. Cet ordre est souvent celui que l’on veut\u{a0}: \
             on ne s’identifie pas avant d’être connecté.",
            "Le fil est libre pendant les trois attentes, à la différence de «\u{a0}L’un après \
             l’autre\u{a0}». Cela ne suffit pas à gagner du temps\u{a0}: aucune autre tâche n’est \
             là pour en profiter.",
        ],
        trap: Some(
            "Un `await` ne cède pas la place à une autre tâche\u{a0}: il exécute ce que vous \
             attendez, dans la même tâche. Ce n’est qu’au moment où celle-ci se suspend que la \
             boucle récupère le fil\u{202f}; elle exécute alors les autres tâches prêtes, s’il y \
             en a, et ici il n’y en a pas. Et si ce que vous attendez ne se suspend jamais, aucune \
             autre tâche ne s’exécute entre-temps.",
        ),
        next: &[
            "Échangez la première et la troisième attente (0.2, 0.3, 0.5)\u{a0}: les épingles \
             passent à 0.2, 0.5 et 1.0\u{a0}s, et le total, 1.0\u{a0}s, ne change pas.",
            "Donnez à la première attente la valeur 1.5\u{a0}: les trois affichages viennent \
             1.0\u{a0}s plus tard, et le total est de 2.0\u{a0}s.",
            "Donnez aux trois attentes la valeur 0.4\u{a0}: le total est de 1.2\u{a0}s, leur \
             somme, là où trois tâches lancées ensemble n’auraient besoin que de 0.4\u{a0}s.",
        ],
        parameters: &["1re attente", "2e attente", "3e attente"],
        columns: &[],
    },
};
