//! The words for taking a program away: copied, saved as a file, run and checked in a terminal.

use super::Language;

/// The words beside a Python file.
pub struct Taking {
    /// Copies the text.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// The browser did not let us.
    pub not_copied: &'static str,
    /// Saves it as a file.
    pub save: &'static str,
    /// What the text is.
    pub note: &'static str,
    /// Before the command that runs it.
    pub run: &'static str,
    /// Before the command that has it checked.
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
