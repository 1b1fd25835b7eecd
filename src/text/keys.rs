//! The words for the keys of the page, and for the exact times in the inspector.

use super::Language;

/// What each key does, in the dialog that lists them.
pub struct Keys {
    /// The button that opens the list.
    pub list: &'static str,
    /// One stride forward.
    pub step: &'static str,
    /// One stride back.
    pub back: &'static str,
    /// The next printed line.
    pub print: &'static str,
    /// The answer about the selected task.
    pub inspector: &'static str,
    /// The fields of the parameters.
    pub fields: &'static str,
    /// From lane to lane.
    pub lanes: &'static str,
    /// This list.
    pub this: &'static str,
    /// The switch that turns the keys of one letter off.
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
