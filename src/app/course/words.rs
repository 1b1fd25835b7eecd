//! The words of guides, readings and exercises, in which the contents search. The build collects them in a file, which is loaded
//! when the reader types.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::{hook, use_effect_with, use_state};

use crate::host::fetch;
use crate::text::Both;

/// The path of the file; `tools/search.mjs` writes it.
pub const WORDS: &str = "search.txt";

/// The file: one line for each guide, reading and exercise.
pub type Words = Vec<Line>;

/// A line of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the words are from.
    pub kind: Kind,
    /// The id of the scenario, reading or exercise.
    pub id: String,
    /// The title of an exercise.
    pub title: Both<String>,
    /// An exercise's concepts: names of asyncio, the chapter, the subtitle.
    pub names: String,
    /// All words of the text, in both languages.
    pub words: String,
}

/// What a line's words are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A scenario's guide.
    Guide,
    /// A reading.
    Reading,
    /// An exercise.
    Exercise,
    /// A bug hunt.
    Hunt,
}

impl Kind {
    fn parse(code: &str) -> Option<Self> {
        Some(match code {
            "s" => Self::Guide,
            "r" => Self::Reading,
            "e" => Self::Exercise,
            "h" => Self::Hunt,
            _ => return None,
        })
    }
}

/// Parses the file. A line of another format is left out.
pub fn parse(text: &str) -> Words {
    text.lines()
        .filter_map(|line| {
            let mut cells = line.split('\t').map(str::to_owned);
            Some(Line {
                kind: Kind::parse(&cells.next()?)?,
                id: cells.next()?,
                title: Both { en: cells.next()?, fr: cells.next()? },
                names: cells.next()?,
                words: cells.next()?,
            })
        })
        .collect()
}

/// The words, once they are loaded. Loading starts when they are `wanted`. If it fails, the search does without the words.
#[hook]
pub fn use_words(wanted: bool) -> Option<Rc<Words>> {
    let words = use_state(|| None::<Rc<Words>>);
    let setter = words.is_none().then(|| words.setter());
    use_effect_with(wanted, move |wanted| {
        if let Some(setter) = setter.filter(|_| *wanted) {
            spawn_local(async move {
                if let Ok(text) = fetch::text(WORDS, None).await {
                    setter.set(Some(Rc::new(parse(&text))));
                }
            });
        }
    });
    (*words).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_kind_an_id_two_titles_names_and_words() {
        let words = parse(
            "e\tat-most\tAt most so many\tPas plus de tant\tsemaphore\tlimit tant\nx\ty\nr\thttp\t\t\t\tserver\n",
        );
        assert_eq!(words.len(), 2);
        assert_eq!(
            (words[0].kind, &*words[0].id, &*words[0].title.fr),
            (Kind::Exercise, "at-most", "Pas plus de tant")
        );
        assert_eq!((words[1].kind, &*words[1].words), (Kind::Reading, "server"));
    }
}
