//! A lane: one task's life up to the cursor.

mod record;

use crate::trace::facts::asker::Asker;
use crate::trace::facts::event::{End, On};
use crate::trace::facts::line::Line;
use crate::trace::facts::task::{Name, TaskId};
use crate::trace::facts::text::Text;
use crate::trace::facts::time::Seconds;

/// What a task is doing, or how it ended. Each state has a colour, a pattern, an icon and a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// The task holds the thread.
    Running,
    /// The task is in the ready queue, while another task holds the thread or comes first.
    Ready,
    /// The task waits for a timer.
    Sleeping,
    /// The task waits for a task or a future.
    Waiting,
    /// The task waits for a resource.
    Queued,
    /// The task returned.
    Result,
    /// The task raised an exception.
    Error,
    /// The task raised `TimeoutError`.
    Timeout,
    /// The task was cancelled.
    Cancelled,
    /// The task was cancelled but returned a value.
    Swallowed,
    /// The task waits for a request to the network.
    Requesting,
    /// The task raised an exception that was never retrieved.
    Lost,
    /// The task was pending when it was garbage-collected.
    Destroyed,
}

impl State {
    /// Whether a task in this state has ended.
    #[must_use]
    pub const fn is_end(self) -> bool {
        match self {
            Self::Running | Self::Ready | Self::Sleeping | Self::Waiting | Self::Queued | Self::Requesting => false,
            Self::Result
            | Self::Error
            | Self::Timeout
            | Self::Cancelled
            | Self::Swallowed
            | Self::Lost
            | Self::Destroyed => true,
        }
    }
}

/// One task's life up to the cursor.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The task.
    pub task: TaskId,
    /// The task's name.
    pub name: Name,
    /// The task that created this task.
    pub parent: Option<TaskId>,
    /// The depth of nesting: 0 for the main task.
    pub depth: usize,
    /// Whether it is the last child of its parent.
    pub last: bool,
    /// When the task was created.
    pub created: Seconds,
    /// The spans, oldest first, without gaps between them.
    pub spans: Vec<Span>,
    /// When each step of the task began.
    pub steps: Vec<Seconds>,
    /// The lines that the task printed, and the warnings about it.
    pub pins: Vec<Pin>,
    /// The requests for the task's cancellation.
    pub cancels: Vec<CancelMark>,
    /// How and when the task ended; `None` until then.
    pub ending: Option<Ending>,
    /// The last line at which the task was created, suspended or blocked.
    pub line: Line,
    /// The span in progress, as it began. Its parts up to the cursor are in `spans`, after the spans that are over.
    lasting: Option<Span>,
    /// The number of leading spans that are over.
    closed: usize,
    /// Whether a cancellation was delivered to the task.
    delivered: bool,
    /// The number of events recorded.
    events: usize,
}

/// Identifies the appearance of a lane, apart from the length of its span in progress. Within one run, a lane is
/// rendered to the same elements as long as its `Look` is equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    events: usize,
    spans: usize,
    planned: bool,
}

/// A period of one state.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// When the period starts.
    pub from: Seconds,
    /// When the period ends; the cursor's time while it is in progress.
    pub to: Seconds,
    /// Whether the period is in progress.
    pub open: bool,
    /// What the task did. If the task's end cut its last wait short, the state of that end.
    pub state: State,
    /// What the task waited for; for a blocking call, the timer of its end.
    pub on: Option<On>,
    /// The line at which the task was created, suspended or blocked; [`Line::NONE`] for a later period of being ready.
    pub line: Line,
}

/// A mark on a lane: a printed line or a warning.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// When the line was printed or the warning given.
    pub at: Seconds,
    /// The printed text, or the text of the warning.
    pub text: Text,
    /// Whether the mark is a warning of asyncio; otherwise it is a print.
    pub warning: bool,
}

/// A request for a task's cancellation.
#[derive(Clone, Debug, PartialEq)]
pub struct CancelMark {
    /// The time of the request.
    pub at: Seconds,
    /// Who made the request.
    pub by: Asker,
    /// Whether the request was withdrawn.
    pub withdrawn: bool,
}

/// How and when a task ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    /// When the task ended.
    pub at: Seconds,
    /// The final state of the task.
    pub state: State,
    /// The end as the log has it.
    pub end: End,
}

impl Lane {
    /// The task's state at the cursor.
    #[must_use]
    pub fn state(&self) -> State {
        match (&self.ending, self.spans.last()) {
            (Some(ending), _) => ending.state,
            (None, Some(span)) if span.open => span.state,
            (None, _) => State::Ready,
        }
    }

    /// The lane's appearance. [`Timeline::draw`](crate::trace::Timeline::draw) must have extended its span in progress.
    #[must_use]
    pub fn look(&self) -> Look {
        Look { events: self.events, spans: self.spans.len(), planned: self.planned_until().is_some() }
    }

    /// The span in progress.
    #[must_use]
    pub fn open_span(&self) -> Option<&Span> {
        self.spans.last().filter(|span| span.open)
    }

    /// When the current wait or blocking call will end; `None` if this is not known or not after the cursor.
    #[must_use]
    pub fn planned_until(&self) -> Option<Seconds> {
        let span = self.open_span()?;
        span.on.as_ref().and_then(On::until).filter(|until| *until > span.to)
    }

    /// The sum of the task's own waits ([`Span::is_own_wait`]), in seconds.
    #[must_use]
    pub fn waited(&self) -> Seconds {
        sum(self.spans.iter().filter(|span| span.is_own_wait()))
    }

    /// The sum of the task's own waits ([`Span::is_own_wait`]) between two times, in seconds.
    #[must_use]
    pub fn waited_within(&self, from: Seconds, to: Seconds) -> Seconds {
        let first = self.spans.partition_point(|span| span.to <= from);
        let within = self.spans[first..].iter().take_while(|span| span.from < to).filter(|span| span.is_own_wait());
        within.map(|span| span.to.min(to) - span.from.max(from)).fold(0.0, std::ops::Add::add)
    }

    /// The time spent waiting for timers, in seconds.
    #[must_use]
    pub fn slept(&self) -> Seconds {
        let timers = self.spans.iter().filter(|span| span.state != State::Running && span.state != State::Ready);
        sum(timers.filter(|span| matches!(span.on, Some(On::Timer { .. }))))
    }

    /// The time for which the task held the thread, in seconds.
    #[must_use]
    pub fn held(&self) -> Seconds {
        sum(self.spans.iter().filter(|span| span.state == State::Running))
    }

    /// When the task ended, or `now` while it runs.
    #[must_use]
    pub fn until(&self, now: Seconds) -> Seconds {
        self.ending.as_ref().map_or(now, |ending| ending.at)
    }
}

impl Span {
    /// The length in seconds, up to the cursor.
    #[must_use]
    pub fn duration(&self) -> Seconds {
        self.to - self.from
    }

    /// Whether the wait depends on no other task: a sleep, a blocking call or a worker. A request does not count,
    /// because its duration depends on the network.
    #[must_use]
    pub const fn is_own_wait(&self) -> bool {
        match &self.on {
            Some(On::Timer { .. } | On::Worker { .. } | On::Job) => true,
            Some(
                On::NextIteration
                | On::Task(_)
                | On::Tasks { .. }
                | On::Resource { .. }
                | On::Request(_)
                | On::Input
                | On::Future,
            )
            | None => false,
        }
    }
}

/// The sum of the durations. `Iterator::sum` would give -0 for no spans, which the page would show.
fn sum<'a>(spans: impl Iterator<Item = &'a Span>) -> Seconds {
    spans.map(Span::duration).fold(0.0, std::ops::Add::add)
}
