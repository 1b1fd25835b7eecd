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
#[derive(Default)]
struct View(String);

impl View {
    fn of(state: &State) -> String {
        let mut view = Self::default();
        view.say("place", &place(&state.place));
        let chosen = if state.language_chosen { ", chosen" } else { "" };
        view.say("language", &format!("{}{chosen}", state.language.code()));
        view.say("theme", if state.theme == Theme::System { "" } else { state.theme.code() });
        view.say_runs(state);
        view.say_tasks(state);
        view.say_panels(state);
        view.say_problems(state);
        view.say("written", &state.route().to_string());
        view.0
    }

    fn say(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            let _ = writeln!(self.0, "    {name}: {value}");
        }
    }

    fn say_runs(&mut self, state: &State) {
        self.say("fields", &state.fields.join(" | "));
        for variant in state.shown() {
            let values = values(variant.setup.values());
            self.say("shows", &format!("{} of {}: {values}", variant.key(), &*variant.program.id));
        }
        self.say("mode", if state.mode == Mode::Live { "" } else { "instant" });
        self.say("pace", &if state.pace() == Pace::Live(1.0) { String::new() } else { format!("{:?}", state.pace()) });
    }

    fn say_tasks(&mut self, state: &State) {
        self.say("compares", if state.compares() { "yes" } else { "" });
        self.say("beside", &state.against.fields().map(|fields| fields.join(" | ")).unwrap_or_default());
        self.say("other fields", &state.against.typed().map(|fields| fields.join(" | ")).unwrap_or_default());
        self.say("predicts", if state.predicts() { "yes" } else { "" });
        self.say("guess", &state.guess.total);
        self.say("order", &numbers(&state.guess.order));
        self.say("ends", &numbers(&state.guess.ends));
    }

    fn say_panels(&mut self, state: &State) {
        let task = state.selected.as_ref().map(|it| format!("{:?} of {:?}", it.task, it.track));
        self.say("step", if state.steps == Steps::Callback { "" } else { state.steps.code() });
        self.say("tab", if state.tab == Tab::Outcome { "" } else { state.tab.code() });
        self.say("legend", if state.legend { "open" } else { "" });
        self.say("find", &state.find);
        self.say("task", &task.unwrap_or_default());
        self.say("at", &state.at.map(|at| at.to_string()).unwrap_or_default());
        self.say("asks about", &state.strangers().join(" "));
    }

    fn say_problems(&mut self, state: &State) {
        for problem in state.problems.named() {
            let problem = match problem {
                Problem::UnknownName(name) => format!("unknown name {name:?}"),
                Problem::BadValue { name, value, .. } => format!("bad value {name:?} {value:?}"),
            };
            self.say("problem", &problem);
        }
    }
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
        let _ = write!(text, "#{address}\n{}", View::of(&state));
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
