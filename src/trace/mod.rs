//! What happened in a run, as plain data, and everything that can be derived from it.
//!
//! The event loop appends to a [`Log`]; every view of the page is a pure function of a log and a
//! [`Cursor`] into it. Nothing here knows the event loop, a browser, a language or a clock.

mod causes;
mod computation;
mod conversation;
mod cursor;
mod difference;
mod event;
mod events;
mod explain;
mod fixed;
mod fold;
mod links;
mod log;
mod moment;
mod overlap;
mod playback;
mod prediction;
mod report;
mod request;
mod resource;
mod scale;
mod series;
mod statistics;
mod story;
mod timeline;

pub use causes::{Cause, CauseKind, causes};
pub use computation::{Computation, computations};
pub use conversation::{Conversation, Reply, Said, conversations};
pub use cursor::Cursor;
pub use difference::{Difference, Grain, first_difference};
pub use event::{Asker, End, Event, Line, Name, On, Seconds, TaskId, Text, Warning, What, exception_text};
pub use events::Events;
pub use explain::Why;
pub use fixed::fixed;
pub use fold::{Folds, Row, below};
pub use links::{Edge, Links, Node};
pub use log::{Log, SharedLog};
pub use moment::{CLOCK_RESOLUTION, Moment};
pub use overlap::Overlap;
pub use playback::Stride;
pub use prediction::{Answers, Facts, Fate, Mark, TOLERANCE, first_surprise};
pub use report::report;
pub use request::{Request, RequestEnd, RequestId, Stage};
pub use resource::{Change, Hold, InLine, Level, Method, Resource, ResourceId};
pub use scale::{Scale, Tick};
pub use series::{Point, Series, Stretch, series};
pub use statistics::Statistics;
pub use story::quoted;
pub use story::{Story, StoryLine};
pub use timeline::{Busy, CancelMark, Ending, Lane, Pin, Span, State, Timeline};
