//! Every word that a person reads, in English and French. If a word is missing, the program does not compile.

pub mod bench;
mod comparison;
mod english;
pub mod exceptions;
mod file;
pub mod finds;
mod french;
mod guide;
pub mod index;
mod interface;
pub mod keys;
pub mod lab;
pub mod log;
pub mod output;
pub mod pages;
mod prediction;
pub mod reading;
pub mod said;
pub mod scenarios;
pub mod starts;
pub mod stuck;
pub mod taking;
pub mod tries;
pub mod words;

pub use comparison::Comparison;
pub use file::{File, digest};
pub use guide::Guide;
pub use interface::{Interface, interface};
pub use prediction::Prediction;
pub use reading::{Block, READINGS, Reading, blocks, reading, terms};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

impl Language {
    /// All languages, in the order of the page's switch.
    pub const ALL: [Self; 2] = [Self::English, Self::French];

    /// The codes of all languages.
    pub const CODES: [&str; 2] = [Self::English.code(), Self::French.code()];

    /// The language's code, as in `lang="fr"`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language of a code such as `fr` or `fr-CA`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let main = code.split('-').next().unwrap_or(code);
        Self::ALL.into_iter().find(|language| main.eq_ignore_ascii_case(language.code()))
    }
}

/// A value for each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both<T> {
    /// The English value.
    pub en: T,
    /// The French value.
    pub fr: T,
}

impl<T> Both<T> {
    /// The value for this language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &T {
        match language {
            Language::English => &self.en,
            Language::French => &self.fr,
        }
    }
}

/// The words of a scenario in lists and controls. Its longer texts are its [`Guide`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScenarioText {
    /// The name in the table of contents.
    pub contents: &'static str,
    /// The title.
    pub title: &'static str,
    /// The one question that the scenario answers.
    pub question: &'static str,
    /// One line about what the program does, for a comparison with another program.
    pub group: &'static str,
    /// The words for the parameters, in order.
    pub parameters: &'static [ParameterText],
    /// The columns of the report; empty if the program makes no report.
    pub columns: &'static [ColumnText],
}

/// The words for a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterText {
    /// The label.
    pub name: &'static str,
    /// The words for the options of a choice, in order.
    pub options: &'static [&'static str],
}

/// A column of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnText {
    /// The heading.
    pub name: &'static str,
    /// Translations of cells: what the program prints, and the word of this language.
    pub words: &'static [(&'static str, &'static str)],
}

/// The words for a parameter without options.
#[must_use]
pub const fn label(name: &'static str) -> ParameterText {
    choice(name, &[])
}

/// The words for a choice.
#[must_use]
pub const fn choice(name: &'static str, options: &'static [&'static str]) -> ParameterText {
    ParameterText { name, options }
}

/// A column that shows its cells as the program printed them.
#[must_use]
pub const fn column(name: &'static str) -> ColumnText {
    translated(name, &[])
}

/// A column whose cells are translated.
#[must_use]
pub const fn translated(name: &'static str, words: &'static [(&'static str, &'static str)]) -> ColumnText {
    ColumnText { name, words }
}

impl ScenarioText {
    /// The label of the parameter at `index`.
    #[must_use]
    pub fn label(&self, index: usize) -> &'static str {
        self.parameters.get(index).map(|parameter| parameter.name).unwrap_or_default()
    }

    /// The words for the options of the parameter at `index`.
    pub fn options(&self, index: usize) -> impl Iterator<Item = &'static str> + use<> {
        self.parameters.get(index).into_iter().flat_map(|parameter| parameter.options).copied()
    }

    /// The headings of the report's columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.columns.iter().map(|column| column.name)
    }

    /// The translation of a cell in the column at `index`, or the cell itself if there is none.
    #[must_use]
    pub fn said<'a>(&self, index: usize, cell: &'a str) -> &'a str {
        let mut words = self.columns.get(index).into_iter().flat_map(|column| column.words);
        words.find(|(theirs, _)| *theirs == cell).map_or(cell, |(_, ours)| ours)
    }
}
