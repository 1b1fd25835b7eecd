//! A run as far as it is to be seen: its programs, each with its log, a cursor into it and the picture there.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use crate::host::{Phase, Progress};
use crate::program::Variant;
use crate::trace::{Cursor, Event, Results, Seconds, SharedLog, Stuck, TaskId, Timeline, What};

/// A selected task, by name: so it is the same one in the next run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The task's name.
    pub task: String,
    /// Whose task, by the [`Variant::key`], where several are shown.
    pub track: Option<String>,
}

/// A run, as far as it is to be seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Which run of the page this is.
    pub number: u32,
    /// How far it is.
    pub progress: Progress,
    /// When it will end, where that was found out by a rehearsal.
    pub expected: Option<Seconds>,
    /// The reader has seen it end at least once. Results of the whole run may be shown then, wherever it is held.
    pub ended: bool,
    /// Whether it computes: that, too, a rehearsal found out.
    pub computes: bool,
    /// Its programs.
    pub tracks: Vec<Track>,
}

/// One program of a run.
#[derive(Clone, Debug)]
pub struct Track {
    /// Which, with its values.
    pub variant: Variant,
    /// Its log.
    pub log: SharedLog,
    /// How much of the log is to be seen.
    pub cursor: Cursor,
    picture: SharedPicture,
}

/// The picture that was derived last, for every part of the page that shows the same moment.
type SharedPicture = Rc<RefCell<Option<(Cursor, Rc<Timeline>)>>>;

impl Run {
    /// A run before its first moment.
    #[must_use]
    pub fn new(number: u32, tracks: Vec<Track>) -> Self {
        Self { number, progress: Progress::default(), expected: None, ended: false, computes: false, tracks }
    }

    /// A run that is over, to be seen up to `now`.
    #[must_use]
    pub fn finished(number: u32, now: Seconds, tracks: Vec<Track>) -> Self {
        let progress = Progress { phase: Phase::Finished, now, ..Progress::default() };
        Self { progress, ended: true, ..Self::new(number, tracks) }
    }

    /// Takes in how far it is.
    pub fn go_on(&mut self, progress: Progress, cursors: &[Cursor]) {
        self.progress = progress;
        self.ended |= self.over();
        for (track, cursor) in self.tracks.iter_mut().zip(cursors) {
            track.cursor = *cursor;
        }
    }

    /// Whether it is over.
    #[must_use]
    pub const fn over(&self) -> bool {
        self.progress.phase.over()
    }

    /// The last moment that the axis must show.
    #[must_use]
    pub fn end(&self) -> Seconds {
        let logged = self.tracks.iter().map(|track| track.log.borrow().end());
        self.expected.unwrap_or(0.0).max(logged.fold(self.progress.now, f64::max))
    }
}

impl Run {
    /// Of each program who waits for whom, where it is over and never ends.
    #[must_use]
    pub fn stuck(&self) -> Vec<Option<Stuck>> {
        // A run that was broken off is none that would go on for ever.
        let is_over = matches!(self.progress.phase, Phase::Finished | Phase::Stuck);
        self.tracks.iter().map(|track| if is_over { track.stuck() } else { None }).collect()
    }

    /// Whether a gain may be named: the programs have ended, with the same results.
    #[must_use]
    pub fn has_gain(&self) -> bool {
        self.over() && self.stuck().iter().all(Option::is_none) && !self.differs()
    }

    /// Whether the whole programs come to different results.
    #[must_use]
    pub fn differs(&self) -> bool {
        let Some((first, others)) = self.tracks.split_first() else { return false };
        others.iter().any(|other| Results::of(&first.log.borrow(), &other.log.borrow()).differ())
    }
}

impl Track {
    /// The selection of this task, which in a comparison belongs to one of the programs.
    #[must_use]
    pub fn selection(&self, task: String, compared: bool) -> Selection {
        Selection { task, track: compared.then(|| self.variant.key().to_owned()) }
    }

    /// A program before its first event.
    #[must_use]
    pub fn new(variant: Variant, log: SharedLog) -> Self {
        Self { variant, log, cursor: Cursor::default(), picture: SharedPicture::default() }
    }

    /// The picture of what is to be seen, derived once for each moment: from that of the moment before, where no one has
    /// kept it.
    #[must_use]
    pub fn timeline(&self) -> Rc<Timeline> {
        let (log, mut slot) = (self.log.borrow(), self.picture.borrow_mut());
        let there = slot.as_mut().is_some_and(|(cursor, picture)| {
            *cursor == self.cursor || Rc::get_mut(picture).is_some_and(|picture| picture.go(&log, self.cursor))
        });
        let kept = slot.take().filter(|_| there).map(|(_, picture)| picture);
        let picture = kept.unwrap_or_else(|| Rc::new(Timeline::at(&log, self.cursor)));
        *slot = Some((self.cursor, Rc::clone(&picture)));
        picture
    }

    /// Who waits for whom at the end of its log, if tasks are left there.
    fn stuck(&self) -> Option<Stuck> {
        self.timeline().lanes.iter().any(|lane| lane.ending.is_none()).then_some(())?;
        let log = self.log.borrow();
        Stuck::at(&log, Cursor::end(&log))
    }

    /// The selected task, if it is one of this program, whether it is to be seen yet or not.
    #[must_use]
    pub fn task(&self, selected: &Selection) -> Option<TaskId> {
        if selected.track.as_ref().is_some_and(|key| key != self.variant.key()) {
            return None;
        }
        let log = self.log.borrow();
        let mut named = log.events().iter().rev().filter(|event| names(event, selected));
        named.next().map(|event| event.task)
    }
}

impl PartialEq for Track {
    /// A log only ever grows, so the cursor says what is to be seen of it.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.log, &other.log) && self.cursor == other.cursor
    }
}

impl Selection {
    /// Reads `D1` or, where several tracks are shown, `D1@concurrent`; a name that has an `@` itself ends in another: `a@b@`.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text.rsplit_once('@') {
            Some((task, "")) => Self { task: task.to_owned(), track: None },
            Some((task, track)) => Self { task: task.to_owned(), track: Some(track.to_owned()) },
            None => Self { task: text.to_owned(), track: None },
        }
    }
}

impl fmt::Display for Selection {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.track {
            Some(track) => write!(formatter, "{}@{track}", self.task),
            None if self.task.contains('@') => write!(formatter, "{}@", self.task),
            None => formatter.write_str(&self.task),
        }
    }
}

/// Whether this event gives its task the name of the selected one.
#[must_use]
pub fn names(event: &Event, selected: &Selection) -> bool {
    match &event.what {
        What::Created { name, .. } | What::Renamed(name) => name.reads(&selected.task),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asyncio::{self, EventLoop};
    use crate::program::Setup;
    use crate::scenarios;
    use crate::trace::Log;

    #[test]
    fn a_renamed_task_is_selected_by_each_of_its_names() {
        let log = Log::shared();
        let event_loop = EventLoop::new(file!(), &log);
        event_loop.start(async {
            let task = asyncio::create_named_task(asyncio::sleep(1.0), "before");
            asyncio::sleep(0.5).await?;
            task.set_name("after");
            task.await
        });
        event_loop.run_to_end();
        let scenario = scenarios::find("gather").expect("a scenario");
        let track = Track::new(Variant::alone(scenario, Setup::default()), log);
        let task = |name: &str, key: Option<&str>| {
            track.task(&Selection { task: name.to_owned(), track: key.map(str::to_owned) })
        };
        assert!(task("after", None).is_some());
        assert_eq!(task("after", None), task("before", None));
        assert_eq!(task("after", Some("gather")), task("after", None));
        assert_eq!(task("after", Some("concurrent")), None, "it is a task of another program");
        assert_eq!(task("later", None), None);
    }

    #[test]
    fn a_selection_is_read_back_whatever_the_name() {
        for (task, track, written) in [
            ("D1", None, "D1"),
            ("D1", Some("concurrent"), "D1@concurrent"),
            ("a@b", None, "a@b@"),
            ("a@b", Some("this"), "a@b@this"),
            ("@", None, "@@"),
            ("", None, ""),
        ] {
            let selection = Selection { task: task.to_owned(), track: track.map(str::to_owned) };
            assert_eq!(selection.to_string(), written);
            assert_eq!(Selection::parse(written), selection);
        }
    }
}
