//! Builds a lane from its task's events.

use super::{CancelMark, Ending, Lane, Pin, Span, State};
use crate::trace::facts::event::{End, Event, On, Warning, What};
use crate::trace::facts::line::Line;
use crate::trace::facts::task::{Name, TaskId};
use crate::trace::facts::text::Text;
use crate::trace::facts::time::Seconds;

impl Lane {
    pub(in crate::trace::picture) fn new(event: &Event, parent: Option<TaskId>, name: Name, line: Line) -> Self {
        let mut lane = Self {
            task: event.task,
            name,
            parent,
            depth: 0,
            last: false,
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
            events: 1,
        };
        lane.open(event.time, State::Ready, None, line);
        lane
    }

    pub(in crate::trace::picture) fn record(&mut self, event: &Event) {
        let time = event.time;
        self.events += 1;
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

    /// Ends the span in progress at `time`. If the timer of a sleep was due earlier, the task was ready since then.
    /// Spans of no duration are dropped.
    fn close(&mut self, time: Seconds) {
        let Some(span) = self.lasting.take() else { return };
        self.spans.truncate(self.closed);
        let (first, late) = parts(span, time);
        let lasted = [Some(first), late].into_iter().flatten().filter(|part| part.to > part.from);
        self.spans.extend(lasted.map(|part| Span { open: false, ..part }));
        self.closed = self.spans.len();
    }

    /// Records a warning. An exception that was never retrieved looks like any other until asyncio warns of it.
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

    /// Gives the last wait the state of an end without a result. A blocking call keeps its state, since it did block
    /// the thread.
    fn end_in(&mut self, state: State) {
        if let Some(last) = self.spans.last_mut().filter(|last| last.state != State::Running) {
            last.state = state;
        }
    }

    /// Extends the span in progress to `now`.
    pub(in crate::trace::picture) fn show(&mut self, now: Seconds) {
        let Some(span) = &self.lasting else { return };
        // Fast path for most lanes: a span whose timer is not overdue is a single part, so only its end changes.
        let until = if let Some(On::Timer { until }) = span.on { until } else { Seconds::INFINITY };
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
        On::Task(_) | On::Tasks { .. } | On::Worker { .. } | On::Job | On::Input | On::Future => State::Waiting,
        On::Resource { .. } => State::Queued,
        On::Request(_) => State::Requesting,
    }
}

/// The parts of a span up to `time`. A sleep with an overdue timer has a second part, in which the task is ready.
fn parts(span: Span, time: Seconds) -> (Span, Option<Span>) {
    let until = if let Some(On::Timer { until }) = span.on { until.min(time) } else { time };
    if span.state == State::Sleeping && until < time {
        let late = Span { from: until, to: time, state: State::Ready, on: None, ..span };
        return (Span { to: until, open: false, ..span }, Some(late));
    }
    (Span { to: until, ..span }, None)
}
