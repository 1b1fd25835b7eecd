//! Tests of the links in texts and of addresses.

use super::inspector::inspected;
use super::*;

#[test]
fn the_seed_has_the_same_label_in_the_run_bar_and_in_the_other_run_s_fields() {
    for scenario in scenarios::ALL {
        let Some(place) = scenario.seed() else { continue };
        for language in [Language::English, Language::French] {
            assert_eq!(scenario.text.get(language).label(place), interface(language).seed, "{}", scenario.id);
        }
    }
}

#[test]
fn the_seed_of_an_address_means_the_draws_of_cpython() {
    for scenario in scenarios::ALL.iter().filter(|scenario| scenario.seed().is_some()) {
        let file = format!("{}/tests/conformance/fixtures/{}.txt", env!("CARGO_MANIFEST_DIR"), scenario.id);
        let recorded = std::fs::read_to_string(file).expect("its fixture");
        for case in recorded.split("\n[").skip(1) {
            let (values, told) = case.split_once("]\n").expect("a heading");
            let address = format!("/s/{}?{}", scenario.id, values.replace(' ', "&"));
            let state = state(&address, Language::English, None);
            assert_eq!(state.problems.named(), [], "{address}");
            let run = state.run.as_ref().expect("a run");
            let ours = Story::from_events(run.tracks[0].log.borrow().events()).to_string();
            assert_eq!(ours, told.split("lines ").next().unwrap_or_default(), "{address}");
        }
    }
}

/// The addresses of a text's links to scenarios.
fn leads_to(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|target| target.starts_with("/s/"))
}

#[test]
fn every_link_of_a_text_leads_to_an_existing_moment() {
    let readings = READINGS.iter().map(|reading| &reading.file);
    let texts = readings.chain(scenarios::ALL.iter().map(|scenario| &scenario.guide));
    let mut followed = 0;
    let files = texts.flat_map(|file| [file.en, file.fr]);
    for address in files.flat_map(|file| leads_to(file.compiled().expect("a text"))) {
        let (route, there) = (Route::parse(address), before(address, Language::English));
        assert_eq!(there.problems.named(), [], "{address}");
        let scenario = there.scenario().unwrap_or_else(|| panic!("{address}"));
        for (parameter, typed) in scenario.parameters.iter().zip(&there.fields) {
            assert!(parameter.parse(typed).is_ok(), "{address}: {} is no {}", typed, parameter.name);
        }
        if there.is_real() {
            continue;
        }
        let there = state(address, Language::English, None);
        let run = there.run.as_ref().expect("a run");
        if let Some(selected) = &route.selected {
            assert!(run.tracks.iter().any(|track| track.task(selected).is_some()), "{address}: no such task");
        }
        assert!(route.at.is_none_or(|at| at <= run.end()), "{address} is after the end");
        followed += 1;
    }
    assert!(followed >= 40, "only {followed} links");
}

#[tokio::test]
async fn who_waits_in_the_glossary_for_a_lock_stands_in_line() {
    let glossary = reading("glossary").expect("a page").file;
    for file in [glossary.en, glossary.fr] {
        let mut links = leads_to(file.compiled().expect("a text"));
        let address = links.find(|address| address.contains("/lock-race?")).expect("its lock");
        let said = inspected(address, Language::English, Route::parse(address).at).await;
        assert!(said.starts_with("T2 in line") && said.contains("first in line. Held by T1."), "{said}");
    }
}
