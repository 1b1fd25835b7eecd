//! The words of `cancellation`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Cancellation",
        title: "Three workers, asked to stop",
        question: "Does a cancellation end a task?",
        group: "three tasks, cancelled at the same moment",
        look: &[
            "The three workers would sleep until 4.0\u{a0}s. With the values given here, main \
             calls `cancel` on each of them at 1.0\u{a0}s (the triangles) and prints `all three \
             asked to stop`. In the Log, this line comes before any of them has noticed: `cancel` \
             makes a request, no more.",
            "At its next step each worker gets the cancellation, as `CancelledError`, at the await \
             where it is suspended. obedient lets it pass and ends at 1.0\u{a0}s. tidy catches it, \
             tidies up for 0.5\u{a0}s and raises it again: it ends at 1.5\u{a0}s, cancelled too. \
             stubborn catches it, sleeps for another 2.0\u{a0}s and returns its result at \
             3.0\u{a0}s, as if nobody had asked.",
            "The lane of stubborn ends with “swallowed”: it was cancelled, but returned all the \
             same. main waits for all three and gets two `CancelledError` and one `finished`.",
        ],
        trap: Some(
            "Whoever catches `CancelledError` should raise it again. A bare `except:` catches it \
             without meaning to, and makes every timeout around it ineffective; `except Exception` \
             lets it pass, because `CancelledError` is not an `Exception`. For the same reason, \
             `isinstance(result, Exception)` takes a cancellation among the results of \
             `gather(..., return_exceptions=True)` for a success.",
        ),
        next: &[
            "Set Patience to 5.0: all three have ended at 4.0\u{a0}s. `cancel` finds nothing left \
             to do, and main gets three results.",
            "Set Clean-up to 3.0: main, which waits for all of them, has to wait for tidy until \
             4.0\u{a0}s.",
            "Set Patience to 4.0: the sleeps are over, but main wakes first, and the workers still \
             get the cancellation instead of the end of their sleep. stubborn now ends at \
             6.0\u{a0}s.",
        ],
        parameters: &["Work", "Patience", "Clean-up", "stubborn goes on"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "L’annulation",
        title: "Trois ouvrières priées de s’arrêter",
        question: "Une annulation met-elle fin à une tâche\u{202f}?",
        group: "trois tâches, annulées au même moment",
        look: &[
            "Les trois tâches dormiraient jusqu’à 4.0\u{a0}s. Avec les valeurs données ici, main \
             appelle `cancel` sur chacune à 1.0\u{a0}s (les triangles) et affiche `all three asked \
             to stop`. Dans le Journal, cette ligne vient avant qu’aucune ne s’en soit \
             aperçue\u{a0}: `cancel` fait une demande, rien de plus.",
            "À son pas suivant, chacune reçoit l’annulation, sous la forme d’un `CancelledError`, \
             à l’await où elle est suspendue. obedient le laisse passer et finit à 1.0\u{a0}s. \
             tidy l’attrape, range pendant 0.5\u{a0}s et le lève de nouveau\u{a0}: elle finit à \
             1.5\u{a0}s, annulée elle aussi. stubborn l’attrape, dort encore 2.0\u{a0}s et renvoie \
             son résultat à 3.0\u{a0}s, comme si personne n’avait rien demandé.",
            "La piste de stubborn finit par «\u{a0}avalée\u{a0}»\u{a0}: la tâche a été annulée, \
             mais elle a renvoyé une valeur quand même. main attend les trois et reçoit deux \
             `CancelledError` et un `finished`.",
        ],
        trap: Some(
            "Qui attrape `CancelledError` doit le lever de nouveau. Un `except:` nu l’attrape sans \
             le vouloir, et ôte tout effet aux limites de temps posées autour\u{202f}; `except \
             Exception` le laisse passer, parce que `CancelledError` n’est pas une `Exception`. \
             Pour la même raison, parmi les résultats de `gather(..., return_exceptions=True)`, le \
             test `isinstance(result, Exception)` prend une annulation pour un succès.",
        ),
        next: &[
            "Donnez à la patience la valeur 5.0\u{a0}: les trois tâches ont fini à 4.0\u{a0}s. \
             `cancel` ne trouve plus rien à faire, et main reçoit trois résultats.",
            "Donnez au rangement la valeur 3.0\u{a0}: main, qui attend les trois tâches, doit \
             attendre tidy jusqu’à 4.0\u{a0}s.",
            "Donnez à la patience la valeur 4.0\u{a0}: les sommeils sont finis, mais main se \
             réveille la première, et les tâches reçoivent encore l’annulation au lieu de la fin \
             de leur sommeil. stubborn finit maintenant à 6.0\u{a0}s.",
        ],
        parameters: &["Travail", "Patience", "Rangement", "Sursis de stubborn"],
        columns: &[],
    },
};
