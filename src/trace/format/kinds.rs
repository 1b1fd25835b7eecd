//! Reads the kind of a line and the fields that belong to this kind.

use super::super::facts::asker::Asker;
use super::super::facts::event::{End, On, Warning, What};
use super::super::facts::kinds::{Kind, Waiter};
use super::super::facts::note::{Frame, Local, Note, Print, RunEnd, Stream};
use super::super::facts::request::{RequestId, Stage};
use super::super::facts::resource::{Change, Method, ResourceId};
use super::super::facts::task::TaskId;
use super::super::facts::text::Text;
use super::fields::{Fields, count, seconds, unescaped};
use super::problem::Why;

/// The content of a line.
pub(super) enum Told {
    /// A new iteration begins with this callback.
    Iteration,
    /// An event. If it is a print, also its stream and line. If its line also contains a note, the note.
    Event(What, Option<Print>, Option<Note>),
    /// A note about the previous event.
    Beside(Note),
    /// A kind that this version does not know. Such lines are skipped.
    Nothing,
}

/// asyncio's warnings, by their words in the format.
pub(super) const WARNINGS: [(&str, Warning); 7] = [
    ("never_awaited", Warning::NeverAwaited),
    ("never_retrieved", Warning::NeverRetrieved),
    ("destroyed", Warning::Destroyed),
    ("unhandled", Warning::Unhandled),
    ("callback", Warning::Callback),
    ("slow", Warning::Slow),
    ("other", Warning::Other),
];

/// The methods that a task can wait in.
pub(super) const METHODS: [Method; 5] = [Method::Acquire, Method::Wait, Method::Get, Method::Put, Method::Join];

/// Reads the kind and the fields of a line.
pub(super) fn read(fields: &mut Fields<'_>) -> Result<Told, Why> {
    let what = match fields.raw() {
        "iteration" => return Ok(Told::Iteration),
        "created" => return created(fields),
        "renamed" => What::Renamed(fields.name()?),
        "step" => What::StepBegan,
        "suspended" => {
            let line = fields.line()?;
            What::Suspended { on: on(fields)?, line }
        }
        "ready" => What::Ready,
        "blocked" => blocked(fields)?,
        "printed" => return printed(fields),
        "warned" => What::Warned { warning: word(fields, &WARNINGS)?, message: fields.text()? },
        "cancel" => What::CancelRequested { by: asker(fields)? },
        "thrown" => What::CancelDelivered { line: fields.line()? },
        "uncancel" => What::CancelWithdrawn,
        "made" => return made(fields),
        "change" => What::ResourceChanged {
            resource: ResourceId(fields.count()?),
            change: change(fields.raw())?,
            level: fields.count()?,
        }
        .counted(fields)?,
        "request" => What::Requested { request: RequestId(fields.count()?), stage: stage(fields)? },
        "returned" => What::Finished(End::Returned(fields.text()?)),
        "failed" => What::Finished(End::Failed { class: fields.text()?, message: fields.text()? }),
        "cancelled" => What::Finished(End::Cancelled),
        "destroyed" => What::Finished(End::Destroyed),
        "frames" => return Ok(Told::Beside(Note::Frames(frames(fields)?.into()))),
        "traceback" => return Ok(Told::Beside(Note::Traceback(frames(fields)?.into()))),
        "locals" => return locals(fields),
        "clue" => return Ok(Told::Beside(Note::Clue(fields.text()?))),
        "end" => return end(fields),
        _ => return Ok(Told::Nothing),
    };
    Ok(Told::Event(what, None, None))
}

/// Reads a blocking call, in which a task sleeps or computes.
fn blocked(fields: &mut Fields<'_>) -> Result<What, Why> {
    let until = fields.seconds()?;
    let computes = word(fields, &[("sleeps", false), ("computes", true)])?;
    Ok(What::Blocked { until, computes, line: fields.line()? })
}

/// Reads a new task. The last field is the function of its coroutine.
fn created(fields: &mut Fields<'_>) -> Result<Told, Why> {
    let what = What::Created { parent: fields.optional()?.map(TaskId), name: fields.name()?, line: fields.line()? };
    Ok(Told::Event(what, None, some(fields.text()?).map(Note::Function)))
}

/// The text; `None` if it is empty.
fn some(text: Text) -> Option<Text> {
    Some(text).filter(|text| !text.as_str().is_empty())
}

/// Reads a word and looks up its value.
fn word<T: Copy>(fields: &mut Fields<'_>, words: &[(&str, T)]) -> Result<T, Why> {
    let word = fields.raw();
    words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value).ok_or(Why::UnknownWord)
}

/// Reads what a suspended task waits for.
fn on(fields: &mut Fields<'_>) -> Result<On, Why> {
    Ok(match fields.raw() {
        "yield" => On::NextIteration,
        "timer" => On::Timer { until: fields.seconds()? },
        "task" => On::Task(fields.task()?),
        "tasks" => {
            let by = Waiter::named(fields.text()?);
            let numbers = fields.raw().split(',').filter(|number| !number.is_empty());
            On::Tasks {
                by,
                tasks: numbers.map(|number| count(number).map(TaskId)).collect::<Result<Vec<_>, _>>()?.into(),
            }
        }
        "resource" => {
            let resource = ResourceId(fields.count()?);
            On::Resource { resource, method: word(fields, &METHODS.map(|method| (method.name(), method)))? }
        }
        "request" => On::Request(RequestId(fields.count()?)),
        "worker" => match (fields.raw(), fields.raw()) {
            ("", "") => On::Job,
            (until, computes) => On::Worker { until: seconds(until)?, computes: seconds(computes)? },
        },
        "input" => On::Input,
        "future" => On::Future,
        _ => return Err(Why::UnknownWord),
    })
}

/// Reads a print. The line feed at its end is removed, since events of the page's own loop have none.
fn printed(fields: &mut Fields<'_>) -> Result<Told, Why> {
    let stream = word(fields, &[("out", Stream::Out), ("err", Stream::Err)])?;
    let text = fields.raw();
    let (text, ends_line) =
        text.strip_suffix("\\n").filter(|before| ends_plainly(before)).map_or((text, false), |text| (text, true));
    let print = Print { stream, ends_line, line: fields.line()? };
    Ok(Told::Event(What::Printed(unescaped(text)?), Some(print), None))
}

/// Whether the text ends in an even number of backslashes, so that none of them escapes the next character.
fn ends_plainly(text: &str) -> bool {
    (text.len() - text.trim_end_matches('\\').len()).is_multiple_of(2)
}

fn asker(fields: &mut Fields<'_>) -> Result<Asker, Why> {
    Ok(match fields.raw() {
        "loop" => Asker::Loop,
        "task" => Asker::Task(fields.task()?),
        "timeout" => Asker::Timeout { task: fields.task()?, when: fields.seconds()? },
        "group" => Asker::Group(fields.task()?),
        _ => return Err(Why::UnknownWord),
    })
}

fn made(fields: &mut Fields<'_>) -> Result<Told, Why> {
    let resource = ResourceId(fields.count()?);
    let class = Kind::named(fields.text()?);
    let (size, level, line) = (fields.optional()?, fields.count()?, fields.line()?);
    let variable = some(fields.text()?).map(Note::Variable);
    Ok(Told::Event(What::ResourceMade { resource, class, size, level, line }, None, variable))
}

/// Reads the kind of a change. `done` and `notified` have a number, which stands after the level: `counted` reads it.
fn change(word: &str) -> Result<Change, Why> {
    Ok(match word {
        "acquired" => Change::Acquired,
        "released" => Change::Released,
        "put" => Change::Put,
        "got" => Change::Got,
        "done" => Change::Done { left: 0 },
        "shut_down" => Change::ShutDown,
        "set" => Change::Set,
        "cleared" => Change::Cleared,
        "notified" => Change::Notified { tasks: 0 },
        "opened" => Change::Opened,
        "aborted" => Change::Aborted,
        _ => return Err(Why::UnknownWord),
    })
}

impl What {
    /// Completes a change with the number that its line ends with.
    fn counted(mut self, fields: &mut Fields<'_>) -> Result<Self, Why> {
        if let Self::ResourceChanged {
            change: Change::Done { left: number } | Change::Notified { tasks: number },
            ..
        } = &mut self
        {
            *number = fields.count()?;
        }
        Ok(self)
    }
}

fn stage(fields: &mut Fields<'_>) -> Result<Stage, Why> {
    Ok(match fields.raw() {
        "queued" => Stage::Queued { url: fields.text()? },
        "sent" => Stage::Sent,
        "answered" => Stage::Answered {
            status: u16::try_from(fields.count()?).map_err(|_| Why::NotANumber)?,
            length: fields.optional()?,
            simulated: word(fields, &[("real", false), ("simulated", true)])?,
        },
        "received" => Stage::Received { bytes: fields.count()? },
        "done" => Stage::Done,
        "failed" => Stage::Failed { why: fields.text()? },
        "aborted" => Stage::Aborted,
        _ => return Err(Why::UnknownWord),
    })
}

/// Reads frames, each written `function:LINE`.
fn frames(fields: &mut Fields<'_>) -> Result<Vec<Frame>, Why> {
    let mut frames = Vec::new();
    while fields.more() {
        let field = fields.raw();
        let (function, line) = field.split_once(':').unwrap_or((field, ""));
        frames.push(Frame { function: unescaped(function)?, line: fields.line_of(line)? });
    }
    Ok(frames)
}

fn locals(fields: &mut Fields<'_>) -> Result<Told, Why> {
    let depth = fields.count()?;
    let mut changed = Vec::new();
    while fields.more() {
        changed.push(Local { name: fields.text()?, value: fields.text()? });
    }
    Ok(Told::Beside(Note::Locals { depth, changed: changed.into() }))
}

fn end(fields: &mut Fields<'_>) -> Result<Told, Why> {
    let end = match fields.raw() {
        "limit" => RunEnd::Limit { name: fields.text()?, text: fields.text()? },
        "raised" => RunEnd::Raised(fields.text()?),
        "exit" => RunEnd::Exit(fields.text()?),
        "stuck" => RunEnd::Stuck(fields.text()?),
        "stopped" => fields.text().map(|_| RunEnd::Stopped)?,
        "done" => fields.text().map(|_| RunEnd::Done)?,
        _ => return Err(Why::UnknownWord),
    };
    Ok(Told::Beside(Note::End(end, fields.line()?)))
}
