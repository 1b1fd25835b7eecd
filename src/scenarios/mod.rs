//! The programs of the course, each a Rust file and its Python twin, and their list.

mod durations;
mod ways;

use std::fmt;
use std::ops::Deref;

use crate::asyncio::EventLoop;
use crate::program::{Parameter, Program, ProgramRef, Setup, Shared, Source, Start, Words};
use crate::text::{Both, File, ScenarioText};
use crate::trace::SharedLog;

pub use durations::duration;
pub use ways::ways;

/// A chapter of the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chapter {
    /// Part 1.
    WhatWaitingCosts,
    /// Part 2.
    CoroutinesAndTasks,
    /// Part 3.
    Http,
    /// Part 4.
    ErrorsTimeoutsLimits,
    /// Part 5.
    InPractice,
    /// The model solutions of the course's exercises.
    Exercises,
    /// The parts of asyncio that other chapters leave out.
    OtherWords,
    /// Larger programs.
    Projects,
}

impl Chapter {
    /// All chapters, in the course's order. The page shows those that have scenarios.
    pub const ALL: [Self; 8] = [
        Self::WhatWaitingCosts,
        Self::CoroutinesAndTasks,
        Self::Http,
        Self::ErrorsTimeoutsLimits,
        Self::InPractice,
        Self::Exercises,
        Self::OtherWords,
        Self::Projects,
    ];

    /// Whether the chapter's scenarios ask how long work takes. Only then does the inspector show the time gained.
    #[must_use]
    pub const fn asks_how_long(self) -> bool {
        matches!(self, Self::WhatWaitingCosts | Self::CoroutinesAndTasks | Self::Http)
    }
}

/// A program of the course with its files and words. [`Deref`] gives access to the fields of the [`Program`].
pub struct Scenario {
    /// The name of its files, such as `one_coroutine`.
    pub module: &'static str,
    /// The id in an address and in the terminal, such as `one-coroutine`.
    pub id: &'static str,
    /// The chapter that it belongs to.
    pub chapter: Chapter,
    /// The program that runs.
    pub program: Program,
    /// The Rust file that runs.
    pub rust: File,
    /// Its Python twin, which `CPython` ran for the fixtures.
    pub python: File,
    /// The file of its guide, for [`crate::text::Guide::parse`].
    pub guide: Both<File>,
    /// The title, the question and the labels.
    pub text: &'static Both<ScenarioText>,
}

/// A file of a scenario. The build copies it for the page, since index.html names its folder in `src/`.
macro_rules! beside {
    ($folder:literal, $name:ident, $ending:literal) => {
        File::new(
            concat!($folder, "/", stringify!($name), $ending),
            include_str!(concat!("../", $folder, "/", stringify!($name), $ending)),
        )
    };
}

macro_rules! scenarios {
    ($($chapter:ident: $($name:ident)*;)*) => {
        $($(
            // Some programs have no await on purpose: they show what blocking the thread does.
            #[allow(clippy::unused_async)]
            mod $name;
        )*)*

        /// By chapter, the functions that start its scenarios: `tools/parts.mjs` cuts the program at them.
        mod starts {
            $(
                #[allow(non_snake_case)]
                pub mod $chapter {
                    use crate::asyncio::EventLoop;
                    use crate::program::Value;
                    use crate::scenarios;
                    $(
                        pub fn $name(event_loop: &EventLoop, values: &[Value]) {
                            event_loop.start(scenarios::$name::main(scenarios::$name::Parameters::from_values(values)));
                        }
                    )*
                }
            )*
        }

        /// Every scenario, in the course's order.
        pub static ALL: &[Scenario] = &[$($(
            {
                const TEXT: &Both<ScenarioText> = &crate::text::scenarios::$name::TEXT;
                const NAMED: bool = names_each(TEXT, $name::PARAMETERS);
                const _: () = assert!(NAMED, "a scenario's words name its parameters and their options, in both languages");
                const LENGTH: usize = stringify!($name).len();
                const ID: [u8; LENGTH] = dashed(stringify!($name));
                const NAME: &str = match std::str::from_utf8(&ID) {
                    Ok(id) => id,
                    Err(_) => panic!("a scenario's name is plain ASCII"),
                };
                const RUST: File = beside!("scenarios", $name, ".rs");
                const PYTHON: File = beside!("scenarios", $name, ".py");
                Scenario {
                    module: stringify!($name),
                    id: NAME,
                    chapter: Chapter::$chapter,
                    program: Program {
                        id: Shared::Static(NAME),
                        words: Words::Course(TEXT),
                        parameters: $name::PARAMETERS,
                        source: Source::Twin { rust: RUST, python: PYTHON },
                        start: Start::Loop {
                            file: $name::FILE,
                            main: starts::$chapter::$name,
                        },
                        reports: !TEXT.en.columns.is_empty(),
                    },
                    rust: RUST,
                    python: PYTHON,
                    guide: Both { en: beside!("text/guides", $name, ".en.md"), fr: beside!("text/guides", $name, ".fr.md") },
                    text: TEXT,
                }
            },
        )*)*];
    };
}

with_every_scenario!(scenarios);

/// Whether the words have a label for each parameter and a word for each option.
const fn names_each(text: &Both<ScenarioText>, parameters: &[Parameter]) -> bool {
    let (en, fr) = (text.en.parameters, text.fr.parameters);
    if en.len() != parameters.len() || fr.len() != parameters.len() {
        return false;
    }
    let mut place = 0;
    while place < parameters.len() {
        let options = parameters[place].options().len();
        if en[place].options.len() != options || fr[place].options.len() != options {
            return false;
        }
        place += 1;
    }
    true
}

/// A module's name with `-` instead of `_`.
const fn dashed<const N: usize>(name: &str) -> [u8; N] {
    let bytes = name.as_bytes();
    let mut dashed = [0; N];
    let mut place = 0;
    while place < N {
        dashed[place] = if bytes[place] == b'_' { b'-' } else { bytes[place] };
        place += 1;
    }
    dashed
}

/// The scenario with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Scenario> {
    ALL.iter().find(|scenario| scenario.id == id)
}

impl Scenario {
    /// All files of the scenario that the page may load.
    #[must_use]
    pub const fn files(&self) -> [File; 4] {
        [self.rust, self.python, self.guide.en, self.guide.fr]
    }

    /// A new event loop with the scenario's main task, logging to `log`.
    ///
    /// # Panics
    /// Never: each scenario runs in the page.
    #[must_use]
    pub fn event_loop(&self, setup: &Setup, log: &SharedLog) -> EventLoop {
        self.program.event_loop(setup, log).expect("a scenario runs in the page")
    }
}

impl Deref for Scenario {
    type Target = Program;

    fn deref(&self) -> &Program {
        &self.program
    }
}

impl From<&'static Scenario> for ProgramRef {
    fn from(scenario: &'static Scenario) -> Self {
        Self::Course(&scenario.program)
    }
}

impl fmt::Debug for Scenario {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Scenario({})", self.id)
    }
}

impl PartialEq for Scenario {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asyncio::Due;
    use crate::program::{Value, Variant, with_values};
    use crate::text::{Guide, Language};
    use crate::trace::{Asker, Cursor, Event, Log, Moment, TaskId, Timeline, What};

    #[test]
    fn two_versions_of_a_program_have_keys_and_titles_of_their_own() {
        let scenario = find("gather").expect("a scenario");
        let version = || Variant::alone(scenario, scenario.defaults());
        let sides = Variant::versions(version(), version());
        assert_eq!(sides.iter().map(Variant::key).collect::<Vec<_>>(), ["with", "this"]);
        assert_ne!(sides[0].title(Language::English), sides[1].title(Language::English));
    }

    #[test]
    fn every_scenario_is_found_by_its_id() {
        for scenario in ALL {
            assert_eq!(find(scenario.id).map(|found| found.module), Some(scenario.module));
            assert_eq!(scenario.id, scenario.module.replace('_', "-"));
        }
        assert!(find("no-such-scenario").is_none());
    }

    /// Compares what is derived from the log with the loop's own queues, after every callback.
    #[test]
    fn the_queues_derived_from_the_log_are_those_of_the_loop_after_every_callback() {
        for scenario in ALL {
            let log = Log::shared();
            let event_loop = scenario.event_loop(&scenario.defaults(), &log);
            while matches!(event_loop.due(), Due::Now | Due::At(_)) {
                event_loop.turn();
                let (log, report) = (log.borrow(), event_loop.report());
                let cursor = Cursor::end(&log);
                let moment = Moment::of(&log, cursor);
                let at = format!("{} after callback {}", scenario.id, event_loop.callbacks());
                let sleepers: Vec<TaskId> = moment.timers.iter().map(|(_, task)| *task).collect();
                // The log shows an iteration, and the timers that it moved, only from its first event on.
                if moment.iteration == log.iteration(event_loop.callbacks()) {
                    assert_eq!(moment.ready, report.ready, "{at}: the ready queue");
                    assert_eq!(sleepers, report.timers, "{at}: the timers");
                }
                let (ours, its) = ([moment.ready, sleepers].concat(), [report.ready, report.timers].concat());
                assert_eq!(ours, its, "{at}: the ready queue and then the timers");
                let picture = Timeline::at(&log, cursor);
                let mut live: Vec<TaskId> =
                    picture.lanes.iter().filter(|lane| lane.ending.is_none()).map(|lane| lane.task).collect();
                live.sort_unstable();
                assert_eq!(live, report.live, "{at}: the tasks");
            }
        }
    }

    /// Moves between many pairs of moments, near and far, forward and back.
    #[test]
    fn a_timeline_moved_to_another_moment_equals_one_built_there() {
        for scenario in ALL.iter().filter(|scenario| !scenario.is_always_real()) {
            let log = Log::shared();
            scenario.event_loop(&scenario.defaults(), &log).run_to_end();
            let log = log.borrow();
            let events = log.events();
            let cursor = |place: usize| {
                let time = events[place - 1].time;
                let next = events.get(place).map_or(time, |event| event.time);
                Cursor { events: place, time: time.midpoint(next) }
            };
            let mut picture = Timeline::at(&log, Cursor::end(&log));
            let mut went = 0;
            for step in 0..200 {
                let cursor = cursor(1 + (step * step * 7 + step) % events.len());
                let drawn = Timeline::at(&log, cursor);
                if picture.go(&log, cursor) {
                    went += 1;
                    assert_eq!(picture, drawn, "{} at {cursor:?}", scenario.id);
                }
                picture = drawn;
            }
            assert!(went > 0, "{}", scenario.id);
        }
    }

    #[test]
    fn each_suggestion_of_a_guide_can_be_set_and_changes_something() {
        for scenario in ALL {
            let guide = Guide::parse(scenario.guide.en.compiled().expect("a text"));
            let mut tried = 0;
            for sets in guide.sets.iter().filter(|sets| !sets.is_empty()) {
                let mut changes = false;
                for (name, value) in form_urlencoded::parse(sets.as_bytes()) {
                    let of_page = matches!((&*name, &*value), ("compare", "1") | ("speed", "instant"));
                    let parameter = scenario.parameters.iter().find(|parameter| parameter.name == name);
                    assert!(of_page || parameter.is_some_and(|it| it.parse(&value).is_ok()), "{}: {sets}", scenario.id);
                    changes |= of_page || parameter.is_some_and(|it| it.parse(&value) != Ok(it.default()));
                }
                assert!(changes, "{}: {sets} changes nothing", scenario.id);
                tried += 1;
            }
            assert!(tried > 0, "{}: no suggestion has a button", scenario.id);
        }
    }

    #[test]
    fn every_guide_says_what_to_look_at_and_what_to_try_in_both_languages() {
        for scenario in ALL {
            let [en, fr] =
                [scenario.guide.en, scenario.guide.fr].map(|file| Guide::parse(file.compiled().expect("a text")));
            assert!(!en.look.is_empty() && !en.next.is_empty(), "{}", scenario.id);
            let exercise = |guide: &Guide| [guide.task.len(), guide.timeline.len(), guide.hints.len()];
            let lengths = |guide: &Guide| [guide.look.len(), guide.trap.len(), guide.next.len()];
            assert_eq!(exercise(&en), exercise(&fr), "{}", scenario.id);
            let is_one = scenario.chapter == Chapter::Exercises;
            assert!(
                exercise(&en).iter().all(|length| (*length > 0) == is_one),
                "{}: task, timeline, hints",
                scenario.id
            );
            assert_eq!(en.sets, fr.sets, "{}: both languages suggest the same values", scenario.id);
            assert_eq!(lengths(&en), lengths(&fr), "{}: both languages have the same paragraphs", scenario.id);
            for said in [&en, &fr].iter().flat_map(|guide| guide.look.iter().chain(&guide.trap).chain(&guide.next)) {
                assert!(!said.contains(['#', '\\']) && said.matches('`').count() % 2 == 0, "{}: {said}", scenario.id);
            }
        }
    }

    /// Stop relies on this: it runs the program again with the stop, and the events before it must be the same.
    #[test]
    fn a_stop_cancels_main_at_its_time_and_changes_no_earlier_event() {
        let events = |scenario: &Scenario, values: &Setup| {
            let log = Log::shared();
            scenario.event_loop(values, &log).run_to_end();
            let log = log.take();
            log.events().iter().cloned().collect::<Vec<_>>()
        };
        let mut stopped = 0;
        for scenario in ALL {
            let Some(place) = scenario.stop() else { continue };
            let whole = events(scenario, &scenario.defaults());
            for stop in [0.0, 0.001, 2.345, 3.0, 7.7, 9.999] {
                let ours = events(scenario, &scenario.defaults().with(place, Value::Number(stop)));
                let asked = |event: &&Event| matches!(event.what, What::CancelRequested { by: Asker::Loop });
                let request = ours.iter().find(asked).expect("a cancellation");
                assert_eq!((request.time, request.task), (stop, TaskId::MAIN), "{}", scenario.id);
                let before = |events: &[Event]| events.partition_point(|event| event.time < stop);
                assert_eq!(ours[..before(&ours)], whole[..before(&whole)], "{} stop={stop}", scenario.id);
                stopped += 1;
            }
        }
        assert!(stopped > 0);
    }

    #[test]
    fn healthy_programs_raise_no_warning() {
        for scenario in ALL {
            let log = Log::shared();
            scenario.event_loop(&scenario.defaults(), &log).run_to_end();
            let log = log.borrow();
            let warnings: Vec<&str> = log.events().iter().filter_map(warning).collect();
            // This scenario is about a warning.
            let expected: &[&str] = match scenario.id {
                "forgotten-await" => &["RuntimeWarning: coroutine 'save' was never awaited"],
                _ => &[],
            };
            assert_eq!(warnings, expected, "{}", scenario.id);
        }
    }

    fn warning(event: &Event) -> Option<&str> {
        if let What::Warned { message, .. } = &event.what { Some(message.as_str()) } else { None }
    }

    #[test]
    fn defaults_leave_a_python_file_unchanged_and_other_values_keep_its_number_of_lines() {
        for scenario in ALL {
            let Source::Twin { python, .. } = &scenario.source else { panic!("{} has a twin", scenario.id) };
            let source = python.compiled().expect("a text");
            assert_eq!(with_values(source, scenario.parameters, &scenario.defaults()), source, "{}", scenario.id);
            for (place, parameter) in scenario.parameters.iter().enumerate() {
                let other = match parameter.default() {
                    Value::Number(number) => Value::Number(number + 0.5),
                    Value::Numbers(numbers) => Value::Numbers(vec![0.5; numbers.len()]),
                    Value::Count(count) => Value::Count(count + 1),
                    Value::Word(word) => Value::Word(word + "x"),
                    Value::Choice(_) | Value::Switch(_) | Value::Addresses(_) | Value::Source { .. } => continue,
                };
                let text = with_values(source, scenario.parameters, &scenario.defaults().with(place, other));
                assert_ne!(text, source, "{}: {}", scenario.id, parameter.name);
                assert_eq!(text.lines().count(), source.lines().count(), "{}: {}", scenario.id, parameter.name);
            }
        }
    }

    #[test]
    fn every_default_is_a_value_that_a_reader_may_type() {
        for scenario in ALL {
            for parameter in scenario.parameters {
                assert_eq!(parameter.parse(&parameter.default().text()), Ok(parameter.default()));
            }
        }
    }
}
