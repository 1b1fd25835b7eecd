//! A run as the page shows it: its programs, each with a log, a cursor and the picture at that cursor.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use crate::host::{Phase, Progress};
use crate::program::Variant;
use crate::trace::{Cursor, Event, Results, Scale, Seconds, SharedLog, Stuck, TaskId, Timeline, What};

/// A selected task, by its name, so that it is selected in the next run too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The task's name.
    pub task: String,
    /// The [`Variant::key`] of the task's program, if several programs are shown.
    pub track: Option<String>,
}

/// A run as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The number of this run, counted from the opening of the page.
    pub number: u32,
    /// The phase and the time of the run.
    pub progress: Progress,
    /// The logical time of the run's end, if a rehearsal found it and the page does not hide it.
    pub expected: Option<Seconds>,
    /// Whether the reader has seen the run's end at least once. Whole-run results may then be shown even while it is
    /// paused earlier.
    pub ended: bool,
    /// Whether a program computes (`time::burn`), as found by a rehearsal.
    pub computes: bool,
    /// The programs.
    pub tracks: Vec<Track>,
}

/// A track: one program of a run.
#[derive(Clone, Debug)]
pub struct Track {
    /// The program with its values.
    pub variant: Variant,
    /// Its log.
    pub log: SharedLog,
    /// How much of the log is visible.
    pub cursor: Cursor,
    picture: SharedPicture,
}

/// The cached picture, shared by all parts of the page that show the same cursor.
type SharedPicture = Rc<RefCell<Option<(Cursor, Rc<Timeline>)>>>;

impl Run {
    /// A run before its first event.
    #[must_use]
    pub fn new(number: u32, tracks: Vec<Track>) -> Self {
        Self { number, progress: Progress::default(), expected: None, ended: false, computes: false, tracks }
    }

    /// A finished run that is visible up to `now`.
    #[must_use]
    pub fn finished(number: u32, now: Seconds, tracks: Vec<Track>) -> Self {
        let progress = Progress { phase: Phase::Finished, now, ..Progress::default() };
        Self { progress, ended: true, ..Self::new(number, tracks) }
    }

    /// Updates the phase, the time and the cursors.
    pub fn go_on(&mut self, progress: Progress, cursors: &[Cursor]) {
        self.progress = progress;
        self.ended |= self.over();
        for (track, cursor) in self.tracks.iter_mut().zip(cursors) {
            track.cursor = *cursor;
        }
    }

    /// Whether the run has ended.
    #[must_use]
    pub const fn over(&self) -> bool {
        self.progress.phase.over()
    }

    /// Whether a step back is possible. The creation of main, the first event, comes before every step.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.tracks.iter().any(|track| track.cursor.events > 1)
    }

    /// The time up to which the axis shows the run, in seconds: its expected end if known. Otherwise the axis of a
    /// running run grows in steps ([`Scale::ample`]).
    #[must_use]
    pub fn end(&self) -> Seconds {
        let logged = self.tracks.iter().map(|track| track.log.borrow().end());
        let reached = logged.fold(self.progress.now, f64::max);
        match self.expected {
            Some(expected) => reached.max(expected),
            None if self.ended || self.over() => reached,
            None => Scale::ample(reached),
        }
    }
}

impl Run {
    /// For each program the deadlock at the end of the run, if there is one.
    #[must_use]
    pub fn stuck(&self) -> Vec<Option<Stuck>> {
        // A run that was stopped or limited is not deadlocked.
        let is_over = matches!(self.progress.phase, Phase::Finished | Phase::Stuck);
        self.tracks.iter().map(|track| if is_over { track.stuck() } else { None }).collect()
    }

    /// Whether a gain may be shown: all programs have ended, with the same results.
    #[must_use]
    pub fn has_gain(&self) -> bool {
        self.over() && self.stuck().iter().all(Option::is_none) && !self.differs()
    }

    /// Whether the programs have different results.
    #[must_use]
    pub fn differs(&self) -> bool {
        let Some((first, others)) = self.tracks.split_first() else { return false };
        others.iter().any(|other| Results::of(&first.log.borrow(), &other.log.borrow()).differ())
    }
}

impl Track {
    /// The selection of a task of this track. `compared` says whether several programs are shown.
    #[must_use]
    pub fn selection(&self, task: String, compared: bool) -> Selection {
        Selection { task, track: compared.then(|| self.variant.key().to_owned()) }
    }

    /// A track before the first event.
    #[must_use]
    pub fn new(variant: Variant, log: SharedLog) -> Self {
        Self { variant, log, cursor: Cursor::default(), picture: SharedPicture::default() }
    }

    /// The picture at the cursor. It is cached. If nothing else holds the cached one, it is moved to the new cursor
    /// rather than rebuilt.
    #[must_use]
    pub fn timeline(&self) -> Rc<Timeline> {
        self.picture(Timeline::is_drawn, Timeline::draw_all)
    }

    /// As [`Track::timeline`], but only the lanes at these indexes have their spans in progress extended to the cursor.
    /// With very many lanes, a frame has no time for all of them.
    #[must_use]
    pub fn glance(&self, places: &[Range<usize>]) -> Rc<Timeline> {
        let draw = |picture: &mut Timeline| places.iter().for_each(|places| picture.draw(places.clone()));
        self.picture(|picture| picture.is_drawn() || places.is_empty(), draw)
    }

    fn picture(&self, is_drawn: impl Fn(&Timeline) -> bool, draw: impl Fn(&mut Timeline)) -> Rc<Timeline> {
        let (log, mut slot) = (self.log.borrow(), self.picture.borrow_mut());
        let there = slot.as_mut().is_some_and(|(cursor, picture)| match Rc::get_mut(picture) {
            Some(picture) => {
                let goes = *cursor == self.cursor || picture.pass(&log, self.cursor);
                draw(picture);
                goes
            }
            None => *cursor == self.cursor && is_drawn(picture),
        });
        let kept = slot.take().filter(|_| there).map(|(_, picture)| picture);
        let picture = kept.unwrap_or_else(|| Rc::new(Timeline::at(&log, self.cursor)));
        *slot = Some((self.cursor, Rc::clone(&picture)));
        picture
    }

    /// The deadlock at the end of the log, if there is one.
    fn stuck(&self) -> Option<Stuck> {
        if self.glance(&[]).ended() {
            return None;
        }
        let log = self.log.borrow();
        Stuck::at(&log, Cursor::end(&log))
    }

    /// The selected task, if it belongs to this program, even if it is created after the cursor.
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
    /// A log only grows, so the same log and cursor mean the same content.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.log, &other.log) && self.cursor == other.cursor
    }
}

impl Selection {
    /// Parses `D1` or, if several tracks are shown, `D1@concurrent`. A name that contains `@` is followed by another:
    /// `a@b@`.
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

/// Whether this event gives its task the selected name.
#[must_use]
pub fn names(event: &Event, selected: &Selection) -> bool {
    matches!(&event.what, What::Created { name, .. } | What::Renamed(name) if name.reads(&selected.task))
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
        assert_eq!(task("after", Some("concurrent")), None, "the task belongs to another program");
        assert_eq!(task("later", None), None);
    }

    #[test]
    fn tracks_are_equal_if_they_show_the_same_log_at_the_same_cursor() {
        let scenario = scenarios::find("gather").expect("a scenario");
        let variant = Variant::alone(scenario, Setup::default());
        let [one, other] = [Log::shared(), Log::shared()].map(|log| Track::new(variant.clone(), log));
        let later = Track { cursor: Cursor { events: 1, time: 0.0 }, ..one.clone() };
        assert!(one == one.clone());
        assert!(one != other, "another run");
        assert!(one != later, "another moment");
    }

    #[test]
    fn a_selection_with_any_name_is_read_back() {
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
