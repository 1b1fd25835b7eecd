//! The names of an address apart from a scenario's parameters: how each is parsed and written.

use super::{Route, speed_of};
use crate::app::model::choices::{Mode, Steps, Tab, Theme};
use crate::app::model::guess::{joined, split};
use crate::app::model::run::Selection;
use crate::app::widgets::figures::short;
use crate::program::{Range, Refusal};
use crate::text::Language;

/// The bounds of a time in an address: a day is longer than any run.
pub const MOMENTS: Range = Range { low: 0.0, high: 86_400.0, seconds: true };

/// The values of `speed`: [`super::SPEEDS`] as text, and the word for an instant run.
const PACES: [&str; 8] = ["0.1", "0.2", "0.5", "1", "2", "5", "10", "instant"];

/// A name in an address.
pub struct Name {
    /// The name.
    pub key: &'static str,
    /// Parses a value into the route.
    pub read: fn(&mut Route, &str) -> Result<(), Refusal>,
    /// The values to write; none for the default. Most names have one value at most.
    pub write: fn(&Route) -> Vec<String>,
}

/// The names before the scenario's parameters.
pub static BEFORE: [Name; 1] = [Name { key: "speed", read: read_speed, write: write_speed }];

/// The names after the scenario's parameters.
pub static BEHIND: [Name; 18] = [
    Name {
        key: "with",
        read: |route, value| {
            route.with = Some(route.given(value));
            Ok(())
        },
        write: |route| route.with.as_deref().map(pairs).into_iter().collect(),
    },
    Name {
        key: "kept",
        read: |route, value| {
            route.kept = Some(route.given(value));
            Ok(())
        },
        write: |route| route.kept.as_deref().map(pairs).into_iter().collect(),
    },
    Name { key: "ways", read: |route, value| set(&mut route.ways, flag(value)), write: |route| on(route.ways) },
    Name {
        key: "compare",
        read: |route, value| set(&mut route.compare, flag(value)),
        write: |route| on(route.compare),
    },
    Name {
        key: "predict",
        read: |route, value| set(&mut route.predict, flag(value)),
        write: |route| on(route.predict),
    },
    Name {
        key: "guess",
        read: |route, value| set(&mut route.guess.total, Ok(value.to_owned())),
        write: |route| text(&route.guess.total),
    },
    Name {
        key: "order",
        read: |route, value| set(&mut route.guess.order, split(value).ok_or(Refusal::NotWhole)),
        write: |route| text(&joined(&route.guess.order)),
    },
    Name {
        key: "ends",
        read: |route, value| set(&mut route.guess.ends, split(value).ok_or(Refusal::NotWhole)),
        write: |route| text(&joined(&route.guess.ends)),
    },
    Name {
        key: "step",
        read: |route, value| set(&mut route.steps, Steps::from_code(value).ok_or(Refusal::NoOption(&Steps::CODES))),
        write: |route| unless_default(route.steps, Steps::code),
    },
    Name {
        key: "tab",
        read: |route, value| set(&mut route.tab, Tab::from_code(value).ok_or(Refusal::NoOption(&Tab::CODES))),
        write: |route| unless_default(route.tab, Tab::code),
    },
    Name {
        key: "task",
        read: |route, value| set(&mut route.selected, Ok(Some(Selection::parse(value)))),
        write: |route| route.selected.iter().map(ToString::to_string).collect(),
    },
    Name {
        key: "at",
        read: |route, value| set(&mut route.at, MOMENTS.parse(value).map(Some)),
        write: |route| route.at.iter().map(ToString::to_string).collect(),
    },
    Name {
        key: "seen",
        read: |route, value| set(&mut route.seen, split(value).ok_or(Refusal::NotWhole)),
        write: |route| text(&joined(&route.seen)),
    },
    Name { key: "legend", read: |route, value| set(&mut route.legend, flag(value)), write: |route| on(route.legend) },
    Name {
        key: "find",
        read: |route, value| set(&mut route.find, Ok(value.to_owned())),
        write: |route| text(&route.find),
    },
    Name {
        key: "code",
        read: |route, value| set(&mut route.code, Ok(value.to_owned())),
        write: |route| text(&route.code),
    },
    Name {
        key: "theme",
        read: |route, value| {
            set(&mut route.theme, Theme::from_code(value).map(Some).ok_or(Refusal::NoOption(&Theme::CODES)))
        },
        write: |route| route.theme.iter().map(|theme| theme.code().to_owned()).collect(),
    },
    Name {
        key: "lang",
        read: |route, value| {
            set(&mut route.language, Language::from_code(value).map(Some).ok_or(Refusal::NoOption(&Language::CODES)))
        },
        write: |route| route.language.iter().map(|language| language.code().to_owned()).collect(),
    },
];

/// Every name, in the order of an address.
pub fn names() -> impl Iterator<Item = &'static Name> {
    BEFORE.iter().chain(&BEHIND)
}

fn set<T>(slot: &mut T, read: Result<T, Refusal>) -> Result<(), Refusal> {
    *slot = read?;
    Ok(())
}

fn flag(value: &str) -> Result<bool, Refusal> {
    match value {
        "1" => Ok(true),
        "0" => Ok(false),
        _ => Err(Refusal::NoOption(&["0", "1"])),
    }
}

fn on(flag: bool) -> Vec<String> {
    flag.then(|| "1".to_owned()).into_iter().collect()
}

fn text(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}

fn unless_default<T: Default + PartialEq + Copy>(value: T, code: fn(T) -> &'static str) -> Vec<String> {
    if value == T::default() { Vec::new() } else { vec![code(value).to_owned()] }
}

fn pairs(given: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish()
}

/// An instant run keeps the speed for the next live run, so `speed` may occur twice.
fn read_speed(route: &mut Route, value: &str) -> Result<(), Refusal> {
    if value == "instant" {
        route.mode = Mode::Instant;
        return Ok(());
    }
    set(&mut route.speed, speed_of(value).map(Some).ok_or(Refusal::NoOption(&PACES)))
}

fn write_speed(route: &Route) -> Vec<String> {
    let instant = (route.mode == Mode::Instant).then(|| "instant".to_owned());
    route.speed.map(short).into_iter().chain(instant).collect()
}
