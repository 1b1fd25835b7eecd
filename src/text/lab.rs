//! The words of the lab: its buttons, the states of its engine, how runs end.

use super::{Both, Language};

/// Every word of the lab in one language.
pub struct Lab {
    /// The lab's name.
    pub title: &'static str,
    /// The heading of the exercises.
    pub exercises: &'static str,
    /// One sentence about the lab.
    pub about: &'static str,
    /// The name of the bar between the editor and the timeline.
    pub divider: &'static str,
    /// The name of the row of the program's files.
    pub files: &'static str,
    /// The name of the button that adds a file.
    pub add_file: &'static str,
    /// The name of the button that removes this file.
    pub close_file: fn(&str) -> String,
    /// The name of the menu of programs.
    pub programs: &'static str,
    /// The label of the field with the program's name.
    pub name: &'static str,
    /// The menu's command for a new program.
    pub new: &'static str,
    /// The menu's command that opens a file.
    pub open: &'static str,
    /// The menu's command that saves a file.
    pub save: &'static str,
    /// The menu's command that copies a link.
    pub share: &'static str,
    /// The heading of the starting points.
    pub examples: &'static str,
    /// The menu's command that copies the program.
    pub duplicate: &'static str,
    /// The menu's command that deletes the program.
    pub delete: &'static str,
    /// The menu's command that saves all programs to one file.
    pub export: &'static str,
    /// The text of the button that restores a deleted program.
    pub undo: &'static str,
    /// The name of a copy of this program.
    pub copy_of: fn(&str) -> String,
    /// The name of a new program.
    pub untitled: &'static str,
    /// The note that the program is stored in this browser.
    pub saved: &'static str,
    /// The note that this browser stores nothing.
    pub not_saved: &'static str,
    /// The message after this program was deleted.
    pub deleted: fn(&str) -> String,
    /// The message that another tab changed the program, with the name of the program shown now.
    pub elsewhere: fn(&str) -> String,
    /// The note that the program came from a link.
    pub from_link: &'static str,
    /// The text of the button that stores the program of the link.
    pub keep: &'static str,
    /// The message after a link was copied, with its number of characters.
    pub link_copied: fn(&str) -> String,
    /// The text of the button that closes a message.
    pub close: &'static str,
    /// The message while the editor is being loaded.
    pub editor_loading: &'static str,
    /// The message when the editor could not be loaded, with the reason.
    pub editor_failed: fn(&str) -> String,
    /// The text of the button that loads again.
    pub try_again: &'static str,
    /// The message while the engine is being loaded: megabytes received, and in all.
    pub engine_loading: fn(&str, &str) -> String,
    /// The message while Python starts.
    pub engine_booting: &'static str,
    /// The message when Python could not be loaded, with the reason.
    pub engine_failed: fn(&str) -> String,
    /// The message while the page waits for Python's computation.
    pub engine_waits: &'static str,
    /// The heading of the question when the program calls `input()`.
    pub asks: &'static str,
    /// The text of the button that sends the answer.
    pub answer: &'static str,
    /// The label of the answer's field.
    pub answer_field: &'static str,
    /// The text of the button that ends the input (EOF).
    pub no_more: &'static str,
    /// The state of a run that ended with an exception.
    pub failed: &'static str,
    /// The state of a run that exited with this code.
    pub exited: fn(&str) -> String,
    /// The state of a deadlocked run: no task can ever go on.
    pub stuck: &'static str,
    /// The state of a run that a limit ended.
    pub limited: &'static str,
    /// The note that the text was edited after the run.
    pub edited: &'static str,
    /// The heading of the await chain.
    pub frames: &'static str,
    /// The heading of the local variables.
    pub variables: &'static str,
    /// The mark of a variable that the last step changed.
    pub changed: &'static str,
    /// The result of the check: no problems.
    pub no_problems: &'static str,
    /// The message while the check waits for the engine.
    pub checking: &'static str,
    /// The name of a line, from the file and the number.
    pub line: fn(&str, u32) -> String,
    /// The name of a frame in a traceback, from its function.
    pub in_function: fn(&str) -> String,
    /// The heading of a traceback.
    pub traceback: &'static str,
    /// The sentence about the limit that ended the run.
    pub said_limit: fn(&str) -> String,
    /// The sentence for a run that the reader stopped.
    pub stopped_by_reader: &'static str,
    /// The sentence for a deadlock.
    pub said_stuck: &'static str,
    /// A task, and what it waits for.
    pub waits_for: fn(&str, &str) -> String,
    /// The message when the engine crashed, with the reason.
    pub broke: fn(&str) -> String,
    /// The heading of the list of keys.
    pub shortcuts: &'static str,
    /// The name of the key that indents.
    pub indent: &'static str,
    /// The name of the key that outdents.
    pub outdent: &'static str,
    /// The name of the key that undoes.
    pub undo_key: &'static str,
    /// The text of the button that compares the edited text with the last run.
    pub compare_last: &'static str,
    /// The text of the button that compares the text with the original.
    pub compare_origin: &'static str,
    /// The text of the button that restores the original text.
    pub reset_origin: &'static str,
    /// The label of the field with the open file's name.
    pub file_name: &'static str,
    /// The name of the row of keys above a phone's keyboard.
    pub key_row: &'static str,
    /// The message about opening a file, by its code: what was changed, or why it failed.
    pub note: fn(&str) -> String,
    /// The text of the link from a scenario to the lab.
    pub edit_this: &'static str,
    /// The program that the editor contains at the first visit.
    pub first: &'static str,
}

/// The words of the lab in this language.
#[must_use]
pub fn lab(language: Language) -> &'static Lab {
    LAB.get(language)
}

static LAB: Both<Lab> = Both { en: ENGLISH, fr: FRENCH };

const ENGLISH: Lab = Lab {
    title: "Lab",
    exercises: "Exercises and bug hunts",
    about: "Write your own program, run it, and see it on the time axis.",
    divider: "Width of the editor",
    files: "Files",
    add_file: "Add a file",
    close_file: |name| format!("Remove {name}"),
    programs: "My programs",
    name: "Name",
    new: "New",
    open: "Open",
    save: "Save .py",
    share: "Share",
    examples: "Examples",
    duplicate: "Duplicate",
    delete: "Delete",
    export: "Save all",
    undo: "Undo",
    copy_of: |name| format!("{name}, copy"),
    untitled: "My program",
    saved: "kept in this browser",
    not_saved: "This browser keeps nothing: save the file before you leave.",
    deleted: |name| format!("“{name}” was deleted."),
    elsewhere: |name| format!("Another tab has changed this program. Both are kept; here you see “{name}”."),
    from_link: "From a link. Nothing has run.",
    keep: "Keep it",
    link_copied: |length| format!("A link with the program was copied ({length} characters)."),
    close: "Close",
    editor_loading: "The editor is loading…",
    editor_failed: |why| format!("The editor could not be loaded: {why}"),
    try_again: "Try again",
    engine_loading: |got, all| format!("Python: {got} of {all} MB"),
    engine_booting: "Python is starting",
    engine_failed: |why| format!("Python could not be started: {why}"),
    engine_waits: "Python is computing",
    asks: "waits for your answer",
    answer: "Answer",
    answer_field: "Answer to input()",
    no_more: "No answer",
    failed: "failed",
    exited: |code| format!("exit {code}"),
    stuck: "stuck",
    limited: "stopped: limit",
    edited: "Edited since this run",
    frames: "Where it is",
    variables: "Variables",
    changed: "changed",
    no_problems: "Nothing found in the text.",
    checking: "The text is checked once Python is there.",
    line: |file, line| format!("{file}, line {line}"),
    in_function: |name| format!("in {name}"),
    traceback: "What Python says",
    said_limit: |name| {
        match name {
            "events" | "log" => "It logged too much: it may be a loop without end.",
            "output" => "It printed too much.",
            "time" => "It went on for too much of its own time: it may never end.",
            "memory" => "It needed too much memory.",
            "silence" => "It computed for too long without a sign of life: it may be a loop without an await.",
            _ => "A limit of the lab ended it.",
        }
        .to_owned()
    },
    stopped_by_reader: "You stopped it. What had come stays.",
    said_stuck: "Every task waits for another, or for something that nobody will do.",
    waits_for: |task, what| format!("{task} waits for {what}."),
    broke: |why| format!("Python itself broke: {why}. Run again to go on."),
    shortcuts: "Keyboard shortcuts",
    indent: "Indent",
    outdent: "Outdent",
    undo_key: "Undo",
    compare_last: "Run and compare",
    compare_origin: "Compare with the original",
    reset_origin: "Reset to the original",
    file_name: "File",
    key_row: "Keys",
    note: |code| {
        match code {
            "too_big" => "This is more than 1 MB of program: too much for the lab. Nothing has changed.",
            "binary" => "This is not text. Nothing has changed.",
            "not_a_notebook" => "This is not a notebook. Nothing has changed.",
            "not_python" => "This notebook is for another language than Python. Nothing has changed.",
            "no_code" => "This notebook has no code. Nothing has changed.",
            "too_long" => "The program is too long for a link: save the file and send that.",
            "broken" => "The link is cut or mistyped: its program cannot be read.",
            "crlf" => "The ends of its lines were made those of this editor.",
            "tabs" => "The tabs of its indentation became spaces.",
            "not_utf8" => "It was not UTF-8: its letters were read as those of Windows.",
            "magics" => "Lines that only a notebook understands became comments.",
            "python2" => "It is written for Python 2: here Python 3.13 will read it.",
            other => return format!("It could not be opened: {other}"),
        }
        .to_owned()
    },
    edit_this: "Edit this program",
    first: "import asyncio


async def brew(drink, seconds):
    print(f\"{drink}: water on\")
    await asyncio.sleep(seconds)
    print(f\"{drink}: ready\")
    return drink


async def main():
    drinks = await asyncio.gather(brew(\"tea\", 3), brew(\"coffee\", 2))
    print(\"served:\", drinks)


asyncio.run(main())
",
};

const FRENCH: Lab = Lab {
    title: "Atelier",
    exercises: "Exercices et chasses au bug",
    about: "Écrivez votre programme, exécutez\u{2011}le, et voyez\u{2011}le sur l’axe du temps.",
    divider: "Largeur de l’éditeur",
    files: "Fichiers",
    add_file: "Ajouter un fichier",
    close_file: |name| format!("Retirer {name}"),
    programs: "Mes programmes",
    name: "Nom",
    new: "Nouveau",
    open: "Ouvrir",
    save: "Enregistrer .py",
    share: "Partager",
    examples: "Exemples",
    duplicate: "Dupliquer",
    delete: "Supprimer",
    export: "Tout enregistrer",
    undo: "Annuler",
    copy_of: |name| format!("{name}, copie"),
    untitled: "Mon programme",
    saved: "gardé dans ce navigateur",
    not_saved: "Ce navigateur ne garde rien\u{a0}: enregistrez le fichier avant de partir.",
    deleted: |name| format!("«\u{a0}{name}\u{a0}» est supprimé."),
    elsewhere: |name| {
        format!(
            "Un autre onglet a modifié ce programme. Les deux sont gardés\u{a0}; vous voyez ici «\u{a0}{name}\u{a0}»."
        )
    },
    from_link: "Reçu par un lien. Rien n’a été exécuté.",
    keep: "Le garder",
    link_copied: |length| format!("Un lien avec le programme est copié ({length} caractères)."),
    close: "Fermer",
    editor_loading: "L’éditeur se charge…",
    editor_failed: |why| format!("L’éditeur n’a pas pu être chargé\u{a0}: {why}"),
    try_again: "Réessayer",
    engine_loading: |got, all| format!("Python\u{a0}: {got} sur {all}\u{a0}Mo"),
    engine_booting: "Python démarre",
    engine_failed: |why| format!("Python n’a pas pu démarrer\u{a0}: {why}"),
    engine_waits: "Python calcule",
    asks: "attend votre réponse",
    answer: "Répondre",
    answer_field: "Réponse à input()",
    no_more: "Pas de réponse",
    failed: "échec",
    exited: |code| format!("sortie {code}"),
    stuck: "bloqué",
    limited: "arrêté\u{a0}: limite",
    edited: "Modifié depuis cette exécution",
    frames: "Où elle en est",
    variables: "Variables",
    changed: "changé",
    no_problems: "Rien à signaler dans le texte.",
    checking: "Le texte sera vérifié quand Python sera là.",
    line: |file, line| format!("{file}, ligne {line}"),
    in_function: |name| format!("dans {name}"),
    traceback: "Ce que dit Python",
    said_limit: |name| {
        match name {
            "events" | "log" => "Son journal est trop long\u{a0}: c’est peut-être une boucle sans fin.",
            "output" => "Il a trop affiché.",
            "time" => "Son temps est allé trop loin\u{a0}: peut-être ne finit\u{2011}il jamais.",
            "memory" => "Il lui fallait trop de mémoire.",
            "silence" => "Il a calculé trop longtemps sans signe de vie\u{a0}: c’est peut-être une boucle sans await.",
            _ => "Une limite de l’atelier l’a arrêté.",
        }
        .to_owned()
    },
    stopped_by_reader: "Vous l’avez arrêté. Ce qui était venu reste.",
    said_stuck: "Chaque tâche en attend une autre, ou une chose que personne ne fera.",
    waits_for: |task, what| format!("{task} attend {what}."),
    broke: |why| format!("Python lui-même s’est arrêté\u{a0}: {why}. Relancez pour continuer."),
    shortcuts: "Raccourcis clavier",
    indent: "Décaler à droite",
    outdent: "Décaler à gauche",
    undo_key: "Défaire",
    compare_last: "Lancer et comparer",
    compare_origin: "Comparer avec l’original",
    reset_origin: "Revenir à l’original",
    file_name: "Fichier",
    key_row: "Touches",
    note: |code| {
        match code {
            "too_big" => "C’est plus de 1\u{a0}Mo de programme\u{a0}: trop pour l’atelier. Rien n’a changé.",
            "binary" => "Ce n’est pas du texte. Rien n’a changé.",
            "not_a_notebook" => "Ce n’est pas un notebook. Rien n’a changé.",
            "not_python" => "Ce notebook est pour un autre langage que Python. Rien n’a changé.",
            "no_code" => "Ce notebook n’a pas de code. Rien n’a changé.",
            "too_long" => "Le programme est trop long pour un lien\u{a0}: enregistrez le fichier et envoyez\u{2011}le.",
            "broken" => "Le lien est coupé ou mal copié\u{a0}: son programme ne peut être lu.",
            "crlf" => "Ses fins de ligne sont devenues celles de cet éditeur.",
            "tabs" => "Les tabulations de son retrait sont devenues des espaces.",
            "not_utf8" => "Il n’était pas en UTF-8\u{a0}: ses lettres ont été lues comme celles de Windows.",
            "magics" => "Les lignes que seul un notebook comprend sont devenues des commentaires.",
            "python2" => "Il est écrit pour Python 2\u{a0}; ici, c’est Python 3.13 qui le lira.",
            other => return format!("Il n’a pas pu être ouvert\u{a0}: {other}"),
        }
        .to_owned()
    },
    edit_this: "Modifier ce programme",
    first: "import asyncio


async def préparer(boisson, secondes):
    print(f\"{boisson} : l’eau chauffe\")
    await asyncio.sleep(secondes)
    print(f\"{boisson} : prêt\")
    return boisson


async def main():
    boissons = await asyncio.gather(préparer(\"thé\", 3), préparer(\"café\", 2))
    print(\"servi :\", boissons)


asyncio.run(main())
",
};
