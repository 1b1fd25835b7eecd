//! Appends lines to a log's text, field by field.

use std::fmt::{Display, Write as _};

use super::super::facts::annex::Annex;
use super::super::facts::line::Line;
use super::super::facts::note::Frame;
use super::super::facts::task::{Name, TaskId};
use super::super::facts::time::Seconds;
use super::fields::escape;

/// The text of a log, to which lines are appended.
pub(super) struct Lines<'a> {
    pub(super) text: String,
    pub(super) annex: &'a Annex,
    /// The time, task and callback of the previous line.
    pub(super) last: Option<(Seconds, TaskId, u32)>,
}

impl Lines<'_> {
    /// Starts a line. A field equal to that of the previous line is left empty.
    pub(super) fn begin(&mut self, time: Seconds, task: TaskId, callback: u32, kind: &str) {
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
    pub(super) fn beside(&mut self, kind: &str) {
        self.text.push_str("\n\t\t");
        self.field(kind);
    }

    pub(super) fn field(&mut self, word: impl Display) {
        let _ = write!(self.text, "\t{word}");
    }

    pub(super) fn seconds(&mut self, seconds: Seconds) {
        let _ = write!(self.text, "\t{seconds:?}");
    }

    pub(super) fn optional(&mut self, number: Option<u32>) {
        match number {
            Some(number) => self.field(number),
            None => self.field(""),
        }
    }

    pub(super) fn escaped(&mut self, text: &str) {
        self.text.push('\t');
        escape(text, &mut self.text);
    }

    pub(super) fn name(&mut self, name: &Name) {
        match name {
            Name::Given(name) => {
                self.field('=');
                escape(name.as_str(), &mut self.text);
            }
            Name::Numbered(number) => self.field(number),
        }
    }

    pub(super) fn line(&mut self, line: Line) {
        self.text.push('\t');
        self.plain_line(line);
    }

    pub(super) fn plain_line(&mut self, line: Line) {
        if let Some(file) = self.annex.file(line.file()) {
            let _ = write!(self.text, "{file}:");
        }
        if let Some(number) = line.number() {
            let _ = write!(self.text, "{number}");
        }
    }

    pub(super) fn frames(&mut self, kind: &str, frames: &[Frame]) {
        self.beside(kind);
        for frame in frames {
            self.escaped(frame.function.as_str());
            self.text.push(':');
            self.plain_line(frame.line);
        }
    }
}
