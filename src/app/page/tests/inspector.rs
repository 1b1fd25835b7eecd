//! Tests of the inspector's texts about a task.

use super::*;
use crate::app::model::run::Track;
use crate::app::panels::inspector::{self, Inspector};
use crate::asyncio::{EventLoop, create_task, sleep};
use crate::program::Variant;
use crate::trace::Log;

pub async fn inspected(address: &str, language: Language, time: Option<Seconds>) -> String {
    let state = state(address, language, time);
    inspector_of(&state, state.run.clone(), language).await
}

async fn inspector_of(state: &State, run: Option<Run>, language: Language) -> String {
    let scenario = state.scenario().expect("an address of a scenario");
    let selected = state.selected.clone();
    let guide = Loading::Waiting;
    let props = inspector::Props {
        language,
        scenario: Some(scenario),
        guide: Some(guide),
        tried: false,
        run,
        selected,
        on_action: Callback::noop(),
    };
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
    assert!(ended.contains("Elle a renvoyé sa valeur à 1,000."), "{ended}");
}

/// The cursor is after the first callback at 1.000, which wakes Task-2. By then the loop has moved all three timers.
#[tokio::test]
async fn a_due_timer_is_shown_in_the_ready_queue_and_not_among_the_timers() {
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
                "Sa minuterie est arrivée à échéance à 1,000\u{a0}: le rappel qui la réveille est dans la file des prêtes \
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
            "2,000 par la limite de temps de main, fixée à 2,000.",
            1,
        ),
        (
            "/s/timeout-block?task=main",
            "2.000 by its own timeout, set for 2.000. The request was taken back.",
            "2,000 par sa propre limite de temps, fixée à 2,000. La demande a été retirée.",
            0,
        ),
        (
            "/s/task-group?task=stock",
            "2.000 by its TaskGroup, since prices failed.",
            "2,000 par son TaskGroup, car prices a échoué.",
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
    // A request within one lane is described at its mark.
    let html = page(state("/s/timeout-block", Language::English, None)).await;
    assert!(html.contains("title=\"2.000 · cancellation requested by its own timeout, set for 2.000\""), "{html}");
}

/// Each of 20 000 tasks awaits the one before it, and the first one sleeps.
#[tokio::test]
async fn of_a_long_chain_of_waits_the_first_tasks_and_the_last_are_named() {
    let log = Log::shared();
    let scenario = scenarios::find("gather").expect("a scenario");
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(async {
        let mut last = create_task(sleep(9.0));
        for _ in 0..20_000 {
            let before = last;
            last = create_task(async { before.await });
        }
        last.await
    });
    let _ = event_loop.run_at_most(20_002);
    let cursor = Cursor::end(&log.borrow());
    let mut track = Track::new(Variant::alone(scenario, scenario.defaults()), log);
    track.cursor = cursor;
    let run = Run::finished(1, cursor.time, vec![track]);
    let state = state("/s/gather?task=main", Language::English, None);
    let said = inspector_of(&state, Some(run), Language::English).await;
    let chain = "Task-20002 awaiting a task Task-20001 awaiting a task Task-20000 awaiting a task Task-19999 awaiting a \
                 task Task-19998 awaiting a task +19995 Task-2 sleeping wakes at 9.000";
    assert!(said.contains(chain), "{}", &said[..said.len().min(3_000)]);
}
