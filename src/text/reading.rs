//! The readings of the course: an introduction to each chapter, the glossary, and when to use async. Each is a file per
//! language in `text/course/`, loaded when the reader opens it.
//!
//! The first paragraph is `# ` and the title. `## ` starts a part, `- ` an item of a list. Backticks mark code.
//! `[words](/s/gather)` links to a place in the page, `[words](https://...)` to another host. In the glossary, a part
//! starts with `## id | term | another form`, with the same id in both languages.

use super::{Both, File};

/// A page of text, without a program.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    /// The page's id in an address, after `/read/`.
    pub id: &'static str,
    /// The page's text.
    pub file: Both<File>,
}

macro_rules! readings {
    ($($name:ident $id:literal)*) => {
        $(
            #[doc = concat!("The page `", $id, "`.")]
            pub static $name: Reading = Reading {
                id: $id,
                file: Both { en: readings!(@file $id, ".en.md"), fr: readings!(@file $id, ".fr.md") },
            };
        )*

        /// All readings: those of the chapters, then the others.
        pub static READINGS: &[&Reading] = &[$(&$name),*];
    };
    (@file $id:literal, $ending:literal) => {
        File::new(concat!("text/course/", $id, $ending), include_str!(concat!("course/", $id, $ending)))
    };
}

readings! {
    WHAT_WAITING_COSTS "what-waiting-costs"
    COROUTINES_AND_TASKS "coroutines-and-tasks"
    HTTP "http"
    ERRORS_TIMEOUTS_LIMITS "errors-timeouts-limits"
    IN_PRACTICE "in-practice"
    EXERCISES "exercises"
    OTHER_WORDS "other-words"
    PROJECTS "projects"
    WHEN_ASYNC "when-async"
    GLOSSARY "glossary"
}

/// The reading with this id.
#[must_use]
pub fn reading(id: &str) -> Option<&'static Reading> {
    READINGS.iter().copied().find(|reading| reading.id == id)
}

/// A block of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The page's title.
    Title(String),
    /// The heading of a part. In the glossary it has the term's id; otherwise the id is empty.
    Head(&'static str, String),
    /// A paragraph.
    Paragraph(String),
    /// An item of a list.
    Item(String),
}

/// The blocks of a reading.
pub fn blocks(file: &'static str) -> impl Iterator<Item = Block> {
    file.split("\n\n").map(|block| {
        if let Some(title) = block.strip_prefix("# ") {
            Block::Title(super::guide::decoded(title))
        } else if let Some(head) = block.strip_prefix("## ") {
            let mut forms = head.split(" | ");
            let id = forms.next().unwrap_or_default();
            match forms.next() {
                Some(term) => Block::Head(id, super::guide::decoded(term)),
                None => Block::Head("", super::guide::decoded(id)),
            }
        } else if let Some(item) = block.strip_prefix("- ") {
            Block::Item(super::guide::decoded(item))
        } else {
            Block::Paragraph(super::guide::decoded(block))
        }
    })
}

/// The glossary's terms: each id, with the forms of the term, separated by ` | `.
pub fn terms(glossary: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    glossary.split("\n\n").filter_map(|block| block.strip_prefix("## ")?.split_once(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn text(id: &str, language: Language) -> &'static str {
        let reading = reading(id).expect("a page");
        reading.file.get(language).compiled().expect("a text")
    }

    #[test]
    fn every_page_has_a_title_and_equal_blocks_in_both_languages() {
        for reading in READINGS {
            let [en, fr] = Language::ALL.map(|language| blocks(text(reading.id, language)).collect::<Vec<_>>());
            assert!(matches!(en[0], Block::Title(_)) && en.len() > 1, "{}", reading.id);
            let kinds = |blocks: &[Block]| blocks.iter().map(std::mem::discriminant).collect::<Vec<_>>();
            assert_eq!(kinds(&en), kinds(&fr), "{}", reading.id);
        }
    }

    #[test]
    fn the_glossary_has_the_same_terms_in_both_languages_and_a_scenario_links_to_each() {
        let ids = |language| terms(text("glossary", language)).map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(ids(Language::English), ids(Language::French));
        for language in Language::ALL {
            let glossary: Vec<Block> = blocks(text("glossary", language)).collect();
            for (place, block) in glossary.iter().enumerate() {
                let Block::Head(id, _) = block else { continue };
                let told = matches!(&glossary[place + 1], Block::Paragraph(text) if text.contains("](/s/"));
                assert!(told, "{id} in {}", language.code());
            }
        }
    }

    #[test]
    fn a_heading_of_the_glossary_has_the_id_of_its_term() {
        let all: Vec<Block> = blocks("# Tea\n\n## leaf | leaf | leaves\n\nIt\nsteeps.\n\n- one\n").collect();
        assert_eq!(
            all,
            [
                Block::Title("Tea".to_owned()),
                Block::Head("leaf", "leaf".to_owned()),
                Block::Paragraph("It steeps.".to_owned()),
                Block::Item("one".to_owned()),
            ]
        );
        assert_eq!(terms("# T\n\n## leaf | leaf | leaves\n\nx").collect::<Vec<_>>(), [("leaf", "leaf | leaves")]);
    }
}
