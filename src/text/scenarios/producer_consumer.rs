//! The words of `producer_consumer`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Producer and consumers",
        title: "A producer, a queue, its consumers",
        question: "What if one side is faster than the other?",
        group: "a task that makes, tasks that work, a bounded queue between",
        look: &[
            "P makes an item every 0.4\u{a0}s and puts it into the queue, which has room for 2; C1 \
             takes one at a time and works on it for 1.5\u{a0}s. With the values given here P is \
             the faster one: at 1.2\u{a0}s the queue is full, and from 1.6\u{a0}s on P has to wait \
             with its fourth item until C1 takes one out, at 1.9\u{a0}s.",
            "From then on the consumer sets the pace of the producer. That is what the bound is \
             for: without it the items would pile up in memory. P is done at 3.4\u{a0}s, the last \
             item only at 7.9\u{a0}s.",
            "`put` waits while the queue is full, `get` while it is empty. C1 has an endless loop: \
             when `join` has told main, at 7.9\u{a0}s, that the work on every item is done, main \
             cancels it, and “cancelled” is here the planned end.",
        ],
        trap: Some(
            "`join` does not wait until the queue is empty, but until `task_done` has been called \
             for each item. If a consumer forgets to, or raises an error before it gets there, \
             `join` waits for ever. And the bound is 0 by default, which means none at all.",
        ),
        next: &[
            "Set Consumers to 2: the whole takes 4.9\u{a0}s instead of 7.9; with 3 it takes \
             3.8\u{a0}s.",
            "Set Room to 20: P never waits and is done at 2.0\u{a0}s, but the whole still takes \
             7.9\u{a0}s, because C1 is no faster.",
            "Set Makes in to 2.0: now it is C1 that waits before each item, and the queue is empty \
             most of the time.",
        ],
        parameters: &["Items", "Room", "Consumers", "Makes in", "Works for"],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Producteur, consommateurs",
        title: "Un producteur, une file, des consommateurs",
        question: "Que se passe-t-il si un côté est plus rapide que l’autre\u{202f}?",
        group: "une tâche qui fabrique, des tâches qui travaillent, une file bornée entre elles",
        look: &[
            "P fabrique un élément toutes les 0.4\u{a0}s et le met dans la file, qui a 2 \
             places\u{202f}; C1 en prend un à la fois et y travaille 1.5\u{a0}s. Avec les valeurs \
             données ici, P est la plus rapide\u{a0}: à 1.2\u{a0}s la file est pleine, et à partir \
             de 1.6\u{a0}s P doit attendre, son quatrième élément en main, que C1 en retire un, à \
             1.9\u{a0}s.",
            "Dès lors, c’est le consommateur qui règle le pas du producteur. C’est à cela que sert \
             la borne\u{a0}: sans elle, les éléments s’entasseraient en mémoire. P a fini à \
             3.4\u{a0}s, le dernier élément à 7.9\u{a0}s seulement.",
            "`put` attend tant que la file est pleine, `get` tant qu’elle est vide. C1 contient \
             une boucle sans fin\u{a0}: quand `join` a fait savoir à main, à 7.9\u{a0}s, que le \
             travail est terminé sur chaque élément, main l’annule, et «\u{a0}annulée\u{a0}» est \
             ici la fin prévue.",
        ],
        trap: Some(
            "`join` n’attend pas que la file soit vide, mais que `task_done` ait été appelée pour \
             chaque élément. Si un consommateur l’oublie, ou lève une erreur avant d’y arriver, \
             `join` attend pour toujours. Et la borne vaut 0 si l’on ne dit rien, ce qui veut dire \
             qu’il n’y en a pas.",
        ),
        next: &[
            "Donnez aux consommateurs la valeur 2\u{a0}: l’ensemble prend 4.9\u{a0}s au lieu de \
             7.9\u{202f}; avec 3, il prend 3.8\u{a0}s.",
            "Donnez aux places la valeur 20\u{a0}: P n’attend jamais et a fini à 2.0\u{a0}s, mais \
             l’ensemble prend toujours 7.9\u{a0}s, parce que C1 n’est pas plus rapide.",
            "Donnez à la fabrication la valeur 2.0\u{a0}: c’est maintenant C1 qui attend avant \
             chaque élément, et la file est vide presque tout le temps.",
        ],
        parameters: &["Éléments", "Places", "Consommateurs", "Fabrication", "Travail"],
        columns: &[],
    },
};
