//! One task of the picture: how its lane is made of its events.

use crate::trace::facts::event::{Asker, End, Event, On, Warning, What};
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
        match span.on {
            Some(On::Timer { until } | On::Worker { until, .. }) if until > span.to => Some(until),
            _ => None,
        }
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
        matches!(self.on, Some(On::Timer { .. } | On::Worker { .. }))
    }
}

/// How long these lasted together. (`Iterator::sum` gives -0 for none, which a reader would see.)
fn sum<'a>(spans: impl Iterator<Item = &'a Span>) -> Seconds {
    spans.map(Span::duration).fold(0.0, std::ops::Add::add)
}

/// How a lane is made of its events.
impl Lane {
    pub(super) fn new(event: &Event, parent: Option<TaskId>, name: Name, line: Line) -> Self {
        let mut lane = Self {
            task: event.task,
            name,
            parent,
            depth: 0,
            created: event.time,
            spans: Vec::new(),
            steps: Vec::new(),
            pins: Vec::new(),
            cancels: Vec::new(),
            ending: None,
            line,
            lasting: None,
            closed: 0,
            delivered: false,
        };
        lane.open(event.time, State::Ready, None, line);
        lane
    }

    pub(super) fn record(&mut self, event: &Event) {
        let time = event.time;
        match &event.what {
            What::Created { .. }
            | What::Requested { .. }
            | What::ResourceMade { .. }
            | What::ResourceChanged { .. } => {}
            What::Renamed(name) => self.name = name.clone(),
            What::StepBegan => {
                self.close(time);
                self.steps.push(time);
            }
            What::Blocked { until, line, .. } => {
                self.close(time);
                self.open(time, State::Running, Some(On::Timer { until: *until }), *line);
            }
            What::Suspended { on, line } => {
                self.close(time);
                self.open(time, state_of(on), Some(on.clone()), *line);
            }
            What::Ready => {
                self.close(time);
                self.open(time, State::Ready, None, Line::NONE);
            }
            What::Printed(text) => self.pins.push(Pin { at: time, text: text.clone(), warning: false }),
            What::Warned { warning, message } => self.warn(time, *warning, message),
            What::CancelRequested { by } => {
                self.cancels.push(CancelMark { at: time, by: *by, withdrawn: false });
            }
            What::CancelWithdrawn => {
                if let Some(mark) = self.cancels.iter_mut().rev().find(|mark| !mark.withdrawn) {
                    mark.withdrawn = true;
                }
            }
            What::CancelDelivered { .. } => self.delivered = true,
            What::Finished(end) => self.end(time, end),
        }
    }

    fn open(&mut self, from: Seconds, state: State, on: Option<On>, line: Line) {
        if line != Line::NONE {
            self.line = line;
        }
        self.lasting = Some(Span { from, to: from, open: true, state, on, line });
    }

    /// Ends the span that lasts at `time`. A sleeper whose timer was due before was held up by somebody else; and what
    /// lasted no time at all leaves no span.
    fn close(&mut self, time: Seconds) {
        let Some(span) = self.lasting.take() else { return };
        self.spans.truncate(self.closed);
        let (first, late) = parts(span, time);
        let lasted = [Some(first), late].into_iter().flatten().filter(|part| part.to > part.from);
        self.spans.extend(lasted.map(|part| Span { open: false, ..part }));
        self.closed = self.spans.len();
    }

    /// A failure that nobody asked about looks like any other until asyncio says so.
    fn warn(&mut self, at: Seconds, warning: Warning, message: &Text) {
        self.pins.push(Pin { at, text: message.clone(), warning: true });
        if let (Warning::NeverRetrieved, Some(ending)) = (warning, &mut self.ending) {
            ending.state = State::Lost;
            self.end_in(State::Lost);
        }
    }

    fn end(&mut self, time: Seconds, end: &End) {
        self.close(time);
        let state = match end {
            End::Returned(_) if self.delivered && self.cancels.iter().any(|mark| !mark.withdrawn) => State::Swallowed,
            End::Returned(_) => State::Result,
            End::Failed { class, .. } if class.as_str().ends_with("TimeoutError") => State::Timeout,
            End::Failed { .. } => State::Error,
            End::Cancelled => State::Cancelled,
            End::Destroyed => State::Destroyed,
        };
        if state != State::Result {
            self.end_in(state);
        }
        self.ending = Some(Ending { at: time, state, end: end.clone() });
    }

    /// A wait that ended badly looks like its end; a blocking call has held the thread, whatever came of it.
    fn end_in(&mut self, state: State) {
        if let Some(last) = self.spans.last_mut().filter(|last| last.state != State::Running) {
            last.state = state;
        }
    }

    /// Draws what lasts up to the moment `now`.
    pub(super) fn show(&mut self, now: Seconds) {
        let Some(span) = &self.lasting else { return };
        // Nothing is copied where there is one part before and after: many lanes, and few of them are late.
        let until = match span.on {
            Some(On::Timer { until }) => until,
            _ => Seconds::INFINITY,
        };
        if let Some([only]) = self.spans.get_mut(self.closed..).filter(|_| now <= until) {
            only.to = now;
            only.open = true;
            return;
        }
        self.spans.truncate(self.closed);
        let (first, late) = parts(span.clone(), now);
        self.spans.push(first);
        self.spans.extend(late);
    }
}

fn state_of(on: &On) -> State {
    match on {
        On::NextIteration => State::Ready,
        On::Timer { .. } => State::Sleeping,
        On::Task(_) | On::Tasks { .. } | On::Worker { .. } | On::Future => State::Waiting,
        On::Resource { .. } => State::Queued,
        On::Request(_) => State::Requesting,
    }
}

/// The span up to `time`; past the timer that it waited for, the task was ready.
fn parts(span: Span, time: Seconds) -> (Span, Option<Span>) {
    match span.on {
        Some(On::Timer { until }) if span.state == State::Sleeping && until < time => {
            let late = Span { from: until, to: time, state: State::Ready, on: None, ..span };
            (Span { to: until, open: false, ..span }, Some(late))
        }
        Some(On::Timer { until }) if span.state == State::Running => (Span { to: until.min(time), ..span }, None),
        _ => (Span { to: time, ..span }, None),
    }
}
