//! The words of `timeout_block`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A limit within a limit",
        title: "Two limits, one inside the other",
        question: "Which limit fires, and who gets to see what?",
        group: "one task, two nested limits",
        look: &[
            "main shows a page in two steps, a search and the display, under an outer limit of \
             4.0\u{a0}s; the search has an inner limit of its own, 2.0\u{a0}s. With the values \
             given here the search would take 3.0\u{a0}s: the inner limit ends it at 2.0\u{a0}s, \
             main goes on without it, and the page is shown at 3.0\u{a0}s.",
            "main prints twice at 2.0\u{a0}s, as the Log shows. Inside the inner block, the search \
             meets a `CancelledError`, which it prints and raises again. Outside of that block, \
             and only there, it has become a `TimeoutError`.",
            "`asyncio.timeout` creates no task, hence the single lane. At its limit it asks the \
             task that runs the block for its cancellation (the triangle). At the end of the block \
             it takes the request back; so main goes on, and ends with a result.",
        ],
        trap: Some(
            "An `except TimeoutError` inside the block catches nothing: in there, the limit is a \
             cancellation like any other. Put the handler around the `async with`. And if you \
             catch `CancelledError` inside, raise it again: otherwise the block ends as if nothing \
             had happened, without any `TimeoutError`.",
        ),
        next: &[
            "Set the outer limit to 2.5: the inner one fires at 2.0\u{a0}s as before, then the \
             outer one, at 2.5\u{a0}s, in the middle of the display, and main returns `no page`.",
            "Set the outer limit to 1.0: it fires during the search. The inner block lets the \
             cancellation pass, since it is not its own, and only the outer one turns it into a \
             `TimeoutError`.",
            "Set the search to 1.0: neither limit fires, and the page is shown at 2.0\u{a0}s.",
        ],
        parameters: &["Search", "Display", "Inner limit", "Outer limit"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une limite dans une limite",
        title: "Deux limites, l’une dans l’autre",
        question: "Quelle limite se déclenche, et qui en voit quoi\u{202f}?",
        group: "une tâche, deux limites emboîtées",
        look: &[
            "main montre une page en deux étapes, une recherche puis l’affichage, sous une limite \
             extérieure de 4.0\u{a0}s\u{202f}; la recherche a sa propre limite, intérieure, de \
             2.0\u{a0}s. Avec les valeurs données ici, la recherche durerait 3.0\u{a0}s\u{a0}: la \
             limite intérieure l’arrête à 2.0\u{a0}s, main continue sans elle, et la page est \
             montrée à 3.0\u{a0}s.",
            "main affiche deux fois à 2.0\u{a0}s, comme le montre le Journal. Dans le bloc \
             intérieur, la recherche rencontre un `CancelledError`, qu’elle affiche et lève de \
             nouveau. Hors de ce bloc, et là seulement, il est devenu un `TimeoutError`.",
            "`asyncio.timeout` ne crée aucune tâche, d’où l’unique piste. À sa limite, il demande \
             à la tâche qui exécute le bloc de s’annuler (le triangle). À la fin du bloc, il \
             retire sa demande\u{202f}; main continue donc, et finit par un résultat.",
        ],
        trap: Some(
            "Un `except TimeoutError` à l’intérieur du bloc n’attrape rien\u{a0}: à cet endroit, \
             la limite est une annulation comme une autre. Placez-le autour du `async with`. Et si \
             vous attrapez `CancelledError` à l’intérieur, levez-le de nouveau\u{a0}: sans quoi le \
             bloc finit comme si de rien n’était, sans aucun `TimeoutError`.",
        ),
        next: &[
            "Donnez à la limite extérieure la valeur 2.5\u{a0}: l’intérieure se déclenche à \
             2.0\u{a0}s comme avant, puis l’extérieure, à 2.5\u{a0}s, en plein affichage, et main \
             renvoie `no page`.",
            "Donnez à la limite extérieure la valeur 1.0\u{a0}: elle se déclenche pendant la \
             recherche. Le bloc intérieur laisse passer l’annulation, puisqu’elle n’est pas la \
             sienne, et seul le bloc extérieur en fait un `TimeoutError`.",
            "Donnez à la recherche la valeur 1.0\u{a0}: aucune limite ne se déclenche, et la page \
             est montrée à 2.0\u{a0}s.",
        ],
        parameters: &["Recherche", "Affichage", "Limite intérieure", "Limite extérieure"],
        columns: &[],
    },
};
