//! The words of `wait_for`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "A limit on a wait",
        title: "Two calls, each under a limit",
        question: "What happens when a call takes too long?",
        group: "two calls, one after the other, each under its own limit",
        look: &[
            "main makes two calls, one after the other, and waits for each with `wait_for` and a \
             limit. With the values given here, quick answers at 1.0\u{a0}s, well within its \
             2.0\u{a0}s. Then slow begins: it would take 3.0\u{a0}s, but its limit is 1.0\u{a0}s, \
             and at 2.0\u{a0}s main gets `TimeoutError`.",
            "At the limit, the timer of `wait_for` asks for the cancellation of main, and main \
             passes the request on to the task that it awaits: hence a triangle on both lanes. \
             slow ends at 2.0\u{a0}s, cancelled. Only then is the request to main taken back, and \
             `TimeoutError` raised in its place.",
            "main catches the error, prints it and returns both answers; so its own end is a \
             result. Had it not caught it, its lane would end with “timed out”.",
        ],
        trap: Some(
            "The limit cuts nothing off. `wait_for` asks for the cancellation and then waits until \
             the task has ended, however long that takes: if tidying up takes 3 seconds, the error \
             comes 3 seconds after the limit. And if the task catches the cancellation and returns \
             a value, as a bare `except:` may make it do, there is no `TimeoutError` at all.",
        ),
        next: &[
            "Set Clean-up to 1.5: slow ends at 3.5\u{a0}s, and only then does main get its error, \
             1.5\u{a0}s after the limit.",
            "Set the limit of slow to 5.0: both calls answer, at 1.0 and 4.0\u{a0}s, and nothing \
             is cancelled.",
            "Set slow to 1.0, exactly its limit: `TimeoutError` all the same, because the timer of \
             the limit was set first.",
            "Set the limit of slow to 0: the task is cancelled before its first step, and not a \
             line of its body runs.",
        ],
        parameters: &["quick", "Limit of quick", "slow", "Limit of slow", "Clean-up"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Limiter une attente",
        title: "Deux appels, chacun avec sa limite",
        question: "Que se passe-t-il quand un appel dure trop longtemps\u{202f}?",
        group: "deux appels, l’un après l’autre, chacun avec sa propre limite",
        look: &[
            "main fait deux appels, l’un après l’autre, et attend chacun par `wait_for`, avec une \
             limite. Avec les valeurs données ici, quick répond à 1.0\u{a0}s, bien avant sa limite \
             de 2.0\u{a0}s. Puis slow commence\u{a0}: il lui faudrait 3.0\u{a0}s, mais sa limite \
             est de 1.0\u{a0}s, et à 2.0\u{a0}s main reçoit `TimeoutError`.",
            "À la limite, la minuterie de `wait_for` demande l’annulation de main, et main \
             transmet la demande à la tâche qu’elle attend\u{a0}: d’où un triangle sur les deux \
             pistes. slow finit à 2.0\u{a0}s, annulée. Alors seulement la demande faite à main est \
             retirée, et `TimeoutError` levée à sa place.",
            "main attrape l’erreur, l’affiche et renvoie les deux réponses\u{202f}; sa fin à elle \
             est donc un résultat. Sinon, sa piste finirait par «\u{a0}délai dépassé\u{a0}».",
        ],
        trap: Some(
            "La limite ne coupe rien. `wait_for` demande l’annulation, puis attend que la tâche \
             ait fini, aussi longtemps qu’il le faut\u{a0}: si le nettoyage dure 3 secondes, \
             l’erreur vient 3 secondes après la limite. Et si la tâche attrape l’annulation et \
             renvoie une valeur, comme un `except:` nu peut l’y conduire, il n’y a pas de \
             `TimeoutError` du tout.",
        ),
        next: &[
            "Donnez au nettoyage la valeur 1.5\u{a0}: slow finit à 3.5\u{a0}s, et main ne reçoit \
             son erreur qu’à ce moment-là, 1.5\u{a0}s après la limite.",
            "Donnez à la limite de slow la valeur 5.0\u{a0}: les deux appels répondent, à 1.0 et \
             4.0\u{a0}s, et rien n’est annulé.",
            "Donnez à slow la valeur 1.0, exactement sa limite\u{a0}: `TimeoutError` quand même, \
             parce que la minuterie de la limite a été posée la première.",
            "Donnez à la limite de slow la valeur 0\u{a0}: la tâche est annulée avant son premier \
             pas, et pas une ligne de son corps ne s’exécute.",
        ],
        parameters: &["quick", "Limite de quick", "slow", "Limite de slow", "Nettoyage"],
        columns: &[],
    },
};
