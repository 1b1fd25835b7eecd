//! One task of the picture: its lane.

mod record;

use crate::trace::facts::asker::Asker;
use crate::trace::facts::event::{End, On};
use crate::trace::facts::line::Line;
use crate::trace::facts::task::{Name, TaskId};
use crate::trace::facts::text::Text;
use crate::trace::facts::time::Seconds;

/// What a task is doing, or how it ended: the word that every colour, pattern and icon hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It has the thread.
    Running,
    /// It could run, but somebody else has the thread or comes first.
    Ready,
    /// It waits for a timer.
    Sleeping,
    /// It waits for a task or a future.
    Waiting,
    /// It stands in line at a lock, a queue or the like.
    Queued,
    /// It returned.
    Result,
    /// It raised an exception.
    Error,
    /// It raised `TimeoutError`.
    Timeout,
    /// It was cancelled.
    Cancelled,
    /// It was cancelled, but returned all the same.
    Swallowed,
    /// It waits for the network.
    Requesting,
    /// It raised an exception that nobody asked for.
    Lost,
    /// It was pending when nothing referred to it any more.
    Destroyed,
}

/// One task's life up to the moment of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The task.
    pub task: TaskId,
    /// Its name.
    pub name: Name,
    /// Who made it.
    pub parent: Option<TaskId>,
    /// How deep it is nested: 0 for the main task.
    pub depth: usize,
    /// When it was made.
    pub created: Seconds,
    /// Its spans, oldest first, without gaps in what they cover.
    pub spans: Vec<Span>,
    /// When each of its steps began.
    pub steps: Vec<Seconds>,
    /// What it printed, and asyncio's warnings of it.
    pub pins: Vec<Pin>,
    /// Who asked for its cancellation, and when.
    pub cancels: Vec<CancelMark>,
    /// How it ended, if it has.
    pub ending: Option<Ending>,
    /// The last line at which it was suspended, blocked or made.
    pub line: Line,
    /// The span that lasts, as it began: of its parts up to the moment of the picture the last spans are made.
    lasting: Option<Span>,
    /// How many spans are over.
    closed: usize,
    /// Whether a cancellation was delivered.
    delivered: bool,
}

/// A stretch of time in one state.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// When it began.
    pub from: Seconds,
    /// When it ended, or the moment of the picture while it lasts.
    pub to: Seconds,
    /// Whether it lasts.
    pub open: bool,
    /// What the task did; of its last wait, how it ended.
    pub state: State,
    /// What it waited for, if it waited; for a blocking call, its timer.
    pub on: Option<On>,
    /// Where in the scenario.
    pub line: Line,
}

/// Something printed, or a warning.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// When.
    pub at: Seconds,
    /// What.
    pub text: Text,
    /// Whether it is one of asyncio's warnings rather than a print.
    pub warning: bool,
}

/// A request for a task's cancellation.
#[derive(Clone, Debug, PartialEq)]
pub struct CancelMark {
    /// When.
    pub at: Seconds,
    /// Who asked.
    pub by: Asker,
    /// Whether the request was taken back.
    pub withdrawn: bool,
}

/// How and when a task ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    /// When.
    pub at: Seconds,
    /// One of the ends among the states.
    pub state: State,
    /// How the log has it.
    pub end: End,
}

impl Lane {
    /// What the task is doing at the moment of the picture, or how it ended.
    #[must_use]
    pub fn state(&self) -> State {
        match (&self.ending, self.spans.last()) {
            (Some(ending), _) => ending.state,
            (None, Some(span)) if span.open => span.state,
            (None, _) => State::Ready,
        }
    }

    /// The span that lasts.
    #[must_use]
    pub fn open_span(&self) -> Option<&Span> {
        self.spans.last().filter(|span| span.open)
    }

    /// When the task's present wait or blocking call is known to end, if that lies in the future.
    #[must_use]
    pub fn planned_until(&self) -> Option<Seconds> {
        let span = self.open_span()?;
        span.on.as_ref().and_then(On::until).filter(|until| *until > span.to)
    }

    /// How long its own waits lasted, together.
    #[must_use]
    pub fn waited(&self) -> Seconds {
        sum(self.spans.iter().filter(|span| span.is_own_wait()))
    }

    /// How long its own waits lasted between these two times.
    #[must_use]
    pub fn waited_within(&self, from: Seconds, to: Seconds) -> Seconds {
        let first = self.spans.partition_point(|span| span.to <= from);
        let within = self.spans[first..].iter().take_while(|span| span.from < to).filter(|span| span.is_own_wait());
        within.map(|span| span.to.min(to) - span.from.max(from)).fold(0.0, std::ops::Add::add)
    }

    /// How long it waited for timers.
    #[must_use]
    pub fn slept(&self) -> Seconds {
        let timers = self.spans.iter().filter(|span| span.state != State::Running && span.state != State::Ready);
        sum(timers.filter(|span| matches!(span.on, Some(On::Timer { .. }))))
    }

    /// How long it held the thread.
    #[must_use]
    pub fn held(&self) -> Seconds {
        sum(self.spans.iter().filter(|span| span.state == State::Running))
    }

    /// When it ended, or the moment of the picture.
    #[must_use]
    pub fn until(&self, now: Seconds) -> Seconds {
        self.ending.as_ref().map_or(now, |ending| ending.at)
    }
}

impl Span {
    /// How long it lasted so far.
    #[must_use]
    pub fn duration(&self) -> Seconds {
        self.to - self.from
    }

    /// Whether the task waits there for nobody else of the program: it sleeps, holds the thread or has a worker at work.
    /// What a request takes is the network's.
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

/// How long these lasted together. (`Iterator::sum` gives -0 for none, which a reader would see.)
fn sum<'a>(spans: impl Iterator<Item = &'a Span>) -> Seconds {
    spans.map(Span::duration).fold(0.0, std::ops::Add::add)
}
