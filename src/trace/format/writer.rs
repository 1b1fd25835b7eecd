//! Writes a log in the file format.

use super::super::facts::event::Event;
use super::super::facts::line::Line;
use super::super::facts::log::Log;
use super::super::facts::note::RunEnd;
use super::super::facts::task::TaskId;
use super::event_lines::kind;
use super::fields::escape;
use super::lines::Lines;
use super::{MAGIC, VERSION};

/// The whole log as text, in the format of docs/log-format.md.
#[must_use]
pub fn write(log: &Log) -> String {
    let mut lines = Lines { text: format!("{MAGIC}\t{VERSION}"), annex: log.annex(), last: None };
    for (name, value) in log.annex().headers() {
        lines.field(name.as_str());
        lines.text.push('=');
        escape(value.as_str(), &mut lines.text);
    }
    let mut iterations = log.iterations().iter().peekable();
    for (index, event) in log.events().iter().enumerate() {
        while let Some(callback) = iterations.next_if(|callback| **callback <= event.callback) {
            lines.begin(event.time, event.task, *callback, "iteration");
        }
        lines.event(index, event);
    }
    let (time, task) = (log.end(), TaskId::LOOP);
    for callback in iterations {
        lines.begin(time, task, *callback, "iteration");
    }
    if let Some(clue) = log.annex().clue() {
        lines.beside("clue");
        lines.escaped(clue);
    }
    if let Some((end, line)) = log.annex().end() {
        let callback = lines.last.map_or(0, |(.., callback)| callback);
        lines.begin(time, task, callback, "end");
        lines.end(end, *line);
    }
    lines.text.push('\n');
    lines.text
}

impl Lines<'_> {
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
