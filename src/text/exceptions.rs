//! One sentence about each of the most frequent exceptions of Python, shown beside `CPython`'s own message.

use super::{Both, Language};

/// The meaning of an exception of this class; `None` if it is not listed.
#[must_use]
pub fn explained(class: &str, language: Language) -> Option<&'static str> {
    let found = EXCEPTIONS.iter().find(|(name, _)| *name == class);
    found.map(|(_, said)| *said.get(language))
}

/// The class of the exception at the end of a traceback: from `KeyError: 'tea'`, or from `KeyboardInterrupt` alone.
#[must_use]
pub fn class_of(traceback: &str) -> Option<&str> {
    // In an exception group, lines start with `| `, and lines of source are indented after it.
    let lines = traceback.lines().rev().map(|line| line.trim_start().strip_prefix("| ").unwrap_or(line));
    let last = lines.map(str::trim_end).find(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))?;
    let name = last.split(':').next()?.trim();
    let class = name.rsplit('.').next()?;
    class.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_').then_some(class)
}

macro_rules! exceptions {
    ($($class:literal: $en:literal, $fr:literal;)*) => {
        static EXCEPTIONS: &[(&str, Both<&str>)] = &[$(($class, Both { en: $en, fr: $fr })),*];
    };
}

exceptions! {
    "SyntaxError":
        "Python cannot read this line: a sign is missing, or one is too many. Nothing has run.",
        "Python ne peut pas lire cette ligne\u{a0}: un signe manque, ou est de trop. Rien n’a été exécuté.";
    "IndentationError":
        "The lines of one block must begin at the same column.",
        "Les lignes d’un même bloc doivent commencer à la même colonne.";
    "TabError":
        "Tabs and spaces are mixed at the beginning of lines. Use four spaces.",
        "Des tabulations et des espaces se mélangent au début des lignes. Utilisez quatre espaces.";
    "NameError":
        "This name means nothing here: it is mistyped, not imported, or given a value only later.",
        "Ce nom ne désigne rien ici\u{a0}: il est mal écrit, n’est pas importé, ou ne reçoit une valeur que plus tard.";
    "UnboundLocalError":
        "The function gives this name a value further down, so it is a local name, and has none yet.",
        "La fonction donne une valeur à ce nom plus bas\u{a0}: c’est donc un nom local, qui n’en a pas encore.";
    "AttributeError":
        "The object has nothing of this name. Look at what it is: perhaps a coroutine that was not awaited, or None.",
        "L’objet n’a rien de ce nom. Regardez ce que c’est\u{a0}: peut-être une coroutine sans await, ou None.";
    "TypeError":
        "A value is of a kind that does not fit here: one that cannot be called, added or awaited, or an argument too many.",
        "Une valeur n’est pas du type voulu ici\u{a0}: on ne peut l’appeler, l’ajouter ou l’attendre, ou un argument est de trop.";
    "ValueError":
        "The value is of the right kind, but not one that can be used here.",
        "La valeur est du bon type, mais ne convient pas ici.";
    "KeyError":
        "The dictionary has no such key. With .get(key) there is no error.",
        "Le dictionnaire n’a pas cette clé. Avec .get(clé), il n’y a pas d’erreur.";
    "IndexError":
        "The list is shorter than that: the last index is its length minus one.",
        "La liste est plus courte\u{a0}: le dernier indice est sa longueur moins un.";
    "ZeroDivisionError":
        "Something was divided by zero.",
        "On a divisé par zéro.";
    "ModuleNotFoundError":
        "There is no such module here. A file of your own needs a tab of that name; packages of others are not in the lab.",
        "Ce module n’existe pas ici. Un fichier à vous demande un onglet de ce nom\u{a0}; les paquets d’autrui ne sont pas dans l’atelier.";
    "ImportError":
        "The module is there, but has no such name.",
        "Le module est là, mais n’a pas ce nom.";
    "FileNotFoundError":
        "There is no such file. In the lab a program sees only files that it has written itself.",
        "Ce fichier n’existe pas. Dans l’atelier, un programme ne voit que les fichiers qu’il a écrits.";
    "RuntimeError":
        "The program asked for something at a moment when it cannot be done, such as asyncio.run within a coroutine.",
        "Le programme a demandé une chose impossible à ce moment, par exemple asyncio.run dans une coroutine.";
    "RecursionError":
        "A function has called itself too often: nothing ended the chain of calls.",
        "Une fonction s’est appelée trop de fois\u{a0}: rien n’a arrêté la suite d’appels.";
    "TimeoutError":
        "Something took longer than its time limit, and was cancelled.",
        "Une opération a dépassé son délai, et a été annulée.";
    "CancelledError":
        "The task was cancelled while it waited. This is how asyncio ends a task, and seldom a mistake.",
        "La tâche a été annulée pendant qu’elle attendait. C’est ainsi qu’asyncio arrête une tâche, rarement une faute.";
    "ExceptionGroup":
        "Several tasks of a TaskGroup failed, or one did: each exception stands within the group.",
        "Une ou plusieurs tâches d’un TaskGroup ont échoué\u{a0}: chaque exception figure dans le groupe.";
    "InvalidStateError":
        "The task or future has no result yet, or has one already.",
        "La tâche ou le future n’a pas encore de résultat, ou en a déjà un.";
    "StopAsyncIteration":
        "An asynchronous iterator had nothing more to give.",
        "Un itérateur asynchrone n’avait plus rien à donner.";
    "QueueEmpty":
        "get_nowait found the queue empty. await queue.get() would have waited.",
        "get_nowait a trouvé la file vide. await queue.get() aurait attendu.";
    "QueueFull":
        "put_nowait found the queue full. await queue.put(item) would have waited.",
        "put_nowait a trouvé la file pleine. await queue.put(élément) aurait attendu.";
    "KeyboardInterrupt":
        "The program was stopped.",
        "Le programme a été arrêté.";
    "EOFError":
        "input() was given no answer.",
        "input() n’a pas reçu de réponse.";
    "AssertionError":
        "What assert demands does not hold.",
        "Ce que demande assert n’est pas vrai.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_traceback_ends_with_its_class() {
        let of_key =
            "Traceback (most recent call last):\n  File \"program.py\", line 1, in <module>\nKeyError: 'tea'\n";
        assert_eq!(class_of(of_key), Some("KeyError"));
        assert_eq!(class_of("  x\nasyncio.exceptions.CancelledError\n"), Some("CancelledError"));
        let of_group = "  | ExceptionGroup: one (1 sub-exception)\n  +-+---- 1 ----\n    |   File \"p.py\"\n    |     x\n    | ValueError: no\n    +----\n";
        assert_eq!(class_of(of_group), Some("ValueError"));
        assert_eq!(class_of(""), None);
        assert!(explained("KeyError", Language::French).is_some());
        assert_eq!(explained("BoatError", Language::French), None);
    }
}
