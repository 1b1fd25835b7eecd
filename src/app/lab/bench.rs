//! The state of the lab, apart from the run, as the view shows it.

use std::rc::Rc;

use super::kept::Kept;
use super::problems::Problem;
use crate::host::engine::EngineState;
use crate::program::PythonFile;
use crate::trace::Facts;

/// The state of the lab, apart from the run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bench {
    /// The state of the engine.
    pub engine: EngineState,
    /// Whether the editor is loaded, or why not; `None` while it is loading.
    pub editor: Option<Result<(), String>>,
    /// The program, as of the last time when its text was stored.
    pub program: Option<Kept>,
    /// Whether the program came with a link and has not been stored.
    pub linked: bool,
    /// Whether the browser stores the program's present state; `None` before the first change.
    pub saved: Option<bool>,
    /// The name of the open file.
    pub shown: String,
    /// The files of the last run.
    pub ran: Option<Vec<PythonFile>>,
    /// Whether the engine is running the program.
    pub busy: bool,
    /// The prompt of `input()`, while the program waits for an answer.
    pub asks: Option<String>,
    /// Why the engine crashed, if it did.
    pub broke: Option<String>,
    /// The findings of the last check; `None` before the first one.
    pub problems: Option<Vec<Problem>>,
    /// The present message.
    pub notice: Option<Notice>,
    /// Whether a hidden run finds the questions, because the reader wants to predict.
    pub rehearses: bool,
    /// The facts for the questions about the run.
    pub asked: Option<Rc<Facts>>,
    /// Explanations of common exceptions, in the page's language; empty until they are loaded.
    pub errors: Rc<str>,
}

/// A message about the program.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// What opening a file or a link changed, or why it failed, as codes.
    Opened(Vec<String>),
    /// A program was deleted.
    Deleted(Kept),
    /// Another tab changed the program.
    Elsewhere,
    /// A link with this number of characters was copied.
    Copied(usize),
    /// This link could not be copied.
    Uncopied(String),
    /// The program is too long for a link.
    TooLong,
    /// No event of the run is at this line.
    NoMoment(u32),
}

impl Bench {
    /// Whether the text differs from that of the last run.
    #[must_use]
    pub fn edited(&self) -> bool {
        self.ran.as_ref().zip(self.program.as_ref()).is_some_and(|(ran, program)| *ran != program.files)
    }
}
