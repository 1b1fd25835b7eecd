//! A scenario's Python source, with the values of the present run as the defaults of `main`.

use super::{Parameter, Setup, Value};

/// The Python `source` of a scenario, with these values as the defaults of its `main`.
#[must_use]
pub fn with_values(source: &str, parameters: &[Parameter], setup: &Setup) -> String {
    let Some((before, rest)) = source.split_once("async def main(") else { return source.to_owned() };
    let Some(end) = closing(rest) else { return source.to_owned() };
    let (head, body) = rest.split_at(end);
    let mut head = head.to_owned();
    // A default may be the name of a constant. The name stays unless the reader has changed the value.
    let changed = parameters.iter().zip(setup.values()).filter(|(parameter, value)| parameter.default() != **value);
    for (parameter, value) in changed {
        if let Some((from, to)) = default_of(&head, parameter.name) {
            let literal = literal(value, &head[from..to]);
            // Keeps the number of lines, because the lines below are referred to by their numbers.
            let lines = head[from..to].matches('\n').count() - literal.matches('\n').count();
            head.replace_range(from..to, &literal);
            let after = head[from..].find('\n').map_or(head.len(), |end| from + end);
            head.insert_str(after, &"\n".repeat(lines));
        }
    }
    format!("{before}async def main({head}{body}")
}

/// The index of the parenthesis that closes one opened before `text`.
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

/// The byte range of the default of the parameter `name` in the parameter list `head`.
fn default_of(head: &str, name: &str) -> Option<(usize, usize)> {
    let wanted = format!("{name}=");
    let starts = head.match_indices(&wanted).map(|(place, _)| place);
    let mut whole = starts.filter(|place| {
        !head[..*place].ends_with(|before: char| !before.is_ascii() || before.is_ascii_alphanumeric() || before == '_')
    });
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
        Value::Addresses(addresses) => format!("{:?}", addresses.join(" ")),
        Value::Source { .. } => format!("\"{}\"", value.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{Kind, LONGEST, Range};

    const RANGE: Range = Range { low: 0.0, high: LONGEST, seconds: true };
    const NUMBER: Parameter = Parameter { name: "a001", kind: Kind::Number { default: 1.2, range: RANGE } };
    const LIST: Parameter = Parameter { name: "waits", kind: Kind::Numbers { default: &[1.0], range: RANGE, most: 4 } };
    const URLS: Parameter = Parameter { name: "urls", kind: Kind::Addresses { default: "json", most: 4 } };

    #[test]
    fn changed_values_replace_the_defaults() {
        let source = "async def main(aa001=1.2, a001=1.2, waits=(1.0,), urls=\"json\"):\n    a001=1.2\n";
        let fields = ["0.25", "2_3", "json delay/1"].map(str::to_owned);
        let parameters = [NUMBER, LIST, URLS];
        assert_eq!(
            with_values(source, &parameters, &Setup::from_fields(&parameters, &fields)),
            "async def main(aa001=1.2, a001=0.25, waits=(2.0, 3.0), urls=\"json delay/1\"):\n    a001=1.2\n"
        );
    }

    #[test]
    fn replacing_a_default_of_several_lines_moves_no_line_below() {
        let source = "async def main(\n    waits=(\n        1.0,\n    ),\n    a001=1.2,\n):\n    pass\n";
        let parameters = [LIST, NUMBER];
        let text = with_values(source, &parameters, &Setup::from_fields(&parameters, &["5".into(), "1.2".into()]));
        assert_eq!(text, "async def main(\n    waits=(5.0,),\n\n\n    a001=1.2,\n):\n    pass\n");
    }
}
