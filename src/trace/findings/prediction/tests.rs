//! Tests of the prediction.

use super::*;
use crate::trace::facts::event::Event;
use crate::trace::facts::line::Line;
use crate::trace::facts::task::{Name, TaskId};

/// main waits for quick, which returns at 1.0, and for slow, which fails at 2.0. main ends at 3.0.
fn log() -> Log {
    let made = |name: &'static str| What::Created { parent: None, name: Name::Given(name.into()), line: Line::NONE };
    let print = |text: &'static str| What::Printed(text.into());
    let returned = || What::Finished(End::Returned("None".into()));
    let failed = What::Finished(End::Failed { class: "ValueError".into(), message: "too hot".into() });
    let events = [
        (0.0, 0, made("main")),
        (0.0, 1, made("quick")),
        (0.0, 2, made("slow")),
        (1.0, 1, print("quick answered")),
        (1.0, 1, returned()),
        (2.0, 2, failed),
        (2.0, 0, print("caught: too hot")),
        (2.0, 0, print("tea | 2.000 s")),
        (3.0, 0, print("tea | 3.000 s")),
        (3.0, 0, returned()),
    ];
    let mut log = Log::default();
    for (time, task, what) in events {
        log.push(Event { time, task: TaskId(task), callback: 1, what });
    }
    log
}

#[test]
fn a_run_is_asked_for_its_total_its_prints_and_who_ends_without_a_result() {
    let facts = Facts::of(&log(), true);
    assert_eq!(facts.total, 3.0);
    let prints: Vec<_> = facts.prints.iter().map(|(at, text)| (*at, text.as_str())).collect();
    assert_eq!(prints, [(1.0, "quick answered"), (2.0, "caught: …"), (2.0, "tea")]);
    let ends: Vec<_> = facts.ends.iter().map(|fate| (fate.task.as_str(), fate.without_result())).collect();
    assert_eq!(ends, [("main", false), ("quick", false), ("slow", true)]);
}

#[test]
fn an_answer_about_a_task_that_does_not_exist_does_not_count() {
    let facts = Facts::of(&log(), true);
    let mark = |ends: Vec<usize>| facts.marks(&Answers { total: None, order: Vec::new(), ends })[2];
    assert_eq!(mark(vec![facts.ends.len()]), Mark::Open);
    assert_eq!(mark(vec![facts.ends.len(), 2]), Mark::Right);
}

#[test]
fn one_print_has_no_order_and_ends_are_not_asked_if_all_tasks_return() {
    let mut log = Log::default();
    let what = What::Created { parent: None, name: Name::Numbered(1), line: Line::NONE };
    for what in [what, What::Printed("x".into()), What::Finished(End::Returned("None".into()))] {
        log.push(Event { time: 0.0, task: TaskId(0), callback: 1, what });
    }
    assert_eq!(Facts::of(&log, true), Facts::default());
}

#[test]
fn a_shuffle_shows_every_print_once_and_reveals_no_order() {
    for words in [&["a", "b"][..], &["b", "a"], &["one", "two", "three"], &["x", "y", "z", "u", "v"]] {
        let prints = words.iter().map(|word| (0.0, (*word).to_owned())).collect();
        let shuffled = Facts { prints, ..Facts::default() }.shuffled();
        assert!(words.len() == 2 || !shuffled.is_sorted(), "{words:?}");
        let mut sorted = shuffled.clone();
        sorted.sort_unstable();
        assert!(sorted.into_iter().eq(0..words.len()));
    }
    let two =
        |words: [&str; 2]| Facts { prints: words.map(|word| (0.0, word.to_owned())).to_vec(), ..Facts::default() };
    assert_ne!(
        two(["a", "b"]).shuffled(),
        two(["b", "a"]).shuffled(),
        "the shuffled order of two prints does not depend on the run"
    );
}

/// The answer that puts the prints into this order.
fn order(facts: &Facts, wanted: &[usize]) -> Vec<usize> {
    let shuffled = facts.shuffled();
    wanted.iter().filter_map(|print| shuffled.iter().position(|other| other == print)).collect()
}

#[test]
fn answers_that_the_run_confirms_are_right() {
    let facts = Facts::of(&log(), true);
    let answers = Answers { total: Some(3.1), order: order(&facts, &[0, 1, 2]), ends: vec![2] };
    assert_eq!(facts.marks(&answers), [Mark::Right; 3]);
    assert_eq!(first_surprise(&facts.marks(&answers)), None);
}

#[test]
fn a_wrong_answer_is_marked_at_the_time_at_which_the_run_contradicts_it() {
    let facts = Facts::of(&log(), true);
    let total = |total| facts.marks(&Answers { total: Some(total), ..Answers::default() })[0];
    assert_eq!(total(3.2), Mark::Wrong(3.0), "the run ends before the predicted time");
    assert_eq!(total(1.5), Mark::Wrong(1.5), "the run goes on after the predicted time");
    let answers = Answers { total: Some(3.0), order: order(&facts, &[0, 2, 1]), ends: vec![1, 2] };
    assert_eq!(facts.marks(&answers), [Mark::Right, Mark::Wrong(2.0), Mark::Wrong(1.0)]);
    assert_eq!(first_surprise(&facts.marks(&answers)), Some(1.0));
}

#[test]
fn a_question_without_an_answer_stays_open() {
    let facts = Facts::of(&log(), true);
    assert_eq!(facts.marks(&Answers::default()), [Mark::Open; 3]);
    let of_another_run = Answers { total: None, order: vec![0, 0, 1], ends: vec![17] };
    assert_eq!(facts.marks(&of_another_run), [Mark::Open; 3]);
    let as_it_stands = Answers { order: vec![0, 1, 2], ..Answers::default() };
    assert!(matches!(facts.marks(&as_it_stands)[1], Mark::Wrong(_)), "the shuffled order itself is a wrong answer");
    assert_eq!(Facts::default().marks(&of_another_run), [Mark::Open; 3]);
}

#[test]
fn only_in_a_report_are_the_cells_hidden() {
    let mut log = Log::default();
    for (time, text) in [(0.0, "tea | 1"), (1.0, "cake | 2"), (2.0, "ready")] {
        log.push(Event { time, task: TaskId::MAIN, callback: 1, what: What::Printed(text.into()) });
    }
    let prints = |reports| Facts::of(&log, reports).prints.into_iter().map(|(_, text)| text).collect::<Vec<_>>();
    assert_eq!(prints(true), ["tea", "cake", "ready"]);
    assert_eq!(prints(false), ["tea | 1", "cake | 2", "ready"]);
}

#[test]
fn a_total_may_be_off_by_a_tenth_of_a_second_or_by_a_twentieth_of_it_and_no_more() {
    let mark = |total, answer| {
        let facts = Facts { total, ..Facts::default() };
        facts.marks(&Answers { total: Some(answer), ..Answers::default() })[0]
    };
    assert_eq!([0.9, 1.0, 1.1].map(|answer| mark(1.0, answer)), [Mark::Right; 3]);
    assert_eq!([0.89, 1.11].map(|answer| mark(1.0, answer)), [Mark::Wrong(0.89), Mark::Wrong(1.0)]);
    assert_eq!([9.5, 10.5].map(|answer| mark(10.0, answer)), [Mark::Right; 2]);
    assert_eq!([9.49, 10.51].map(|answer| mark(10.0, answer)), [Mark::Wrong(9.49), Mark::Wrong(10.0)]);
}

/// The facts of a run with this many tasks and this many distinct prints. The last task fails.
fn crowd(tasks: u32, prints: u32) -> Facts {
    let mut log = Log::default();
    let mut push = |task, what| log.push(Event { time: 0.0, task: TaskId(task), callback: 1, what });
    for task in 0..tasks {
        push(task, What::Created { parent: None, name: Name::Numbered(task), line: Line::NONE });
    }
    for number in 0..prints {
        push(0, What::Printed(format!("print {number}").into()));
        push(0, What::Printed(format!("print {number}").into()));
    }
    push(tasks - 1, What::Finished(End::Failed { class: "ValueError".into(), message: "".into() }));
    Facts::of(&log, true)
}

#[test]
fn two_to_eight_prints_have_an_order_and_up_to_twelve_tasks_have_an_end_to_guess() {
    let asked = |prints| crowd(1, prints).prints.len();
    assert_eq!([0, 1, 2, 8, 9, 30].map(asked), [0, 0, 2, 8, 0, 0]);
    assert_eq!([11, 12, 13].map(|tasks| crowd(tasks, 0).ends.len()), [11, 12, 0]);
}

#[test]
fn a_swallowed_cancellation_counts_as_a_result_and_every_failure_does_not() {
    let without = |state| Fate { task: String::new(), state, at: 0.0 }.without_result();
    assert!([State::Error, State::Timeout, State::Cancelled, State::Lost, State::Destroyed].into_iter().all(without));
    assert!(![State::Result, State::Swallowed, State::Running, State::Waiting].into_iter().any(without));
}
