//! Reads a log in batches of any size.

use super::super::facts::event::{Event, What};
use super::super::facts::log::Log;
use super::super::facts::note::{Entry, Note};
use super::super::facts::task::TaskId;
use super::super::facts::text::Text;
use super::super::facts::time::Seconds;
use super::fields::{Fields, count, seconds, unescaped};
use super::kinds::{self, Told};
use super::made::{Made, names_only};
use super::problem::{Problem, Why};
use super::{MAGIC, VERSION};

/// Reads a log in batches; a batch may end anywhere, even within a character. After the first problem it reads nothing
/// more.
#[derive(Debug, Default)]
pub struct Reader {
    /// The bytes of a line whose end has not arrived.
    begun: Vec<u8>,
    lines: u32,
    time: Seconds,
    /// The time of the last event.
    last: Seconds,
    task: Option<TaskId>,
    callback: u32,
    iteration: u32,
    made: Made,
    files: Vec<String>,
    problem: Option<Problem>,
}

impl Reader {
    /// Reads one batch and passes each entry to `hand_on`.
    ///
    /// # Errors
    /// The first [`Problem`], and the same one for every later batch. Entries before the problem have been passed on.
    pub fn feed(&mut self, piece: &[u8], mut hand_on: impl FnMut(Entry)) -> Result<(), Problem> {
        let mut rest = piece;
        while let (Some(end), None) = (rest.iter().position(|byte| *byte == b'\n'), &self.problem) {
            let (line, after) = (&rest[..end], &rest[end + 1..]);
            rest = after;
            let read = if self.begun.is_empty() {
                self.line(line, &mut hand_on)
            } else {
                self.begun.extend_from_slice(line);
                let whole = std::mem::take(&mut self.begun);
                self.line(&whole, &mut hand_on)
            };
            self.problem = read.err();
        }
        if let Some(problem) = &self.problem {
            return Err(problem.clone());
        }
        self.begun.extend_from_slice(rest);
        Ok(())
    }

    fn line(&mut self, line: &[u8], hand_on: &mut impl FnMut(Entry)) -> Result<(), Problem> {
        self.lines += 1;
        let number = self.lines;
        let line = std::str::from_utf8(line).map_err(|_| Why::NotText);
        if number == 1 {
            return header(line.unwrap_or_default(), hand_on);
        }
        line.and_then(|line| self.entry(line, hand_on)).map_err(|why| Problem::Line { number, why })
    }

    fn entry(&mut self, line: &str, hand_on: &mut impl FnMut(Entry)) -> Result<(), Why> {
        let known = self.files.len();
        let mut files = std::mem::take(&mut self.files);
        let read = self.head_and_rest(&mut Fields::new(line, &mut files));
        self.files = files;
        for file in &self.files[known..] {
            hand_on(Entry::Beside(Note::File(file.clone().into())));
        }
        match read? {
            Told::Iteration if self.callback <= self.iteration => return Err(Why::GoesBack),
            Told::Iteration => {
                self.iteration = self.callback;
                hand_on(Entry::Iteration { callback: self.callback });
            }
            Told::Event(what, print, note) => {
                let task = self.task.ok_or(Why::NotANumber)?;
                self.check(task, &what)?;
                // Only the times of events must be in order. A computation is written at its end, with the time of its
                // start. So an iteration in a line before it may have a later time.
                self.last = at_least(self.last, self.time)?;
                let event = Event { time: self.time, task, callback: self.callback, what };
                hand_on(Entry::Event { event, print });
                if let Some(note) = note {
                    hand_on(Entry::Beside(note));
                }
            }
            Told::Beside(note) => hand_on(Entry::Beside(note)),
            Told::Nothing => {}
        }
        Ok(())
    }

    /// Reads the time, task and callback, then the rest of the line. An empty field repeats the value of the previous
    /// line.
    fn head_and_rest(&mut self, fields: &mut Fields<'_>) -> Result<Told, Why> {
        match fields.raw() {
            "" => {}
            time => self.time = seconds(time)?,
        }
        match fields.raw() {
            "" => {}
            "-" => self.task = Some(TaskId::LOOP),
            task => self.task = Some(TaskId(count(task)?)),
        }
        match fields.raw() {
            "" => {}
            callback => self.callback = at_least(self.callback, count(callback)?)?,
        }
        kinds::read(fields)
    }

    /// Checks that tasks, resources and requests are created in the order of their numbers, and before a line refers to
    /// them. Views use these numbers as indexes.
    fn check(&mut self, task: TaskId, what: &What) -> Result<(), Why> {
        let made = &mut self.made;
        let (number, next) = if matches!(what, What::Created { .. }) {
            (task.0, Some(&mut made.tasks))
        } else if let What::ResourceMade { resource, .. } = what {
            (resource.0, Some(&mut made.resources))
        } else {
            (0, None)
        };
        if let Some(next) = next {
            if *next != number {
                return Err(Why::OutOfTurn);
            }
            *next += 1;
        }
        let known = task == TaskId::LOOP || task.0 < made.tasks;
        if known && names_only(what, made) { Ok(()) } else { Err(Why::OutOfTurn) }
    }
}

/// Reads the first line: the magic word, the version and the header.
fn header(line: &str, hand_on: &mut impl FnMut(Entry)) -> Result<(), Problem> {
    let mut words = line.split('\t');
    if words.next() != Some(MAGIC) {
        return Err(Problem::NoLog);
    }
    let version = words.next().and_then(|version| version.parse().ok()).ok_or(Problem::NoLog)?;
    if version > VERSION {
        return Err(Problem::Newer { version });
    }
    for (name, value) in words.filter_map(|word| word.split_once('=')) {
        let value = unescaped(value).map_err(|why| Problem::Line { number: 1, why })?;
        hand_on(Entry::Beside(Note::Header(Text::from(name.to_owned()), value)));
    }
    Ok(())
}

fn at_least<T: PartialOrd + Copy>(before: T, now: T) -> Result<T, Why> {
    if now >= before { Ok(now) } else { Err(Why::GoesBack) }
}

/// Reads a whole log.
///
/// # Errors
/// The first [`Problem`], with the log up to that point.
pub fn read(bytes: &[u8]) -> Result<Log, Box<(Log, Problem)>> {
    let (mut log, mut reader) = (Log::default(), Reader::default());
    match reader.feed(bytes, |entry| log.append(entry)) {
        Ok(()) => Ok(log),
        Err(problem) => Err(Box::new((log, problem))),
    }
}
