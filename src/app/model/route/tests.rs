//! Tests of parsing and writing addresses.

use super::super::action::Action;
use super::super::state::State;
use super::*;
use crate::program::Refusal;
use std::rc::Rc;
use yew::Reducible;

fn state(address: &str) -> State {
    State::new(Route::parse(address), Language::English, Theme::System)
}

fn written(address: &str) -> String {
    state(address).route().to_string()
}

#[test]
fn every_control_is_written_to_the_address_and_read_back() {
    let address = "/s/concurrent?speed=0.5&first=3.0&second=soon&compare=1&tab=code&task=D1%40concurrent&legend=1\
                   &find=all&theme=dark&lang=fr";
    assert_eq!(state(address).route().to_string(), address);
    let back = state(&state(address).route().to_string());
    assert_eq!(back.fields, ["3.0", "soon", "1.5"]);
    assert_eq!(back.language, Language::French);
    assert_eq!(back.selected, Some(Selection { task: "D1".to_owned(), track: Some("concurrent".to_owned()) }));
}

#[test]
fn defaults_are_left_out() {
    assert_eq!(written("/s/gather?a001=1.2&speed=1&tab=outcome&compare=0"), "/s/gather");
    assert_eq!(written(""), "/");
    assert_eq!(written("/s/gather?speed=instant"), "/s/gather?speed=instant");
}

#[test]
fn an_instant_run_remembers_the_speed_of_the_next_live_one() {
    let instant = state("/s/gather?speed=2&speed=instant");
    assert_eq!((instant.mode, instant.speed), (Mode::Instant, 2.0));
    assert_eq!(instant.route().to_string(), "/s/gather?speed=2&speed=instant");
}

#[test]
fn what_cannot_be_understood_is_reported_and_the_rest_is_used() {
    let route = Route::parse("/s/gather?speed=7&tab=poem&bogus=1&a001=3&lang=xx");
    let bad = |name: &str, value: &str, why| Problem::BadValue { name: name.to_owned(), value: value.to_owned(), why };
    assert_eq!(
        route.problems.named(),
        [
            bad("speed", "7", Refusal::NoOption(&["0.1", "0.2", "0.5", "1", "2", "5", "10", "instant"])),
            bad(
                "tab",
                "poem",
                Refusal::NoOption(&["outcome", "log", "code", "explanation", "table", "output", "problems"])
            ),
            Problem::UnknownName("bogus".to_owned()),
            bad("lang", "xx", Refusal::NoOption(&["en", "fr"])),
        ]
    );
    assert_eq!(route.parameters, [("a001".to_owned(), "3".to_owned())]);
    assert_eq!(Route::parse("/s/nothing").place, Place::Unknown("/s/nothing".to_owned()));
}

#[test]
fn special_characters_survive_the_address() {
    let mut typed = Rc::new(state("/s/one-coroutine"));
    typed = typed.reduce(Action::Type(0, "Zoé & \u{1f98a} =?#".to_owned()));
    assert_eq!(state(&typed.route().to_string()).fields[0], "Zoé & \u{1f98a} =?#");
}

#[test]
fn every_kind_of_place_has_its_own_path() {
    let scenario = crate::scenarios::find("gather").expect("a scenario");
    let glossary = crate::text::reading("glossary").expect("a reading");
    for (path, place) in [
        ("/", Place::Contents),
        ("/lab", Place::Lab),
        ("/e/first-await", Place::Exercise("first-await".to_owned())),
        ("/s/gather", Place::Scenario(scenario)),
        ("/read/glossary", Place::Reading(glossary, String::new())),
        ("/read/glossary/task", Place::Reading(glossary, "task".to_owned())),
        ("/e/", Place::Unknown("/e/".to_owned())),
        ("/e/No", Place::Unknown("/e/No".to_owned())),
        ("/lab/x", Place::Unknown("/lab/x".to_owned())),
    ] {
        assert_eq!(Place::parse(path), place);
        assert_eq!(place.to_string(), path);
    }
    assert_eq!(Place::parse(""), Place::Contents);
}

#[test]
fn a_link_leads_to_its_place_and_keeps_the_general_choices() {
    let scenario = crate::scenarios::find("gather").expect("a scenario");
    let here = Route::parse("/s/sequential?speed=2&steps=task&lang=fr&theme=dark&tab=log&legend=1&first=2");
    for (link, place) in [
        (here.to_scenario(scenario), Place::Scenario(scenario)),
        (here.to_lab(), Place::Lab),
        (here.to_contents(), Place::Contents),
    ] {
        let there = Route::parse(link.strip_prefix('#').expect("a link within the page"));
        let choices = |route: &Route| (route.language, route.theme, route.mode, route.speed, route.steps);
        assert_eq!(there.place, place);
        assert_eq!(choices(&there), choices(&here), "{link}");
        assert!(there.parameters.is_empty(), "values belong to their scenario: {link}");
        assert_eq!(there.tab == here.tab, matches!(place, Place::Scenario(_)), "{link}");
    }
    let glossary = crate::text::reading("glossary").expect("a reading");
    assert_eq!(Route::to_reading("glossary"), format!("#{}", Place::Reading(glossary, String::new())));
}
