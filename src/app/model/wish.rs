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
    /// The moment at this time.
    Seek(Seconds),
    /// That moment, and its time in the address.
    Visit(Seconds),
    /// The program's end now, where it runs until it is stopped.
    Stop,
    /// No run.
    Reset,
    /// To allow the hosts that the page asks about, and run.
    Allow,
}
