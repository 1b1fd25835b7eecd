//! The fields of an event's line.

use super::super::facts::asker::Asker;
use super::super::facts::event::{End, On, What};
use super::super::facts::line::Line;
use super::super::facts::note::{Print, Stream};
use super::super::facts::request::Stage;
use super::super::facts::resource::Change;
use super::kinds::WARNINGS;
use super::lines::Lines;

impl Lines<'_> {
    /// Appends the fields of an event behind its kind.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of line")]
    pub(super) fn fields(&mut self, index: usize, what: &What) {
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
}

/// The format's word for an event.
pub(super) const fn kind(what: &What) -> &'static str {
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
