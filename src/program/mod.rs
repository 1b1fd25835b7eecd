//! Programs that the page can run: the scenarios of the course, and the reader's own. Each has parameters and a source.

mod parameter;
mod python;
#[macro_use]
pub(crate) mod declare;
mod same;
mod setup;
mod twin;
mod used;
mod value;
mod variant;
mod worded;

use std::sync::Arc;

use crate::asyncio::EventLoop;
use crate::text::{Both, File, Language, ScenarioText};
use crate::trace::SharedLog;

pub use crate::trace::decimal;
pub use parameter::{GREATEST_SEED, Kind, LONGEST, Parameter, Range, Refusal, SEPARATOR, WORD_LENGTH};
pub use python::with_values;
pub use setup::Setup;
pub use twin::{suspension_points, twin_line};
pub use value::{OFF_ON, SOURCES, Value};
pub use variant::Variant;
pub use worded::worded;

/// The name of the parameter that turns random draws on and off, in programs that have one.
const DRAWN: &str = "drawn";

/// A program: what the page can run, show and compare.
pub struct Program {
    /// The program's name in an address and in the terminal, such as `one-coroutine`.
    pub id: Shared,
    /// The title and, for a scenario, the words of the course.
    pub words: Words,
    /// The parameters that the reader can change.
    pub parameters: &'static [Parameter],
    /// The source that the Code panel shows.
    pub source: Source,
    /// How a run of the program starts.
    pub start: Start,
    /// Whether its printed lines with ` | ` are rows of a report. In any other program such a line is an ordinary print.
    pub reports: bool,
}

/// Text of a program: built in, or written by a reader. Tests share programs between threads, so it uses `Arc` and not
/// [`Text`](crate::trace::Text).
#[derive(Clone, Debug)]
pub enum Shared {
    /// Text that was compiled in.
    Static(&'static str),
    /// Text that was made while the page runs.
    Made(Arc<str>),
}

/// The words that name a program.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// A scenario's words, in both languages.
    Course(&'static Both<ScenarioText>),
    /// The title that the author of the program gave it.
    Own(Shared),
}

/// The source of a program.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// The Rust file that the page runs, and its Python twin, which `CPython` ran to record the tests' fixtures.
    Twin {
        /// The Rust file.
        rust: File,
        /// The Python file.
        python: File,
    },
    /// Files of Python, the main one first.
    Python(Arc<[PythonFile]>),
}

/// One file of a Python program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PythonFile {
    /// The file's name, such as `program.py`.
    pub name: String,
    /// The file's text.
    pub text: String,
}

/// How a run of a program starts.
#[derive(Clone, Debug)]
pub enum Start {
    /// An event loop in the page runs it.
    Loop {
        /// The Rust file to which the lines of its log belong.
        file: &'static str,
        /// Creates the main task on the loop.
        main: fn(&EventLoop, &[Value]),
    },
    /// `CPython` in a worker runs it and sends the log in batches.
    Elsewhere,
    /// Nothing runs. This is the whole log, in its file format (`docs/log-format.md`).
    Recorded(Arc<str>),
}

/// A reference to the program of a run. A program of the course lives as long as the page, a reader's as long as its
/// runs.
#[derive(Clone, Debug)]
pub enum ProgramRef {
    /// A program of the course.
    Course(&'static Program),
    /// A program that a reader wrote.
    Own(Arc<Program>),
}

impl Program {
    /// The program's title.
    #[must_use]
    pub fn title(&self, language: Language) -> &str {
        match &self.words {
            Words::Course(text) => text.get(language).title,
            Words::Own(title) => title,
        }
    }

    /// The words of the course in this language; `None` for a reader's program.
    #[must_use]
    pub const fn text(&self, language: Language) -> Option<&'static ScenarioText> {
        match &self.words {
            Words::Course(text) => Some(text.get(language)),
            Words::Own(_) => None,
        }
    }

    /// The name of the main source file, such as `gather.rs`.
    #[must_use]
    pub fn file_name(&self) -> &str {
        match &self.source {
            Source::Twin { rust, .. } => rust.path.rsplit('/').next().unwrap_or(rust.path),
            Source::Python(files) => files.first().map_or("", |file| &file.name),
        }
    }

    /// The index of the parameter that is declared for comparing, if the program has one.
    #[must_use]
    pub fn compared_by(&self) -> Option<usize> {
        self.parameters.iter().position(|parameter| !parameter.compared().is_empty())
    }

    /// The index of the seed among the parameters, if the program has one.
    #[must_use]
    pub fn seed(&self) -> Option<usize> {
        self.parameters.iter().position(|parameter| matches!(parameter.kind, Kind::Seed { .. }))
    }

    /// Whether a run with this setup draws random numbers. A program with a switch `drawn` draws only where the switch
    /// is on.
    #[must_use]
    pub fn draws(&self, setup: &Setup) -> bool {
        let switch = self.parameters.iter().position(|parameter| parameter.name == DRAWN);
        self.seed().is_some() && switch.is_none_or(|index| setup.get(index) == Some(&Value::Switch(true)))
    }

    /// The index of the parameter that gives the time of Ctrl+C, if the program has one.
    #[must_use]
    pub fn stop(&self) -> Option<usize> {
        self.parameters.iter().position(|parameter| matches!(parameter.kind, Kind::Stop { .. }))
    }

    /// Whether the program sends real requests even with its defaults. Such a program has no recording.
    #[must_use]
    pub fn is_always_real(&self) -> bool {
        self.defaults().is_real()
    }

    /// The texts for the page's input fields, one for each parameter. `given` has texts by parameter name; a parameter
    /// without one gets its default.
    #[must_use]
    pub fn fields(&self, given: &[(String, String)]) -> Vec<String> {
        Setup::fields_of(self.parameters, given)
    }

    /// Parses the texts of the input fields. A refused text is replaced by the parameter's default.
    #[must_use]
    pub fn setup(&self, fields: &[String]) -> Setup {
        Setup::from_fields(self.parameters, fields)
    }

    /// The parameters' defaults.
    #[must_use]
    pub fn defaults(&self) -> Setup {
        Setup::new(self.parameters.iter().map(Parameter::default).collect())
    }

    /// A new event loop with the program's main task, logging to `log`. `None` if no loop of the page runs the program.
    #[must_use]
    pub fn event_loop(&self, setup: &Setup, log: &SharedLog) -> Option<EventLoop> {
        let Start::Loop { file, main } = self.start else { return None };
        let event_loop = EventLoop::new(file, log);
        main(&event_loop, setup.values());
        Some(event_loop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_text_equals_the_same_text_made_later() {
        let made = |text: &str| Shared::Made(text.into());
        assert_eq!(Shared::Static("sum.py"), made("sum.py"));
        assert_ne!(Shared::Static("sum.py"), made("mean.py"));
    }
}
