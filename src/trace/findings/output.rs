//! The output of a program, as a terminal shows it: `\r` returns to the start of the line, and a print without `\n`
//! leaves the line open.

use std::str::Chars;

use crate::trace::facts::cursor::Cursor;
use crate::trace::facts::event::{Event, What};
use crate::trace::facts::events::Events;
use crate::trace::facts::log::Log;
use crate::trace::facts::task::TaskId;
use crate::trace::facts::time::Seconds;

/// The lines that were printed up to a cursor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    /// The lines, oldest first.
    pub lines: Vec<OutputLine>,
    /// The number of events that `lines` covers.
    events: usize,
    /// The open line, to which the next print appends. It is also the last of `lines`.
    open: Option<Open>,
}

/// One line of the terminal. Its event, time and task are those of the last print that wrote to the line.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputLine {
    /// The parts from left to right; none in an empty line.
    pub parts: Vec<Part>,
    /// The index of that print's event in the log.
    pub event: usize,
    /// The time of that print.
    pub at: Seconds,
    /// The task of that print.
    pub task: TaskId,
}

/// A part of a line, written by one print.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The text that later prints have not overwritten.
    pub text: String,
    /// The index of the print's event in the log.
    pub event: usize,
}

/// A line that has not been ended by a line feed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Open {
    /// Each character, with the index of the print that wrote it.
    cells: Vec<(char, usize)>,
    /// The column that the next character is written to, from 0.
    column: usize,
}

impl OutputLine {
    /// The text of the line.
    #[must_use]
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}

impl Output {
    /// The output up to the cursor.
    #[must_use]
    pub fn at(log: &Log, cursor: Cursor) -> Self {
        let mut output = Self::default();
        output.go(log, cursor);
        output
    }

    /// Moves the output to another cursor. Forward, only the events in between are read; backward, all are read again.
    pub fn go(&mut self, log: &Log, cursor: Cursor) {
        let past = cursor.past(log);
        if past.len() < self.events {
            *self = Self::default();
        }
        let mut open = self.open.take();
        if open.is_some() {
            self.lines.pop();
        }
        for number in self.events..past.len() {
            let Some(text) = written(&past[number]) else { continue };
            let end = if log.annex().print(number).is_none_or(|print| print.ends_line) { "\n" } else { "" };
            open = self.write(past, number, text, open);
            open = self.write(past, number, end, open);
        }
        self.lines.extend(open.as_ref().and_then(|open| open.line(past)));
        (self.events, self.open) = (past.len(), open);
    }

    /// Writes the text of print `number` to the open line. Returns the line that is open afterwards.
    fn write(&mut self, past: Events<'_>, number: usize, text: &str, mut open: Option<Open>) -> Option<Open> {
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            let line = open.get_or_insert_default();
            match character {
                '\n' => {
                    self.lines.extend(line.finished(past, number));
                    open = None;
                }
                '\r' => line.column = 0,
                '\u{8}' => line.column = line.column.saturating_sub(1),
                '\u{1b}' => line.escape(&mut characters),
                other => line.put(other, number),
            }
        }
        open
    }
}

impl Open {
    fn put(&mut self, character: char, number: usize) {
        while self.cells.len() < self.column {
            self.cells.push((' ', number));
        }
        match self.cells.get_mut(self.column) {
            Some(cell) => *cell = (character, number),
            None => self.cells.push((character, number)),
        }
        self.column += 1;
    }

    /// Reads the rest of a control sequence such as `ESC[2K`. Erasing takes effect; colours and other sequences are
    /// dropped.
    fn escape(&mut self, rest: &mut Chars<'_>) {
        let Some(sequence) = rest.as_str().strip_prefix('[') else { return };
        let Some(length) = sequence.find(|character: char| character.is_ascii_alphabetic()) else { return };
        let erases = &sequence[..=length];
        if erases == "2K" {
            self.cells.clear();
        } else if erases == "K" || erases == "0K" {
            self.cells.truncate(self.column);
        }
        *rest = sequence[length + 1..].chars();
    }

    /// The open line as a line of output; `None` if all of it was erased.
    fn line(&self, past: Events<'_>) -> Option<OutputLine> {
        let last = self.cells.iter().map(|(_, number)| *number).max()?;
        self.finished(past, last)
    }

    fn finished(&self, past: Events<'_>, last: usize) -> Option<OutputLine> {
        let event = past.get(last)?;
        let mut parts: Vec<Part> = Vec::new();
        for (character, number) in &self.cells {
            match parts.last_mut().filter(|part| part.event == *number) {
                Some(part) => part.text.push(*character),
                None => parts.push(Part { text: character.to_string(), event: *number }),
            }
        }
        Some(OutputLine { parts, event: last, at: event.time, task: event.task })
    }
}

/// The text that an event prints, without the line feed at its end.
fn written(event: &Event) -> Option<&str> {
    match &event.what {
        What::Printed(text) => Some(text.as_str()),
        What::Created { .. }
        | What::Renamed(_)
        | What::StepBegan
        | What::Suspended { .. }
        | What::Ready
        | What::Blocked { .. }
        | What::Warned { .. }
        | What::CancelRequested { .. }
        | What::CancelDelivered { .. }
        | What::CancelWithdrawn
        | What::ResourceMade { .. }
        | What::Requested { .. }
        | What::ResourceChanged { .. }
        | What::Finished(_) => None,
    }
}

#[cfg(test)]
mod tests;
