//! What happened in a run, as plain data, and everything that can be derived from it.
//!
//! The event loop appends to a [`Log`]; every view of the page is a pure function of a log and a
//! [`Cursor`] into it. Nothing here knows the event loop, a browser, a language or a clock.

mod facts;
mod findings;
mod picture;

pub use facts::cursor::Cursor;
pub use facts::event::{Asker, End, Event, Line, Name, On, Seconds, TaskId, Text, Warning, What, exception_text};
pub use facts::events::Events;
pub use facts::fixed::fixed;
pub use facts::log::{Log, SharedLog};
pub use facts::stride::Stride;
pub use findings::computation::{Computation, computations};
pub use findings::conversation::{Conversation, Reply, Said, conversations};
pub use findings::difference::{Difference, Grain, first_difference};
pub use findings::links::{Edge, Links, Node};
pub use findings::overlap::Overlap;
pub use findings::prediction::{Answers, Facts, Fate, Mark, TOLERANCE, first_surprise};
pub use findings::report::report;
pub use findings::series::{Point, Series, Stretch, series};
pub use findings::story::quoted;
pub use findings::story::{Story, StoryLine};
pub use picture::causes::{Cause, CauseKind, causes};
pub use picture::explain::Why;
pub use picture::fold::{Folds, Row, below};
pub use picture::moment::{CLOCK_RESOLUTION, Moment};
pub use picture::request::{Request, RequestEnd, RequestId, Stage};
pub use picture::resource::{Change, Hold, InLine, Level, Method, Resource, ResourceId};
pub use picture::scale::{Scale, Tick};
pub use picture::statistics::Statistics;
pub use picture::timeline::{Busy, CancelMark, Ending, Lane, Pin, Span, State, Timeline};
