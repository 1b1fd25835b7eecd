//! The runs that the reader keeps for comparing. Equal parameters give equal runs, so a kept run is stored as its
//! parameters.

use super::action::Action;
use super::run::Track;
use crate::host::{date, storage};
use crate::program::{ProgramRef, Range, worded};
use crate::scenarios;
use crate::text::{Language, digest};
use crate::trace::{Cursor, Story};

/// The key in the browser's storage.
const KEPT: &str = "loopscope.kept";

/// The most kept runs of a program: a list that a reader can survey.
pub const MOST: usize = 8;

/// The bounds of dates that are read, in milliseconds since 1970: up to the year 9999.
const DATES: Range = Range { low: 0.0, high: 253_402_300_799_999.0, seconds: false };

/// A kept run.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The program.
    pub program: ProgramRef,
    /// When it was kept, in milliseconds since 1970.
    pub at: f64,
    /// The digest of the run's story. If the program changes, a later run has another digest.
    pub story: u32,
    /// All parameters as text, by name.
    pub values: Vec<(String, String)>,
}

impl Kept {
    /// Keeps the run of this track, at this date.
    #[must_use]
    pub fn of(track: &Track, at: f64) -> Self {
        let program = track.variant.program.clone();
        let named = program.parameters.iter().zip(track.variant.setup.values());
        let values = named.map(|(parameter, value)| (parameter.name.to_owned(), value.text())).collect();
        Self { program, at, story: story(track), values }
    }

    /// The texts of its fields.
    #[must_use]
    pub fn fields(&self) -> Vec<String> {
        self.program.fields(&self.values)
    }

    /// The parameters that differ from their defaults, in one line; empty if there are none.
    #[must_use]
    pub fn summary(&self) -> String {
        let defaults = self.program.fields(&[]);
        let own = self.values.iter().zip(defaults).filter(|((_, value), default)| value != default);
        own.map(|((name, value), _)| format!("{name}={value}")).collect::<Vec<_>>().join(", ")
    }

    /// The line of [`Kept::summary`] for a reader, with the labels of the fields in this language.
    #[must_use]
    pub fn said(&self, language: Language) -> String {
        let Some(scenario) = scenarios::find(&self.program.id) else { return self.summary() };
        let (text, defaults) = (scenario.text.get(language), self.program.fields(&[]));
        let own = self.values.iter().zip(defaults).enumerate().filter(|(_, ((_, value), default))| value != default);
        own.filter_map(|(place, ((_, value), _))| {
            let parameter = scenario.parameters.get(place)?;
            Some(worded(parameter, place, &parameter.used(value), text, language))
        })
        .collect::<Vec<_>>()
        .join(" · ")
    }

    fn line(&self) -> String {
        let values = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.values).finish();
        format!("{} {:.0} {} {values}", &*self.program.id, self.at, self.story)
    }

    /// Parses a stored line. `None` if an incompatible version of the page wrote it.
    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (id, at, story, values) = (words.next()?, words.next()?, words.next()?, words.next()?);
        let values = form_urlencoded::parse(values.as_bytes()).into_owned().collect();
        let program = scenarios::find(id)?.into();
        Some(Self { program, at: DATES.parse(at).ok()?, story: story.parse().ok()?, values })
    }
}

/// The digest of a run's whole story.
#[must_use]
pub fn story(track: &Track) -> u32 {
    let log = track.log.borrow();
    digest(&Story::from_events(Cursor::end(&log).past(&log)).to_string())
}

/// The kept runs in the browser's storage; `None` if nothing is stored or there is no storage.
#[must_use]
pub fn remembered() -> Option<Vec<Kept>> {
    storage::get(KEPT).map(|text| parse(&text))
}

/// Parses the stored lines. They may be damaged or by another version of the page, so each run is added with [`keep`].
fn parse(text: &str) -> Vec<Kept> {
    let mut kept = Vec::new();
    text.lines().filter_map(Kept::parse).for_each(|new| keep(&mut kept, new));
    kept
}

/// Adds a run. It replaces a run with the same parameters. If the program has [`MOST`] other kept runs, the new one is
/// dropped.
pub fn keep(kept: &mut Vec<Kept>, mut new: Kept) {
    kept.retain(|old| (&old.program, &old.values) != (&new.program, &new.values));
    if kept.iter().filter(|old| old.program == new.program).count() >= MOST {
        return;
    }
    // The date is the key of the list item. Two tabs may keep runs in the same millisecond.
    while kept.iter().any(|old| (&old.program, old.at) == (&new.program, new.at)) {
        new.at += 1.0;
    }
    kept.push(new);
}

/// Changes the kept runs. It starts from the stored ones, since another tab may have changed them.
pub fn changed(shown: &[Kept], change: impl FnOnce(&mut Vec<Kept>)) -> Action {
    let mut kept = remembered().unwrap_or_else(|| shown.to_vec());
    change(&mut kept);
    storage::set(KEPT, Some(&kept.iter().map(Kept::line).collect::<Vec<_>>().join("\n")));
    Action::Keep(kept)
}

/// The date at which a run was kept.
#[must_use]
pub fn date_of(kept: &Kept, language: Language) -> String {
    date::said(kept.at, language.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Variant;
    use crate::trace::Log;

    fn kept(id: &str) -> Kept {
        let scenario = scenarios::find(id).expect("a scenario");
        let log = Log::shared();
        let variant = Variant::alone(scenario, scenario.defaults());
        variant.event_loop(&log).expect("a loop").run_to_end();
        Kept::of(&Track::new(variant, log), 1_763_862_000_000.0)
    }

    #[test]
    fn a_kept_run_is_read_back_from_its_line() {
        let all = ["concurrent", "one-coroutine", "file-downloader"].map(kept);
        let text = all.iter().map(Kept::line).collect::<Vec<_>>().join("\n");
        assert_eq!(parse(&text), all);
        assert!(all[0].line().starts_with("concurrent 1763862000000 "));
    }

    #[test]
    fn incompatible_lines_are_skipped_and_the_others_are_read() {
        let good = kept("gather").line();
        assert_eq!(parse(&format!("\ngone-scenario 1 2 a=1\ngather soon 2 a=1\n{good}\ngather")), [kept("gather")]);
    }

    /// A run of `gather` with another first parameter, kept at this date.
    fn at(at: f64, a001: usize) -> Kept {
        let mut run = Kept { at, ..kept("gather") };
        run.values[0].1 = format!("{a001}.0");
        run
    }

    #[test]
    fn a_run_kept_twice_is_listed_once_with_its_later_date() {
        let mut all = vec![at(1.0, 1), at(2.0, 2), kept("concurrent")];
        keep(&mut all, at(3.0, 1));
        assert_eq!(all, [at(2.0, 2), kept("concurrent"), at(3.0, 1)]);
    }

    #[test]
    fn the_ninth_run_of_a_program_is_not_kept_and_one_of_another_program_is() {
        let mut all = Vec::new();
        for number in 0..9 {
            keep(&mut all, at(1000.0 + f64::from(number), usize::try_from(number).expect("small")));
        }
        assert_eq!(all.len(), MOST);
        assert_eq!(all[MOST - 1], at(1007.0, 7));
        keep(&mut all, kept("concurrent"));
        assert_eq!(all.len(), MOST + 1);
        keep(&mut all, at(2000.0, 3));
        assert_eq!(all.last(), Some(&at(2000.0, 3)), "a run with the same parameters is replaced");
        assert_eq!(all.len(), MOST + 1);
    }

    #[test]
    fn stored_runs_are_limited_and_have_different_dates() {
        let lines: Vec<String> = (0..5_000).map(|number| at(7.0, number).line()).collect();
        let read = parse(&lines.join("\n"));
        assert_eq!(read.len(), MOST);
        let dates: Vec<f64> = read.iter().map(|kept| kept.at).collect();
        assert!(dates.iter().enumerate().all(|(index, date)| !dates[..index].contains(date)), "{dates:?}");
        for bad in ["1e30", "-1", "nan", "0ehey"] {
            assert_eq!(parse(&format!("gather {bad} 2 a001=1.0")), []);
        }
    }

    #[test]
    fn a_kept_run_says_in_what_it_differs_from_the_defaults() {
        let mut run = kept("gather");
        assert_eq!(run.summary(), "");
        run.values[0].1 = "3.0".to_owned();
        run.values[2].1 = "0.2".to_owned();
        assert_eq!(run.summary(), "a001=3.0, a003=0.2");
        assert_eq!(run.fields(), ["3.0", "0.8", "0.2", "0.5"]);
    }

    #[test]
    fn equal_runs_have_equal_stories_and_different_runs_do_not() {
        assert_eq!(kept("concurrent").story, kept("concurrent").story);
        assert_ne!(kept("concurrent").story, kept("sequential").story);
    }
}
