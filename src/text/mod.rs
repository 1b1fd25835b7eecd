//! Every word that a person reads, in English and French. A missing one does not compile.

mod comparison;
mod english;
mod file;
mod french;
mod guide;
mod interface;
mod prediction;
mod reading;
pub mod scenarios;

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
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::English, Self::French];

    /// Their codes.
    pub const CODES: [&str; 2] = [Self::English.code(), Self::French.code()];

    /// Its code, as in `lang="fr"`.
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

/// The same thing in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both<T> {
    /// In English.
    pub en: T,
    /// In French.
    pub fr: T,
}

impl<T> Both<T> {
    /// The one in this language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &T {
        match language {
            Language::English => &self.en,
            Language::French => &self.fr,
        }
    }
}

/// What lists and controls say of a scenario; what there is to read about it is its [`Guide`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScenarioText {
    /// Its line in the table of contents.
    pub contents: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The one question that it answers.
    pub question: &'static str,
    /// What it does, in a line, where it stands beside another one.
    pub group: &'static str,
    /// The names of the parameters, in their order. A choice's is followed by the words for its options:
    /// `Strategy|one by one|all at once`.
    pub parameters: &'static [&'static str],
    /// The columns of its report: the printed lines with ` | ` between their parts. None where it makes no report. A
    /// column's name is followed by this language's words for the program's: `État|up=répond|down=en panne`.
    pub columns: &'static [&'static str],
}

impl ScenarioText {
    /// The name of the parameter at `place`.
    #[must_use]
    pub fn label(&self, place: usize) -> &'static str {
        self.parameters.get(place).and_then(|words| words.split('|').next()).unwrap_or_default()
    }

    /// The words for the options of the parameter at `place`.
    pub fn options(&self, place: usize) -> impl Iterator<Item = &'static str> + use<> {
        self.parameters.get(place).into_iter().flat_map(|words| words.split('|').skip(1))
    }

    /// The names of the report's columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.columns.iter().filter_map(|words| words.split('|').next())
    }

    /// What the program wrote in the column at `place`, in this language where it has a word for it.
    #[must_use]
    pub fn said<'a>(&self, place: usize, cell: &'a str) -> &'a str {
        let words = self.columns.get(place).into_iter().flat_map(|words| words.split('|').skip(1));
        let mut pairs = words.filter_map(|pair| pair.split_once('='));
        pairs.find(|(theirs, _)| *theirs == cell).map_or(cell, |(_, ours)| ours)
    }
}
