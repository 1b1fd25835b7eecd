//! Tests that saved addresses still open the same views. `tests/addresses.txt` was recorded from the first shared
//! version of the page.

use std::fmt::Write;

use super::choices::{Mode, Steps, Tab, Theme};
use super::place::Place;
use super::problem::Problem;
use super::route::Route;
use super::state::State;
use crate::host::Pace;
use crate::program::Value;
use crate::text::Language;

const RECORDED: &str = "tests/addresses.txt";

/// The place in words.
fn place(place: &Place) -> String {
    match place {
        Place::Contents => "contents".to_owned(),
        Place::Lab => "lab".to_owned(),
        Place::Exercise(id) => format!("exercise {id}"),
        Place::Scenario(scenario) => format!("scenario {}", scenario.id),
        Place::Reading(reading, term) => format!("reading {} {term}", reading.id).trim_end().to_owned(),
        Place::Unknown(path) => format!("unknown {path:?}"),
    }
}

/// The view as text: one line for everything that differs from the default.
fn view(state: &State) -> String {
    let mut lines = String::new();
    let mut say = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(lines, "    {name}: {value}");
        }
    };
    say("place", &place(&state.place));
    let chosen = if state.language_chosen { ", chosen" } else { "" };
    say("language", &format!("{}{chosen}", state.language.code()));
    say("theme", if state.theme == Theme::System { "" } else { state.theme.code() });
    say("fields", &state.fields.join(" | "));
    for variant in state.shown() {
        say("shows", &format!("{} of {}: {}", variant.key(), &*variant.program.id, values(variant.setup.values())));
    }
    say("mode", if state.mode == Mode::Live { "" } else { "instant" });
    say("pace", &if state.pace() == Pace::Live(1.0) { String::new() } else { format!("{:?}", state.pace()) });
    say("compares", if state.compares() { "yes" } else { "" });
    say("beside", &state.against.fields().map(|fields| fields.join(" | ")).unwrap_or_default());
    say("other fields", &state.against.typed().map(|fields| fields.join(" | ")).unwrap_or_default());
    say("predicts", if state.predicts() { "yes" } else { "" });
    say("guess", &state.guess.total);
    say("order", &numbers(&state.guess.order));
    say("ends", &numbers(&state.guess.ends));
    say("step", if state.steps == Steps::Callback { "" } else { state.steps.code() });
    say("tab", if state.tab == Tab::Outcome { "" } else { state.tab.code() });
    say("legend", if state.legend { "open" } else { "" });
    say("find", &state.find);
    say("task", &state.selected.as_ref().map(|it| format!("{:?} of {:?}", it.task, it.track)).unwrap_or_default());
    say("at", &state.at.map(|at| at.to_string()).unwrap_or_default());
    say("asks about", &state.strangers().join(" "));
    for problem in state.problems.named() {
        say(
            "problem",
            &match problem {
                Problem::UnknownName(name) => format!("unknown name {name:?}"),
                Problem::BadValue { name, value, .. } => format!("bad value {name:?} {value:?}"),
            },
        );
    }
    say("written", &state.route().to_string());
    lines
}

fn values(values: &[Value]) -> String {
    values.iter().map(Value::text).collect::<Vec<_>>().join(" | ")
}

fn numbers(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The text of the file for these addresses.
fn written<'a>(addresses: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for address in addresses {
        let state = State::new(Route::parse(address), Language::English, Theme::System);
        let _ = write!(text, "#{address}\n{}", view(&state));
    }
    text
}

#[test]
fn every_address_opens_the_view_that_was_recorded() {
    let recorded = std::fs::read_to_string(RECORDED).expect("the list");
    let addresses: Vec<&str> = recorded.lines().filter_map(|line| line.strip_prefix('#')).collect();
    assert!(addresses.len() >= 60, "the list has {} addresses", addresses.len());
    let now = written(addresses.iter().copied());
    // With this variable the file is written anew. To add an address, add a line `#ADDRESS` and review the result.
    if std::env::var_os("RECORD_ADDRESSES").is_some() {
        std::fs::write(RECORDED, &now).expect("the list is written");
        return;
    }
    for (now, recorded) in now.split("\n#").zip(recorded.split("\n#")) {
        assert_eq!(now, recorded, "the view of an address has changed");
    }
    assert_eq!(now, recorded);
}
