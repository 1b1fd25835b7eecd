//! What can be run: a program with its parameters and its source, whoever wrote it.

mod parameter;
#[macro_use]
pub(crate) mod declare;
mod setup;
mod twin;
mod value;
mod variant;

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::asyncio::EventLoop;
use crate::text::{Both, File, Language, ScenarioText};
use crate::trace::SharedLog;

pub use crate::trace::decimal;
pub use parameter::{GREATEST_SEED, Kind, LONGEST, Parameter, Range, Refusal, SEPARATOR, WORD_LENGTH};
pub use setup::Setup;
pub use twin::{suspension_points, twin_line};
pub use value::{OFF_ON, SOURCES, Value};
pub use variant::Variant;

/// The switch that says whether a program draws at all, in those that have one.
const DRAWN: &str = "drawn";

/// A program: what the page can run, show and compare.
pub struct Program {
    /// Its address and its name in the terminal, such as `one-coroutine`.
    pub id: Shared,
    /// What it is called.
    pub words: Words,
    /// What the reader can change.
    pub parameters: &'static [Parameter],
    /// What the reader can read of it.
    pub source: Source,
    /// Who runs it.
    pub start: Start,
    /// Whether its printed lines with ` | ` are rows of a report. In any other program such a line is an ordinary print.
    pub reports: bool,
}

/// Text that a program was built with, or that a reader wrote. It is shared between threads of a test, so not a
/// [`Text`](crate::trace::Text).
#[derive(Clone, Debug)]
pub enum Shared {
    /// Built in.
    Static(&'static str),
    /// Made while the page runs.
    Made(Arc<str>),
}

/// What a program is called.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// A scenario's words, in both languages.
    Course(&'static Both<ScenarioText>),
    /// The title that its author gave it.
    Own(Shared),
}

/// The source of a program.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// The Rust file that runs in the page, and its Python twin, which `CPython` ran for the fixtures.
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
    /// Its name, such as `program.py`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Who runs a program.
#[derive(Clone, Debug)]
pub enum Start {
    /// An event loop in the page.
    Loop {
        /// The Rust file to which the lines of its log belong.
        file: &'static str,
        /// Gives the loop its main task.
        main: fn(&EventLoop, &[Value]),
    },
    /// Somebody else, who sends the log while it is written: `CPython` in a worker.
    Elsewhere,
    /// Nobody any more: its log is there, in the file format.
    Recorded(Arc<str>),
}

/// A program that a run holds: one of the course, which lives as long as the page, or one that a reader wrote.
#[derive(Clone, Debug)]
pub enum ProgramRef {
    /// Of the course.
    Course(&'static Program),
    /// A reader's.
    Own(Arc<Program>),
}

impl Program {
    /// Its title.
    #[must_use]
    pub fn title(&self, language: Language) -> &str {
        match &self.words {
            Words::Course(text) => text.get(language).title,
            Words::Own(title) => title,
        }
    }

    /// Its words in this language, where it is one of the course.
    #[must_use]
    pub const fn text(&self, language: Language) -> Option<&'static ScenarioText> {
        match &self.words {
            Words::Course(text) => Some(text.get(language)),
            Words::Own(_) => None,
        }
    }

    /// The name of the file that its lines belong to, such as `gather.rs`.
    #[must_use]
    pub fn file_name(&self) -> &str {
        match &self.source {
            Source::Twin { rust, .. } => rust.path.rsplit('/').next().unwrap_or(rust.path),
            Source::Python(files) => files.first().map_or("", |file| &file.name),
        }
    }

    /// The index of the parameter by which its variants are compared, if it has one.
    #[must_use]
    pub fn compared_by(&self) -> Option<usize> {
        self.parameters.iter().position(|parameter| !parameter.compared().is_empty())
    }

    /// The index of the seed among its parameters, if it draws.
    #[must_use]
    pub fn seed(&self) -> Option<usize> {
        self.parameters.iter().position(|parameter| matches!(parameter.kind, Kind::Seed { .. }))
    }

    /// Whether a run with these values draws: a program with a switch `drawn` does only where that is on.
    #[must_use]
    pub fn draws(&self, setup: &Setup) -> bool {
        let switch = self.parameters.iter().position(|parameter| parameter.name == DRAWN);
        self.seed().is_some() && switch.is_none_or(|index| setup.get(index) == Some(&Value::Switch(true)))
    }

    /// The index of the parameter that says when Ctrl+C comes, if its program runs until then.
    #[must_use]
    pub fn stop(&self) -> Option<usize> {
        self.parameters.iter().position(|parameter| matches!(parameter.kind, Kind::Stop { .. }))
    }

    /// Whether it never runs without real requests, and so has no recording.
    #[must_use]
    pub fn is_always_real(&self) -> bool {
        self.defaults().is_real()
    }

    /// What stands in the parameters' fields where these are given, by name.
    #[must_use]
    pub fn fields(&self, given: &[(String, String)]) -> Vec<String> {
        Setup::fields_of(self.parameters, given)
    }

    /// The values of these fields; a refused one has its default.
    #[must_use]
    pub fn setup(&self, fields: &[String]) -> Setup {
        Setup::from_fields(self.parameters, fields)
    }

    /// The parameters' defaults.
    #[must_use]
    pub fn defaults(&self) -> Setup {
        Setup::new(self.parameters.iter().map(Parameter::default).collect())
    }

    /// An event loop that is about to run this with these values, logging to `log`; `None` where somebody else runs it.
    #[must_use]
    pub fn event_loop(&self, setup: &Setup, log: &SharedLog) -> Option<EventLoop> {
        let Start::Loop { file, main } = self.start else { return None };
        let event_loop = EventLoop::new(file, log);
        main(&event_loop, setup.values());
        Some(event_loop)
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Program({})", &*self.id)
    }
}

impl PartialEq for Program {
    /// Two versions of a reader's program have one id and another source.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.words == other.words && self.source == other.source
    }
}

impl Deref for ProgramRef {
    type Target = Program;

    fn deref(&self) -> &Program {
        match self {
            Self::Course(program) => program,
            Self::Own(program) => program,
        }
    }
}

impl PartialEq for ProgramRef {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Course(one), Self::Course(other)) => std::ptr::eq(*one, *other),
            (Self::Own(one), Self::Own(other)) => Arc::ptr_eq(one, other) || one == other,
            (Self::Course(_), Self::Own(_)) | (Self::Own(_), Self::Course(_)) => false,
        }
    }
}

impl Deref for Shared {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Made(text) => text,
        }
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
