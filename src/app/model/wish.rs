//! The reader's wishes about the run.

use crate::trace::Seconds;

/// What the reader asks of the run. `app/player` decides what that does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wish {
    /// Start, pause or resume the run, depending on its phase.
    Toggle,
    /// Go one step forward.
    Step,
    /// Go one step back.
    Back,
    /// Go to the next printed line.
    NextPrint,
    /// Seek to this time.
    Seek(Seconds),
    /// Seek to this time and write it to the address.
    Visit(Seconds),
    /// Seek to the time at which the program at this index had logged this number of events.
    See(usize, usize),
    /// Stop the program now, as Ctrl+C does. Only for a program that runs until Ctrl+C.
    Stop,
    /// End the run and clear the timeline.
    Reset,
    /// Allow the origins in the question, and run.
    Allow,
}
