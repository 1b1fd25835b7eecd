//! The entries of a log that the Python recorder writes: events and notes about them.

use std::rc::Rc;

use super::event::Event;
use super::line::Line;
use super::text::Text;

/// One entry of a log that the Python recorder writes.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// An iteration of the event loop begins with this callback.
    Iteration {
        /// The callback's number, from 1.
        callback: u32,
    },
    /// An event.
    Event {
        /// The event.
        event: Event,
        /// How the text was written, if the event is a print.
        print: Option<Print>,
    },
    /// A note about the previous event.
    Beside(Note),
}

/// A note about an event or about the run.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// A name and a value of the header, such as `python` and `3.13.2`.
    Header(Text, Text),
    /// Another file of the program. The first one has index 1 in [`Line::file`]; 0 is the main file.
    File(Text),
    /// The function of the coroutine of the task just created.
    Function(Text),
    /// The variable that the resource just created was assigned to.
    Variable(Text),
    /// The await chain of the event's task: the frames of the coroutines that await each other, outermost first.
    Frames(Rc<[Frame]>),
    /// Local variables that changed in one frame of the await chain.
    Locals {
        /// The frame's index in the chain, from the outermost.
        depth: u32,
        /// The changed variables.
        changed: Rc<[Local]>,
    },
    /// The traceback of the task's exception, outermost frame first.
    Traceback(Rc<[Frame]>),
    /// The name of the advice for the uncaught exception (`src/text/errors/`). The end of the run follows.
    Clue(Text),
    /// The run is over.
    End(RunEnd, Line),
}

/// How a program printed a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    /// The stream that the program wrote to.
    pub stream: Stream,
    /// Whether a line feed follows the text. The event's text does not include it.
    pub ends_line: bool,
    /// The line of the program that printed.
    pub line: Line,
}

/// An output stream of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// The standard output.
    Out,
    /// The standard error.
    Err,
}

/// A stack frame: a call of a function that is in progress.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The function's name.
    pub function: Text,
    /// The line that the function has reached.
    pub line: Line,
}

/// A local variable.
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// The variable's name.
    pub name: Text,
    /// The value as text, shortened; empty if the variable was deleted.
    pub value: Text,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub enum RunEnd {
    /// The program returned.
    Done,
    /// The program raised an exception; its traceback.
    Raised(Text),
    /// The program exited with this code.
    Exit(Text),
    /// Deadlock: no callback can ever run. The text says who waits for whom.
    Stuck(Text),
    /// The reader stopped the run.
    Stopped,
    /// A limit ended the run.
    Limit {
        /// The limit's name, such as `events` or `memory`.
        name: Text,
        /// The limit in words.
        text: Text,
    },
}
