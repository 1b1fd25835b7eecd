//! The names of the keyboard shortcuts, and the heading of the exact times in the inspector.

use super::Language;

/// The names of the shortcuts in the dialog that lists them.
pub struct Keys {
    /// The text of the button that opens this dialog.
    pub list: &'static str,
    /// Goes one step forward.
    pub step: &'static str,
    /// Goes one step back.
    pub back: &'static str,
    /// Goes to the next printed line.
    pub print: &'static str,
    /// Moves to the inspector's answer about the selected task.
    pub inspector: &'static str,
    /// Opens the parameters' fields.
    pub fields: &'static str,
    /// Moves from lane to lane.
    pub lanes: &'static str,
    /// Opens this dialog.
    pub this: &'static str,
    /// The label of the switch for the single-letter shortcuts; it is on while they work.
    pub letters: &'static str,
    /// The heading over the exact times of a task.
    pub times: &'static str,
}

/// The words in this language.
#[must_use]
pub const fn keys(language: Language) -> &'static Keys {
    match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
    }
}

const ENGLISH: Keys = Keys {
    list: "Keys",
    step: "One step forward",
    back: "One step back",
    print: "The next line that is printed",
    inspector: "What is said of the selected task",
    fields: "Open the fields of the parameters",
    lanes: "From lane to lane; Enter selects",
    this: "This list",
    letters: "Keys of one letter",
    times: "Exact times",
};

const FRENCH: Keys = Keys {
    list: "Touches",
    step: "Un pas en avant",
    back: "Un pas en arrière",
    print: "La prochaine ligne affichée",
    inspector: "Ce qui est dit de la tâche sélectionnée",
    fields: "Ouvrir les champs des paramètres",
    lanes: "D’une piste à l’autre\u{202f}; Entrée sélectionne",
    this: "Cette liste",
    letters: "Touches d’une seule lettre",
    times: "Temps exacts",
};
