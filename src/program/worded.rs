//! A parameter with its value in the words of its field, for captions and lists.

use super::{Parameter, SEPARATOR, Value};
use crate::text::{Language, ScenarioText, interface};

/// The label of the parameter at `place` and its value, such as `Permits = 3`.
#[must_use]
pub fn worded(parameter: &Parameter, place: usize, value: &Value, text: &ScenarioText, language: Language) -> String {
    let (label, words) = (text.label(place), interface(language));
    let shown = match value {
        Value::Switch(on) => return format!("{label}{}", words.switched.of(*on)),
        Value::Choice(_) | Value::Source { .. } => {
            let chosen = parameter.options().iter().position(|option| Some(*option) == value.option());
            chosen.and_then(|chosen| text.options(place).nth(chosen)).unwrap_or_default().to_owned()
        }
        Value::Number(_) => value.text().replace('.', words.decimal_sign),
        Value::Numbers(_) => value.text().replace('.', words.decimal_sign).replace(SEPARATOR, "\u{a0} "),
        Value::Count(_) | Value::Word(_) | Value::Addresses(_) => value.text(),
    };
    format!("{label} = {shown}")
}
