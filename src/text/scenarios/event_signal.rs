//! The words of `event_signal`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "An event as a signal",
        title: "Three visitors and a door",
        question: "How does one task tell many that they may go on?",
        group: "three tasks that wait for one event",
        look: &[
            "Each visitor walks to the door and waits for the event `door`. With the values given \
             here V1 and V2 arrive at 0.5 and 1.0\u{a0}s, while it is closed. At 2.0\u{a0}s main \
             calls `set`, and both go in at once: a single call wakes all who wait, in the order \
             of their arrival.",
            "V3 arrives only at 2.5\u{a0}s. The event is still set, so `wait` does not wait at \
             all: V3 prints `V3 arrives` and `V3 goes in` in one step.",
            "`set` itself hands nothing over: in the Log, main prints `the door is open` before \
             anybody goes in.",
        ],
        trap: Some(
            "An event stays set until somebody calls `clear`; it is a door, not a bell. If you \
             need a signal each time, take a `Condition` or a queue: `set` followed by `clear` \
             wakes those who wait, but whoever looks later has missed it.",
        ),
        next: &[
            "Set the opening to 3.0: all three wait, and all three go in at 3.0\u{a0}s.",
            "Set the opening to 0: nobody waits, and each goes in on arrival.",
            "Set V1 to 1.5: V2 is now the first in line, and goes in before V1, at 2.0\u{a0}s.",
        ],
        parameters: &["V1 arrives", "V2 arrives", "V3 arrives", "Opening"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un événement pour signal",
        title: "Trois visiteuses et une porte",
        question: "Comment une tâche dit-elle à plusieurs qu’elles peuvent continuer\u{202f}?",
        group: "trois tâches qui attendent un même événement",
        look: &[
            "Chaque visiteuse marche jusqu’à la porte et attend l’événement `door`. Avec les \
             valeurs données ici, V1 et V2 arrivent à 0.5 et 1.0\u{a0}s, tant qu’elle est fermée. \
             À 2.0\u{a0}s, main appelle `set`, et toutes deux entrent aussitôt\u{a0}: un seul \
             appel réveille toutes celles qui attendent, dans l’ordre de leur arrivée.",
            "V3 n’arrive qu’à 2.5\u{a0}s. L’événement est toujours levé, et `wait` n’attend donc \
             pas du tout\u{a0}: V3 affiche `V3 arrives` et `V3 goes in` dans un même pas.",
            "`set`, à lui seul, ne cède la place à personne\u{a0}: dans le Journal, main affiche \
             `the door is open` avant que quiconque n’entre.",
        ],
        trap: Some(
            "Un événement reste levé jusqu’à ce que quelqu’un appelle `clear`\u{202f}; c’est une \
             porte, pas une sonnette. S’il vous faut un signal à chaque fois, prenez une \
             `Condition` ou une file\u{a0}: `set` suivi de `clear` réveille celles qui attendent, \
             mais celle qui regarde plus tard l’a manqué.",
        ),
        next: &[
            "Donnez à l’ouverture la valeur 3.0\u{a0}: toutes trois attendent, et toutes trois \
             entrent à 3.0\u{a0}s.",
            "Donnez à l’ouverture la valeur 0\u{a0}: personne n’attend, et chacune entre dès son \
             arrivée.",
            "Donnez à V1 la valeur 1.5\u{a0}: V2 est maintenant la première de la file, et entre \
             avant V1, à 2.0\u{a0}s.",
        ],
        parameters: &["Arrivée de V1", "Arrivée de V2", "Arrivée de V3", "Ouverture"],
        columns: &[],
    },
};
