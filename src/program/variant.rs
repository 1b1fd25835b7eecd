//! What a run is made of: a program with its values, or several ways of doing the same work, one above the other.

use super::{ProgramRef, Setup, Shared, Start, Value};
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

/// By what a variant differs from those beside it.
#[derive(Clone, Debug, PartialEq)]
enum By {
    /// By its program.
    Program,
    /// By the value of the parameter with this index.
    Parameter(usize),
    /// By those with these indexes; it is the present run, or the one beside it.
    Values { present: bool, indexes: Vec<usize> },
    /// By its source; it is the present version, or the one beside it.
    Version { present: bool },
}

impl Variant {
    /// The program by itself.
    #[must_use]
    pub fn alone(program: impl Into<ProgramRef>, setup: Setup) -> Self {
        Self { program: program.into(), setup, by: By::Program }
    }

    /// The program once for each option of the parameter that is made for comparing, the slower first, with the same
    /// values otherwise and so the same draws; none where it has no such parameter.
    #[must_use]
    pub fn options(program: impl Into<ProgramRef>, setup: &Setup) -> Vec<Self> {
        let program = program.into();
        let Some(by) = program.compared_by() else { return Vec::new() };
        let options = program.parameters[by].compared().into_iter();
        options
            .map(|value| Self { program: program.clone(), setup: setup.with(by, value), by: By::Parameter(by) })
            .collect()
    }

    /// A run of the program below another one that has other values.
    #[must_use]
    pub fn beside(program: impl Into<ProgramRef>, present: Setup, other: Setup) -> Vec<Self> {
        let program = program.into();
        let differ = |index: &usize| present.get(*index) != other.get(*index);
        let indexes: Vec<usize> = (0..program.parameters.len()).filter(differ).collect();
        let side =
            |present, indexes, setup| Self { program: program.clone(), setup, by: By::Values { present, indexes } };
        vec![side(false, indexes.clone(), other), side(true, indexes, present)]
    }

    /// Two versions of a program: the earlier one above the present one.
    #[must_use]
    pub fn versions(earlier: Self, present: Self) -> Vec<Self> {
        let side = |variant: Self, present| Self { by: By::Version { present }, ..variant };
        vec![side(earlier, false), side(present, true)]
    }

    /// Its word in an address and for scripts: unlike that of the others with which it is compared.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match &self.by {
            By::Program => self.program_key(),
            By::Parameter(by) => self.setup.get(*by).and_then(Value::option).unwrap_or_else(|| self.program_key()),
            By::Values { present: true, .. } | By::Version { present: true } => "this",
            By::Values { present: false, .. } | By::Version { present: false } => "with",
        }
    }

    /// A reader's program is never beside another one by itself, so all may have one key.
    fn program_key(&self) -> &'static str {
        match self.program.id {
            Shared::Static(id) => id,
            Shared::Made(_) => "program",
        }
    }

    /// Whether it is a way of the same work as those beside it, and not a run of other values.
    #[must_use]
    pub const fn is_way(&self) -> bool {
        matches!(self.by, By::Program | By::Parameter(_))
    }

    /// Whether it sends real requests: then it runs at the world's own pace, and never by itself.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.setup.is_real()
    }

    /// Whether an event loop of the page runs it.
    #[must_use]
    pub fn runs_here(&self) -> bool {
        matches!(self.program.start, Start::Loop { .. })
    }

    /// An event loop that is about to run it, logging to `log`; `None` where somebody else runs it.
    #[must_use]
    pub fn event_loop(&self, log: &SharedLog) -> Option<EventLoop> {
        self.program.event_loop(&self.setup, log)
    }

    /// Its title beside the others.
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

    /// What it does, in a line: for a way of a program, how that says it.
    #[must_use]
    pub fn group(&self, language: Language) -> String {
        match &self.by {
            By::Program => self.program.text(language).map_or("", |text| text.group).to_owned(),
            By::Parameter(by) => self.given(*by),
            By::Values { indexes, .. } if indexes.is_empty() => interface(language).comparison.same.to_owned(),
            By::Values { indexes, .. } => indexes.iter().map(|by| self.given(*by)).collect::<Vec<_>>().join(", "),
            By::Version { .. } => self.program.title(language).to_owned(),
        }
    }

    /// The value of the parameter at `by`, as the program says it.
    fn given(&self, by: usize) -> String {
        let value = self.setup.get(by).map(Value::text).unwrap_or_default();
        format!("{}={value}", self.program.parameters[by].name)
    }

    /// The word for the value of the parameter at `by`.
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
