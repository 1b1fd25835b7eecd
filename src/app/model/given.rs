//! Values for a program's parameters, by name, as in an address.

use crate::program::Parameter;

/// Pairs of a parameter's name and the text of its value.
pub type Given = Vec<(String, String)>;

/// The fields that differ from their defaults, by name.
#[must_use]
pub fn changed(parameters: &[Parameter], fields: &[String]) -> Given {
    let named = parameters.iter().zip(fields);
    let changed = named.filter(|(parameter, typed)| **typed != parameter.default().text());
    changed.map(|(parameter, typed)| (parameter.name.to_owned(), typed.clone())).collect()
}
