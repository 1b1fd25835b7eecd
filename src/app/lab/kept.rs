//! The reader's programs in the browser's storage. Each program has its own key, so two tabs do not overwrite each
//! other's programs.

use std::sync::Arc;

use crate::app::model::lab::PARAMETERS;
use crate::host::storage;
use crate::program::{Program, PythonFile, Shared, Source, Start, Words};
use crate::text::Language;
use crate::text::lab::lab;

/// The default name of the main file.
pub const MAIN: &str = "program.py";

/// The prefix of the programs' keys; a number follows.
pub const PREFIX: &str = "loopscope.program.";

/// The prefix of the keys of the answers to exercises; the exercise's name follows.
const EXERCISE: &str = "loopscope.exercise.";

/// The key of the number of the program that was shown last.
const LAST: &str = "loopscope.lab";

/// A program of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The program's number.
    pub id: u32,
    /// The program's name.
    pub name: String,
    /// The original text, if the program came from the course; otherwise empty.
    pub origin: String,
    /// The exercise that the program answers; empty for a program of the lab.
    pub exercise: String,
    /// The files, the main one first.
    pub files: Vec<PythonFile>,
}

impl Kept {
    /// A program of one file.
    #[must_use]
    pub fn new(id: u32, name: &str, text: &str) -> Self {
        let file = PythonFile { name: MAIN.to_owned(), text: text.to_owned() };
        Self { id, name: name.to_owned(), origin: String::new(), exercise: String::new(), files: vec![file] }
    }

    /// The program that the lab shows at the first visit.
    #[must_use]
    pub fn first(language: Language) -> Self {
        let words = lab(language);
        Self::new(free(), words.untitled, words.first)
    }

    /// The name of the main file.
    #[must_use]
    pub fn main(&self) -> &str {
        self.files.first().map_or(MAIN, |file| &file.name)
    }

    /// The program as text for the browser's storage.
    #[must_use]
    pub fn written(&self) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.append_pair("name", &self.name);
        if !self.origin.is_empty() {
            pairs.append_pair("origin", &self.origin);
        }
        for file in &self.files {
            pairs.append_pair("file", &file.name).append_pair("text", &file.text);
        }
        pairs.finish()
    }

    /// Parses a stored text; `None` if it has no file.
    #[must_use]
    pub fn read(id: u32, written: &str) -> Option<Self> {
        let mut kept =
            Self { id, name: String::new(), origin: String::new(), exercise: String::new(), files: Vec::new() };
        for (key, value) in form_urlencoded::parse(written.as_bytes()) {
            match (&*key, kept.files.last_mut()) {
                ("name", _) => kept.name = value.into_owned(),
                ("origin", _) => kept.origin = value.into_owned(),
                ("file", _) => kept.files.push(PythonFile { name: value.into_owned(), text: String::new() }),
                ("text", Some(file)) => file.text = value.into_owned(),
                (_, _) => {}
            }
        }
        (!kept.files.is_empty()).then_some(kept)
    }

    /// The program as one that can be run.
    #[must_use]
    pub fn program(&self) -> Program {
        Program {
            id: Shared::Made(self.id.to_string().into()),
            words: Words::Own(Shared::Made(self.name.as_str().into())),
            parameters: PARAMETERS,
            source: Source::Python(Arc::from(self.files.clone())),
            start: Start::Elsewhere,
            reports: false,
        }
    }

    /// Stores the program, and that it was shown last.
    pub fn keep(&self) {
        storage::set(&self.key(), Some(&self.written()));
        if self.exercise.is_empty() {
            storage::set(LAST, Some(&self.id.to_string()));
        }
    }

    /// The text that is stored now, perhaps by another tab.
    #[must_use]
    pub fn there(&self) -> Option<String> {
        storage::get(&self.key())
    }

    fn key(&self) -> String {
        if self.exercise.is_empty() { key(self.id) } else { format!("{EXERCISE}{}", self.exercise) }
    }
}

/// The key of the program with this number.
fn key(id: u32) -> String {
    format!("{PREFIX}{id}")
}

/// The program with this number.
#[must_use]
pub fn find(id: u32) -> Option<Kept> {
    Kept::read(id, &storage::get(&key(id))?)
}

/// The reader's answer to an exercise: its files as they were stored, or else the given ones. Files other than the main
/// one are always as given.
#[must_use]
pub fn answer(exercise: &str, name: &str, given: Vec<PythonFile>) -> Kept {
    let mut kept = Kept { exercise: exercise.to_owned(), files: given, ..Kept::new(0, name, "") };
    let stored = kept.there().and_then(|written| Kept::read(0, &written));
    let text = stored.and_then(|stored| stored.files.into_iter().next()).map(|file| file.text);
    if let Some((main, text)) = kept.files.first_mut().zip(text) {
        main.text = text;
    }
    kept
}

/// All programs, sorted by name.
#[must_use]
pub fn all() -> Vec<Kept> {
    let mut all: Vec<Kept> = numbers().into_iter().filter_map(find).collect();
    all.sort_by(|one, other| one.name.cmp(&other.name).then(one.id.cmp(&other.id)));
    all
}

/// The program that was shown last.
#[must_use]
pub fn last() -> Option<Kept> {
    find(storage::get(LAST)?.parse().ok()?)
}

/// An unused number.
#[must_use]
pub fn free() -> u32 {
    numbers().into_iter().max().unwrap_or_default() + 1
}

/// Deletes the program with this number from the storage.
pub fn forget(id: u32) {
    storage::set(&key(id), None);
}

fn numbers() -> Vec<u32> {
    storage::keys(PREFIX).iter().filter_map(|key| key[PREFIX.len()..].parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_read_back_from_its_stored_text() {
        let mut kept = Kept::new(3, "Thé & café = 2\u{a0}tasses", "print('a\tb')\n# é %41 +\n");
        kept.files.push(PythonFile { name: "util.py".to_owned(), text: String::new() });
        assert_eq!(Kept::read(3, &kept.written()), Some(kept.clone()));
        "x = 1\n".clone_into(&mut kept.origin);
        assert_eq!(Kept::read(3, &kept.written()), Some(kept));
        assert_eq!(Kept::read(3, "name=x"), None);
    }
}
