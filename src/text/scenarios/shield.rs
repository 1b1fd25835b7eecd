//! The words of the scenario `shield`.

use crate::text::{Both, ScenarioText, label};

/// The title, the question and the labels of this scenario, in both languages.
pub const TEXT: Both<ScenarioText> = Both {
    en: ScenarioText {
        contents: "Shield",
        title: "Two payments, one of them shielded",
        question: "Can one stop waiting without stopping the work?",
        group: "two orders that are cancelled, two payments",
        parameters: &[label("Payment"), label("Patience")],
        columns: &[],
    },
    fr: ScenarioText {
        contents: "Le bouclier (shield)",
        title: "Deux paiements, dont un protégé",
        question: "Peut\u{2011}on cesser d’attendre sans arrêter le travail\u{202f}?",
        group: "deux commandes annulées, deux paiements",
        parameters: &[label("Paiement"), label("Patience")],
        columns: &[],
    },
};
