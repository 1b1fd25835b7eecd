//! The words of `sequential`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "One after the other",
        title: "Three downloads, one after the other",
        question: "What does waiting cost?",
        group: "one task, three blocking sleeps, one after the other",
        look: &[
            "There is one task, main, and so one lane: with the values given here it is dark blue \
             from 0 to 4.5\u{a0}s, that is 2.0 + 1.0 + 1.5. The three pins mark the prints, at \
             2.0, 3.0 and 4.5\u{a0}s; each download begins only when the one before it is over.",
            "Now look at the lane of the thread: it is busy from end to end. `time.sleep` computes \
             nothing, but it keeps the one thread for as long as it waits, so the event loop \
             cannot run anything else. If there were another task, it would not advance by a \
             single step before 4.5\u{a0}s.",
        ],
        trap: Some(
            "Putting `time.sleep` inside an `async def` does not make it give way: it stops the \
             whole loop, and every task with it. `await asyncio.sleep(...)` leaves the thread to \
             other tasks while it waits. That alone would not make this program shorter, since \
             three such waits in a row still add up to 4.5\u{a0}s. For the waits to overlap, each \
             download needs a task of its own, as in “All at once”.",
        ),
        next: &[
            "Set D2 to 4.0: the total grows by exactly 3.0\u{a0}s, to 7.5\u{a0}s, and D3 does not \
             begin before 6.0\u{a0}s.",
            "Exchange D1 and D2 (1.0, then 2.0): the prints move to 1.0, 3.0 and 4.5\u{a0}s, and \
             the total stays the same.",
            "Go back to the values given here and press Compare: the same downloads, started \
             together, take 2.0\u{a0}s.",
        ],
        parameters: &["D1", "D2", "D3"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "L’un après l’autre",
        title: "Trois téléchargements, l’un après l’autre",
        question: "Que coûte l’attente\u{202f}?",
        group: "une tâche, trois attentes bloquantes, l’une après l’autre",
        look: &[
            "Il n’y a qu’une tâche, main, donc une seule piste\u{a0}: avec les valeurs données \
             ici, elle est bleu foncé de 0 à 4.5\u{a0}s, soit 2.0 + 1.0 + 1.5. Les trois épingles \
             marquent les affichages, à 2.0, 3.0 et 4.5\u{a0}s\u{202f}; chaque téléchargement ne \
             commence qu’une fois le précédent terminé.",
            "Regardez maintenant la piste du fil\u{a0}: il est occupé d’un bout à l’autre. \
             `time.sleep` ne calcule rien, mais garde l’unique fil d’exécution pendant toute \
             l’attente\u{202f}; la boucle d’événements ne peut donc rien exécuter d’autre. S’il y \
             avait une autre tâche, elle n’avancerait pas d’un pas avant 4.5\u{a0}s.",
        ],
        trap: Some(
            "Placer `time.sleep` dans un `async def` ne le rend pas moins bloquant\u{a0}: il \
             arrête toute la boucle, et toutes les tâches avec elle. `await asyncio.sleep(...)`, \
             au contraire, laisse le fil aux autres tâches pendant l’attente. Cela ne suffirait \
             pourtant pas à raccourcir ce programme\u{a0}: trois attentes à la suite dureraient \
             encore 4.5\u{a0}s. Pour qu’elles se recouvrent, il faut une tâche par téléchargement, \
             comme dans «\u{a0}Tous ensemble\u{a0}».",
        ),
        next: &[
            "Donnez à D2 la valeur 4.0\u{a0}: le total augmente d’exactement 3.0\u{a0}s, pour \
             atteindre 7.5\u{a0}s, et D3 ne commence pas avant 6.0\u{a0}s.",
            "Échangez D1 et D2 (1.0, puis 2.0)\u{a0}: les affichages passent à 1.0, 3.0 et \
             4.5\u{a0}s, et le total reste le même.",
            "Revenez aux valeurs données ici et choisissez Comparer\u{a0}: les mêmes \
             téléchargements, lancés ensemble, prennent 2.0\u{a0}s.",
        ],
        parameters: &["D1", "D2", "D3"],
        columns: &[],
    },
};
