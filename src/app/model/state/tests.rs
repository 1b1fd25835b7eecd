//! Tests of the state: what it reads from an address, and what actions change.

use std::rc::Rc;

use yew::Reducible;

use super::super::action::Action;
use super::super::run::Track;
use super::super::sample;
use super::*;
use crate::host::{Pace, Phase, Progress};
use crate::program::{Value, Variant};
use crate::scenarios;
use crate::trace::{Cursor, Log};

fn page(address: &str) -> Rc<State> {
    Rc::new(State::new(Route::parse(address), Language::English, Theme::System))
}

fn run(number: u32) -> Run {
    let scenario = scenarios::find("concurrent").expect("a scenario");
    let variant = Variant::alone(scenario, scenario.defaults());
    let track = Track::new(variant, Log::shared());
    let progress = Progress { phase: Phase::Running, ..Progress::default() };
    Run { progress, expected: Some(2.0), ..Run::new(number, vec![track]) }
}

#[test]
fn a_refused_field_keeps_its_text_and_the_default_is_used() {
    let state = page("/s/concurrent").reduce(Action::Type(1, "soon".to_owned()));
    assert_eq!(state.fields[1], "soon");
    assert_eq!(state.setup().values(), [2.0, 1.0, 1.5].map(Value::Number));
    assert!(state.fields_changed());
    assert!(!state.reduce(Action::Defaults).fields_changed());
}

#[test]
fn progress_of_an_earlier_run_changes_nothing() {
    let state = page("/s/concurrent").reduce(Action::Began(run(2)));
    let progress = Progress { phase: Phase::Finished, now: 2.0, ..Progress::default() };
    let stale = state.clone().reduce(Action::Went { number: 1, progress, cursors: vec![] });
    assert_eq!(stale.run_state(), "running");
    let fresh = state.reduce(Action::Went { number: 2, progress, cursors: vec![Cursor { events: 0, time: 2.0 }] });
    assert_eq!(fresh.run_state(), "finished");
}

#[test]
fn consent_for_a_host_is_asked_once_and_for_the_lab_server_never() {
    let state =
        page("/s/real-requests?urls=json+http://a.example/x+http://a.example/y+https://b.example&speed=instant");
    assert_eq!(state.pace(), Pace::Live(1.0), "an address starts no run of real requests");
    assert_eq!(state.strangers(), ["http://a.example", "https://b.example"]);
    let state = state.reduce(Action::Ask(vec!["http://a.example".to_owned()])).reduce(Action::Allow);
    assert_eq!(state.strangers(), ["https://b.example"]);
    assert!(state.asked.is_empty());
    assert!(page("/s/real-requests").strangers().is_empty());
}

#[test]
fn a_scenario_is_compared_in_its_ways_or_with_itself_but_never_with_real_requests() {
    let keys = |address: &str| page(address).shown().iter().map(Variant::key).collect::<Vec<_>>();
    assert_eq!(keys("/s/gather?compare=1"), ["with", "this"]);
    assert_eq!(page("/s/gather?compare=1&a001=3").against.fields(), Some(&page("/s/gather?a001=3").fields[..]));
    assert_eq!(keys("/s/concurrent?compare=1&with=first%3D3"), ["with", "this"]);
    assert_eq!(keys("/s/concurrent?with=first%3D3"), ["concurrent"], "the other run's fields are kept");
    assert!(!page("/s/real-requests?compare=1").compares());
    let both: Vec<_> = page("/s/concurrent?compare=1").shown().iter().map(Variant::key).collect();
    assert_eq!(both, ["sequential", "concurrent"]);
}

#[test]
fn going_elsewhere_keeps_language_and_colours_and_leaves_the_run() {
    let state = page("/s/concurrent?lang=fr&theme=dark").reduce(Action::Began(run(1)));
    let state = state.reduce(Action::Go(Box::new(Route::parse("/s/gather"))));
    assert_eq!((state.language, state.theme), (Language::French, Theme::Dark));
    assert!(state.run.is_none());
    assert_eq!(state.fields.len(), 4);
}

#[test]
fn a_paused_run_has_its_time_in_the_address_and_a_finished_run_has_none() {
    let written = |time| sample::state("/s/gather", Language::English, time).route().to_string();
    assert_eq!(written(Some(0.5)), "/s/gather?at=0.5");
    assert_eq!(written(None), "/s/gather");
    let mut held = State::clone(&sample::state("/s/gather", Language::English, Some(0.0)));
    held.run.as_mut().expect("a run").tracks[0].cursor.events = 3;
    assert_eq!(held.route().to_string(), "/s/gather?at=0&seen=3");
    assert!(sample::before("/s/gather?at=0&seen=3", Language::English).opens_held());
    for address in ["/s/gather", "/s/gather?at=1&speed=instant", "/s/gather?at=1&predict=1", "/s/real-requests?at=1"] {
        assert!(!sample::before(address, Language::English).opens_held(), "{address}");
    }
}

#[test]
fn a_suggestion_sets_the_fields_and_runs_and_can_be_undone() {
    let state = page("/s/semaphore?permits=3&durations=1_2");
    let given = vec![("permits".to_owned(), "1".to_owned())];
    let tried = Rc::clone(&state).reduce(Action::TryOut(given.clone()));
    assert_eq!(tried.route().to_string(), "/s/semaphore?permits=1", "the other fields have their defaults");
    assert_eq!(tried.tries, 1);
    let twice = tried.reduce(Action::TryOut(vec![("compare".to_owned(), "1".to_owned())]));
    assert!(twice.compares());
    let back = twice.reduce(Action::Untry);
    assert_eq!(back.route().to_string(), state.route().to_string());
    assert_eq!((back.tries, &back.before_try), (3, &None));
    let real = page("/s/service-monitor").reduce(Action::TryOut(vec![("source".to_owned(), "real".to_owned())]));
    assert!(real.is_real() && real.tries == 0, "a suggestion starts no real requests");
}

#[test]
fn a_comparison_begins_with_the_run_kept_last_or_the_defaults_or_another_value() {
    let compare = |state: Rc<State>| state.reduce(Action::Compare(true)).against.fields().map(<[String]>::to_vec);
    let defaults = page("/s/gather").fields.clone();
    assert_eq!(compare(page("/s/gather?a001=3")), Some(defaults));
    assert_eq!(compare(page("/s/gather")), Some(page("/s/gather?a001=2.4").fields.clone()), "never with itself");
    assert_eq!(compare(page("/s/semaphore")), Some(page("/s/semaphore?permits=3").fields.clone()));
    let mut kept = State::clone(&page("/s/gather?a001=3"));
    let of = sample::state("/s/gather?a002=2", Language::English, None);
    kept.kept = vec![Kept::of(&of.run.as_ref().expect("a run").tracks[0], 0.0)];
    assert_eq!(kept.kept[0].said(Language::French), "A002 = 2,0");
    assert_eq!(compare(Rc::new(kept)), Some(page("/s/gather?a002=2.0").fields.clone()));
}

#[test]
fn only_a_program_that_is_stopped_has_a_time_of_stopping_and_it_is_the_field_s() {
    assert_eq!(page("/s/gather").stop(), None);
    assert_eq!(page("/lab").stop(), None);
    let scenario = scenarios::find("system-monitor").expect("a scenario");
    let index = scenario.parameters.iter().position(|parameter| parameter.name == "stop").expect("a parameter");
    assert_eq!(page("/s/system-monitor").stop(), Some((index, 10.0)));
    assert_eq!(page("/s/system-monitor?stop=2.5").stop(), Some((index, 2.5)));
}

#[test]
fn the_address_names_a_moment_until_the_cursor_leaves_it() {
    let state = page("/s/gather?at=1&seen=3");
    assert_eq!(state.moment(), (Some(1.0), vec![3]));
    let visited = state.clone().reduce(Action::Visit(2.5));
    assert_eq!(visited.moment(), (Some(2.5), vec![]), "another moment has no events of this one");
    for gone in [state, visited] {
        let gone = gone.reduce(Action::Depart);
        assert_eq!(gone.moment(), (None, vec![]));
        assert_eq!(gone.route().to_string(), "/s/gather");
    }
}
