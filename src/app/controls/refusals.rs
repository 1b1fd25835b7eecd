//! Says why a text is refused, and what is used instead.

use crate::aiohttp::BadAddress;
use crate::app::widgets::figures::Figures;
use crate::asyncio::Repr;
use crate::program::{Parameter, Refusal, Value};
use crate::text::Interface;

/// The message about a refused value: why it is refused, and which value is used instead.
pub fn refused(parameter: &Parameter, typed: &str, words: &Interface) -> Option<String> {
    let refusals = parameter.refusals(typed);
    let used = parameter.used(typed);
    let mut sentences: Vec<String> = Vec::new();
    for (place, refusal) in &refusals {
        let why = explain(*refusal, words);
        match (&used, *place) {
            (Value::Addresses(_), _) => sentences.push(why),
            (Value::Numbers(numbers), place @ 1..) => {
                let instead = numbers.get(place - 1).map(|number| words.figure(&number.repr().to_string()));
                sentences.push((words.refused_item)(place, &why));
                sentences.push((words.used_instead)(&instead.unwrap_or_default(), false));
            }
            _ => sentences.extend([why, instead_of(&used, words)]),
        }
    }
    if matches!(used, Value::Addresses(_)) && !refusals.is_empty() {
        sentences.push(words.refused_run.to_owned());
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// What is used in place of a refused value.
fn instead_of(used: &Value, words: &Interface) -> String {
    let figure = |number: &f64| words.figure(&number.repr().to_string());
    match used {
        Value::Number(number) => (words.used_instead)(&figure(number), false),
        Value::Numbers(numbers) => {
            let figures: Vec<String> = numbers.iter().map(figure).collect();
            (words.used_instead)(&figures.join(words.list_separator), numbers.len() > 1)
        }
        Value::Count(_)
        | Value::Word(_)
        | Value::Choice(_)
        | Value::Addresses(_)
        | Value::Source { .. }
        | Value::Switch(_) => (words.used_instead)(&used.text(), false),
    }
}

/// Why a text is refused, in words.
pub fn explain(refusal: Refusal, words: &Interface) -> String {
    match refusal {
        Refusal::Empty => words.refused_empty.to_owned(),
        Refusal::NotANumber => words.refused_number.to_owned(),
        Refusal::NotWhole => words.refused_whole.to_owned(),
        Refusal::Outside { low, high } => (words.refused_outside)(&words.short(low), &words.short(high)),
        Refusal::TooLong(longest) => (words.refused_long)(longest),
        Refusal::TooMany(most) => (words.refused_many)(most),
        Refusal::Address(place, bad) => {
            let why = match bad {
                BadAddress::Scheme => words.bad_address.scheme,
                BadAddress::Host => words.bad_address.host,
                BadAddress::Path => words.bad_address.path,
                BadAddress::TooLong => words.bad_address.too_long,
            };
            (words.refused_address)(place, why)
        }
        Refusal::NoOption(options) => (words.refused_option)(&options.join(", ")),
    }
}
