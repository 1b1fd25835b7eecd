//! The components, rendered to text without a browser.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use super::notices::{self, Notices};
use super::scenario_page::{Props, ScenarioPage};
use crate::app::controls::parameters::{self, Parameters};
use crate::app::course::later::{Failure, Loading};
use crate::app::model::action::Action;
use crate::app::model::against::Rival;
use crate::app::model::choices::{Tab, Theme};
use crate::app::model::problem::Problem;
use crate::app::model::route::Route;
use crate::app::model::run::{Run, Track};
use crate::app::model::state::State;
use crate::app::panels::explanation::{self, Explanation};
use crate::app::panels::inspector::{self, Inspector};
use crate::host::{Phase, Progress};
use crate::program::Words;
use crate::scenarios;
use crate::text::{Interface, Language, READINGS, interface, reading};
use crate::trace::format::{read, write};
use crate::trace::{Cursor, Log, Seconds, SharedLog, Story, report};
use yew::Reducible;

/// The state at `address` with its run at `time`, or at its end.
fn state(address: &str, language: Language, time: Option<Seconds>) -> Rc<State> {
    state_of(address, language, time, |log| log)
}

/// The same, with the logs that `brought` makes of those of the loops.
fn state_of(
    address: &str,
    language: Language,
    time: Option<Seconds>,
    brought: fn(SharedLog) -> SharedLog,
) -> Rc<State> {
    let state = State::new(Route::parse(address), language, Theme::System);
    let mut end = 0.0_f64;
    let tracks: Vec<Track> = state
        .shown()
        .into_iter()
        .map(|variant| {
            let log = Log::shared();
            variant.event_loop(&log).expect("a loop").run_to_end();
            let log = brought(log);
            end = end.max(log.borrow().end());
            let cursor = time.map_or_else(|| Cursor::end(&log.borrow()), |time| Cursor::at(&log.borrow(), time));
            let mut track = Track::new(variant, log);
            track.cursor = cursor;
            track
        })
        .collect();
    let phase = if time.is_some() { Phase::Paused } else { Phase::Finished };
    let progress = Progress { phase, now: time.unwrap_or(end), ..Progress::default() };
    Rc::new(state).reduce(Action::Began(Run { progress, expected: Some(end), ended: true, ..Run::new(1, tracks) }))
}

async fn page(state: Rc<State>) -> String {
    let scenario = state.scenario().expect("an address of a scenario");
    let props = move || Props { state, scenario, on_action: Callback::noop(), on_wish: Callback::noop() };
    LocalServerRenderer::<ScenarioPage>::with_props(props()).hydratable(false).render().await
}

#[tokio::test]
async fn a_page_is_the_same_where_its_logs_come_from_files() {
    let from_file = |log: SharedLog| Rc::new(RefCell::new(read(write(&log.borrow()).as_bytes()).expect("a log")));
    for scenario in scenarios::ALL {
        for (tab, time) in [(Tab::Outcome, None), (Tab::Log, Some(0.7)), (Tab::Code, Some(1.1)), (Tab::Table, None)] {
            let address = format!("/s/{}?tab={}&task=Task-1", scenario.id, tab.code());
            let ours = state(&address, Language::English, time);
            let theirs = state_of(&address, Language::English, time, from_file);
            assert_eq!(ours.route().to_string(), theirs.route().to_string());
            assert_eq!(page(ours).await, page(theirs).await, "{address} at {time:?}");
        }
    }
}

/// The text between tags, as a reader sees it.
fn text(html: &str) -> String {
    let parts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ").replace("&quot;", "\"").replace("&#x27;", "'")
}

#[tokio::test]
async fn every_scenario_has_every_panel_in_both_languages() {
    for scenario in scenarios::ALL {
        for language in Language::ALL {
            for tab in Tab::ALL {
                let address = format!("/s/{}?tab={}", scenario.id, tab.code());
                let html = page(state(&address, language, None)).await;
                let text = text(&html);
                assert!(text.contains(scenario.text.get(language).title), "{address}");
                assert!(text.contains(only_in(tab, interface(language))), "{address} in {}", language.code());
                assert!(html.contains("data-run-state=\"finished\""), "{address}");
            }
        }
    }
}

/// Words that stand in the panel of this tab and nowhere else on the page.
fn only_in(tab: Tab, words: &Interface) -> &'static str {
    match tab {
        Tab::Outcome => words.lower_bound.why,
        Tab::Log => words.log_step,
        Tab::Code => words.code_note,
        Tab::Explanation => words.look,
        Tab::Table => words.table_columns.start,
    }
}

#[tokio::test]
async fn the_table_says_who_ended_when_and_how() {
    let html = page(state("/s/concurrent?tab=table", Language::English, None)).await;
    let text = text(&html);
    assert!(text.contains("D2 main 0.000 1.000 result \"D2 done\""), "{text}");
    assert!(text.contains("main 0.000 2.000 result [\"D1 done\", \"D2 done\", \"D3 done\"]"), "{text}");
}

#[tokio::test]
async fn before_its_end_a_lane_is_open_and_its_timer_is_known() {
    let html = page(state("/s/concurrent", Language::English, Some(1.2))).await;
    assert!(html.contains("data-task=\"D1\" data-now=\"sleeping\""), "{html}");
    assert!(html.contains("wakes at 2"));
    assert!(html.contains("data-task=\"D2\" data-now=\"result\""));
    assert!(!text(&html).contains("×2.25"), "no gain before the end");
}

#[tokio::test]
async fn a_comparison_names_the_gain() {
    let html = page(state("/s/sequential?compare=1", Language::French, None)).await;
    let text = text(&html);
    assert!(text.contains("×2.25"), "{text}");
    assert!(text.contains("2.500\u{a0}s gagnées"));
    assert!(html.contains("data-track=\"sequential\"") && html.contains("data-track=\"concurrent\""));
}

#[tokio::test]
async fn the_gain_of_several_runs_is_that_of_the_fastest_over_the_slowest() {
    for (address, language, row) in [
        // Threads take as long as the loop, and stand between it and the processes.
        (
            "/s/which-tool?compare=1",
            Language::English,
            "Gain ×2.27 · 2.800\u{a0}s gained total time of the slowest / of the fastest",
        ),
        (
            "/s/gather?compare=1&with=a003%3D0.4",
            Language::French,
            "Gain ×1.25 · 0.300\u{a0}s gagnées temps total de la plus lente / de la plus rapide",
        ),
        ("/s/gather?compare=1&with=a001%3D1.0", Language::English, "Gain ×1 total time"),
        ("/s/one-coroutine?compare=1&with=seconds%3D0", Language::English, "Gain 1.000\u{a0}s gained total time"),
    ] {
        let text = text(&page(state(address, language, None)).await);
        assert!(text.contains(row), "{row}: {text}");
    }
}

#[tokio::test]
async fn the_time_that_a_task_has_a_worker_at_work_is_a_wait_wherever_waits_are_counted() {
    for (address, said) in [
        (
            "/s/which-tool?compare=1",
            [
                "Sum of the waits 8.000\u{a0}s 8.000\u{a0}s 8.800\u{a0}s every sleep",
                "Lower bound 1.000\u{a0}s 1.000\u{a0}s 1.100\u{a0}s max(d)",
                "threads: 8.000\u{a0}s of waits",
                "processes: 8.800\u{a0}s of waits",
            ],
        ),
        (
            "/s/blocking-call?compare=1",
            [
                "Sum of the waits 7.400\u{a0}s 7.400\u{a0}s every sleep",
                "Lower bound 3.200\u{a0}s 3.200\u{a0}s max(d)",
                "loop: 7.400\u{a0}s of waits",
                "worker: 7.400\u{a0}s of waits",
            ],
        ),
    ] {
        let text = text(&page(state(address, Language::English, None)).await);
        for said in said {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
}

#[tokio::test]
async fn a_comparison_says_why_one_is_faster_and_where_they_part() {
    let html = page(state("/s/sequential?compare=1", Language::English, None)).await;
    let text = text(&html);
    for said in [
        "“All at once” took 2.000\u{a0}s, “One after the other” 4.500\u{a0}s: 2.500\u{a0}s less, ×2.25.",
        "×2.25 is ×1 for as much to wait for in all, times ×2.25 for more waiting at once.",
        "One after the other: 4.500\u{a0}s of waits in 4.500\u{a0}s, so 1 under way at once on average, 1 at most.",
        "All at once: 4.500\u{a0}s of waits in 2.000\u{a0}s, so 2.25 under way at once on average, 3 at most.",
        "At 0.000\u{a0}s: Go there One after the other main holds the thread until 2.000",
        "All at once D1 created by main",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // One at once for 4.5 s; and three for 1 s, two and one for 0.5 s each.
    assert!(html.contains("M0 60V2H444V2H666V2H1000V60") && html.contains("M0 60V2H222V21H333V40H444V60"), "{html}");
}

#[tokio::test]
async fn a_factor_of_the_gain_says_which_way_it_goes() {
    let shown = async |address, language| text(&page(state(address, language, None)).await);
    for (address, english, french) in [
        (
            "/s/which-tool?compare=1",
            "×2.27 is ×0.91 for more to wait for in all, times ×2.5 for more waiting at once.",
            "×2.27, c’est ×0.91 parce qu’il y a davantage à attendre en tout, fois ×2.5 parce que plus d’attentes se recouvrent.",
        ),
        (
            "/s/gather?compare=1&with=a003%3D0.4",
            "×1.25 is ×1.38 for less to wait for in all, times ×0.91 for less waiting at once.",
            "×1.25, c’est ×1.38 parce qu’il y a moins à attendre en tout, fois ×0.91 parce que moins d’attentes se recouvrent.",
        ),
        (
            "/s/sequential?compare=1",
            "×2.25 is ×1 for as much to wait for in all, times ×2.25 for more waiting at once.",
            "×2.25, c’est ×1 parce qu’il y a autant à attendre en tout, fois ×2.25 parce que plus d’attentes se recouvrent.",
        ),
    ] {
        for (language, said) in [(Language::English, english), (Language::French, french)] {
            let text = shown(address, language).await;
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    let alike = shown("/s/one-coroutine?compare=1&with=seconds%3D2", Language::French).await;
    assert!(
        alike.contains("×2, c’est ×2 parce qu’il y a moins à attendre en tout, fois ×1 parce qu’autant"),
        "{alike}"
    );
}

#[tokio::test]
async fn a_run_that_takes_no_time_is_faster_without_a_factor() {
    for (language, said) in [
        (Language::English, "“The other run” took 0.000\u{a0}s, “This run” 1.000\u{a0}s: 1.000\u{a0}s less."),
        (
            Language::French,
            "«\u{a0}L’autre exécution\u{a0}» a pris 0.000\u{a0}s, «\u{a0}Cette exécution\u{a0}» 1.000\u{a0}s\u{a0}: 1.000\u{a0}s de moins.",
        ),
    ] {
        let text = text(&page(state("/s/one-coroutine?compare=1&with=seconds%3D0", language, None)).await);
        assert!(text.contains(said), "{text}");
    }
}

#[tokio::test]
async fn a_run_is_compared_with_one_of_other_parameters_that_a_link_names() {
    let html = page(state("/s/gather?a001=0.2&compare=1&with=a003%3D0.6%26a001%3D1.0", Language::French, None)).await;
    let text = text(&html);
    assert!(text.contains("L’autre exécution a001=1.0, a003=0.6"), "{text}");
    assert!(text.contains("Cette exécution a001=0.2, a003=1.5"), "{text}");
    assert!(text.contains("«\u{a0}L’autre exécution\u{a0}» a pris 1.000\u{a0}s"), "{text}");
    assert!(text.contains("À 0.000\u{a0}s\u{a0}: Y aller L’autre exécution A001 dort jusqu’à 1.000"), "{text}");
    assert!(text.contains("Cela se remarque à 0.200\u{a0}s\u{a0}:"), "{text}");
    assert!(html.contains("id=\"o-a003\"") && html.contains("value=\"0.6\""), "{html}");
}

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
    assert_eq!(state.reduce(Action::Compare(true)).shown().len(), 2, "what was typed has waited");
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
    assert_eq!(state.against.fields(), Some(&state.fields[..]), "it begins as the present one");
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
            assert_eq!(state.against.fields(), typed.as_deref(), "the choice is what it says");
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

#[tokio::test]
async fn a_kept_run_that_comes_with_an_address_is_compared_and_has_its_place_in_the_list() {
    let state = state("/s/gather?compare=1&with=a001%3Dsoon&kept=a003%3D0.6", Language::English, None);
    assert_eq!(state.shown()[0].setup.values()[2].text(), "0.6");
    let html = page(state).await;
    assert!(text(&html).contains("a run that is not kept here"), "{html}");
    assert!(!html.contains("id=\"o-a003\""), "a kept run is as it was kept");
}

#[tokio::test]
async fn a_scenario_is_compared_with_itself_on_the_same_draws() {
    let state = state("/s/simulated-requests?seed=1&compare=1", Language::English, None);
    let seeds: Vec<_> = state.shown().iter().map(|variant| variant.setup.values()[4].text()).collect();
    assert_eq!(seeds, ["1", "1"]);
    let html = page(state).await;
    assert!(html.contains("data-track=\"sequential\"") && html.contains("data-track=\"concurrent\""));
    let text = text(&html);
    assert!(text.contains("one by one strategy=sequential"), "{text}");
    // 5.344 s one by one, 1.641 s at once: the last lines of CPython's stories in fixtures/simulated-requests.txt.
    assert!(text.contains("×3.26"), "{text}");
    assert_eq!(html.matches("simulated_requests.rs").count(), 0, "the code is in another tab");
}

#[test]
fn a_seed_has_one_name_in_the_run_bar_and_among_the_fields_of_the_other_run() {
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

/// Where a text leads: its links to scenarios.
fn leads_to(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|target| target.starts_with("/s/"))
}

#[test]
fn every_link_of_a_text_leads_to_a_moment_that_there_is() {
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

#[tokio::test]
async fn a_report_says_what_was_printed_up_to_the_moment_shown() {
    let during = page(state("/s/file-downloader", Language::English, Some(1.0))).await;
    assert!(during.contains("--part:calc(30/100)"), "{during}");
    let row = "film 30.0 MB 30% 0.900 s 10.0 MB/s";
    assert!(text(&during).contains(row), "{}", text(&during));
    let after = page(state("/s/file-downloader", Language::English, None)).await;
    assert!(text(&after).contains("film 30.0 MB 100% 3.000 s 10.0 MB/s"), "{}", text(&after));
}

#[tokio::test]
async fn a_permit_that_nobody_had_is_marked_as_long_as_the_work_goes_on() {
    let html = page(state("/s/priority-tasks?method=barriers", Language::English, None)).await;
    for gap in ["idle 0.3\u{a0}s", "idle 0.7\u{a0}s", "idle 0.2\u{a0}s"] {
        assert!(html.contains(&format!("title=\"{gap}\"")), "{gap}: {html}");
    }
    assert_eq!(html.matches("title=\"idle").count(), 3, "{html}");
}

#[tokio::test]
async fn a_report_is_in_the_language_of_the_page() {
    let html = page(state("/s/weather-stations?compare=1", Language::French, None)).await;
    let text = text(&html);
    assert!(text.contains("Compte rendu wait_for(gather)"), "{text}");
    assert!(text.contains("Paris - perdue") && text.contains("Paris - trop tard"), "{text}");
}

#[tokio::test]
async fn french_has_a_no_break_space_before_a_percent_sign_in_reports_and_the_log_what_was_printed() {
    let shown = |address, language| async move { text(&page(state(address, language, None)).await) };
    let french = shown("/s/service-monitor", Language::French).await;
    assert!(french.contains("tous 2/3 - - 67\u{a0}%"), "{french}");
    assert!(shown("/s/service-monitor", Language::English).await.contains("all 2/3 - - 67%"));
    assert!(shown("/s/service-monitor?tab=log", Language::French).await.contains("67%"));
}

#[tokio::test]
async fn an_alert_is_drawn_and_told_in_words_as_far_as_it_has_come() {
    let html = page(state("/s/system-monitor", Language::French, Some(5.0))).await;
    assert_eq!(html.matches("data-source=").count(), 4);
    assert!(text(&html).contains("mémoire alerte 2.800–5.000\u{a0}s"), "{}", text(&html));
    assert_eq!(html.matches("class=\"alert\"").count(), 3);
    let after = page(state("/s/system-monitor", Language::English, None)).await;
    assert!(text(&after).contains("CPU alert 2.000–8.500\u{a0}s"), "{}", text(&after));
    assert!(after.contains("9.500,22.5 10.000,22.5 \""), "the last mean holds up to the end of its reader: {after}");
}

#[tokio::test]
async fn a_conversation_shows_who_waited_and_what_overtook() {
    let html = page(state("/s/chat-bot?compare=1", Language::English, None)).await;
    let parts: Vec<&str> = html.split("class=\"talks\"").skip(1).collect();
    let overtaking = |part: &&str| part.matches("data-overtakes=\"true\"").count();
    assert_eq!(parts.iter().map(overtaking).collect::<Vec<_>>(), [0, 4, 0], "{html}");
    assert!(text(parts[0]).contains("7.871 +5.560\u{a0}s /bill: 1 soup + 3 bread"), "{}", text(parts[0]));
    assert!(text(parts[1]).contains("2.201 cake: how many? overtakes another"), "{}", text(parts[1]));
    let early = page(state("/s/chat-bot", Language::English, Some(0.3))).await;
    assert_eq!((early.matches("data-by=\"user\"").count(), early.matches("data-user=").count()), (1, 1));
}

/// A word that has no column, or a column without a word, would be seen by readers only.
#[test]
fn every_report_fits_its_columns() {
    for scenario in scenarios::ALL {
        let state = state(&format!("/s/{}?compare=1", scenario.id), Language::English, None);
        for track in &state.run.as_ref().expect("a run").tracks {
            let Words::Course(text) = track.variant.program.words else { panic!("of the course") };
            let rows = report(&track.log.borrow(), track.cursor);
            assert_eq!(text.en.columns.len(), text.fr.columns.len(), "{}", scenario.id);
            assert_eq!(rows.is_empty(), text.en.columns.is_empty(), "{}", scenario.id);
            let longest = rows.iter().map(Vec::len).max().unwrap_or_default();
            assert_eq!(longest, text.en.columns.len(), "{}: {rows:?}", scenario.id);
        }
    }
}

#[tokio::test]
async fn the_code_lights_the_line_of_the_selected_task_in_both_programs() {
    let html = page(state("/s/gather?tab=code&task=A002", Language::English, Some(0.5))).await;
    let lit: Vec<&str> = html.split("class=\"l on\"").skip(1).collect();
    assert_eq!(lit.len(), 2);
    assert!(text(lit[0]).starts_with("asyncio::sleep(seconds)."), "{}", text(lit[0]));
    assert!(text(lit[1]).starts_with("await asyncio.sleep(seconds)"), "{}", text(lit[1]));
}

async fn inspected(address: &str, language: Language, time: Option<Seconds>) -> String {
    let state = state(address, language, time);
    inspector_of(&state, state.run.clone(), language).await
}

async fn inspector_of(state: &State, run: Option<Run>, language: Language) -> String {
    let scenario = state.scenario().expect("an address of a scenario");
    let selected = state.selected.clone();
    let guide = Loading::Waiting;
    let props = inspector::Props { language, scenario, guide, run, selected, on_action: Callback::noop() };
    text(&LocalServerRenderer::<Inspector>::with_props(props).hydratable(false).render().await)
}

#[tokio::test]
async fn the_inspector_says_why_a_task_does_not_run() {
    let english = Language::English;
    let sleeping = inspected("/s/concurrent?task=D1", english, Some(1.2)).await;
    assert!(sleeping.contains("It sleeps until 2.000, for another 0.800\u{a0}s."), "{sleeping}");
    let waiting = inspected("/s/concurrent?task=main", english, Some(1.2)).await;
    assert!(waiting.contains("It waits for gather(D1, D2, D3); not done yet: D1, D3."), "{waiting}");
    let blocking = inspected("/s/sequential?task=main", english, Some(2.5)).await;
    assert!(blocking.contains("It holds the thread until 3.000; no other task can run."), "{blocking}");
    let ended = inspected("/s/concurrent?task=D2", Language::French, None).await;
    assert!(ended.contains("Elle a renvoyé sa valeur à 1.000."), "{ended}");
}

/// After the first callback at 1.000, which wakes Task-2: the loop has moved all three timers by then.
#[tokio::test]
async fn a_timer_that_is_due_stands_in_the_ready_queue_and_not_among_the_next_timers() {
    for (language, told) in [
        (
            Language::English,
            [
                "Its timer was due at 1.000: the callback that wakes it stands in the loop’s ready queue.",
                "Ready queue Task-3 Task-4 Task-2 Next timers none",
            ],
        ),
        (
            Language::French,
            [
                "Sa minuterie est arrivée à échéance à 1.000\u{a0}: le rappel qui la réveille est dans la file des prêtes \
                 de la boucle.",
                "File des prêtes Task-3 Task-4 Task-2 Prochaines minuteries aucune",
            ],
        ),
    ] {
        let state = state("/s/many-tasks?tasks=3&task=Task-4", language, None);
        let mut run = state.run.clone().expect("a run");
        let events = run.tracks[0].log.borrow().events().partition_point(|event| event.time < 1.0) + 1;
        run.tracks[0].cursor = Cursor { events, time: 1.0 };
        let said = inspector_of(&state, Some(run), language).await;
        assert!(told.iter().all(|told| said.contains(told)), "{said}");
    }
}

#[tokio::test]
async fn a_cancellation_is_told_and_drawn_with_who_asked_for_it() {
    for (address, english, french, arrows) in [
        (
            "/s/wait-for?task=slow",
            "2.000 by main’s timeout, set for 2.000.",
            "2.000 par la limite de temps de main, fixée à 2.000.",
            1,
        ),
        (
            "/s/timeout-block?task=main",
            "2.000 by its own timeout, set for 2.000. The request was taken back.",
            "2.000 par sa propre limite de temps, fixée à 2.000. La demande a été retirée.",
            0,
        ),
        (
            "/s/task-group?task=stock",
            "2.000 by its TaskGroup, since prices failed.",
            "2.000 par son TaskGroup, car prices a échoué.",
            1,
        ),
        ("/s/task-group?task=prices", "Asked to cancel main stock", "A demandé d’annuler main stock", 2),
    ] {
        for (language, told) in [(Language::English, english), (Language::French, french)] {
            let said = inspected(address, language, None).await;
            assert!(said.contains(told), "{address}: {said}");
            let html = page(state(address, language, None)).await;
            assert_eq!(html.matches("data-kind=\"cancelled\"").count(), arrows, "{address}");
        }
    }
    // A request that stays within one lane stands at its mark.
    let html = page(state("/s/timeout-block", Language::English, None)).await;
    assert!(html.contains("title=\"2.000 · cancellation requested by its own timeout, set for 2.000\""), "{html}");
}

#[tokio::test]
async fn a_text_that_did_not_come_says_why_and_has_a_button() {
    for (failure, said) in [
        (Failure::Unreachable("404 Not Found".to_owned()), "This could not be loaded: 404 Not Found"),
        (Failure::NoAnswer, "This could not be loaded: the network is needed for it, and does not answer"),
        (Failure::OfAnotherVersion, "This text belongs to another version of the page. Reload the page."),
    ] {
        let guide = Loading::Failed(failure, Callback::noop());
        let props = explanation::Props { language: Language::English, guide };
        let html = LocalServerRenderer::<Explanation>::with_props(props).hydratable(false).render().await;
        assert!(html.contains("role=\"alert\""), "{html}");
        assert_eq!(text(&html), format!("{said} Try again"));
    }
}

#[tokio::test]
async fn a_refused_field_keeps_its_text_and_says_what_is_wrong() {
    let state = state("/s/concurrent?first=soon", Language::English, None);
    let scenario = state.scenario().expect("an address of a scenario");
    let props = parameters::Props {
        language: Language::English,
        scenario,
        fields: state.fields.clone(),
        changed: state.fields_changed(),
        compare: state.compares(),
        other: false,
        on_action: Callback::noop(),
        on_wish: Callback::noop(),
    };
    let html = LocalServerRenderer::<Parameters>::with_props(props).hydratable(false).render().await;
    assert!(html.contains("value=\"soon\""), "{html}");
    assert!(html.contains("aria-invalid=\"true\""));
    assert!(text(&html).contains("This is not a number. 2.0 is used instead."), "{html}");
}

#[tokio::test]
async fn what_an_address_says_in_vain_is_shown_as_text_and_not_as_elements() {
    let problems = Route::parse("/?%3Cb%3Ex%3C/b%3E=1").problems;
    let props = notices::Props { language: Language::English, problems, on_action: Callback::noop() };
    let html = LocalServerRenderer::<Notices>::with_props(props).hydratable(false).render().await;
    assert!(html.contains("&lt;b&gt;x") && !html.contains("<b>x"), "{html}");
}

fn before(address: &str, language: Language) -> Rc<State> {
    Rc::new(State::new(Route::parse(address), language, Theme::System))
}

#[tokio::test]
async fn what_is_to_be_predicted_stands_nowhere_before_the_run() {
    for scenario in scenarios::ALL.iter().filter(|scenario| !scenario.is_always_real()) {
        for tab in [Tab::Outcome, Tab::Explanation] {
            let address = format!("/s/{}?predict=1&tab={}", scenario.id, tab.code());
            let html = page(before(&address, Language::English)).await;
            let (text, words) = (text(&html), interface(Language::English));
            assert!(text.contains(words.prediction.total) && text.contains(words.prediction.hidden), "{address}");
            assert!(!text.contains(words.look) && !text.contains(words.trap), "{address}: the guide tells");
            let empty = format!("--end:{:.9};", crate::trace::Scale::for_run(0.0).end());
            assert!(html.contains(&empty), "{address}: the axis is that of no run");
            let guide = crate::text::Guide::parse(scenario.guide.en.compiled().expect("a text"));
            for told in guide.next.iter().chain(&guide.timeline).chain(&guide.hints) {
                let begin: String =
                    told.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == ' ').collect();
                assert!(!text.contains(&told[..begin.len()]) || begin.len() < 12, "{address}: {told}");
            }
        }
    }
}

#[tokio::test]
async fn the_contents_keep_the_total_of_the_scenario_that_is_predicted_to_themselves() {
    use crate::app::course::contents::{Contents, Props};
    for (hides, total) in [(true, "All at once ?"), (false, "All at once 2.0\u{a0}s")] {
        let props = Props {
            timed: true,
            language: Language::English,
            find: "".into(),
            open: true,
            current: Some("concurrent"),
            addresses: Vec::new(),
            ran: Vec::new(),
            hides,
            on_action: Callback::noop(),
        };
        let html = LocalServerRenderer::<Contents>::with_props(props).hydratable(false).render().await;
        assert!(text(&html).contains(total), "{}", text(&html));
        assert!(text(&html).contains("One after the other 4.5\u{a0}s"));
    }
}

#[tokio::test]
async fn a_prediction_is_marked_when_the_run_has_ended_wherever_it_is_held() {
    // T3 comes in at 1.2 and not at 1.8, and the whole takes 3.3.
    let address = "/s/semaphore?predict=1&guess=4,5";
    for at in [None, Some(1.0)] {
        let html = page(state(address, Language::English, at)).await;
        let text = text(&html);
        assert!(text.contains("Wrong It took 3.300\u{a0}s. You said 4.5\u{a0}s."), "{text}");
        assert!(html.contains("data-answered=\"true\""));
    }
    let right = text(&page(state("/s/wait-for?predict=1&guess=2&ends=2", Language::French, None)).await);
    assert!(right.contains("Juste Cela a pris 2.000\u{a0}s."), "{right}");
    assert!(right.contains("2 réponses justes sur 3.") && right.contains("Sans réponse"), "{right}");
    assert!(!right.contains("Vous aviez dit"), "of the order nothing was said: {right}");
}

#[test]
fn what_was_predicted_survives_the_address_and_stands_while_a_run_is_there() {
    let address = "/s/wait-for?predict=1&guess=2%2C5+s&order=1-0&ends=0-2";
    let before = before(address, Language::English);
    assert_eq!(before.problems.named(), []);
    assert_eq!(before.route().to_string(), address);
    let changed =
        |state: Rc<State>| state.reduce(Action::Guess(crate::app::model::guess::Guess::default())).guess.total.clone();
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
