//! What a reader can want of the run.

use crate::trace::Seconds;

/// What the reader wants of the run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wish {
    /// Run, pause or resume, whichever comes next.
    Toggle,
    /// One stride forward.
    Step,
    /// One stride back.
    Back,
    /// To go on to the next line that the program prints.
    NextPrint,
    /// To seek to this time.
    Seek(Seconds),
    /// To seek to this time and write it into the address.
    Visit(Seconds),
    /// The moment at which the program at this index had logged so many events.
    See(usize, usize),
    /// To stop the program now, as Ctrl+C does. Only for a program that runs until it is stopped.
    Stop,
    /// To end the run and clear the timeline.
    Reset,
    /// To allow the hosts in the question, and run.
    Allow,
}
