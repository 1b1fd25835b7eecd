//! Each program in `programs/programs.jsonl` must have the same story on our loop as the recorded one of `CPython`.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::logs::Logs;
use crate::programs::interpreter::{run, tell};
use crate::programs::language::Program;

/// The number of logs that are written for the lab's engine.
const KEPT: usize = 500;

/// One line of the file.
#[derive(Deserialize)]
struct Case {
    seed: String,
    program: Program,
    /// The story in the compact form that [`lines`] reads.
    story: String,
}

#[test]
fn two_thousand_random_programs_have_cpythons_stories() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/programs/programs.jsonl");
    let file = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cases: Vec<(&str, Case)> =
        file.lines().map(|line| (line, serde_json::from_str(line).expect("a case"))).collect();
    assert!(cases.len() >= 2000, "{} programs", cases.len());

    let mut logs = Logs::default();
    for (_, case) in &cases[..KEPT] {
        run(&case.program, |log, _| logs.add(&case.seed, log));
    }
    logs.keep("programs", "programs");

    let mut differing: Vec<_> = cases.iter().filter(|(_, case)| tell(&case.program) != lines(&case.story)).collect();
    differing.sort_by_key(|(line, _)| line.len());
    if let Some((line, case)) = differing.first() {
        panic!(
            "{} of {} programs differ; the shortest is {}:\n{line}\n\n{}",
            differing.len(),
            cases.len(),
            case.seed,
            side_by_side(&lines(&case.story), &tell(&case.program))
        );
    }
}

/// The lines of both stories side by side, `CPython`'s on the left; `!` marks a difference.
fn side_by_side(theirs: &[String], ours: &[String]) -> String {
    let width = theirs.iter().map(String::len).max().unwrap_or_default();
    let rows = (0..theirs.len().max(ours.len())).map(|row| {
        let [left, right] = [theirs, ours].map(|story| story.get(row).map_or("", String::as_str));
        format!("{} {left:width$}  {right}\n", if left == right { ' ' } else { '!' })
    });
    rows.collect()
}

/// Reads the lines of a compact story. Each is `@TIME TASK` and a sign for the event; a time or a task is left out if
/// it equals that of the line before (`teller.py`, `compact`).
fn lines(story: &str) -> Vec<String> {
    let (mut time, mut task) = (0.0, "");
    let told = story.lines().map(|line| {
        let mut rest = line;
        if let Some((when, after)) = line.strip_prefix('@').and_then(|line| line.split_once(' ')) {
            (time, rest) = (when.parse::<f64>().expect("a time"), after);
        }
        let place = rest.find(SIGNS.map(|(sign, _)| sign)).expect("a sign");
        if place > 0 {
            task = &rest[..place];
        }
        let word = SIGNS.iter().find_map(|(sign, word)| rest[place..].strip_prefix(*sign).map(|_| word));
        format!("{time:.3} {task} {}{}", word.expect("the sign"), &rest[place + 1..])
    });
    told.collect()
}

/// The signs of compact lines, with the words that they stand for.
const SIGNS: [(char, &str); 8] = [
    ('+', "created"),
    ('>', "started"),
    (':', "printed "),
    ('=', "finished "),
    ('!', "failed "),
    ('~', "cancelled"),
    ('?', "deadlock"),
    ('^', "warned "),
];

#[test]
fn a_compact_story_is_read() {
    let read = lines("@0 main+\n>\na+\n@0.25 :\"x\"\nmain!TimeoutError\n@1 a~\nloop?");
    let told = "0.000 main created|0.000 main started|0.000 a created|0.250 a printed \"x\"|0.250 main failed TimeoutError|\
                1.000 a cancelled|1.000 loop deadlock";
    assert_eq!(read.join("|"), told);
}
