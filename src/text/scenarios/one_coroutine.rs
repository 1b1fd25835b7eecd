//! The words of `one_coroutine`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "One coroutine",
        title: "A coroutine, called and awaited",
        question: "Who runs a coroutine?",
        group: "one task that runs the coroutine it awaits",
        look: &[
            "There is only one task, hence one lane, and that is the point. `await greet(...)` \
             runs the body of `greet` in the task that awaits it, here the main task; no other \
             task is created.",
            "With the values given here, main runs for an instant at 0, sleeps for 1.0\u{a0}s, \
             then runs for another instant: it prints `Hello Alice!` and ends at 1.0\u{a0}s, with \
             this text as its result. In between, the thread is free, but there is no other task \
             to use it.",
            "Select the lane main and open Code: while main sleeps, the lit line is the one with \
             the sleep, inside `greet`.",
        ],
        trap: Some(
            "Calling a coroutine function runs nothing: `greet(\"Alice\", 1.0)` on its own only \
             makes a coroutine object. Its body begins when you await it, or when the loop runs a \
             task made from it. If you forget the `await`, there is no wait and no greeting; \
             Python only warns that the coroutine was never awaited.",
        ),
        next: &[
            "Set the wait to 3.0: the greeting is printed at 3.0\u{a0}s, and the thread is still \
             busy only for an instant at each end.",
            "Change the name: the text of the greeting changes, the timeline does not.",
            "Press Reset, then Step: the first callback takes main into `greet` as far as the \
             sleep, and no second lane appears.",
        ],
        parameters: &["Name", "Wait"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Une coroutine",
        title: "Une coroutine, appelée puis attendue",
        question: "Qui exécute une coroutine\u{202f}?",
        group: "une tâche qui exécute la coroutine qu’elle attend",
        look: &[
            "Il n’y a qu’une tâche, donc une seule piste, et c’est bien là l’essentiel. `await \
             greet(...)` exécute le corps de `greet` dans la tâche qui l’attend, ici la tâche \
             principale\u{202f}; aucune autre tâche n’est créée.",
            "Avec les valeurs données ici, la tâche main s’exécute un instant à 0, dort \
             1.0\u{a0}s, puis s’exécute encore un instant\u{a0}: elle affiche `Hello Alice!` et se \
             termine à 1.0\u{a0}s, avec ce texte pour résultat. Entre les deux, le fil est libre, \
             mais aucune autre tâche n’est là pour en profiter.",
            "Sélectionnez la piste main et ouvrez Code\u{a0}: tant que main dort, la ligne \
             éclairée est celle où elle s’est endormie, à l’intérieur de `greet`.",
        ],
        trap: Some(
            "Appeler une fonction coroutine n’exécute rien\u{a0}: à lui seul, `greet(\"Alice\", \
             1.0)` ne fait que construire un objet coroutine. Son corps ne commence que si vous \
             l’attendez (await), ou si la boucle exécute une tâche créée à partir de lui. Si vous \
             oubliez `await`, il n’y a ni attente ni salutation\u{202f}; Python signale seulement \
             que la coroutine n’a jamais été attendue.",
        ),
        next: &[
            "Donnez à l’attente la valeur 3.0\u{a0}: la salutation s’affiche à 3.0\u{a0}s, et le \
             fil n’est toujours occupé qu’un instant à chaque bout.",
            "Changez le nom\u{a0}: le texte de la salutation change, la chronologie reste la même.",
            "Réinitialisez, puis avancez pas à pas\u{a0}: le premier pas mène main dans `greet` \
             jusqu’à l’endroit où elle s’endort, et aucune deuxième piste n’apparaît.",
        ],
        parameters: &["Nom", "Attente"],
        columns: &[],
    },
};
