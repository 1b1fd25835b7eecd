//! One event of a run, as plain data.

use std::fmt;
use std::num::NonZeroU32;
use std::panic::Location;
use std::rc::Rc;

use serde::{Serialize, Serializer};

use crate::trace::{Change, Method, RequestId, ResourceId, Stage};

/// A logical time or a duration, in seconds, with `CPython`'s own floating-point arithmetic.
pub type Seconds = f64;

/// A task of one run: the number of its creation, from 0 for the main task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct TaskId(pub u32);

impl TaskId {
    /// The task that runs the scenario's `main`.
    pub const MAIN: Self = Self(0);

    /// No task: what happens in a callback that belongs to none, such as one of `call_later`.
    pub const LOOP: Self = Self(u32::MAX);

    /// The task's place in a list of all tasks by creation.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Text that events share instead of copying.
#[derive(Clone, Debug)]
pub enum Text {
    /// Text that the program was built with.
    Static(&'static str),
    /// Text that was made during the run.
    Shared(Rc<str>),
}

impl Text {
    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self::Static(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Shared(text.into())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A task's name: given by the program, or `Task-N` as asyncio numbers them (`tasks.py`, `_task_name_counter`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// The program said `name=...`.
    Given(Text),
    /// The program said nothing; the number starts at 1 with the main task.
    Numbered(u32),
}

impl Name {
    /// Whether it reads so. A run may have a hundred thousand names, so none is written out for it.
    #[must_use]
    pub fn reads(&self, text: &str) -> bool {
        match self {
            Self::Given(name) => name.as_str() == text,
            Self::Numbered(number) => {
                let digits = text.strip_prefix("Task-").filter(|digits| !digits.starts_with(['0', '+']));
                digits.and_then(|digits| digits.parse().ok()) == Some(*number)
            }
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(name) => name.fmt(formatter),
            Self::Numbered(number) => write!(formatter, "Task-{number}"),
        }
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A line of the scenario's own source file, from 1; nothing where an event comes from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Line(Option<NonZeroU32>);

impl Line {
    /// No line of the scenario.
    pub const NONE: Self = Self(None);

    /// The line with this number; 0 is no line.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(NonZeroU32::new(number))
    }

    /// The line of `place` if it lies in the file `source`.
    #[must_use]
    pub fn within(source: &str, place: &Location<'_>) -> Self {
        let file = place.file();
        // Where the two are one text in memory, as they are in the page, none of it is read.
        if std::ptr::eq(file, source) || file == source { Self::new(place.line()) } else { Self::NONE }
    }

    /// The number, from 1.
    #[must_use]
    pub fn number(self) -> Option<u32> {
        self.0.map(NonZeroU32::get)
    }
}

/// What a suspended task waits for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum On {
    /// Its next turn: a bare yield, as `sleep(0)` does.
    NextIteration,
    /// A timer.
    Timer {
        /// When the timer is due.
        until: Seconds,
    },
    /// The end of another task.
    Task(TaskId),
    /// These tasks.
    Tasks {
        /// The Python function that waits for them, such as `gather`.
        by: &'static str,
        /// Which.
        tasks: Rc<[TaskId]>,
    },
    /// Its turn at a lock, a queue and the like.
    Resource {
        /// At which.
        resource: ResourceId,
        /// In which method.
        method: Method,
    },
    /// A request to the network.
    Request(RequestId),
    /// A blocking function in a worker.
    Worker {
        /// When it will be done.
        until: Seconds,
        /// For how long of that it computes; the rest it sleeps.
        computes: Seconds,
    },
    /// A bare future.
    Future,
}

impl On {
    /// The tasks whose ends it names.
    #[must_use]
    pub fn tasks(&self) -> &[TaskId] {
        match self {
            Self::Task(task) => std::slice::from_ref(task),
            Self::Tasks { tasks, .. } => tasks,
            _ => &[],
        }
    }
}

/// Who asks for a task's cancellation: a running task, or a callback of the loop, on whose behalf it asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Asker {
    /// The loop itself, at its end, or a callback that belongs to no task.
    #[default]
    Loop,
    /// This task.
    Task(TaskId),
    /// A limit that has run out.
    Timeout {
        /// The task that runs the block under the limit.
        task: TaskId,
        /// When the limit is; a thread that was held makes it ask later.
        when: Seconds,
    },
    /// A `TaskGroup` in which this task has failed.
    Group(TaskId),
}

impl Asker {
    /// The task that the request leads back to.
    #[must_use]
    pub const fn task(self) -> Option<TaskId> {
        match self {
            Self::Loop => None,
            Self::Task(task) | Self::Timeout { task, .. } | Self::Group(task) => Some(task),
        }
    }
}

/// How a task ended.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// It returned this value, written as [`crate::asyncio::Repr`] says.
    Returned(Text),
    /// It raised an exception.
    Failed {
        /// The exception's class, such as `ValueError`.
        class: Text,
        /// Its message, which may be empty.
        message: Text,
    },
    /// It was cancelled and let that happen.
    Cancelled,
    /// It was pending when nothing referred to it any more, and was destroyed.
    Destroyed,
}

/// An exception as Python prints it: its class, and its message where it has one.
#[must_use]
pub fn exception_text(class: &Text, message: &Text) -> String {
    if message.as_str().is_empty() { class.to_string() } else { format!("{class}: {message}") }
}

/// asyncio's warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// A coroutine was made, and nobody awaited it.
    NeverAwaited,
    /// A task or a future failed, and nobody asked why.
    NeverRetrieved,
    /// A task was pending when nothing referred to it any more.
    Destroyed,
    /// A left-over task failed while `asyncio.run` waited for it.
    Unhandled,
    /// A callback failed.
    Callback,
    /// A callback held the thread for long, in debug mode.
    Slow,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The task was made; its first step waits in the ready queue.
    Created {
        /// The task that made it; the main task has none.
        parent: Option<TaskId>,
        /// Its name.
        name: Name,
        /// Where it was made.
        line: Line,
    },
    /// The task was given another name.
    Renamed(Name),
    /// The event loop entered the task. It leaves it at the next `Suspended` or `Finished`.
    StepBegan,
    /// The task handed the thread back.
    Suspended {
        /// What it waits for.
        on: On,
        /// Where it waits.
        line: Line,
    },
    /// What the task waited for has come; its next step waits in the ready queue.
    Ready,
    /// The task holds the thread until then, and nobody else can run.
    Blocked {
        /// When the thread is free again.
        until: Seconds,
        /// Whether it computes; else it sleeps (`time.sleep`).
        computes: bool,
        /// Where it blocks.
        line: Line,
    },
    /// The task printed a line.
    Printed(Text),
    /// asyncio warned, in these words.
    Warned {
        /// Of what.
        warning: Warning,
        /// The words.
        message: Text,
    },
    /// Somebody asked for the task's cancellation: a request, not yet an end.
    CancelRequested {
        /// Who asked.
        by: Asker,
    },
    /// The cancellation was raised at the await where the task was suspended.
    CancelDelivered {
        /// That await.
        line: Line,
    },
    /// One request for the task's cancellation was taken back, as a timeout does that has made its own into a
    /// `TimeoutError`.
    CancelWithdrawn,
    /// A lock, a queue or the like was made.
    ResourceMade {
        /// Its number.
        resource: ResourceId,
        /// Its Python class.
        class: &'static str,
        /// The number that it was made with.
        size: Option<u32>,
        /// Its level: free permits, items, 1 for a flag that is up.
        level: u32,
        /// Where it was made.
        line: Line,
    },
    /// A request that the task asked for has gone on.
    Requested {
        /// Which.
        request: RequestId,
        /// How far it is.
        stage: Stage,
    },
    /// A resource is no longer as it was.
    ResourceChanged {
        /// Which.
        resource: ResourceId,
        /// What became of it.
        change: Change,
        /// Its level from now on.
        level: u32,
    },
    /// The task ended.
    Finished(End),
}

/// One entry of the log. Its sequence number is its place there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// When, in logical time.
    pub time: Seconds,
    /// Whom it concerns.
    pub task: TaskId,
    /// During which callback of the event loop, counted from 1; 0 before the first.
    pub callback: u32,
    /// What happened.
    pub what: What,
}

/// What `trace/facts/events.rs` and the pacer say of their sizes is reckoned with this one.
#[cfg(target_arch = "wasm32")]
const _: () = assert!(size_of::<Event>() == 48);
