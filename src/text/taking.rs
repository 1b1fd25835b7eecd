//! The words for copying a scenario's program, saving it as a file, and running and checking it in a terminal.

use super::Language;

/// The words beside the source of a program.
pub struct Taking {
    /// The text of the button that copies the source.
    pub copy: &'static str,
    /// The message after the source was copied.
    pub copied: &'static str,
    /// The message when the browser refused to copy.
    pub not_copied: &'static str,
    /// The text of the link that saves the source as a file.
    pub save: &'static str,
    /// The explanation of the Rust file and the Python file.
    pub note: &'static str,
    /// The text before the command that runs the Python file.
    pub run: &'static str,
    /// The text before the command that compares the program's story with `CPython`'s.
    pub check: &'static str,
}

/// The words in this language.
#[must_use]
pub const fn taking(language: Language) -> &'static Taking {
    match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
    }
}

const ENGLISH: Taking = Taking {
    copy: "Copy",
    copied: "Copied",
    not_copied: "Your browser did not allow it; select the text instead",
    save: "Download",
    note: "The Rust file is the one that runs; the Python file is the one that CPython ran for the recording, here with the values of the fields.",
    run: "To run the Python file:",
    check: "To compare every line with what CPython does, in the folder of Loopscope’s source:",
};

const FRENCH: Taking = Taking {
    copy: "Copier",
    copied: "Copié",
    not_copied: "Votre navigateur ne l’a pas permis\u{202f}; sélectionnez le texte",
    save: "Télécharger",
    note: "Le fichier Rust est celui qui s’exécute\u{202f}; le fichier Python est celui que CPython a exécuté pour l’enregistrement, ici avec les valeurs des champs.",
    run: "Pour exécuter le fichier Python\u{a0}:",
    check: "Pour comparer chaque ligne à ce que fait CPython, dans le dossier des sources de Loopscope\u{a0}:",
};
