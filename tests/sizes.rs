//! No file and no function of `src/` may be too long to read in one go. STYLE.md, rule 18, has the reasons.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The maximum of lines of a file, without its tests.
const FILE: usize = 250;
/// The maximum of lines of a function, from its name to its closing brace.
const FUNCTION: usize = 40;
/// The maximum of properties of a component.
const PROPERTIES: usize = 8;

/// Longer files, each with its own maximum of lines and the reason. A file that has been split is taken out of the
/// list.
const LONG_FILES: &[(&str, usize, &str)] = &[
    ("text/english.rs", 434, "a list of words"),
    ("text/french.rs", 459, "a list of words"),
    ("text/interface.rs", 530, "a list of words"),
    ("text/lab.rs", 399, "a list of words"),
    ("text/said.rs", 256, "a list of sentences"),
];

/// Longer functions: the file, the function, its own maximum of lines, and the reason.
const LONG_FUNCTIONS: &[(&str, &str, usize, &str)] = &[
    ("app/model/action.rs", "reduce", 82, "one short arm for each action"),
    (
        "scenarios/chat_bot.rs",
        "run_bot",
        42,
        "the Python twin has one function, and CPython's recordings have its lines",
    ),
    ("trace/format/event_lines.rs", "fields", 57, "one arm for each kind of line"),
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
fn no_component_has_more_properties_than_one_keeps_in_mind() {
    let mut counts = Vec::new();
    for (file, text) in sources() {
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        counts.extend(properties(tokens).into_iter().map(|(name, count)| (file.clone(), name, count)));
    }
    assert!(counts.len() > 30, "only {} components were found", counts.len());
    counts.retain(|(.., count)| *count > PROPERTIES);
    assert!(counts.is_empty(), "group these, as in app/controls/run_bar.rs: {counts:#?}");
}

#[test]
fn the_fields_of_a_struct_with_properties_are_counted() {
    let text = "#[derive(PartialEq, Properties)] pub struct Props { a: u8, #[prop_or_default] b: Option<std::rc::Rc<(u8, T)>>, }
        #[derive(Clone)] struct Other { a: u8 }";
    assert_eq!(properties(text.parse().expect("Rust")), [("Props".to_owned(), 2)]);
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

/// Returns the structs that derive `Properties`, each with its number of fields.
fn properties(tokens: TokenStream) -> Vec<(String, usize)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    let mut derives = false;
    for (index, token) in tokens.iter().enumerate() {
        match (token, &tokens[index + 1..]) {
            (TokenTree::Group(group), _) if group.delimiter() == Delimiter::Bracket => {
                derives |= group.stream().to_string().contains("Properties");
            }
            (TokenTree::Ident(word), [TokenTree::Ident(name), TokenTree::Group(fields), ..]) if word == "struct" => {
                found.extend(std::mem::take(&mut derives).then(|| (name.to_string(), colons(fields.stream()))));
            }
            (TokenTree::Group(group), _) => found.extend(properties(group.stream())),
            _ => {}
        }
    }
    found
}

/// Returns the number of single colons, of which each field of a struct has one.
fn colons(tokens: TokenStream) -> usize {
    let marks: Vec<_> = tokens.into_iter().map(|token| token.to_string()).collect();
    let is_single = |index: usize| {
        marks[index] == ":"
            && [index.wrapping_sub(1), index + 1].iter().all(|at| marks.get(*at).is_none_or(|mark| mark != ":"))
    };
    (0..marks.len()).filter(|index| is_single(*index)).count()
}

/// Returns the last line of a block in braces.
fn body_of(token: &TokenTree) -> Option<usize> {
    let TokenTree::Group(group) = token else { return None };
    (group.delimiter() == Delimiter::Brace).then(|| group.span_close().end().line)
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
