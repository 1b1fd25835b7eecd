//! Tests that `docs/address.md` agrees with the code.

use std::fmt::Write;

use super::names::names;
use super::{Problems, Route};
use crate::app::model::choices::Theme;
use crate::app::model::state::State;
use crate::program::{GREATEST_SEED, Kind, OFF_ON, Parameter, SOURCES, WORD_LENGTH};
use crate::scenarios::ALL;
use crate::text::Language;

const DOCUMENT: &str = "docs/address.md";

/// The heading above the list of parameters, which ends the document.
const PARAMETERS: &str = "## Parameters of the scenarios\n";

fn document() -> String {
    std::fs::read_to_string(DOCUMENT).expect("the document")
}

/// The cells of the first table, by rows.
fn rows(document: &str) -> Vec<Vec<&str>> {
    let lines = document.lines().filter(|line| line.starts_with("| `"));
    lines.map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().trim_matches('`')).collect()).collect()
}

#[test]
fn the_document_has_every_name_and_each_example_is_read_and_written_back() {
    let document = document();
    let rows = rows(&document);
    assert!(rows.iter().map(|row| row[0]).eq(names().map(|name| name.key)), "{rows:?}");
    for row in rows {
        let (name, example) = (row[0], row[1]);
        let address = format!("/s/concurrent?{example}");
        assert!(example.contains(&format!("{name}=")), "{example} is an example of {name}");
        let state = State::new(Route::parse(&address), Language::English, Theme::System);
        assert_eq!(state.problems, Problems::default(), "{example}");
        assert_eq!(state.route().to_string(), address);
    }
}

#[test]
fn the_document_lists_the_parameters_of_every_scenario() {
    let document = document();
    let (before, listed) = document.split_once(PARAMETERS).expect("the heading");
    let mut list = String::new();
    for scenario in ALL {
        let _ = writeln!(list, "\n`/s/{}`\n", scenario.id);
        for parameter in scenario.parameters {
            let _ = writeln!(list, "- `{}={}`: {}", parameter.name, parameter.default().text(), takes(parameter));
        }
    }
    // With this variable the list is written anew.
    if std::env::var_os("RECORD_ADDRESSES").is_some() {
        std::fs::write(DOCUMENT, format!("{before}{PARAMETERS}{list}")).expect("the document is written");
        return;
    }
    assert_eq!(listed, list);
}

fn takes(parameter: &Parameter) -> String {
    match parameter.kind {
        Kind::Number { range, .. } if range.seconds => format!("seconds from {} to {}", range.low, range.high),
        Kind::Number { range, .. } => format!("a number from {} to {}", range.low, range.high),
        Kind::Numbers { range, most, .. } => {
            format!("1 to {most} numbers from {} to {}, with `_` between them", range.low, range.high)
        }
        Kind::Count { low, high, .. } => format!("a whole number from {low} to {high}"),
        Kind::Seed { .. } => format!("a whole number from 0 to {GREATEST_SEED}"),
        Kind::Word { .. } => format!("a word of at most {WORD_LENGTH} characters"),
        Kind::Choice { options, .. } => format!("`{}`", options.join("`, `")),
        Kind::Source { .. } => format!("`{}`", SOURCES.join("`, `")),
        Kind::Stop { range, .. } => format!("when Ctrl+C comes, in seconds from {} to {}", range.low, range.high),
        Kind::Addresses { most, .. } => format!("1 to {most} addresses of requests, with spaces between them"),
        Kind::Switch { .. } => format!("`{}`", OFF_ON.join("`, `")),
    }
}
