//! A test of the parts of the program that each recorded address needs. `static/start.js` loads these at the start, so
//! `tests/e2e/expected.test.mjs` compares it with the same list.

use std::collections::BTreeSet;

use crate::app::course::door::Part;
use crate::app::model::choices::Theme;
use crate::app::model::route::Route;
use crate::app::model::state::State;
use crate::app::page::parts::{needed, wanted};
use crate::text::Language;

const RECORDED: &str = "tests/parts.txt";

#[test]
fn every_address_needs_the_parts_that_were_recorded() {
    let addresses = std::fs::read_to_string("tests/addresses.txt").expect("the addresses");
    let line = |address: &str| {
        let state = State::new(Route::parse(address), Language::English, Theme::System);
        let parts = needed(&state.place).into_iter().chain(wanted(&state));
        let names: BTreeSet<_> = parts.map(Part::name).collect();
        format!("{}\t#{address}\n", Vec::from_iter(names).join(" "))
    };
    let now: String = addresses.lines().filter_map(|line| line.strip_prefix('#')).map(line).collect();
    if std::env::var_os("RECORD_ADDRESSES").is_some() {
        std::fs::write(RECORDED, &now).expect("the list is written");
    }
    assert_eq!(now, std::fs::read_to_string(RECORDED).expect("the list"));
}
