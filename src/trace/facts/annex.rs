//! The annex of a log: what the Python recorder logs besides events, such as frames, variables, tracebacks and the end
//! of the run.

use std::rc::Rc;

use super::event::What;
use super::events::Events;
use super::line::Line;
use super::note::{Frame, Local, Note, Print, RunEnd};
use super::task::TaskId;
use super::text::Text;

/// The notes of a log ([`Note`]). Each list is ordered by the index of the event that a note belongs to.
#[derive(Debug, Default)]
pub struct Annex {
    header: Vec<(Text, Text)>,
    files: Vec<Text>,
    prints: Vec<(usize, Print)>,
    functions: Vec<(usize, Text)>,
    variables: Vec<(usize, Text)>,
    frames: Vec<(usize, Rc<[Frame]>)>,
    locals: Vec<(usize, u32, Rc<[Local]>)>,
    tracebacks: Vec<(usize, Rc<[Frame]>)>,
    clue: Option<Text>,
    end: Option<(RunEnd, Line)>,
}

impl Annex {
    /// Stores how the event at `index` was printed.
    pub(super) fn add_print(&mut self, index: usize, print: Print) {
        self.prints.push((index, print));
    }

    /// Stores a note. `events` is the number of events before the note; the note belongs to the last of them.
    pub(super) fn add(&mut self, events: usize, note: Note) {
        let index = events.saturating_sub(1);
        match note {
            Note::Header(name, value) => self.header.push((name, value)),
            Note::File(name) => self.files.push(name),
            Note::Function(name) => self.functions.push((index, name)),
            Note::Variable(name) => self.variables.push((index, name)),
            Note::Frames(frames) => self.frames.push((index, frames)),
            Note::Locals { depth, changed } => self.locals.push((index, depth, changed)),
            Note::Traceback(frames) => self.tracebacks.push((index, frames)),
            Note::Clue(name) => self.clue = Some(name),
            Note::End(end, line) => self.end = Some((end, line)),
        }
    }

    /// The value of the header's field with this name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.header.iter().find(|(named, _)| named.as_str() == name).map(|(_, value)| value.as_str())
    }

    /// The names and values of the header, in the order of the log.
    #[must_use]
    pub fn headers(&self) -> &[(Text, Text)] {
        &self.header
    }

    /// The name of a file other than the main one, by its index in [`Line::file`].
    #[must_use]
    pub fn file(&self, index: usize) -> Option<&str> {
        self.files.get(index.checked_sub(1)?).map(Text::as_str)
    }

    /// The stream and the line of the print at `index`. `None` for other events, and in logs of the page's own loop.
    #[must_use]
    pub fn print(&self, index: usize) -> Option<Print> {
        find(&self.prints, index).copied()
    }

    /// The coroutine function of the task that was created at the event at `index`.
    #[must_use]
    pub fn function(&self, index: usize) -> Option<&str> {
        find(&self.functions, index).map(Text::as_str)
    }

    /// The variable to which the program assigned the resource that was created at the event at `index`.
    #[must_use]
    pub fn variable(&self, index: usize) -> Option<&str> {
        find(&self.variables, index).map(Text::as_str)
    }

    /// The await chain ([`Note::Frames`]) that the log gives at the event at `index`.
    #[must_use]
    pub fn frames(&self, index: usize) -> Option<&Rc<[Frame]>> {
        find(&self.frames, index)
    }

    /// The traceback that the log gives at the event at `index`.
    #[must_use]
    pub fn traceback(&self, index: usize) -> Option<&Rc<[Frame]>> {
        find(&self.tracebacks, index)
    }

    /// The traceback of the exception with which this task has failed in the first `seen` events.
    #[must_use]
    pub fn traceback_of(&self, events: Events<'_>, task: TaskId, seen: usize) -> Option<&Rc<[Frame]>> {
        let past = self.tracebacks.partition_point(|(index, _)| *index < seen);
        self.tracebacks[..past].iter().rev().find(|(index, _)| of_task(events, *index, task)).map(|(_, frames)| frames)
    }

    /// The variables that changed at the event at `index`, by the depths of their frames.
    pub fn locals(&self, index: usize) -> impl Iterator<Item = (u32, &Rc<[Local]>)> {
        let first = self.locals.partition_point(|(at, ..)| *at < index);
        self.locals[first..].iter().take_while(move |(at, ..)| *at == index).map(|(_, depth, locals)| (*depth, locals))
    }

    /// The await chain of a task after `seen` events, outermost frame first. The log gives a chain only where it
    /// changes. Before its first chain, a task has one frame: the function of its coroutine, at the line of its
    /// suspension.
    #[must_use]
    pub fn frames_at(&self, events: Events<'_>, task: TaskId, seen: usize) -> Vec<Frame> {
        let past = self.frames.partition_point(|(index, _)| *index < seen);
        let told = self.frames[..past].iter().rev().find(|(index, _)| of_task(events, *index, task));
        if let Some((_, frames)) = told {
            return frames.to_vec();
        }
        let made = self.functions.iter().find(|(index, _)| *index < seen && of_task(events, *index, task));
        let Some((_, function)) = made else { return Vec::new() };
        let line = suspension(events, task, seen).map_or(Line::NONE, |(_, line)| line);
        vec![Frame { function: function.clone(), line }]
    }

    /// The variables of the frame at `depth` of a task after `seen` events. The flag is true for variables that changed
    /// with the task's last suspension.
    #[must_use]
    pub fn locals_at(&self, events: Events<'_>, task: TaskId, depth: u32, seen: usize) -> Vec<(Local, bool)> {
        let past = self.locals.partition_point(|(index, ..)| *index < seen);
        let last = suspension(events, task, seen).map(|(index, _)| index);
        let mut all: Vec<(Local, bool)> = Vec::new();
        let mut function = None;
        for (index, at, changed) in &self.locals[..past] {
            if *at != depth || !of_task(events, *index, task) {
                continue;
            }
            // If another function is at this depth now, it starts without variables.
            let frames = self.frames_at(events, task, index + 1);
            let now = frames.into_iter().nth(depth as usize).map(|frame| frame.function);
            if now != function {
                all.clear();
                function = now;
            }
            for local in changed.iter() {
                all.retain(|(known, _)| known.name != local.name);
                if !local.value.as_str().is_empty() {
                    all.push((local.clone(), Some(*index) == last));
                }
            }
        }
        all
    }

    /// The name of the advice for the uncaught exception that ended the run ([`Note::Clue`]).
    #[must_use]
    pub fn clue(&self) -> Option<&str> {
        self.clue.as_ref().map(Text::as_str)
    }

    /// How the run ended and at which line, if the log says so.
    #[must_use]
    pub const fn end(&self) -> Option<&(RunEnd, Line)> {
        self.end.as_ref()
    }
}

fn of_task(events: Events<'_>, index: usize, task: TaskId) -> bool {
    events.get(index).is_some_and(|event| event.task == task)
}

/// The last suspension of a task among the first `seen` events: the event's index and the line.
fn suspension(events: Events<'_>, task: TaskId, seen: usize) -> Option<(usize, Line)> {
    let past = events.first(seen);
    past.iter().enumerate().rev().find_map(|(index, event)| {
        if let What::Suspended { line, .. } = event.what
            && event.task == task
        {
            Some((index, line))
        } else {
            None
        }
    })
}

fn find<T>(all: &[(usize, T)], index: usize) -> Option<&T> {
    let place = all.binary_search_by_key(&index, |(at, _)| *at).ok()?;
    Some(&all[place].1)
}
