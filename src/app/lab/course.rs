//! A scenario's program for the lab: its Python source, with the present values as the defaults.

use crate::program::{Parameter, Setup, Value};

/// The Python `source` of a scenario, with these values as the defaults of its `main`.
#[must_use]
pub fn with_values(source: &str, parameters: &[Parameter], setup: &Setup) -> String {
    let Some((before, rest)) = source.split_once("async def main(") else { return source.to_owned() };
    let Some(end) = closing(rest) else { return source.to_owned() };
    let (head, body) = rest.split_at(end);
    let mut head = head.to_owned();
    // A default may be a name of the program. It is replaced only if the value was changed.
    let changed = parameters.iter().zip(setup.values()).filter(|(parameter, value)| parameter.default() != **value);
    for (parameter, value) in changed {
        if let Some((from, to)) = default_of(&head, parameter.name) {
            let literal = literal(value, &head[from..to]);
            head.replace_range(from..to, &literal);
        }
    }
    format!("{before}async def main({head}{body}")
}

/// The index of the parenthesis that closes an opening one before the start of `text`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_i32;
    text.char_indices().find_map(|(place, character)| {
        depth += match character {
            '(' | '[' => 1,
            ')' | ']' => -1,
            _ => 0,
        };
        (depth < 0).then_some(place)
    })
}

/// The range of the default of the parameter with this name.
fn default_of(head: &str, name: &str) -> Option<(usize, usize)> {
    let wanted = format!("{name}=");
    let starts = head.match_indices(&wanted).map(|(place, _)| place);
    let mut whole =
        starts.filter(|place| !head[..*place].ends_with(|before: char| before.is_alphanumeric() || before == '_'));
    let from = whole.next()? + wanted.len();
    let mut depth = 0_i32;
    let length = head[from..].char_indices().find_map(|(place, character)| {
        depth += match character {
            '(' | '[' => 1,
            ')' | ']' => -1,
            _ => 0,
        };
        (depth < 0 || (depth == 0 && matches!(character, ',' | '\n'))).then_some(place)
    });
    Some((from, length.map_or(head.len(), |length| from + length)))
}

/// The value as a Python literal. A list keeps the kind (list or tuple) of the default `there`.
fn literal(value: &Value, there: &str) -> String {
    match value {
        Value::Number(_) | Value::Count(_) | Value::Switch(_) => value.text(),
        Value::Numbers(numbers) => {
            let items: Vec<String> = numbers.iter().map(|number| Value::Number(*number).text()).collect();
            match (there.starts_with('['), &items[..]) {
                (true, _) => format!("[{}]", items.join(", ")),
                (false, [one]) => format!("({one},)"),
                (false, _) => format!("({})", items.join(", ")),
            }
        }
        Value::Word(word) => format!("{word:?}"),
        Value::Choice(option) => format!("\"{option}\""),
        Value::Addresses(_) | Value::Source { .. } => there.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Source;
    use crate::scenarios;

    #[test]
    fn a_program_with_its_default_values_is_unchanged() {
        for scenario in scenarios::ALL {
            let Source::Twin { python, .. } = &scenario.source else { panic!("{} has a twin", scenario.id) };
            let source = python.compiled().expect("a text");
            assert_eq!(with_values(source, scenario.parameters, &scenario.defaults()), source, "{}", scenario.id);
        }
    }

    #[test]
    fn other_values_replace_the_defaults() {
        let scenario = scenarios::find("gather").expect("a scenario");
        let fields = ["0.25", "0.8", "3", "0.5"].map(str::to_owned);
        let source = "async def main(a001=1.2, a002=0.8, a003=1.5, a004=0.5):\n    a001=1.2\n";
        assert_eq!(
            with_values(source, scenario.parameters, &scenario.setup(&fields)),
            "async def main(a001=0.25, a002=0.8, a003=3.0, a004=0.5):\n    a001=1.2\n"
        );
    }
}
