//! A variant: a program with the values of one run. The page's Compare runs several variants and shows them one above
//! the other.

use super::{ProgramRef, Setup, Shared, Start, Value, worded};
use crate::asyncio::EventLoop;
use crate::text::{Language, interface};
use crate::trace::SharedLog;

/// A program with the values that it runs with.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The program.
    pub program: ProgramRef,
    /// The values of its parameters.
    pub setup: Setup,
    by: By,
}

/// The difference between a variant and those that it is compared with.
#[derive(Clone, Debug, PartialEq)]
enum By {
    /// Its program.
    Program,
    /// The value of the parameter at this index.
    Parameter(usize),
    /// The values at these indexes. `present` marks the page's run, as opposed to the other run of a comparison.
    Values { present: bool, indexes: Vec<usize> },
    /// Its source. `present` marks the present version, as opposed to the earlier one.
    Version { present: bool },
}

impl Variant {
    /// The program, not compared with anything.
    #[must_use]
    pub fn alone(program: impl Into<ProgramRef>, setup: Setup) -> Self {
        Self { program: program.into(), setup, by: By::Program }
    }

    /// One variant for each value of the parameter that is declared for comparing, the slower first. The other values,
    /// and so the random draws, are the same. Empty if the program has no such parameter.
    #[must_use]
    pub fn options(program: impl Into<ProgramRef>, setup: &Setup) -> Vec<Self> {
        let program = program.into();
        let Some(by) = program.compared_by() else { return Vec::new() };
        let options = program.parameters[by].compared().into_iter();
        options
            .map(|value| Self { program: program.clone(), setup: setup.with(by, value), by: By::Parameter(by) })
            .collect()
    }

    /// Two runs of a program with different values: the other one first, the present one below.
    #[must_use]
    pub fn beside(program: impl Into<ProgramRef>, present: Setup, other: Setup) -> Vec<Self> {
        let program = program.into();
        let differ = |index: &usize| present.get(*index) != other.get(*index);
        let indexes: Vec<usize> = (0..program.parameters.len()).filter(differ).collect();
        let side =
            |present, indexes, setup| Self { program: program.clone(), setup, by: By::Values { present, indexes } };
        vec![side(false, indexes.clone(), other), side(true, indexes, present)]
    }

    /// Two versions of a program: the earlier one first, the present one below.
    #[must_use]
    pub fn versions(earlier: Self, present: Self) -> Vec<Self> {
        let side = |variant: Self, present| Self { by: By::Version { present }, ..variant };
        vec![side(earlier, false), side(present, true)]
    }

    /// The variant's key in an address and in scripts. It differs from the keys of the variants compared with it.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match &self.by {
            By::Program => self.program_key(),
            By::Parameter(by) => self.setup.get(*by).and_then(Value::option).unwrap_or_else(|| self.program_key()),
            By::Values { present: true, .. } | By::Version { present: true } => "this",
            By::Values { present: false, .. } | By::Version { present: false } => "with",
        }
    }

    /// A reader's program is compared only with its own versions, which have the keys `this` and `with`. So all
    /// readers' programs can have one key.
    fn program_key(&self) -> &'static str {
        match self.program.id {
            Shared::Static(id) => id,
            Shared::Made(_) => "program",
        }
    }

    /// Whether the variant is a way of doing the same work, and not a run with other values.
    #[must_use]
    pub const fn is_way(&self) -> bool {
        matches!(self.by, By::Program | By::Parameter(_))
    }

    /// Whether the variant sends real requests. Such a run follows real time and never starts without the reader's
    /// consent.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.setup.is_real()
    }

    /// Whether an event loop of the page runs the variant.
    #[must_use]
    pub fn runs_here(&self) -> bool {
        matches!(self.program.start, Start::Loop { .. })
    }

    /// Whether the variant is a complete log, so that nothing runs.
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        matches!(self.program.start, Start::Recorded(_))
    }

    /// A new event loop for the variant, logging to `log`. `None` if no loop of the page runs it.
    #[must_use]
    pub fn event_loop(&self, log: &SharedLog) -> Option<EventLoop> {
        self.program.event_loop(&self.setup, log)
    }

    /// The variant's title among those that it is compared with.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        match &self.by {
            By::Program => self
                .program
                .text(language)
                .map_or_else(|| self.program.title(language), |text| text.contents)
                .to_owned(),
            By::Parameter(by) => self.option(*by, language),
            By::Values { present, .. } | By::Version { present } => side(*present, language).to_owned(),
        }
    }

    /// One line about the variant: the words of the course, or the values that differ.
    #[must_use]
    pub fn group(&self, language: Language) -> String {
        match &self.by {
            By::Program => self.program.text(language).map_or("", |text| text.group).to_owned(),
            By::Parameter(by) => self.given(*by),
            By::Values { indexes, .. } if indexes.is_empty() => interface(language).comparison.same.to_owned(),
            By::Values { indexes, .. } => {
                indexes.iter().map(|by| self.worded(*by, language)).collect::<Vec<_>>().join(" · ")
            }
            By::Version { .. } => self.program.title(language).to_owned(),
        }
    }

    /// The parameter at `by` as a keyword argument, such as `limit=3`.
    fn given(&self, by: usize) -> String {
        let value = self.setup.get(by).map(Value::text).unwrap_or_default();
        format!("{}={value}", self.program.parameters[by].name)
    }

    /// The parameter at `by` with its value, in the words of its field.
    fn worded(&self, by: usize, language: Language) -> String {
        match (self.program.text(language), self.setup.get(by)) {
            (Some(text), Some(value)) => worded(&self.program.parameters[by], by, value, text, language),
            _ => self.given(by),
        }
    }

    /// The label of the parameter's value at `by`, in the reader's language.
    fn option(&self, by: usize, language: Language) -> String {
        let (Some(text), Some(value)) = (self.program.text(language), self.setup.get(by)) else {
            return self.given(by);
        };
        if let Value::Switch(on) = value {
            return format!("{}{}", text.label(by), interface(language).switched.of(*on));
        }
        let options = self.program.parameters[by].compared();
        let mut named = options.iter().zip(text.options(by));
        named.find(|(option, _)| *option == value).map_or_else(String::new, |(_, word)| word.to_owned())
    }
}

fn side(present: bool, language: Language) -> &'static str {
    let sides = &interface(language).comparison.sides;
    if present { sides.present } else { sides.other }
}
