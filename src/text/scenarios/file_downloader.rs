//! The words of `file_downloader`.

use crate::text::{Both, ScenarioText};

/// What a reader reads beside this scenario.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "File downloader",
        title: "Five files at once, with their progress",
        question: "How long does the whole take?",
        group: "files of different sizes, downloaded together",
        parameters: &["Sizes (MB)", "Seconds per MB"],
        columns: &["File", "Size", "Progress", "Time", "Speed"],
    },
    fr: ScenarioText {
        contents: "Téléchargeur de fichiers",
        title: "Cinq fichiers à la fois, avec leur progression",
        question: "Combien de temps dure l’ensemble\u{202f}?",
        group: "des fichiers de tailles différentes, téléchargés ensemble",
        parameters: &["Tailles (Mo)", "Secondes par Mo"],
        columns: &["Fichier", "Taille", "Progression", "Temps", "Débit"],
    },
};
