//! The words of the scenario `file_downloader`.

use crate::text::{Both, ScenarioText, column, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "File downloader",
        title: "Five files at once, with their progress",
        question: "How long does the whole take?",
        group: "files of different sizes, downloaded together",
        parameters: &[label("Sizes (MB)"), label("Seconds per MB")],
        columns: &[column("File"), column("Size"), column("Progress"), column("Time"), column("Speed")],
    },
    fr: ScenarioText {
        contents: "Téléchargeur de fichiers",
        title: "Cinq fichiers à la fois, avec leur progression",
        question: "Combien de temps dure l’ensemble\u{202f}?",
        group: "des fichiers de tailles différentes, téléchargés ensemble",
        parameters: &[label("Tailles (Mo)"), label("Secondes par Mo")],
        columns: &[column("Fichier"), column("Taille"), column("Progression"), column("Temps"), column("Débit")],
    },
};
