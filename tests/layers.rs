//! Checks the rooms (modules) and which rooms each may name. A forbidden path fails here, with its file and line.
//!
//! Sources are read as tokens, so that `use crate::{a, b::c}`, paths in code, in macros and in nested modules all
//! count.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A room and the rooms of this crate that it may name. Each table is in order: a room names only rooms above it, so
/// the tables cannot allow a cycle.
type Table = &'static [(&'static str, &'static [&'static str])];

/// The rooms of `src/`.
const ROOMS: Table = &[
    ("trace", &[]),
    ("text", &[]),
    ("asyncio", &["trace"]),
    ("aiohttp", &["asyncio", "trace"]),
    ("program", &["aiohttp", "asyncio", "text", "trace"]),
    ("scenarios", &["aiohttp", "asyncio", "program", "text", "trace"]),
    ("host", &["aiohttp", "asyncio", "trace"]),
    ("app", &["aiohttp", "asyncio", "host", "program", "scenarios", "text", "trace"]),
];

/// The rooms of `src/trace/`.
const ROOMS_OF_TRACE: Table =
    &[("facts", &[]), ("format", &["facts"]), ("picture", &["facts"]), ("findings", &["facts", "picture"])];

/// The rooms of `src/asyncio/`.
const ROOMS_OF_ASYNCIO: Table = &[
    ("python", &[]),
    ("core", &["python"]),
    ("sync", &["core", "python"]),
    ("vocabulary", &["core", "python", "sync"]),
];

/// The only room whose files name each other in cycles, as `CPython`'s `base_events.py`, `futures.py` and `tasks.py` do.
const CYCLIC: [&str; 2] = ["asyncio", "core"];

/// The rooms of `src/app/`.
const ROOMS_OF_APP: Table = &[
    ("widgets", &[]),
    ("model", &["widgets"]),
    ("timeline", &["model", "widgets"]),
    ("course", &["model", "widgets"]),
    ("player", &["model", "widgets"]),
    ("controls", &["model", "player", "widgets"]),
    ("panels", &["course", "model", "timeline", "widgets"]),
    ("lab", &["controls", "model", "panels", "timeline", "widgets"]),
    ("page", &["controls", "course", "lab", "model", "panels", "player", "timeline", "widgets"]),
];

/// Files of `src/` outside every room: `lib.rs` declares the rooms, and `main.rs` mounts the page.
const OUTSIDE: &[&str] = &["lib.rs", "main.rs", "registry.rs"];

/// Names of the browser's crates, and the rooms that may use them.
const BROWSER: &[&str] = &["gloo_", "web_sys", "js_sys", "wasm_bindgen", "yew"];
const NEAR_THE_BROWSER: &[&str] = &["host", "app", "main"];

/// What the loop and its log must not use: clocks, threads and other runtimes.
const CLOCKS: &[&str] = &["Instant", "SystemTime", "thread"];
const RUNTIMES: &[&str] = &["async_std", "tokio", "futures"];

#[test]
fn no_room_names_a_room_that_it_may_not() {
    let problems: Vec<String> = sources().iter().flat_map(|source| forbidden(source, ROOMS, 0)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn no_room_within_a_room_names_a_room_that_it_may_not() {
    for (folder, table) in [("app", ROOMS_OF_APP), ("asyncio", ROOMS_OF_ASYNCIO), ("trace", ROOMS_OF_TRACE)] {
        let inside = sources().into_iter().filter(|source| source.module.len() > 1 && source.module[0] == folder);
        let problems: Vec<String> = inside.flat_map(|source| forbidden(&source, table, 1)).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

#[test]
fn the_files_of_aiohttp_name_each_other_without_a_cycle() {
    assert_eq!(cycle_of_files("aiohttp", 2), Vec::<String>::new());
}

#[test]
fn the_files_of_asyncio_outside_its_core_name_each_other_without_a_cycle() {
    assert_eq!(cycle_of_files("asyncio", 3), Vec::<String>::new());
}

#[test]
fn the_files_of_trace_name_each_other_without_a_cycle() {
    assert_eq!(cycle_of_files("trace", 3), Vec::<String>::new());
}

/// The files of a room that are in a cycle, or that lead to one. `depth` is the number of words in the files' module
/// paths.
fn cycle_of_files(room: &str, depth: usize) -> Vec<String> {
    let sources: Vec<Source> = sources().into_iter().filter(|source| source.module.len() == depth).collect();
    let is_inside = |source: &&Source| source.module[0] == room && source.module[..2] != CYCLIC;
    let mut files: Vec<&Source> = sources.iter().filter(is_inside).collect();
    assert!(files.len() > 5, "the walk found only {} files", files.len());
    // Repeatedly removes the files that name none of the remaining ones. In the end, only cycles are left.
    loop {
        let left: Vec<&[String]> = files.iter().map(|source| &source.module[..]).collect();
        let names = |source: &Source, path: &Named| {
            path.ours
                && path.parts.len() >= depth
                && path.parts[..depth] != source.module
                && left.contains(&&path.parts[..depth])
        };
        let stays = |source: &&Source| source.paths().iter().any(|path| names(source, path));
        let circle: Vec<&Source> = files.iter().copied().filter(stays).collect();
        if circle.len() == files.len() {
            break;
        }
        files = circle;
    }
    files.iter().map(|source| source.module.join("::")).collect()
}

#[test]
fn only_host_app_and_main_name_the_browser() {
    let mut problems = Vec::new();
    for source in sources().iter().filter(|source| !NEAR_THE_BROWSER.contains(&source.room())) {
        let names = |path: &Named| BROWSER.iter().any(|name| path.parts.iter().any(|part| part.starts_with(name)));
        problems.extend(source.paths().iter().filter(|path| names(path)).map(|path| source.problem(path)));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_loop_and_its_log_name_no_clock_and_no_other_runtime() {
    let mut problems = Vec::new();
    for source in sources().iter().filter(|source| ["asyncio", "trace"].contains(&source.room())) {
        let names = |path: &Named| {
            let runtime = path.parts.len() > 1 && RUNTIMES.contains(&path.parts[0].as_str());
            runtime || path.parts.iter().any(|part| CLOCKS.contains(&part.as_str()))
        };
        problems.extend(source.paths().iter().filter(|path| names(path)).map(|path| source.problem(path)));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn the_tables_name_every_room_and_each_room_only_names_rooms_above_it() {
    let inside = |room: &str| root().join(room);
    let rooms = [
        (ROOMS, root()),
        (ROOMS_OF_APP, inside("app")),
        (ROOMS_OF_ASYNCIO, inside("asyncio")),
        (ROOMS_OF_TRACE, inside("trace")),
    ];
    for (table, folder) in rooms {
        let mut named: Vec<&str> = table.iter().map(|(room, _)| *room).collect();
        for (index, (room, allowed)) in table.iter().enumerate() {
            let below = allowed.iter().find(|other| !named[..index].contains(*other));
            assert_eq!(below, None, "{room} would name a room that is not above it");
        }
        named.sort_unstable();
        assert_eq!(folders(&folder), named);
    }
}

#[test]
fn every_file_is_in_a_room() {
    let files = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("a folder of ours").filter_map(Result::ok);
        let mut names: Vec<String> = entries
            .filter(|entry| entry.path().is_file())
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(files(&root()), OUTSIDE);
    assert_eq!(files(&root().join("app")), ["mod.rs"]);
    assert_eq!(files(&root().join("asyncio")), ["mod.rs", "tests.rs"]);
    assert_eq!(files(&root().join("trace")), ["mod.rs"]);
}

#[test]
fn every_way_to_write_a_forbidden_path_is_found() {
    let named = |module: &[&str], text: &str| -> Vec<String> {
        let module = module.iter().map(ToString::to_string).collect();
        let source = Source { file: PathBuf::new(), module, text: text.to_owned() };
        source.paths().into_iter().filter(|path| path.ours).map(|path| path.parts.join("::")).collect()
    };
    assert_eq!(named(&["trace", "log"], "use crate::host::Pacer; // crate::app"), ["host::Pacer"]);
    assert_eq!(named(&["trace"], "use crate::{host, app::{self, page as p}};"), ["host", "app", "app::page"]);
    assert_eq!(named(&["trace"], "fn f() { html! { <p>{crate::text::x()}</p> } }"), ["text::x"]);
    assert_eq!(named(&["app", "model", "run"], "use super::super::player::x;"), ["app::player::x"]);
    assert_eq!(named(&["app", "model", "run"], "mod tests { use super::super::x; }"), ["app::model::x"]);
    assert_eq!(
        named(&["app", "model", "run"], "mod tests { use super::super::super::{page, x}; }"),
        ["app::page", "app::x"]
    );
    assert_eq!(named(&["trace"], "// crate::app\n/// [`crate::app`]\nfn f() {}"), Vec::<String>::new());
}

/// One file of `src/`.
struct Source {
    file: PathBuf,
    /// The file's module path, from the crate's root.
    module: Vec<String>,
    text: String,
}

/// A path that a file names.
struct Named {
    line: usize,
    parts: Vec<String>,
    /// Whether the path is in this crate: then `parts` start at its root.
    ours: bool,
}

impl Source {
    fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    fn problem(&self, path: &Named) -> String {
        format!(
            "{}:{}: {} may not name {}",
            self.file.display(),
            path.line,
            self.module.join("::"),
            path.parts.join("::")
        )
    }

    fn paths(&self) -> Vec<Named> {
        let tokens: TokenStream = self.text.parse().unwrap_or_else(|error| panic!("{}: {error}", self.file.display()));
        let mut paths = Vec::new();
        walk(tokens, &self.module, &mut paths);
        paths
    }
}

/// A file's paths to rooms that its table forbids. `depth` is the room's position in a path.
fn forbidden(source: &Source, table: Table, depth: usize) -> Vec<String> {
    let Some(room) = source.module.get(depth) else { return Vec::new() };
    let Some((_, allowed)) = table.iter().find(|(name, _)| name == room) else { return Vec::new() };
    let inside = |path: &&Named| path.ours && path.parts[..depth] == source.module[..depth];
    let is_forbidden = |path: &&Named| {
        let target = path.parts.get(depth).map_or("", String::as_str);
        target != room && table.iter().any(|(name, _)| *name == target) && !allowed.contains(&target)
    };
    let paths = source.paths();
    let long_enough = paths.iter().filter(|path| path.parts.len() > depth);
    long_enough.filter(inside).filter(is_forbidden).map(|path| source.problem(path)).collect()
}

/// Collects every path in these tokens of the module `module`.
fn walk(tokens: TokenStream, module: &[String], paths: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut index = 0;
    while index < tokens.len() {
        match &tokens[index] {
            TokenTree::Ident(word) if word == "mod" => {
                if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
                    (tokens.get(index + 1), tokens.get(index + 2))
                {
                    let inner: Vec<String> = module.iter().cloned().chain([name.to_string()]).collect();
                    walk(body.stream(), &inner, paths);
                    index += 2;
                }
                index += 1;
            }
            TokenTree::Ident(_) => {
                index = path_at(&tokens, index, &Start { module, parts: Vec::new(), ours: None }, paths).max(index + 1);
            }
            TokenTree::Group(group) => {
                walk(group.stream(), module, paths);
                index += 1;
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => index += 1,
        }
    }
}

/// The part of a path that has been read so far.
#[derive(Clone)]
struct Start<'a> {
    module: &'a [String],
    parts: Vec<String>,
    ours: Option<bool>,
}

impl Start<'_> {
    /// Reads one more word of the path.
    fn read(&mut self, word: String) {
        match (word.as_str(), self.ours) {
            ("crate", None) => self.ours = Some(true),
            ("super", None) => {
                self.ours = Some(true);
                self.parts = self.module[..self.module.len().saturating_sub(1)].to_vec();
            }
            ("self", None) => {
                self.ours = Some(true);
                self.parts = self.module.to_vec();
            }
            ("super", Some(true)) => drop(self.parts.pop()),
            ("self", Some(_)) => {}
            (_, ours) => {
                self.ours = Some(ours.unwrap_or(false));
                self.parts.push(word);
            }
        }
    }
}

/// Reads the path that starts at `index`, with all branches of its braces. Returns the index after it.
fn path_at(tokens: &[TokenTree], mut index: usize, start: &Start<'_>, paths: &mut Vec<Named>) -> usize {
    let mut path = start.clone();
    let line = tokens[index].span().start().line;
    loop {
        match tokens.get(index) {
            Some(TokenTree::Ident(word)) => path.read(word.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                branches(group.stream(), &path, paths);
                return index + 1;
            }
            _ => break,
        }
        index += 1;
        if !is_separator(tokens, index) {
            break;
        }
        index += 2;
    }
    paths.push(Named { line, parts: path.parts, ours: path.ours.unwrap_or(false) });
    index
}

fn branches(tokens: TokenStream, start: &Start<'_>, paths: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for branch in tokens.split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',')) {
        if !branch.is_empty() {
            path_at(branch, 0, start, paths);
        }
    }
}

fn is_separator(tokens: &[TokenTree], index: usize) -> bool {
    let colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    colon(tokens.get(index)) && colon(tokens.get(index + 1))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder of ours").filter_map(Result::ok);
    // A folder without Rust files, such as `src/python`, is not a room.
    let is_room = |path: &Path| path.is_dir() && !path.ends_with("tests") && holds_rust(path);
    let mut rooms: Vec<String> = entries
        .filter(|entry| is_room(&entry.path()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    rooms.sort();
    rooms
}

fn holds_rust(folder: &Path) -> bool {
    let mut sources = Vec::new();
    collect(folder, &mut sources);
    !sources.is_empty()
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&root(), &mut sources);
    assert!(sources.len() > 20, "the walk found only {} files", sources.len());
    sources
}

fn collect(folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of ours") {
        let file = entry.expect("an entry").path();
        if file.is_dir() {
            collect(&file, sources);
        } else if file.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&file).expect("a source file");
            sources.push(Source { module: module_of(&file), file, text });
        }
    }
}

/// The module of a file: `src/app/model/mod.rs` is `app::model`, `src/lib.rs` the root.
fn module_of(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(root()).expect("a file of src").with_extension("");
    let mut module: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|last| last == "mod" || last == "lib") {
        module.pop();
    }
    module
}
