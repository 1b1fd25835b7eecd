//! The picture of a run: a lane per task, made of spans, pins and an end.

use super::request::{self, Request, RequestId};
use super::resource::{Resource, Resources};
use super::statistics::Counted;
use super::{Cursor, End, Event, Line, Log, Name, On, ResourceId, Seconds, TaskId, Text, Warning, What};

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

/// Everything that can be drawn of a run at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// One lane per task, each under its parent, siblings by creation.
    pub lanes: Vec<Lane>,
    /// When the thread was held for some time, and by whom.
    pub busy: Vec<Busy>,
    /// When a step began, in order, and whose.
    pub steps: Vec<(Seconds, TaskId)>,
    /// Its requests to the network, in the order of their making.
    pub requests: Vec<Request>,
    /// What tasks share, in the order of its making.
    pub resources: Vec<Resource>,
    /// The moment of the picture.
    pub now: Seconds,
    /// Where each task's lane is.
    places: Vec<usize>,
    /// How much of the log it shows.
    events: usize,
    /// The blocking calls: from when, until when, and whose.
    blocked: Vec<(Seconds, Seconds, TaskId)>,
    /// What has been counted of it.
    pub(super) figures: Counted,
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
    /// What the task did.
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
    /// Who asked; nothing for the loop itself.
    pub by: Option<TaskId>,
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

/// A time during which the thread was held.
#[derive(Clone, Debug, PartialEq)]
pub struct Busy {
    /// From when.
    pub from: Seconds,
    /// Until when, or the moment of the picture.
    pub to: Seconds,
    /// Whether it is held still.
    pub open: bool,
    /// By whom.
    pub task: TaskId,
}

impl Timeline {
    /// The picture of `log` at `cursor`.
    #[must_use]
    pub fn at(log: &Log, cursor: Cursor) -> Self {
        let past = cursor.past(log);
        let mut lanes: Vec<Lane> = Vec::with_capacity(log.tasks() as usize);
        let mut timeline = Self::default();
        for event in past {
            timeline.record_thread(event);
            if let What::Created { parent, name, line } = &event.what {
                lanes.push(Lane::new(event, *parent, name.clone(), *line));
            } else if let Some(lane) = lanes.get_mut(event.task.index()) {
                lane.record(event);
            }
        }
        timeline.lanes = nested(lanes);
        timeline.places = vec![0; timeline.lanes.len()];
        for (place, lane) in timeline.lanes.iter().enumerate() {
            if let Some(slot) = timeline.places.get_mut(lane.task.index()) {
                *slot = place;
            }
        }
        timeline.record_shared(past, past);
        timeline.show(past.len(), cursor.time);
        timeline
    }

    /// Makes of the picture at one moment that at another one, as [`Timeline::at`] would: with far less work where few
    /// tasks have done something in between. False, and nothing is done, where tasks were made in between.
    #[must_use]
    pub fn go(&mut self, log: &Log, cursor: Cursor) -> bool {
        let past = cursor.past(log);
        let (from, to) = (self.events.min(past.len()), self.events.max(past.len()));
        let between = log.events().get(from..to).unwrap_or_default();
        if between.iter().any(|event| matches!(event.what, What::Created { .. })) {
            return false;
        }
        if past.len() >= self.events {
            for event in between {
                self.record(event);
            }
        } else {
            self.forget(between, past);
        }
        self.record_shared(past, between);
        self.show(past.len(), cursor.time);
        true
    }

    /// Takes in an event of a task that is there.
    fn record(&mut self, event: &Event) {
        self.record_thread(event);
        self.record_lane(event);
    }

    fn record_lane(&mut self, event: &Event) {
        if let Some(lane) = self.place(event.task).and_then(|place| self.lanes.get_mut(place)) {
            lane.record(event);
        }
    }

    fn record_thread(&mut self, event: &Event) {
        match event.what {
            What::StepBegan => self.steps.push((event.time, event.task)),
            What::Blocked { until, .. } if until > event.time => self.blocked.push((event.time, until, event.task)),
            _ => {}
        }
    }

    /// Takes these events back: whose they are, begins anew with what happened before.
    fn forget(&mut self, events: &[Event], past: &[Event]) {
        let mut anew = vec![false; self.places.len()];
        for event in events.iter().rev() {
            anew[event.task.index()] = true;
            match event.what {
                What::StepBegan => drop(self.steps.pop()),
                What::Blocked { until, .. } if until > event.time => drop(self.blocked.pop()),
                _ => {}
            }
        }
        for event in past.iter().filter(|event| anew[event.task.index()]) {
            if let What::Created { parent, name, line } = &event.what {
                if let Some(lane) = self.place(event.task).and_then(|place| self.lanes.get_mut(place)) {
                    *lane = Lane { depth: lane.depth, ..Lane::new(event, *parent, name.clone(), *line) };
                }
            } else {
                self.record_lane(event);
            }
        }
    }

    /// Reads anew what tasks share, where there is something: `new` are the events that the picture has not seen or not
    /// seen taken back.
    fn record_shared(&mut self, past: &[Event], new: &[Event]) {
        let makes = |event: &Event| matches!(event.what, What::ResourceMade { .. } | What::Requested { .. });
        if self.resources.is_empty() && self.requests.is_empty() && !new.iter().any(makes) {
            return;
        }
        let mut resources = Resources::default();
        self.requests.clear();
        for event in past {
            resources.record(event);
            request::record(&mut self.requests, event);
        }
        self.resources = resources.finish();
    }

    /// Draws what lasts up to the moment `now`.
    fn show(&mut self, events: usize, now: Seconds) {
        (self.events, self.now) = (events, now);
        self.figures = Counted::default();
        self.lanes.iter_mut().for_each(|lane| lane.show(now));
        for hold in self.resources.iter_mut().flat_map(|resource| &mut resource.holds).filter(|hold| hold.open) {
            hold.to = now;
        }
        let busy = |&(from, until, task)| Busy { from, to: now.min(until), open: until > now, task };
        self.busy = self.blocked.iter().map(busy).collect();
    }

    /// The lane of this task.
    #[must_use]
    pub fn lane(&self, task: TaskId) -> Option<&Lane> {
        self.lanes.get(*self.places.get(task.index())?)
    }

    /// This request.
    #[must_use]
    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.get(id.0 as usize)
    }

    /// At which place among the lanes this task's lane is.
    #[must_use]
    pub fn place(&self, task: TaskId) -> Option<usize> {
        self.places.get(task.index()).copied()
    }

    /// This resource.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.resources.get(id.index())
    }

    /// When the last task ended, or the moment of the picture while one has not.
    #[must_use]
    pub fn total(&self) -> Seconds {
        if !self.ended() {
            return self.now;
        }
        self.lanes.iter().map(|lane| lane.until(self.now)).fold(0.0, f64::max)
    }

    /// Whether every task has ended.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.lanes.iter().all(|lane| lane.ending.is_some())
    }
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

    /// How long it slept and held the thread, together: the waits that are its own.
    #[must_use]
    pub fn waited(&self) -> Seconds {
        self.slept() + self.held()
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
}

/// How long these lasted together. (`Iterator::sum` gives -0 for none, which a reader would see.)
fn sum<'a>(spans: impl Iterator<Item = &'a Span>) -> Seconds {
    spans.map(Span::duration).fold(0.0, std::ops::Add::add)
}

/// How a lane is made of its events.
impl Lane {
    fn new(event: &Event, parent: Option<TaskId>, name: Name, line: Line) -> Self {
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

    fn record(&mut self, event: &Event) {
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
            if let Some(last) = self.spans.last_mut() {
                last.state = State::Lost;
            }
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
        if state != State::Result
            && let Some(last) = self.spans.last_mut()
        {
            last.state = state;
        }
        self.ending = Some(Ending { at: time, state, end: end.clone() });
    }

    /// Draws what lasts up to the moment `now`.
    fn show(&mut self, now: Seconds) {
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

/// The lanes with every task below its parent.
fn nested(mut lanes: Vec<Lane>) -> Vec<Lane> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); lanes.len()];
    let mut roots = Vec::new();
    for index in 0..lanes.len() {
        match lanes[index].parent {
            // A parent is always made before its child.
            Some(parent) if parent.index() < index => {
                lanes[index].depth = lanes[parent.index()].depth + 1;
                children[parent.index()].push(index);
            }
            _ => roots.push(index),
        }
    }
    let mut order = Vec::with_capacity(lanes.len());
    let mut stack: Vec<usize> = roots.into_iter().rev().collect();
    while let Some(index) = stack.pop() {
        order.push(index);
        stack.extend(children[index].iter().rev());
    }
    let mut slots: Vec<Option<Lane>> = lanes.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| slots[index].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(time: Seconds, task: u32, what: What) -> Event {
        Event { time, task: TaskId(task), callback: 1, what }
    }

    fn created(time: Seconds, task: u32, parent: Option<u32>) -> Event {
        let name = Name::Numbered(task + 1);
        event(time, task, What::Created { parent: parent.map(TaskId), name, line: Line::new(1) })
    }

    fn log(events: impl IntoIterator<Item = Event>) -> Log {
        let mut log = Log::default();
        events.into_iter().for_each(|event| log.push(event));
        log
    }

    fn sleeper() -> Log {
        log([
            created(0.0, 0, None),
            event(0.0, 0, What::StepBegan),
            event(0.0, 0, What::Suspended { on: On::Timer { until: 2.0 }, line: Line::new(7) }),
            event(2.0, 0, What::Ready),
            event(2.0, 0, What::StepBegan),
            event(2.0, 0, What::Finished(End::Returned("None".into()))),
        ])
    }

    #[test]
    fn a_sleeper_is_drawn_up_to_the_cursor_and_its_timer_is_known() {
        let log = sleeper();
        let timeline = Timeline::at(&log, Cursor::at(&log, 0.5));
        let lane = &timeline.lanes[0];
        assert_eq!(lane.state(), State::Sleeping);
        assert_eq!((lane.spans[0].from, lane.spans[0].to, lane.spans[0].open), (0.0, 0.5, true));
        assert_eq!(lane.planned_until(), Some(2.0));
        assert_eq!(lane.line.number(), Some(7));
    }

    #[test]
    fn a_finished_sleeper_has_one_span_and_its_end() {
        let log = sleeper();
        let timeline = Timeline::at(&log, Cursor::end(&log));
        let lane = &timeline.lanes[0];
        assert_eq!(lane.spans.len(), 1);
        assert_eq!(lane.ending.as_ref().map(|ending| (ending.at, ending.state)), Some((2.0, State::Result)));
        assert_eq!((lane.slept(), lane.held()), (2.0, 0.0));
        assert_eq!(timeline.steps.len(), 2);
    }

    #[test]
    fn a_timer_that_is_due_while_somebody_blocks_leaves_its_task_ready_not_asleep() {
        let log = log([
            created(0.0, 0, None),
            created(0.0, 1, Some(0)),
            event(0.0, 1, What::StepBegan),
            event(0.0, 1, What::Suspended { on: On::Timer { until: 1.0 }, line: Line::NONE }),
            event(0.0, 0, What::StepBegan),
            event(0.0, 0, What::Blocked { until: 3.0, computes: false, line: Line::NONE }),
            event(3.0, 0, What::Finished(End::Returned("None".into()))),
            event(3.0, 1, What::Ready),
        ]);
        let during = Timeline::at(&log, Cursor::at(&log, 2.0));
        let states: Vec<_> = during.lanes[1].spans.iter().map(|span| (span.from, span.to, span.state)).collect();
        assert_eq!(states, [(0.0, 1.0, State::Sleeping), (1.0, 2.0, State::Ready)]);
        assert_eq!(during.busy, [Busy { from: 0.0, to: 2.0, open: true, task: TaskId(0) }]);
        let after = Timeline::at(&log, Cursor::end(&log));
        assert_eq!(after.lanes[1].spans[1].state, State::Ready);
        assert_eq!(after.lanes[0].held(), 3.0);
    }

    #[test]
    fn the_wait_that_was_cut_takes_the_pattern_of_the_end() {
        let log = log([
            created(0.0, 0, None),
            event(0.0, 0, What::StepBegan),
            event(0.0, 0, What::Suspended { on: On::Timer { until: 9.0 }, line: Line::NONE }),
            event(1.0, 0, What::CancelRequested { by: None }),
            event(1.0, 0, What::StepBegan),
            event(1.0, 0, What::CancelDelivered { line: Line::NONE }),
            event(1.0, 0, What::Finished(End::Cancelled)),
        ]);
        let timeline = Timeline::at(&log, Cursor::end(&log));
        assert_eq!(timeline.lanes[0].spans[0].state, State::Cancelled);
        assert_eq!(timeline.lanes[0].state(), State::Cancelled);
        assert_eq!(timeline.lanes[0].cancels.len(), 1);
        assert_eq!(timeline.lanes[0].slept(), 1.0);
    }

    #[test]
    fn who_returns_after_a_cancellation_has_swallowed_it_unless_the_request_was_taken_back() {
        let returned_after = |withdrawn: Option<Event>| {
            let cut = [
                created(0.0, 0, None),
                event(1.0, 0, What::CancelRequested { by: None }),
                event(1.0, 0, What::CancelDelivered { line: Line::NONE }),
            ];
            let end = event(1.0, 0, What::Finished(End::Returned("None".into())));
            let log = log(cut.into_iter().chain(withdrawn).chain([end]));
            Timeline::at(&log, Cursor::end(&log)).lanes[0].state()
        };
        assert_eq!(returned_after(None), State::Swallowed);
        assert_eq!(returned_after(Some(event(1.0, 0, What::CancelWithdrawn))), State::Result);
    }

    #[test]
    fn lanes_are_nested_under_their_parents_and_siblings_keep_their_order() {
        let log =
            log([created(0.0, 0, None), created(0.0, 1, Some(0)), created(0.0, 2, Some(0)), created(0.0, 3, Some(1))]);
        let timeline = Timeline::at(&log, Cursor::end(&log));
        let order: Vec<_> = timeline.lanes.iter().map(|lane| (lane.task.0, lane.depth)).collect();
        assert_eq!(order, [(0, 0), (1, 1), (3, 2), (2, 1)]);
    }
}
