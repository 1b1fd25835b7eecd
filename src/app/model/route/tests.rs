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
