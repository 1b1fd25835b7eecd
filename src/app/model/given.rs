//! What is given for a program's parameters, by name, as an address has it.

use crate::program::Parameter;

/// Names with what was typed for them.
pub type Given = Vec<(String, String)>;

/// The fields that differ from their defaults.
#[must_use]
pub fn changed(parameters: &[Parameter], fields: &[String]) -> Given {
    let named = parameters.iter().zip(fields);
    let changed = named.filter(|(parameter, typed)| **typed != parameter.default().text());
    changed.map(|(parameter, typed)| (parameter.name.to_owned(), typed.clone())).collect()
}
