//! No file and no function of `src/` may be too long to read in one go. STYLE.md, rule 18, has the reasons.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The maximum of lines of a file, without its tests.
const FILE: usize = 250;
/// The maximum of lines of a function, from its name to its closing brace.
const FUNCTION: usize = 40;

/// Longer files, each with its own maximum of lines and the reason. A file that has been split is taken out of the
/// list.
const LONG_FILES: &[(&str, usize, &str)] = &[
    ("app/controls/run_bar.rs", 255, "still to be split"),
    ("app/lab/desk.rs", 396, "still to be split"),
    ("app/lab/view.rs", 311, "still to be split"),
    ("app/page/app.rs", 278, "still to be split"),
    ("app/panels/inspector.rs", 349, "still to be split"),
    ("app/panels/outcome.rs", 254, "still to be split"),
    ("app/timeline/zoom.rs", 318, "still to be split"),
    ("app/widgets/sentence.rs", 268, "still to be split"),
    ("host/document.rs", 294, "one small function after another"),
    ("host/editor.rs", 345, "still to be split"),
    ("host/pacer.rs", 366, "still to be split"),
    ("program/parameter.rs", 282, "one kind of parameter after the other"),
    ("text/english.rs", 434, "a list of words"),
    ("text/french.rs", 459, "a list of words"),
    ("text/interface.rs", 530, "a list of words"),
    ("text/lab.rs", 399, "a list of words"),
    ("text/said.rs", 256, "a list of sentences"),
    ("trace/format/writer.rs", 370, "one line of the format after the other"),
];

/// Longer functions: the file, the function, its own maximum of lines, and the reason.
const LONG_FUNCTIONS: &[(&str, &str, usize, &str)] = &[
    ("app/controls/run_bar.rs", "RunBar", 50, "still to be split"),
    ("app/controls/versus.rs", "choice", 49, "still to be split"),
    ("app/lab/divider.rs", "Divider", 49, "still to be split"),
    ("app/lab/view.rs", "LabPage", 62, "still to be split"),
    ("app/model/action.rs", "reduce", 82, "one short arm for each action"),
    ("app/model/addresses.rs", "view", 52, "still to be split"),
    ("app/page/app.rs", "App", 62, "still to be split"),
    ("app/page/top_bar.rs", "TopBar", 58, "still to be split"),
    ("app/panels/inspector.rs", "answer", 49, "still to be split"),
    ("app/panels/log_sieve.rs", "view", 47, "still to be split"),
    ("app/panels/outcome.rs", "figures", 43, "still to be split"),
    ("app/panels/proof.rs", "Proof", 57, "still to be split"),
    ("app/player/act.rs", "act", 46, "still to be split"),
    ("app/player/effects.rs", "use_player", 90, "effects only, one after the other"),
    ("app/timeline/lane.rs", "view", 41, "still to be split"),
    ("app/timeline/minimap.rs", "Minimap", 55, "still to be split"),
    ("app/timeline/rows.rs", "use_rows", 57, "still to be split"),
    ("app/timeline/view.rs", "TimelineView", 101, "still to be split"),
    ("scenarios/chat_bot.rs", "run_bot", 42, "still to be split"),
    ("trace/format/writer.rs", "fields", 57, "one arm for each kind of line"),
];

#[test]
fn no_file_is_longer_than_one_reads_in_one_go() {
    let limit = |name: &str| LONG_FILES.iter().find(|(file, ..)| *file == name).map_or(FILE, |(_, limit, _)| *limit);
    let sizes: Vec<(String, usize)> = sources().into_iter().map(|(name, text)| (name, lines(&text))).collect();
    let long: Vec<_> = sizes.iter().filter(|(name, lines)| *lines > limit(name)).collect();
    assert!(long.is_empty(), "split these at a seam: {long:#?}");
    let is_long = |file: &str| sizes.iter().any(|(name, lines)| name == file && *lines > FILE);
    let stale: Vec<_> = LONG_FILES.iter().filter(|(file, ..)| !is_long(file)).collect();
    assert!(stale.is_empty(), "these are short by now, so take them out of LONG_FILES: {stale:#?}");
}

#[test]
fn no_function_is_longer_than_one_reads_in_one_go() {
    let mut sizes = Vec::new();
    for (file, text) in sources() {
        let tokens: TokenStream = without_tests(&text).parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        sizes.extend(functions(tokens).into_iter().map(|(name, lines)| (file.clone(), name, lines)));
    }
    let named = |file: &str, function: &str| LONG_FUNCTIONS.iter().find(|(f, n, ..)| *f == file && *n == function);
    let limit = |file: &str, function: &str| named(file, function).map_or(FUNCTION, |(.., limit, _)| *limit);
    let long: Vec<_> = sizes.iter().filter(|(file, name, lines)| *lines > limit(file, name)).collect();
    assert!(long.is_empty(), "split these at a seam: {long:#?}");
    let is_long =
        |file: &str, function: &str| sizes.iter().any(|(f, n, lines)| f == file && n == function && *lines > FUNCTION);
    let stale: Vec<_> = LONG_FUNCTIONS.iter().filter(|(file, name, ..)| !is_long(file, name)).collect();
    assert!(stale.is_empty(), "these are short by now, so take them out of LONG_FUNCTIONS: {stale:#?}");
}

#[test]
fn lines_are_counted_from_the_name_to_the_brace_and_without_tests() {
    let text = "fn one() {}\nimpl X {\n    fn two(\n        a: u8,\n    ) {\n        if a {}\n    }\n}\n#[cfg(test)]\nmod tests {\n    fn three() {}\n}\n";
    let tokens: TokenStream = without_tests(text).parse().expect("Rust");
    assert_eq!(functions(tokens), [("one".to_owned(), 1), ("two".to_owned(), 5)]);
    assert_eq!(lines(text), 8);
}

/// Returns the functions in these tokens, including nested ones, each with its number of lines.
fn functions(tokens: TokenStream) -> Vec<(String, usize)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match (token, tokens.get(index + 1)) {
            (TokenTree::Ident(word), Some(TokenTree::Ident(name))) if word == "fn" => {
                let rest = tokens[index..].iter();
                let body = rest.take_while(|token| !is_end(token)).find_map(body_of);
                found.extend(body.map(|end| (name.to_string(), end + 1 - name.span().start().line)));
            }
            (TokenTree::Group(group), _) => found.extend(functions(group.stream())),
            _ => {}
        }
    }
    found
}

/// Returns the last line of a block in braces.
fn body_of(token: &TokenTree) -> Option<usize> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.span_close().end().line),
        _ => None,
    }
}

fn is_end(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';')
}

/// The text before a file's unit tests, which are at its end.
fn without_tests(text: &str) -> &str {
    let tests = text.find("\nmod tests {").and_then(|tests| text[..tests].rfind("\n#[cfg("));
    tests.map_or(text, |end| &text[..=end])
}

fn lines(text: &str) -> usize {
    without_tests(text).lines().count()
}

/// Every source file except those of tests, with its path below `src/`.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    let name = |file: &PathBuf| file.strip_prefix(&root).expect("a file of src").to_string_lossy().into_owned();
    let is_test = |name: &str| name.ends_with("tests.rs") || name.contains("/tests/");
    let mut sources: Vec<(String, String)> =
        files.iter().map(|file| (name(file), fs::read_to_string(file).expect("a source file"))).collect();
    sources.retain(|(name, _)| !is_test(name));
    sources.sort();
    sources
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of ours") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
