//! Tests of the whole page, with each of its panels.

use std::cell::RefCell;

use super::*;
use crate::app::model::sample::state_of;
use crate::app::panels::tabs::SCENARIO;
use crate::text::output::output;
use crate::text::taking::taking;
use crate::trace::SharedLog;
use crate::trace::format::{read, write};

#[tokio::test]
async fn every_scenario_has_every_panel_in_both_languages() {
    for scenario in scenarios::ALL {
        for language in Language::ALL {
            for &tab in SCENARIO {
                let address = format!("/s/{}?tab={}", scenario.id, tab.code());
                let html = page(state(&address, language, None)).await;
                let text = text(&html);
                assert!(text.contains(scenario.text.get(language).title), "{address}");
                let there = match tab {
                    Tab::Output => html.contains("class=\"output\"") || text.contains(output(language).none),
                    Tab::Outcome | Tab::Log | Tab::Code | Tab::Explanation | Tab::Table | Tab::Problems => {
                        text.contains(only_in(tab, language))
                    }
                };
                assert!(there, "{address} in {}", language.code());
                assert!(html.contains("data-run-state=\"finished\""), "{address}");
            }
        }
    }
}

/// A text that occurs in the panel of this tab and nowhere else on the page.
fn only_in(tab: Tab, language: Language) -> &'static str {
    let words = interface(language);
    match tab {
        Tab::Outcome => words.returned.why,
        Tab::Log => words.log_step,
        Tab::Code => taking(language).note,
        Tab::Explanation => words.look,
        Tab::Table => words.table_columns.start,
        Tab::Output | Tab::Problems => words.tabs.output,
    }
}

#[tokio::test]
async fn the_output_has_each_print_with_its_time_and_task_and_later_prints_after_the_cursor() {
    let html = page(state("/s/semaphore?tab=output", Language::English, Some(1.2))).await;
    let text = text(&html);
    let (past, future) = text.split_once("held at 1.200").expect("the cursor's place");
    assert!(past.contains("0.000 T1 T1 is inside") && past.contains("1.200 T3 T3 is inside"), "{text}");
    assert!(future.contains("1.800 T4 T4 is inside later"), "{text}");
    assert_eq!(html.matches("class=\"later\"").count(), 2, "{html}");
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
async fn the_code_lights_the_line_of_the_selected_task_in_both_programs() {
    let html = page(state("/s/gather?tab=code&task=A002", Language::English, Some(0.5))).await;
    let lit: Vec<&str> = html.split("class=\"l on\"").skip(1).collect();
    assert_eq!(lit.len(), 2);
    assert!(text(lit[0]).starts_with("asyncio::sleep(seconds)."), "{}", text(lit[0]));
    assert!(text(lit[1]).starts_with("await asyncio.sleep(seconds)"), "{}", text(lit[1]));
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

#[tokio::test]
async fn a_run_that_never_ends_says_so_before_any_figure_and_has_no_gain() {
    let text = text(&page(state("/s/barrier?parties=4", Language::English, None)).await);
    let (before, after) = text.split_once("This run never ends").expect("the verdict");
    assert!(!before.contains("Total time"), "{text}");
    assert!(after.contains("waits at Barrier(4): 3 of 4 have come"), "{text}");
    assert!(after.contains("Returned never returns"), "{text}");
    for figure in ["Total time", "Gain", "Lower bound", "Sum of the waits"] {
        assert!(!text.contains(figure), "{figure}: {text}");
    }
}

#[tokio::test]
async fn runs_with_different_results_say_so_and_name_no_gain() {
    for (language, said, returned) in [
        (Language::English, "The results differ", "main came to 2"),
        (Language::French, "Les résultats diffèrent", "main a donné 2"),
    ] {
        let text = text(&page(state("/s/lock-race?compare=1", language, None)).await);
        assert!(text.contains(said) && text.contains(returned), "{text}");
        assert!(!text.contains("gained") && !text.contains("gagnées"), "{text}");
    }
}
