//! A log that a program outside the page sends in batches. Its callbacks are released one by one, like a loop's.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::trace::format::{Problem, Reader};
use crate::trace::{Entry, Line, Note, RunEnd, Seconds, SharedLog, TaskId, What};

/// The producer of a log from outside. Dropping it ends the program.
pub trait Producer {
    /// Asks the program to end.
    fn stop(&self);
}

/// Receives the batches of a log from its producer.
#[derive(Clone, Default)]
pub struct Feed(Rc<Inbox>);

#[derive(Default)]
struct Inbox {
    reader: RefCell<Reader>,
    /// The events that have arrived and are not yet released.
    pending: RefCell<VecDeque<Entry>>,
    /// Whether the log is complete.
    ended: Cell<bool>,
    /// Notifies the pacer that a batch has arrived.
    wake: RefCell<Option<Rc<dyn Fn()>>>,
}

impl Feed {
    /// Reads a batch of the log in the format of docs/log-format.md.
    ///
    /// # Errors
    /// A [`Problem`] of the format. The text before it is read; the caller then ends the log.
    pub fn push(&self, piece: &[u8]) -> Result<(), Problem> {
        let inbox = &self.0;
        let read = {
            let mut pending = inbox.pending.borrow_mut();
            inbox.reader.borrow_mut().feed(piece, |entry| {
                if matches!(entry, Entry::Beside(Note::End(..))) {
                    inbox.ended.set(true);
                }
                pending.push_back(entry);
            })
        };
        self.wake();
        read
    }

    /// Ends a log without an end line, because its producer is gone.
    pub fn end(&self, end: RunEnd, line: Line) {
        if !self.0.ended.replace(true) {
            self.0.pending.borrow_mut().push_back(Entry::Beside(Note::End(end, line)));
        }
        self.wake();
    }

    /// Sends a recorded log as one batch. If a line is malformed, only the lines before it are sent; the code that
    /// opened the file reports the problem.
    #[must_use]
    pub fn play_back(&self, text: &str) -> Box<dyn Producer> {
        let _ = self.push(text.as_bytes());
        self.nothing()
    }

    /// Ends the log, if it has no end line. Returns a producer that has nothing to stop.
    #[must_use]
    pub fn nothing(&self) -> Box<dyn Producer> {
        self.end(RunEnd::Stopped, Line::NONE);
        Box::new(Nothing)
    }

    fn wake(&self) {
        let wake = self.0.wake.borrow().clone();
        if let Some(wake) = wake {
            wake();
        }
    }
}

/// The producer of a complete log.
struct Nothing;

impl Producer for Nothing {
    fn stop(&self) {}
}

/// What a log from outside does next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum FeedDue {
    /// Releases the events at this time.
    At(Seconds),
    /// Unknown before more of the log arrives.
    Open,
    /// Does nothing more: it has ended.
    Ended,
}

/// The released part of a log from outside.
pub struct Elsewhere {
    feed: Feed,
    producer: Box<dyn Producer>,
    log: SharedLog,
    time: Cell<Seconds>,
    live: Cell<usize>,
    /// The callback that was released last.
    callback: Cell<u32>,
}

impl Elsewhere {
    /// The log that `producer` sends through `feed`, released into `log`.
    #[must_use]
    pub fn new(feed: Feed, producer: Box<dyn Producer>, log: &SharedLog) -> Self {
        let log = SharedLog::clone(log);
        let elsewhere = Self { feed, producer, log, time: Cell::new(0.0), live: Cell::new(0), callback: Cell::new(0) };
        elsewhere.release_beginning();
        elsewhere
    }

    pub(super) fn on_more(&self, wake: impl Fn() + 'static) {
        self.feed.0.wake.replace(Some(Rc::new(wake)));
    }

    pub(super) fn stop(&self) {
        self.producer.stop();
    }

    pub(super) const fn time(&self) -> &Cell<Seconds> {
        &self.time
    }

    pub(super) fn due(&self) -> FeedDue {
        self.release_beginning();
        let pending = self.feed.0.pending.borrow();
        let next = pending.iter().find_map(|entry| match entry {
            Entry::Event { event, .. } => Some(event.time.max(self.time.get())),
            Entry::Iteration { .. } | Entry::Beside(_) => None,
        });
        match next {
            Some(time) => FeedDue::At(time),
            None if !pending.is_empty() => FeedDue::At(self.time.get()),
            None if self.feed.0.ended.get() => FeedDue::Ended,
            None => FeedDue::Open,
        }
    }

    /// Releases the entries before the first callback, because a loop logs these when it is created.
    pub(super) fn release_beginning(&self) {
        let is_before = |entry: &Entry| match entry {
            Entry::Event { event, .. } => event.callback == 0,
            Entry::Beside(Note::End(..)) | Entry::Iteration { .. } => false,
            Entry::Beside(_) => true,
        };
        while self.callback.get() == 0 {
            let Some(entry) = self.feed.0.pending.borrow_mut().pop_front_if(|entry| is_before(entry)) else { return };
            self.append(entry);
        }
    }

    /// Releases the pending events of one callback, with their notes (frames, local variables).
    pub(super) fn turn(&self) {
        self.release_beginning();
        let mut callback = None;
        let belongs = |callback: &mut Option<u32>, entry: &Entry| match entry {
            Entry::Event { event, .. } => *callback.get_or_insert(event.callback) == event.callback,
            Entry::Iteration { .. } | Entry::Beside(_) => true,
        };
        loop {
            let entry = self.feed.0.pending.borrow_mut().pop_front_if(|entry| belongs(&mut callback, entry));
            let Some(entry) = entry else { break };
            self.append(entry);
        }
        self.callback.set(callback.unwrap_or(self.callback.get()));
    }

    fn append(&self, entry: Entry) {
        if let Entry::Event { event, .. } = &entry {
            let held = if let What::Blocked { until, .. } = event.what { until } else { event.time };
            self.time.set(self.time.get().max(event.time).max(held));
            if matches!(event.what, What::Created { .. }) {
                self.live.set(self.live.get() + 1);
            } else if matches!(event.what, What::Finished(_)) {
                self.live.set(self.live.get().saturating_sub(1));
            }
        }
        self.log.borrow_mut().append(entry);
    }

    /// Whether the next callback belongs to the iteration of the last one.
    pub(super) fn within_iteration(&self) -> bool {
        let pending = self.feed.0.pending.borrow();
        let next = pending
            .iter()
            .take_while(|entry| !matches!(entry, Entry::Iteration { .. }))
            .find_map(|entry| if let Entry::Event { event, .. } = entry { Some(event.callback) } else { None });
        let log = self.log.borrow();
        next.is_some_and(|next| log.iteration(next) == log.iteration(self.callback.get()))
    }

    /// The number of unfinished tasks. It is at least one while a pending event belongs to a task.
    pub(super) fn live_tasks(&self) -> usize {
        let pending = self.feed.0.pending.borrow();
        let of_task = |entry: &Entry| matches!(entry, Entry::Event { event, .. } if event.task != TaskId::LOOP);
        self.live.get() + usize::from(pending.iter().any(of_task))
    }

    /// How the run ended; `None` until the log's end line is released.
    pub(super) fn end(&self) -> Option<RunEnd> {
        self.log.borrow().annex().end().map(|(end, _)| end.clone())
    }
}
