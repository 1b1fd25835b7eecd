//! Data of a run, and everything that is derived from it.
//!
//! The event loop appends to a [`Log`]. Every view of the page is a pure function of a log and a [`Cursor`] into it.
//! This module knows no event loop, no browser, no language and no clock.

mod facts;
mod findings;
pub mod format;
mod picture;

pub use facts::annex::Annex;
pub use facts::asker::Asker;
pub use facts::cursor::Cursor;
pub use facts::decimal::decimal;
pub use facts::event::{End, Event, On, Warning, What};
pub use facts::events::Events;
pub use facts::fixed::fixed;
pub use facts::kinds::{Kind, Waiter};
pub use facts::line::Line;
pub use facts::log::{Log, SharedLog};
pub use facts::note::{Entry, Frame, Local, Note, Print, RunEnd, Stream};
pub use facts::order::ordered;
pub use facts::request::{RequestId, Stage};
pub use facts::resource::{Change, Method, ResourceId};
pub use facts::stride::Stride;
pub use facts::task::{Name, TaskId};
pub use facts::text::{Text, exception_text, quoted};
pub use facts::time::{CLOCK_RESOLUTION, Seconds};
pub use findings::computation::{Computation, computations};
pub use findings::conversation::{Conversation, Reply, Said, conversations};
pub use findings::difference::{Difference, Grain, first_difference};
pub use findings::links::{Edge, Links, Node};
pub use findings::output::{Output, OutputLine, Part};
pub use findings::overlap::Overlap;
pub use findings::prediction::{Answers, Facts, Fate, Mark, TOLERANCE, first_surprise};
pub use findings::report::report;
pub use findings::results::Results;
pub use findings::series::{Point, Series, Stretch, series};
pub use findings::step::{Act, Deed, Runs, Step, Then};
pub use findings::story::{Story, StoryLine};
pub use findings::stuck::{Lacks, Stuck, Wait};
pub use picture::causes::{Cause, CauseKind, causes};
pub use picture::explain::Why;
pub use picture::fold::{Folds, Row, below};
pub use picture::lane::{CancelMark, Ending, Lane, Look, Pin, Span, State};
pub use picture::moment::Moment;
pub use picture::reason::{Reason, Reasons, reasons};
pub use picture::request::{Request, RequestEnd};
pub use picture::resource::{Hold, InLine, Level, Resource};
pub use picture::scale::{Scale, Tick};
pub use picture::statistics::Statistics;
pub use picture::timeline::{Busy, Timeline};
