//! The rooms of the house, and who may name whom. A forbidden import fails here, with its file and line.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms of ours that it may name.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("trace", &[]),
    ("asyncio", &["trace"]),
    ("aiohttp", &["asyncio", "trace"]),
    ("text", &[]),
    ("scenarios", &["aiohttp", "asyncio", "text", "trace"]),
    ("host", &["aiohttp", "asyncio", "trace"]),
    ("app", &["aiohttp", "asyncio", "host", "scenarios", "text", "trace"]),
];

/// Names of the browser and its crates, and the rooms that may use them.
const BROWSER: &[&str] = &["gloo_", "web_sys", "js_sys", "wasm_bindgen", "yew"];
const NEAR_THE_BROWSER: &[&str] = &["host", "app"];

/// What the loop and its log must do without: clocks, threads, other crates.
const CLOCKS: &[&str] = &["Instant", "SystemTime", "std::thread", "async_std", "tokio", "futures::"];

struct Source {
    room: &'static str,
    path: PathBuf,
    text: String,
}

#[test]
fn no_room_names_a_room_that_it_may_not() {
    let mut problems = Vec::new();
    for source in sources() {
        let allowed = allowed(source.room);
        for (number, line) in code(&source.text) {
            for (room, _) in MAY_NAME {
                let names = line.contains(&format!("crate::{room}")) || line.contains(&format!("super::super::{room}"));
                if names && *room != source.room && !allowed.contains(room) {
                    problems.push(format!(
                        "{}:{number}: {} may not name {room}: {line}",
                        source.path.display(),
                        source.room
                    ));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn only_host_and_app_know_a_browser() {
    let far = |source: &Source| !NEAR_THE_BROWSER.contains(&source.room);
    let problems = lines_with(BROWSER, far);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_loop_and_its_log_know_no_clock_and_no_other_runtime() {
    let problems = lines_with(CLOCKS, |source| source.room == "asyncio" || source.room == "trace");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_table_names_every_room() {
    let mut rooms: Vec<String> = fs::read_dir(root())
        .expect("src")
        .filter_map(|entry| entry.ok().filter(|entry| entry.path().is_dir()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let mut named: Vec<&str> = MAY_NAME.iter().map(|(room, _)| *room).collect();
    rooms.sort();
    named.sort_unstable();
    assert_eq!(rooms, named);
}

#[test]
fn a_forbidden_import_would_be_found() {
    let text = "use crate::host::Pacer; // crate::app\n// use crate::app;\n";
    let found: Vec<_> = code(text).collect();
    assert_eq!(found, [(1, "use crate::host::Pacer; ".to_owned())]);
    assert!(!allowed("trace").contains(&"host"));
}

fn lines_with(words: &[&str], concerned: impl Fn(&Source) -> bool) -> Vec<String> {
    let mut problems = Vec::new();
    for source in sources().into_iter().filter(|source| concerned(source)) {
        for (number, line) in code(&source.text) {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                problems.push(format!(
                    "{}:{number}: {} may not name {word}: {line}",
                    source.path.display(),
                    source.room
                ));
            }
        }
    }
    problems
}

fn allowed(room: &str) -> &'static [&'static str] {
    MAY_NAME.iter().find(|(name, _)| *name == room).map_or(&[], |(_, allowed)| *allowed)
}

/// The lines of code with their numbers, without comments.
fn code(text: &str) -> impl Iterator<Item = (usize, String)> {
    let bare = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
    (1..).zip(text.lines().map(bare)).filter(|(_, line)| !line.trim().is_empty())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    for (room, _) in MAY_NAME {
        collect(room, &root().join(room), &mut sources);
    }
    assert!(sources.len() > 20, "the walk found only {} files", sources.len());
    sources
}

fn collect(room: &'static str, folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of ours") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(room, &path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            sources.push(Source { room, path, text });
        }
    }
}
