//! The words of `shield`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Shield",
        title: "Two payments, one of them shielded",
        question: "Can one stop waiting without stopping the work?",
        group: "two orders that are cancelled, two payments",
        look: &[
            "Each order awaits its payment, order1 directly, order2 through `shield`. With the \
             values given here, main cancels both orders at 1.0\u{a0}s, in the middle of the \
             payments.",
            "order1 passes the request on to what it awaits: there is a triangle on payment1 too, \
             which ends at 1.0\u{a0}s, cancelled. There is none on payment2: `shield` stopped the \
             request. order2 is cancelled all the same, but payment2 goes on, prints `paid` at \
             2.0\u{a0}s and has its receipt.",
            "At the end main awaits the two payments themselves, and gets one `CancelledError` and \
             one `receipt`.",
        ],
        trap: Some(
            "`shield` does not protect the one who waits: order2 is cancelled like any other task. \
             Nor does it protect against everything: if somebody cancels payment2 itself, it ends, \
             and order2 with it. And keep a reference to what you shield, as main does here: once \
             the waiter has gone, the event loop holds only a weak one, and the task may disappear \
             before it has ended.",
        ),
        next: &[
            "Set Payment to 0.5: everything is over when main cancels, and nothing is cancelled.",
            "Set Patience to 0: payment1 is cancelled at 0, as soon as it sleeps; payment2 is paid \
             at 2.0\u{a0}s as before.",
            "Set Payment to 1.0, the same as Patience: main wakes first. payment1 has slept \
             enough, but gets the cancellation all the same; payment2 is paid.",
        ],
        parameters: &["Payment", "Patience"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Le bouclier (shield)",
        title: "Deux paiements, dont un protégé",
        question: "Peut-on cesser d’attendre sans arrêter le travail\u{202f}?",
        group: "deux commandes annulées, deux paiements",
        look: &[
            "Chaque commande attend son paiement, order1 directement, order2 à travers `shield`. \
             Avec les valeurs données ici, main annule les deux commandes à 1.0\u{a0}s, au milieu \
             des paiements.",
            "order1 transmet la demande à ce qu’elle attend\u{a0}: il y a aussi un triangle sur \
             payment1, qui finit à 1.0\u{a0}s, annulée. Il n’y en a pas sur payment2\u{a0}: \
             `shield` a arrêté la demande. order2 est annulée quand même, mais payment2 continue, \
             affiche `paid` à 2.0\u{a0}s et obtient son reçu.",
            "À la fin, main attend les deux paiements eux-mêmes, et reçoit un `CancelledError` et \
             un `receipt`.",
        ],
        trap: Some(
            "`shield` ne protège pas celle qui attend\u{a0}: order2 est annulée comme toute autre \
             tâche. Il ne protège pas non plus de tout\u{a0}: si quelqu’un annule payment2 \
             elle-même, elle finit, et order2 avec elle. Et gardez une référence à ce que vous \
             protégez, comme le fait main ici\u{a0}: une fois que plus personne ne l’attend, la \
             boucle d’événements n’en garde qu’une référence faible, et la tâche peut disparaître \
             avant d’avoir fini.",
        ),
        next: &[
            "Donnez au paiement la valeur 0.5\u{a0}: tout est fini quand main annule, et rien \
             n’est annulé.",
            "Donnez à la patience la valeur 0\u{a0}: payment1 est annulée à l’instant 0, sitôt \
             endormie\u{202f}; payment2 est payée à 2.0\u{a0}s comme avant.",
            "Donnez au paiement la valeur 1.0, la même qu’à la patience\u{a0}: main se réveille la \
             première. payment1 a assez dormi, mais reçoit quand même l’annulation\u{202f}; \
             payment2 est payée.",
        ],
        parameters: &["Paiement", "Patience"],
        columns: &[],
    },
};
