//! More texts of the lab: messages about lines, links, predictions and requests, and the list of keys.

use super::{Both, Language};

/// These texts in one language.
pub struct Bench {
    /// The number of frames of a traceback that are in modules.
    pub modules: fn(usize) -> String,
    /// The message that this line has no event in the run.
    pub no_moment: fn(u32) -> String,
    /// The note that the link is too long for some messengers or mail programs.
    pub long_link: &'static str,
    /// The message that the link could not be copied. A field with the link follows.
    pub link_here: &'static str,
    /// The text of the button that saves the files, if the link would be too long.
    pub save_files: &'static str,
    /// The message while a hidden run finds out what the reader can predict.
    pub rehearses: &'static str,
    /// The note that the lab itself answered the program's requests.
    pub simulated: &'static str,
    /// The note that the program has coroutines but has run none of them.
    pub no_task: &'static str,
    /// The keys of the editor and the lab, and their functions.
    pub keys: &'static [(&'static str, &'static str)],
}

/// These texts in a language.
#[must_use]
pub fn bench(language: Language) -> &'static Bench {
    WORDS.get(language)
}

static WORDS: Both<Bench> = Both {
    en: Bench {
        modules: |frames| match frames {
            1 => "1 call in Python’s own modules".to_owned(),
            more => format!("{more} calls in Python’s own modules"),
        },
        no_moment: |line| {
            format!(
                "Line {line} has no moment of its own in this run: only lines that wait, print, block or make something have one."
            )
        },
        long_link: "Some programs cut links of more than 2\u{202f}000 characters: a file is safer.",
        link_here: "The browser did not allow copying. Here is the link:",
        save_files: "Save the files",
        rehearses: "The program runs out of sight, to find out what can be asked…",
        simulated: "The requests of this run are simulated: nothing has left the browser, and the delays are those of the lab.",
        no_task: "The program has ended, and no task has run: a coroutine runs only where the event loop is started, as by asyncio.run(main()).",
        keys: &[
            ("Ctrl+Enter", "run, pause, resume"),
            ("F9", "next moment that this line ran"),
            ("F8, Shift+F8", "next problem, the one before"),
            ("Ctrl+.", "make the suggested change"),
            ("Ctrl+Space", "complete"),
            ("Ctrl+Shift+Space", "arguments of the call"),
            ("Ctrl+Z, Ctrl+Y", "undo, redo"),
            ("Tab, Shift+Tab", "indent, outdent"),
            ("Ctrl+/", "comment"),
            ("Alt+↑, Alt+↓", "move the line"),
            ("Ctrl+D", "choose the same word once more"),
            ("Ctrl+F, F3", "find, find the next"),
            ("Ctrl+Alt+G", "go to a line by its number"),
            ("Ctrl+S", "save the file"),
            ("Esc, Tab", "leave the editor"),
            ("← →", "on the divider: its width"),
            ("?", "the keys of run and timeline, outside of the editor"),
        ],
    },
    fr: Bench {
        modules: |frames| match frames {
            1 => "1 appel dans les modules de Python".to_owned(),
            more => format!("{more} appels dans les modules de Python"),
        },
        no_moment: |line| {
            format!(
                "La ligne {line} n’a pas d’instant à elle dans cette exécution\u{a0}: seules en ont les lignes qui attendent, affichent, bloquent ou créent quelque chose."
            )
        },
        long_link: "Certains logiciels coupent les liens de plus de 2\u{202f}000 caractères\u{a0}: un fichier est plus sûr.",
        link_here: "Le navigateur n’a pas permis de copier. Voici le lien\u{a0}:",
        save_files: "Enregistrer les fichiers",
        rehearses: "Le programme tourne hors de vue, pour savoir ce que l’on peut demander…",
        simulated: "Les requêtes de cette exécution sont simulées\u{a0}: rien n’a quitté le navigateur, et les délais sont ceux de l’atelier.",
        no_task: "Le programme est fini et aucune tâche n’a été exécutée\u{a0}: une coroutine ne s’exécute que si l’on lance la boucle, par exemple par asyncio.run(main()).",
        keys: &[
            ("Ctrl+Entrée", "lancer, mettre en pause, reprendre"),
            ("F9", "prochain instant où cette ligne s’exécute"),
            ("F8, Maj+F8", "problème suivant, précédent"),
            ("Ctrl+.", "faire la correction proposée"),
            ("Ctrl+Espace", "compléter"),
            ("Ctrl+Maj+Espace", "arguments de l’appel"),
            ("Ctrl+Z, Ctrl+Y", "défaire, refaire"),
            ("Tab, Maj+Tab", "décaler à droite, à gauche"),
            ("Ctrl+/", "commenter"),
            ("Alt+↑, Alt+↓", "déplacer la ligne"),
            ("Ctrl+D", "choisir aussi le même mot suivant"),
            ("Ctrl+F, F3", "chercher, chercher le suivant"),
            ("Ctrl+Alt+G", "aller à une ligne par son numéro"),
            ("Ctrl+S", "enregistrer le fichier"),
            ("Échap, Tab", "quitter l’éditeur"),
            ("← →", "sur la barre du milieu\u{a0}: la largeur"),
            ("?", "les touches de l’exécution et des pistes, hors de l’éditeur"),
        ],
    },
};
