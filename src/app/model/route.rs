//! The address behind `#` as data: its parts, how it is parsed and written.

use std::fmt;

use super::choices::{Mode, Steps, Tab, Theme};
use super::given::Given;
use super::guess::Guess;
use super::place::Place;
use super::problem::{Problem, Problems};
use super::run::Selection;
use crate::app::widgets::figures::short;
use crate::scenarios::Scenario;
use crate::text::Language;

pub mod names;

use names::{BEFORE, BEHIND};

/// The speeds of a live run, in logical seconds per second.
pub const SPEEDS: [f64; 7] = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0];

/// The parts of an address. A part that is not given has its default.
#[allow(clippy::struct_excessive_bools)] // each is a name of the address, in any combination
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// The place that it leads to.
    pub place: Place,
    /// The language, if given.
    pub language: Option<Language>,
    /// The colour scheme, if given.
    pub theme: Option<Theme>,
    /// Live or Instant.
    pub mode: Mode,
    /// The speed of a live run, if given.
    pub speed: Option<f64>,
    /// Whether to compare runs.
    pub compare: bool,
    /// The parameters of a second run to compare with. Ignored if `kept` or `ways` is given.
    pub with: Option<Given>,
    /// The parameters of a kept run to compare with.
    pub kept: Option<Given>,
    /// Whether to compare with the other ways even if `with` is given.
    pub ways: bool,
    /// Whether the reader predicts the run. `predict` takes precedence over `compare`.
    pub predict: bool,
    /// The prediction.
    pub guess: Guess,
    /// The length of a step.
    pub steps: Steps,
    /// The open tab.
    pub tab: Tab,
    /// Whether the whole legend is open.
    pub legend: bool,
    /// The text of the search field.
    pub find: String,
    /// The selected task.
    pub selected: Option<Selection>,
    /// The time of the cursor.
    pub at: Option<f64>,
    /// For each program the number of events before the cursor, if the cursor is between events of the same time.
    pub seen: Vec<usize>,
    /// The encoded program for the lab, in a shared link.
    pub code: String,
    /// The values of the scenario's parameters.
    pub parameters: Given,
    /// The parts that could not be understood.
    pub problems: Problems,
}

impl Route {
    /// Parses the text behind `#`.
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut route = Self { place: Place::parse(path), ..Self::default() };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            route.read(&name, &value);
        }
        route
    }

    fn read(&mut self, name: &str, value: &str) {
        if let Some(known) = names::names().find(|known| known.key == name) {
            if let Err(why) = (known.read)(self, value) {
                self.problems.push(Problem::BadValue { name: name.to_owned(), value: value.to_owned(), why });
            }
        } else if self.is_parameter(name) {
            put(&mut self.parameters, name, value);
        } else {
            self.problems.push(Problem::UnknownName(name.to_owned()));
        }
    }

    /// Parses parameters that are encoded in a single value, like a query within the query.
    fn given(&mut self, value: &str) -> Given {
        let mut given = Given::new();
        for (name, value) in form_urlencoded::parse(value.as_bytes()) {
            if self.is_parameter(&name) {
                put(&mut given, &name, &value);
            } else {
                self.problems.push(Problem::UnknownName(name.into_owned()));
            }
        }
        given
    }

    fn is_parameter(&self, name: &str) -> bool {
        self.place.parameters().iter().any(|parameter| parameter.name == name)
    }

    /// The address of another place with the same general choices: language, colours, pace and steps.
    fn elsewhere(&self, place: Place) -> Self {
        let Self { language, theme, mode, speed, steps, .. } = *self;
        Self { place, language, theme, mode, speed, steps, ..Self::default() }
    }

    /// A link to a scenario.
    #[must_use]
    pub fn to_scenario(&self, scenario: &'static Scenario) -> String {
        let Self { tab, legend, .. } = *self;
        format!("#{}", Self { tab, legend, ..self.elsewhere(Place::Scenario(scenario)) })
    }

    /// A link to the lab.
    #[must_use]
    pub fn to_lab(&self) -> String {
        format!("#{}", self.elsewhere(Place::Lab))
    }

    /// A link to the contents.
    #[must_use]
    pub fn to_contents(&self) -> String {
        format!("#{}", self.elsewhere(Place::Contents))
    }

    /// A link to a reading.
    #[must_use]
    pub fn to_reading(id: &str) -> String {
        format!("#/read/{id}")
    }
}

impl fmt::Display for Route {
    /// Writes the parts that differ from their defaults.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (names, parameters) in [(&BEFORE[..], &self.parameters[..]), (&BEHIND[..], &[])] {
            for name in names {
                query.extend_pairs((name.write)(self).iter().map(|value| (name.key, value)));
            }
            query.extend_pairs(parameters);
        }
        let query = query.finish();
        write!(formatter, "{}", self.place)?;
        if query.is_empty() { Ok(()) } else { write!(formatter, "?{query}") }
    }
}

/// Sets a parameter. If an address gives it twice, the last value counts.
fn put(given: &mut Given, name: &str, value: &str) {
    match given.iter_mut().find(|(there, _)| there == name) {
        Some((_, there)) => value.clone_into(there),
        None => given.push((name.to_owned(), value.to_owned())),
    }
}

/// Parses a speed.
#[must_use]
pub fn speed_of(text: &str) -> Option<f64> {
    SPEEDS.into_iter().find(|speed| short(*speed) == text)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod documented;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod tests;
