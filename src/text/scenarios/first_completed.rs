//! The words of `first_completed`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "The first one wins",
        title: "Three mirrors, and the first answer",
        question: "What happens to the losers of a race?",
        group: "three tasks that race; main waits for the first",
        look: &[
            "main asks three mirrors for the same file and waits with \
             `return_when=FIRST_COMPLETED`. With the values given here south answers first, at \
             1.0\u{a0}s; main wakes in the same instant and prints `1 done, 2 still running`.",
            "Nothing happens to the other two. While main pauses for 0.5\u{a0}s, they run on, and \
             north even answers, at 1.3\u{a0}s. Only at 1.5\u{a0}s does main cancel all three: the \
             request counts for west alone (the triangle), since those that are done cannot be \
             cancelled any more.",
            "`wait` gives two sets, the tasks that are done and those that are pending, and never \
             raises what a task has raised. To see a result, ask the task for it, or gather it, as \
             main does at the end.",
        ],
        trap: Some(
            "`wait` cancels nobody: the losers of a race go on using connections and memory until \
             they end, or until somebody cancels them. Nor is the first set sure to hold a single \
             task: several may end in the same iteration of the loop.",
        ),
        next: &[
            "Set north to 1.0: two mirrors answer together, and main prints `2 done, 1 still \
             running`.",
            "Set Pause to 2.0: west answers too, at 2.5\u{a0}s, before main asks it to stop. Three \
             results, and nobody is cancelled.",
            "Set Pause to 0: both losers are cancelled at 1.0\u{a0}s, and the whole lasts no \
             longer than its winner.",
        ],
        parameters: &["north", "south", "west", "Pause"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "La première gagne",
        title: "Trois miroirs, et la première réponse",
        question: "Que deviennent les perdantes d’une course\u{202f}?",
        group: "trois tâches font la course\u{202f}; main attend la première",
        look: &[
            "main demande le même fichier à trois miroirs et attend avec \
             `return_when=FIRST_COMPLETED`. Avec les valeurs données ici, south répond la \
             première, à 1.0\u{a0}s\u{202f}; main se réveille au même instant et affiche `1 done, \
             2 still running`.",
            "Il n’arrive rien aux deux autres. Pendant que main fait une pause de 0.5\u{a0}s, \
             elles continuent, et north répond même, à 1.3\u{a0}s. Ce n’est qu’à 1.5\u{a0}s que \
             main annule les trois\u{a0}: la demande ne compte que pour west (le triangle), \
             puisque celles qui ont fini ne peuvent plus être annulées.",
            "`wait` donne deux ensembles, les tâches qui ont fini et celles qui restent, et ne \
             lève jamais ce qu’une tâche a levé. Pour voir un résultat, demandez-le à la tâche, ou \
             réunissez-les par `gather`, comme main le fait à la fin.",
        ],
        trap: Some(
            "`wait` n’annule personne\u{a0}: les perdantes de la course continuent d’occuper des \
             connexions et de la mémoire jusqu’à leur fin, ou jusqu’à ce que quelqu’un les annule. \
             Et le premier ensemble ne contient pas forcément une seule tâche\u{a0}: plusieurs \
             peuvent finir dans le même tour de boucle.",
        ),
        next: &[
            "Donnez à north la valeur 1.0\u{a0}: deux miroirs répondent ensemble, et main affiche \
             `2 done, 1 still running`.",
            "Donnez à la pause la valeur 2.0\u{a0}: west répond elle aussi, à 2.5\u{a0}s, avant \
             que main ne lui demande de s’arrêter. Trois résultats, et personne n’est annulé.",
            "Donnez à la pause la valeur 0\u{a0}: les deux perdantes sont annulées à 1.0\u{a0}s, \
             et le tout ne dure pas plus longtemps que la gagnante.",
        ],
        parameters: &["north", "south", "west", "Pause"],
        columns: &[],
    },
};
