//! Tests of comparing and predicting: their fields are kept, and only one of the two is active.

use std::rc::Rc;

use yew::Reducible;

use super::super::action::Action;
use super::super::problem::Problem;
use super::super::sample::{before, state};
use super::*;
use crate::scenarios;

#[test]
fn the_other_run_s_fields_are_typed_kept_and_refused_like_the_own_ones() {
    let address = "/s/gather?compare=1&with=a003%3Dsoon";
    let state = Rc::new(State::new(Route::parse(address), Language::English, Theme::System));
    assert_eq!(state.shown()[0].setup, state.scenario().expect("a scenario").defaults());
    assert_eq!(state.route().to_string(), "/s/gather?with=a003%3Dsoon&compare=1");
    let state = state.reduce(Action::TypeOther(0, "3".to_owned()));
    assert_eq!(state.against.typed().map(|other| other.join(" ")), Some("3 0.8 soon 0.5".to_owned()));
    let state = state.reduce(Action::Compare(false));
    assert_eq!(state.shown().len(), 1);
    assert_eq!(state.reduce(Action::Compare(true)).shown().len(), 2, "the typed values are kept");
    let unknown = Route::parse("/s/gather?with=bogus%3D1");
    assert_eq!(unknown.problems.named(), [Problem::UnknownName("bogus".to_owned())]);
}

#[test]
fn what_was_typed_for_the_other_run_waits_while_ways_or_a_kept_run_are_compared() {
    let chosen = |state: Rc<State>, with| state.reduce(Action::Against(with));
    let again =
        |state: &State| Rc::new(State::new(Route::parse(&state.route().to_string()), Language::English, Theme::System));
    let kept = Rival::Kept(["1.0", "1.0", "1.0"].map(str::to_owned).to_vec());
    let state = before("/s/concurrent?compare=1", Language::English).reduce(Action::Against(Rival::Typed));
    assert_eq!(state.against.fields(), Some(&state.fields[..]), "the other run starts with the present values");
    let state = state.reduce(Action::TypeOther(0, "soon".to_owned()));
    let typed = state.against.typed().map(<[String]>::to_vec);
    for (with, address) in [
        (Rival::Ways, "/s/concurrent?with=first%3Dsoon&ways=1&compare=1"),
        (kept.clone(), "/s/concurrent?with=first%3Dsoon&kept=first%3D1.0%26third%3D1.0&compare=1"),
    ] {
        let state = chosen(state.clone(), with.clone());
        assert_eq!(state.route().to_string(), address);
        for state in [again(&state), state] {
            assert_eq!((state.against.rival(), state.against.typed()), (&with, typed.as_deref()));
            assert_ne!(state.against.fields(), typed.as_deref(), "something else is compared");
            let state = chosen(state, Rival::Typed);
            assert_eq!(state.against.fields(), typed.as_deref(), "the typed values are compared again");
            assert_eq!(*state.against.rival(), Rival::Typed);
        }
    }
    let ways = before("/s/concurrent?compare=1", Language::English);
    let state = chosen(chosen(ways, kept), Rival::Typed);
    assert_eq!(
        state.against.fields(),
        Some(&state.fields[..]),
        "nothing was typed: it begins as the present one, not as the kept one"
    );
    assert_eq!(chosen(state, Rival::Ways).shown()[0].key(), "sequential");
    assert_eq!(before("/s/concurrent?ways=1", Language::English).problems.named(), []);
}

#[test]
fn what_was_predicted_survives_the_address_and_stands_while_a_run_is_there() {
    let address = "/s/wait-for?predict=1&guess=2%2C5+s&order=1-0&ends=0-2";
    let before = before(address, Language::English);
    assert_eq!(before.problems.named(), []);
    assert_eq!(before.route().to_string(), address);
    let changed = |state: Rc<State>| state.reduce(Action::Guess(Guess::default())).guess.total.clone();
    assert_eq!(changed(before.clone()), "");
    let run = state(address, Language::English, None);
    assert!(run.run.is_some() && !run.hides());
    assert_eq!(changed(run), "2,5 s");
    let bad = Route::parse("/s/wait-for?order=1-x");
    assert!(matches!(bad.problems.named(), [Problem::BadValue { name, .. }] if name == "order"));
}

#[test]
fn one_predicts_one_run_in_logical_time() {
    let compared = before("/s/concurrent?predict=1&guess=2", Language::English).reduce(Action::Compare(true));
    assert!(compared.compares() && !compared.predicts());
    let predicts = compared.reduce(Action::Predict(true));
    assert!(predicts.predicts() && !predicts.compares());
    assert_eq!(predicts.guess.total, "2", "nothing typed is lost");
    assert!(!before("/s/real-requests?predict=1", Language::English).predicts());
    for scenario in scenarios::ALL {
        for parameter in scenario.parameters {
            let reserved = ["with", "kept", "ways", "predict", "guess", "order", "ends", "at", "compare", "seed_"];
            assert!(!reserved.contains(&parameter.name), "{}: {}", scenario.id, parameter.name);
        }
    }
}
