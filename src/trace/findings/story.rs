//! A run as lines of text: the form in which runs are compared with `CPython`'s recordings.

use std::fmt;

use crate::trace::facts::event::{End, Event, What};
use crate::trace::facts::task::{Name, TaskId};
use crate::trace::facts::text::{exception_text, quoted};
use crate::trace::facts::time::Seconds;

/// The lines of a run in which `CPython` and our loop must agree, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Story(pub Vec<StoryLine>);

/// One line of a story, such as `2.000 D1 finished "D1 done"`.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryLine {
    /// The logical time.
    pub time: Seconds,
    /// The task's name.
    pub task: Name,
    /// What happened, in the words of the fixtures in `tests/conformance/`.
    pub what: String,
}

impl Story {
    /// The story of these events.
    #[must_use]
    pub fn from_events<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut tasks: Vec<Teller> = Vec::new();
        let mut lines = Vec::new();
        for event in events {
            if let What::Created { name, .. } = &event.what {
                tasks.push(Teller { name: name.clone(), started: false });
            }
            if event.task == TaskId::LOOP {
                let what = Teller { name: loop_name(), started: true }.tell(&event.what);
                lines.extend(what.map(|what| StoryLine { time: event.time, task: loop_name(), what }));
                continue;
            }
            let Some(teller) = tasks.get_mut(event.task.index()) else { continue };
            if let Some(what) = teller.tell(&event.what) {
                lines.push(StoryLine { time: event.time, task: teller.name.clone(), what });
            }
        }
        Self(lines)
    }
}

impl fmt::Display for Story {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| writeln!(formatter, "{line}"))
    }
}

impl fmt::Display for StoryLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.3} {} {}", self.time, self.task, self.what)
    }
}

/// The name used for events that belong to no task.
fn loop_name() -> Name {
    Name::Given("loop".into())
}

struct Teller {
    name: Name,
    started: bool,
}

impl Teller {
    /// The text for an event; `None` if stories leave such events out. Of a task's steps they have only the first.
    fn tell(&mut self, what: &What) -> Option<String> {
        match what {
            What::Created { .. } => Some("created".to_owned()),
            What::Renamed(name) => {
                self.name = name.clone();
                None
            }
            What::StepBegan => (!std::mem::replace(&mut self.started, true)).then(|| "started".to_owned()),
            What::Printed(text) => Some(format!("printed {}", quoted(text.as_str()))),
            What::Warned { message, .. } => Some(format!("warned {}", quoted(message.as_str()))),
            What::Finished(end) => match end {
                End::Returned(value) => Some(format!("finished {value}")),
                End::Failed { class, message } => Some(format!("failed {}", exception_text(class, message))),
                End::Cancelled => Some("cancelled".to_owned()),
                // A separate event has asyncio's warning about the destroyed task.
                End::Destroyed => None,
            },
            What::Suspended { .. }
            | What::Ready
            | What::Blocked { .. }
            | What::CancelRequested { .. }
            | What::CancelDelivered { .. }
            | What::CancelWithdrawn
            | What::ResourceMade { .. }
            | What::Requested { .. }
            | What::ResourceChanged { .. } => None,
        }
    }
}
