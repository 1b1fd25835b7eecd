//! The words of `task_group`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A task group",
        title: "Three tasks in one group",
        question: "What becomes of the others when one task fails?",
        group: "three tasks in a group: the first error cancels the rest",
        look: &[
            "main opens a group and creates three tasks in it. With the values given here, photos \
             has its result at 1.0\u{a0}s, and prices raises an error at 2.0\u{a0}s. In that very \
             instant the group asks stock for its cancellation (the triangle on its lane), and \
             stock ends at 2.0\u{a0}s instead of failing at 3.0\u{a0}s.",
            "main leaves the `async with` block only when all three tasks have ended. What comes \
             out is an `ExceptionGroup`, a bundle of errors, from which `except*` takes those that \
             it knows. Here it holds one, and main prints `caught: prices missing`.",
            "The triangle on the lane of main is the group’s way of getting main out of its \
             waiting: it asks main for its cancellation too, and takes the request back at the end \
             of the block.",
        ],
        trap: Some(
            "This is not how `gather` behaves: there the first error is raised at once, and the \
             other tasks keep running, unseen. A group leaves nobody behind. But it does not save \
             what was ready, either: the result of photos can only be had from its task, which \
             this program has not kept.",
        ),
        next: &[
            "Set stock to 2.0: both tasks fail in the same iteration of the loop, and main prints \
             two errors, because the group keeps them all.",
            "Set photos to 3.0: nothing is ready when prices fails, and two tasks are cancelled at \
             2.0\u{a0}s.",
            "Set prices to 5.0: now stock is the one that fails, at 3.0\u{a0}s, and prices is \
             cancelled.",
        ],
        parameters: &["photos", "prices", "stock"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Un groupe de tâches",
        title: "Trois tâches dans un groupe",
        question: "Que deviennent les autres quand une tâche échoue\u{202f}?",
        group: "trois tâches dans un groupe\u{a0}: la première erreur annule les autres",
        look: &[
            "main ouvre un groupe et y crée trois tâches. Avec les valeurs données ici, photos a \
             son résultat à 1.0\u{a0}s et prices lève une erreur à 2.0\u{a0}s. Au même instant, le \
             groupe demande à stock de s’annuler (le triangle sur sa piste), et stock finit à \
             2.0\u{a0}s au lieu d’échouer à 3.0\u{a0}s.",
            "main ne quitte le bloc `async with` que lorsque les trois tâches ont fini. Il en sort \
             un `ExceptionGroup`, un paquet d’erreurs, dont `except*` retire celles qu’il connaît. \
             Ici, il n’en contient qu’une, et main affiche `caught: prices missing`.",
            "Le triangle sur la piste main est la façon dont le groupe tire main de son \
             attente\u{a0}: il lui demande aussi de s’annuler, puis retire la demande à la fin du \
             bloc.",
        ],
        trap: Some(
            "`gather` ne se comporte pas ainsi\u{a0}: la première erreur y est levée tout de \
             suite, et les autres tâches continuent, à l’insu de tous. Un groupe, lui, n’abandonne \
             personne. Mais il ne sauve pas non plus ce qui était prêt\u{a0}: le résultat de \
             photos ne peut se lire que sur sa tâche, que ce programme n’a pas gardée.",
        ),
        next: &[
            "Donnez à stock la valeur 2.0\u{a0}: les deux tâches échouent dans le même tour de \
             boucle, et main affiche deux erreurs, parce que le groupe les garde toutes.",
            "Donnez à photos la valeur 3.0\u{a0}: rien n’est prêt quand prices échoue, et deux \
             tâches sont annulées à 2.0\u{a0}s.",
            "Donnez à prices la valeur 5.0\u{a0}: c’est maintenant stock qui échoue, à 3.0\u{a0}s, \
             et prices est annulée.",
        ],
        parameters: &["photos", "prices", "stock"],
        columns: &[],
    },
};
