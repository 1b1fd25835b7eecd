//! Writes a log in the file format.

use std::fmt::{Display, Write as _};

use super::super::facts::annex::Annex;
use super::super::facts::asker::Asker;
use super::super::facts::event::{End, Event, On, What};
use super::super::facts::line::Line;
use super::super::facts::log::Log;
use super::super::facts::note::{Frame, Print, RunEnd, Stream};
use super::super::facts::request::Stage;
use super::super::facts::resource::Change;
use super::super::facts::task::{Name, TaskId};
use super::super::facts::time::Seconds;
use super::fields::escape;
use super::kinds::WARNINGS;
use super::{MAGIC, VERSION};

/// The whole log as text, in the format of docs/log-format.md.
#[must_use]
pub fn write(log: &Log) -> String {
    let mut writer = Writer { text: format!("{MAGIC}\t{VERSION}"), annex: log.annex(), last: None };
    for (name, value) in log.annex().headers() {
        writer.field(name.as_str());
        writer.text.push('=');
        escape(value.as_str(), &mut writer.text);
    }
    let mut iterations = log.iterations().iter().peekable();
    for (index, event) in log.events().iter().enumerate() {
        while let Some(callback) = iterations.next_if(|callback| **callback <= event.callback) {
            writer.begin(event.time, event.task, *callback, "iteration");
        }
        writer.event(index, event);
    }
    let (time, task) = (log.end(), TaskId::LOOP);
    for callback in iterations {
        writer.begin(time, task, *callback, "iteration");
    }
    if let Some(clue) = log.annex().clue() {
        writer.beside("clue");
        writer.escaped(clue);
    }
    if let Some((end, line)) = log.annex().end() {
        let callback = writer.last.map_or(0, |(.., callback)| callback);
        writer.begin(time, task, callback, "end");
        writer.end(end, *line);
    }
    writer.text.push('\n');
    writer.text
}

struct Writer<'a> {
    text: String,
    annex: &'a Annex,
    /// The time, task and callback of the previous line.
    last: Option<(Seconds, TaskId, u32)>,
}

impl Writer<'_> {
    /// Starts a line. A field equal to that of the previous line is left empty.
    fn begin(&mut self, time: Seconds, task: TaskId, callback: u32, kind: &str) {
        let last = self.last.replace((time, task, callback));
        self.text.push('\n');
        if last.is_none_or(|(before, ..)| before.to_bits() != time.to_bits()) {
            let _ = write!(self.text, "{time:?}");
        }
        self.text.push('\t');
        if last.is_none_or(|(_, before, _)| before != task) {
            let _ = if task == TaskId::LOOP { write!(self.text, "-") } else { write!(self.text, "{}", task.0) };
        }
        self.text.push('\t');
        if last.is_none_or(|(.., before)| before != callback) {
            let _ = write!(self.text, "{callback}");
        }
        self.field(kind);
    }

    /// Starts a line of a note about the previous event.
    fn beside(&mut self, kind: &str) {
        self.text.push_str("\n\t\t");
        self.field(kind);
    }

    fn field(&mut self, word: impl Display) {
        let _ = write!(self.text, "\t{word}");
    }

    fn seconds(&mut self, seconds: Seconds) {
        let _ = write!(self.text, "\t{seconds:?}");
    }

    fn optional(&mut self, number: Option<u32>) {
        match number {
            Some(number) => self.field(number),
            None => self.field(""),
        }
    }

    fn escaped(&mut self, text: &str) {
        self.text.push('\t');
        escape(text, &mut self.text);
    }

    fn name(&mut self, name: &Name) {
        match name {
            Name::Given(name) => {
                self.field('=');
                escape(name.as_str(), &mut self.text);
            }
            Name::Numbered(number) => self.field(number),
        }
    }

    fn line(&mut self, line: Line) {
        self.text.push('\t');
        self.plain_line(line);
    }

    fn plain_line(&mut self, line: Line) {
        if let Some(file) = self.annex.file(line.file()) {
            let _ = write!(self.text, "{file}:");
        }
        if let Some(number) = line.number() {
            let _ = write!(self.text, "{number}");
        }
    }

    fn event(&mut self, index: usize, event: &Event) {
        self.begin(event.time, event.task, event.callback, kind(&event.what));
        self.fields(index, &event.what);
        if let Some(frames) = self.annex.frames(index) {
            self.frames("frames", frames);
        }
        if let Some(frames) = self.annex.traceback(index) {
            self.frames("traceback", frames);
        }
        for (depth, changed) in self.annex.locals(index) {
            self.beside("locals");
            self.field(depth);
            for local in changed.iter() {
                self.escaped(local.name.as_str());
                self.escaped(local.value.as_str());
            }
        }
    }

    fn frames(&mut self, kind: &str, frames: &[Frame]) {
        self.beside(kind);
        for frame in frames {
            self.escaped(frame.function.as_str());
            self.text.push(':');
            self.plain_line(frame.line);
        }
    }

    fn fields(&mut self, index: usize, what: &What) {
        match what {
            What::Created { parent, name, line } => {
                self.optional(parent.map(|parent| parent.0));
                self.name(name);
                self.line(*line);
                if let Some(function) = self.annex.function(index) {
                    self.escaped(function);
                }
            }
            What::Renamed(name) => self.name(name),
            What::Suspended { on, line } => {
                self.line(*line);
                self.on(on);
            }
            What::Blocked { until, computes, line } => {
                self.seconds(*until);
                self.field(if *computes { "computes" } else { "sleeps" });
                self.line(*line);
            }
            What::Printed(text) => self.printed(text.as_str(), self.annex.print(index)),
            What::Warned { warning, message } => {
                let word = WARNINGS.iter().find(|(_, known)| known == warning).map_or("other", |(word, _)| word);
                self.field(word);
                self.escaped(message.as_str());
            }
            What::CancelRequested { by } => self.asker(*by),
            What::CancelDelivered { line } => self.line(*line),
            What::ResourceMade { resource, class, size, level, line } => {
                self.field(resource.0);
                self.escaped(class.name());
                self.optional(*size);
                self.field(level);
                self.line(*line);
                self.escaped(self.annex.variable(index).unwrap_or_default());
            }
            What::ResourceChanged { resource, change, level } => {
                self.field(resource.0);
                self.field(change_word(*change));
                self.field(level);
                if let Change::Done { left: number } | Change::Notified { tasks: number } = change {
                    self.field(number);
                }
            }
            What::Requested { request, stage } => {
                self.field(request.0);
                self.stage(stage);
            }
            What::Finished(End::Returned(value)) => self.escaped(value.as_str()),
            What::Finished(End::Failed { class, message }) => {
                self.escaped(class.as_str());
                self.escaped(message.as_str());
            }
            What::StepBegan | What::Ready | What::CancelWithdrawn | What::Finished(End::Cancelled | End::Destroyed) => {
            }
        }
    }

    fn on(&mut self, on: &On) {
        match on {
            On::NextIteration => self.field("yield"),
            On::Timer { until } => {
                self.field("timer");
                self.seconds(*until);
            }
            On::Task(task) => {
                self.field("task");
                self.field(task.0);
            }
            On::Tasks { by, tasks } => {
                self.field("tasks");
                self.escaped(by.name());
                self.field(tasks.iter().map(|task| task.0.to_string()).collect::<Vec<_>>().join(","));
            }
            On::Resource { resource, method } => {
                self.field("resource");
                self.field(resource.0);
                self.field(method.name());
            }
            On::Request(request) => {
                self.field("request");
                self.field(request.0);
            }
            On::Worker { until, computes } => {
                self.field("worker");
                self.seconds(*until);
                self.seconds(*computes);
            }
            On::Job => {
                self.field("worker");
                self.field("");
                self.field("");
            }
            On::Input => self.field("input"),
            On::Future => self.field("future"),
        }
    }

    fn printed(&mut self, text: &str, print: Option<Print>) {
        let print = print.unwrap_or(Print { stream: Stream::Out, ends_line: true, line: Line::NONE });
        self.field(match print.stream {
            Stream::Out => "out",
            Stream::Err => "err",
        });
        self.escaped(text);
        if print.ends_line {
            self.text.push_str("\\n");
        }
        self.line(print.line);
    }

    fn asker(&mut self, by: Asker) {
        match by {
            Asker::Loop => self.field("loop"),
            Asker::Task(task) => {
                self.field("task");
                self.field(task.0);
            }
            Asker::Timeout { task, when } => {
                self.field("timeout");
                self.field(task.0);
                self.seconds(when);
            }
            Asker::Group(task) => {
                self.field("group");
                self.field(task.0);
            }
        }
    }

    fn stage(&mut self, stage: &Stage) {
        match stage {
            Stage::Queued { url } => {
                self.field("queued");
                self.escaped(url.as_str());
            }
            Stage::Sent => self.field("sent"),
            Stage::Answered { status, length, simulated } => {
                self.field("answered");
                self.field(status);
                self.optional(*length);
                self.field(if *simulated { "simulated" } else { "real" });
            }
            Stage::Received { bytes } => {
                self.field("received");
                self.field(bytes);
            }
            Stage::Done => self.field("done"),
            Stage::Failed { why } => {
                self.field("failed");
                self.escaped(why.as_str());
            }
            Stage::Aborted => self.field("aborted"),
        }
    }

    fn end(&mut self, end: &RunEnd, line: Line) {
        let (how, text) = match end {
            RunEnd::Done => ("done", ""),
            RunEnd::Raised(text) => ("raised", text.as_str()),
            RunEnd::Exit(text) => ("exit", text.as_str()),
            RunEnd::Stuck(text) => ("stuck", text.as_str()),
            RunEnd::Stopped => ("stopped", ""),
            RunEnd::Limit { name, text } => {
                self.field("limit");
                self.escaped(name.as_str());
                self.escaped(text.as_str());
                return self.line(line);
            }
        };
        self.field(how);
        self.escaped(text);
        self.line(line);
    }
}

/// The format's word for an event.
const fn kind(what: &What) -> &'static str {
    match what {
        What::Created { .. } => "created",
        What::Renamed(_) => "renamed",
        What::StepBegan => "step",
        What::Suspended { .. } => "suspended",
        What::Ready => "ready",
        What::Blocked { .. } => "blocked",
        What::Printed(_) => "printed",
        What::Warned { .. } => "warned",
        What::CancelRequested { .. } => "cancel",
        What::CancelDelivered { .. } => "thrown",
        What::CancelWithdrawn => "uncancel",
        What::ResourceMade { .. } => "made",
        What::ResourceChanged { .. } => "change",
        What::Requested { .. } => "request",
        What::Finished(End::Returned(_)) => "returned",
        What::Finished(End::Failed { .. }) => "failed",
        What::Finished(End::Cancelled) => "cancelled",
        What::Finished(End::Destroyed) => "destroyed",
    }
}

const fn change_word(change: Change) -> &'static str {
    match change {
        Change::Acquired => "acquired",
        Change::Released => "released",
        Change::Put => "put",
        Change::Got => "got",
        Change::Done { .. } => "done",
        Change::ShutDown => "shut_down",
        Change::Set => "set",
        Change::Cleared => "cleared",
        Change::Notified { .. } => "notified",
        Change::Opened => "opened",
        Change::Aborted => "aborted",
    }
}
