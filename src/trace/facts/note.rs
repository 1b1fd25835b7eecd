//! The entries of a log that somebody else writes: events, and what is said beside them.

use std::rc::Rc;

use super::event::Event;
use super::line::Line;
use super::text::Text;

/// One entry of a log that somebody else writes, in the order in which it is to be appended.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// An iteration of the event loop begins with this callback.
    Iteration {
        /// Its number, from 1.
        callback: u32,
    },
    /// An event.
    Event {
        /// The event.
        event: Event,
        /// How it was written, where it is a print.
        print: Option<Print>,
    },
    /// More about the event before.
    Beside(Note),
}

/// What is said beside an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// A value of the header, such as `python` and `3.13.2`.
    Header(Text, Text),
    /// A file of the program besides the main one: the first has the index 1 in [`Line::file`].
    File(Text),
    /// The function of the coroutine of the task just made.
    Function(Text),
    /// The variable that the resource just made was assigned to.
    Variable(Text),
    /// The await chain of the task, outermost first.
    Frames(Rc<[Frame]>),
    /// Local variables that changed in the frame at `depth` of that chain.
    Locals {
        /// The index of the frame.
        depth: u32,
        /// The variables.
        changed: Rc<[Local]>,
    },
    /// Where the exception of the task came from, outermost first.
    Traceback(Rc<[Frame]>),
    /// Which advice helps against the uncaught exception of the end that follows.
    Clue(Text),
    /// The run is over.
    End(RunEnd, Line),
}

/// How a program wrote what it printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Print {
    /// Where to.
    pub stream: Stream,
    /// Whether a line feed ends it, which the event's text leaves out; else it ends as the text does.
    pub ends_line: bool,
    /// Where in the program.
    pub line: Line,
}

/// Where a program writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// The standard output.
    Out,
    /// The standard error.
    Err,
}

/// A function of the program that is under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Its name.
    pub function: Text,
    /// Where it is.
    pub line: Line,
}

/// A local variable.
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// Its name.
    pub name: Text,
    /// Its value, shortened; empty where it was deleted.
    pub value: Text,
}

/// How a run came to its end.
#[derive(Clone, Debug, PartialEq)]
pub enum RunEnd {
    /// The program ran to its end.
    Done,
    /// It raised an exception: its traceback.
    Raised(Text),
    /// It exited with this code.
    Exit(Text),
    /// Nothing can happen any more: who waits for whom.
    Stuck(Text),
    /// The reader stopped it.
    Stopped,
    /// A limit ended it.
    Limit {
        /// Which, such as `events` or `memory`.
        name: Text,
        /// In words.
        text: Text,
    },
}
