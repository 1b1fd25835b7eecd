//! Every word that a person reads, in English and French. A missing one does not compile.

mod comparison;
mod english;
pub mod exceptions;
mod file;
mod french;
mod guide;
pub mod index;
mod interface;
pub mod keys;
pub mod lab;
pub mod log;
pub mod output;
mod prediction;
pub mod reading;
pub mod said;
pub mod scenarios;
pub mod starts;
pub mod stuck;
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
    /// The words for the parameters, in their order.
    pub parameters: &'static [ParameterText],
    /// The columns of its report; none where it makes no report.
    pub columns: &'static [ColumnText],
}

/// The words for a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterText {
    /// Its name.
    pub name: &'static str,
    /// The words for the options of a choice, in their order.
    pub options: &'static [&'static str],
}

/// A column of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnText {
    /// Its name.
    pub name: &'static str,
    /// This language's words for what the program prints: theirs, ours.
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

/// A column that says what the program printed.
#[must_use]
pub const fn column(name: &'static str) -> ColumnText {
    translated(name, &[])
}

/// A column with other words for what the program printed.
#[must_use]
pub const fn translated(name: &'static str, words: &'static [(&'static str, &'static str)]) -> ColumnText {
    ColumnText { name, words }
}

impl ScenarioText {
    /// The name of the parameter at `index`.
    #[must_use]
    pub fn label(&self, index: usize) -> &'static str {
        self.parameters.get(index).map(|parameter| parameter.name).unwrap_or_default()
    }

    /// The words for the options of the parameter at `index`.
    pub fn options(&self, index: usize) -> impl Iterator<Item = &'static str> + use<> {
        self.parameters.get(index).into_iter().flat_map(|parameter| parameter.options).copied()
    }

    /// The names of the report's columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.columns.iter().map(|column| column.name)
    }

    /// What the program wrote in the column at `index`, in this language where it has a word for it.
    #[must_use]
    pub fn said<'a>(&self, index: usize, cell: &'a str) -> &'a str {
        let mut words = self.columns.get(index).into_iter().flat_map(|column| column.words);
        words.find(|(theirs, _)| *theirs == cell).map_or(cell, |(_, ours)| ours)
    }
}
