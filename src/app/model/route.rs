//! The address behind `#`: every control is in it and comes back from it.

use crate::program::decimal;
use crate::scenarios::{self, Scenario};
use crate::text::{Language, reading};

use super::choices::{Mode, Steps, Tab, Theme};
use super::guess::{Guess, joined, split};
use super::run::Selection;
use super::state::{Beside, Place, State};
use crate::app::widgets::figures::short;

/// The speeds of a live run, in logical seconds per second.
pub const SPEEDS: [f64; 7] = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0];

/// What an address says. What it does not say keeps its default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// Where it leads.
    pub place: Place,
    /// The language, if it names one.
    pub language: Option<Language>,
    /// The colours, if it names them.
    pub theme: Option<Theme>,
    /// Live or instant.
    pub mode: Mode,
    /// The speed of a live run, if it names one.
    pub speed: Option<f64>,
    /// Whether several ways of the same work stand one above the other.
    pub compare: bool,
    /// What is given for the parameters of another run of the scenario, to be compared with unless the next two say
    /// otherwise.
    pub with: Option<Vec<(String, String)>>,
    /// The same of a run that was kept, to be compared with.
    pub kept: Option<Vec<(String, String)>>,
    /// Whether the ways are compared, and what `with` says waits.
    pub ways: bool,
    /// What the reader says of a run before it.
    pub guess: Guess,
    /// How far one click on Step or Back goes.
    pub steps: Steps,
    /// The open tab.
    pub tab: Tab,
    /// Whether the whole legend is open.
    pub legend: bool,
    /// The search.
    pub find: String,
    /// The selected task.
    pub selected: Option<Selection>,
    /// The moment of the run.
    pub at: Option<f64>,
    /// What is given for the scenario's parameters, as typed.
    pub parameters: Vec<(String, String)>,
    /// What could not be understood.
    pub problems: Vec<Problem>,
}

/// Something in an address that could not be understood. The rest of it holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Nothing here has this name.
    UnknownName(String),
    /// This name takes no such value.
    BadValue {
        /// The name.
        name: String,
        /// What it was given.
        value: String,
    },
}

impl Route {
    /// Reads the address behind `#`.
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut route = Self { place: place(path), ..Self::default() };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            route.read(&name, &value);
        }
        route
    }

    fn read(&mut self, name: &str, value: &str) {
        let understood = match name {
            "lang" => Language::from_code(value).map(|language| self.language = Some(language)),
            "theme" => Theme::from_code(value).map(|theme| self.theme = Some(theme)),
            "speed" => self.read_speed(value),
            "compare" => flag(value).map(|on| self.compare = on),
            "with" => {
                self.with = Some(self.read_beside(value));
                Some(())
            }
            "kept" => {
                self.kept = Some(self.read_beside(value));
                Some(())
            }
            "ways" => flag(value).map(|on| self.ways = on),
            "predict" => flag(value).map(|on| self.guess.on = on),
            "guess" => {
                value.clone_into(&mut self.guess.total);
                Some(())
            }
            "order" => split(value).map(|order| self.guess.order = order),
            "ends" => split(value).map(|ends| self.guess.ends = ends),
            "legend" => flag(value).map(|on| self.legend = on),
            "step" => Steps::from_code(value).map(|steps| self.steps = steps),
            "tab" => Tab::from_code(value).map(|tab| self.tab = tab),
            "find" => {
                value.clone_into(&mut self.find);
                Some(())
            }
            "at" => decimal(value).map(|at| self.at = Some(at)),
            "task" => {
                self.selected = Some(Selection::parse(value));
                Some(())
            }
            _ => return self.read_parameter(name, value),
        };
        if understood.is_none() {
            self.problems.push(Problem::BadValue { name: name.to_owned(), value: value.to_owned() });
        }
    }

    fn read_speed(&mut self, value: &str) -> Option<()> {
        if value == "instant" {
            self.mode = Mode::Instant;
            return Some(());
        }
        self.speed = Some(speed_of(value)?);
        Some(())
    }

    fn read_beside(&mut self, value: &str) -> Vec<(String, String)> {
        let pairs = form_urlencoded::parse(value.as_bytes()).into_owned();
        let (known, unknown): (Vec<_>, Vec<_>) = pairs.partition(|(name, _)| self.is_parameter(name));
        self.problems.extend(unknown.into_iter().map(|(name, _)| Problem::UnknownName(name)));
        known
    }

    fn is_parameter(&self, name: &str) -> bool {
        matches!(&self.place, Place::Scenario(scenario) if scenario.parameters.iter().any(|parameter| parameter.name == name))
    }

    fn read_parameter(&mut self, name: &str, value: &str) {
        if self.is_parameter(name) {
            self.parameters.push((name.to_owned(), value.to_owned()));
        } else {
            self.problems.push(Problem::UnknownName(name.to_owned()));
        }
    }

    /// The address of what `state` shows, with nothing in it that is as by default.
    #[must_use]
    pub fn address(state: &State) -> String {
        let path = match &state.place {
            Place::Contents => "/".to_owned(),
            Place::Scenario(scenario) => format!("/s/{}", scenario.id),
            Place::Reading(reading, term) if term.is_empty() => format!("/read/{}", reading.id),
            Place::Reading(reading, term) => format!("/read/{}/{term}", reading.id),
            Place::Unknown(address) => address.clone(),
        };
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut say = |name: &str, value: &str| {
            query.append_pair(name, value);
        };
        if (state.speed - 1.0).abs() > 1e-9 {
            say("speed", &short(state.speed));
        }
        if state.mode == Mode::Instant {
            say("speed", "instant");
        }
        if let Place::Scenario(scenario) = state.place {
            for (name, typed) in changed(scenario, &state.fields) {
                say(name, typed);
            }
            let kept = state.beside().filter(|_| state.with != Some(Beside::Typed));
            for (name, fields) in [("with", state.other.as_ref()), ("kept", kept)] {
                let Some(fields) = fields else { continue };
                let pairs =
                    form_urlencoded::Serializer::new(String::new()).extend_pairs(changed(scenario, fields)).finish();
                say(name, &pairs);
            }
            if state.other.is_some() && state.with.is_none() {
                say("ways", "1");
            }
        }
        if state.compare {
            say("compare", "1");
        }
        if state.guess.on {
            say("predict", "1");
        }
        if !state.guess.total.is_empty() {
            say("guess", &state.guess.total);
        }
        for (name, numbers) in [("order", &state.guess.order), ("ends", &state.guess.ends)] {
            if !numbers.is_empty() {
                say(name, &joined(numbers));
            }
        }
        if state.steps != Steps::default() {
            say("step", state.steps.code());
        }
        if state.tab != Tab::default() {
            say("tab", state.tab.code());
        }
        if let Some(selected) = &state.selected {
            say("task", &selected.to_string());
        }
        if let Some(at) = state.at {
            say("at", &at.to_string());
        }
        if state.legend {
            say("legend", "1");
        }
        if !state.find.is_empty() {
            say("find", &state.find);
        }
        if state.theme != Theme::System {
            say("theme", state.theme.code());
        }
        if state.language_chosen {
            say("lang", state.language.code());
        }
        let query = query.finish();
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// The address of a scenario's own page that keeps how `state` shows things.
    #[must_use]
    pub fn to_scenario(scenario: &'static Scenario, state: &State) -> String {
        let there = State {
            place: Place::Scenario(scenario),
            fields: scenario.defaults().fields(),
            selected: None,
            at: None,
            compare: false,
            with: None,
            other: None,
            guess: Guess::default(),
            find: String::new(),
            ..state.clone()
        };
        format!("#{}", Self::address(&there))
    }

    /// The address of a page that is read.
    #[must_use]
    pub fn to_reading(id: &str) -> String {
        format!("#/read/{id}")
    }

    /// The address of the contents.
    #[must_use]
    pub fn to_contents(state: &State) -> String {
        let there = State {
            place: Place::Contents,
            selected: None,
            at: None,
            compare: false,
            guess: Guess::default(),
            legend: false,
            tab: Tab::default(),
            find: String::new(),
            ..state.clone()
        };
        format!("#{}", Self::address(&there))
    }
}

/// Which fields differ from their defaults, by name.
fn changed<'a>(scenario: &'static Scenario, fields: &'a [String]) -> impl Iterator<Item = (&'static str, &'a String)> {
    let named = scenario.parameters.iter().zip(fields);
    named
        .filter(|(parameter, typed)| **typed != parameter.default().text())
        .map(|(parameter, typed)| (parameter.name, typed))
}

/// The speed that is written so.
#[must_use]
pub fn speed_of(text: &str) -> Option<f64> {
    SPEEDS.into_iter().find(|speed| short(*speed) == text)
}

fn place(path: &str) -> Place {
    match path {
        "" | "/" => Place::Contents,
        _ => scenario_at(path).or_else(|| reading_at(path)).unwrap_or_else(|| Place::Unknown(path.to_owned())),
    }
}

fn scenario_at(path: &str) -> Option<Place> {
    path.strip_prefix("/s/").and_then(scenarios::find).map(Place::Scenario)
}

fn reading_at(path: &str) -> Option<Place> {
    let rest = path.strip_prefix("/read/")?;
    let (id, term) = rest.split_once('/').unwrap_or((rest, ""));
    reading(id).map(|reading| Place::Reading(reading, term.to_owned()))
}

fn flag(value: &str) -> Option<bool> {
    match value {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::state::Action;
    use super::*;
    use std::rc::Rc;
    use yew::Reducible;

    fn state(address: &str) -> State {
        State::new(Route::parse(address), Language::English, Theme::System)
    }

    #[test]
    fn every_control_is_in_the_address_and_comes_back_from_it() {
        let address = "/s/concurrent?speed=0.5&first=3.0&second=soon&compare=1&tab=code&task=D1%40concurrent&legend=1\
                       &find=all&theme=dark&lang=fr";
        assert_eq!(Route::address(&state(address)), address);
        let back = state(&Route::address(&state(address)));
        assert_eq!(back.fields, ["3.0", "soon", "1.5"]);
        assert_eq!(back.language, Language::French);
        assert_eq!(back.selected, Some(Selection { task: "D1".to_owned(), track: Some("concurrent".to_owned()) }));
    }

    #[test]
    fn what_is_as_by_default_is_left_out() {
        assert_eq!(Route::address(&state("/s/gather?a001=1.2&speed=1&tab=outcome&compare=0")), "/s/gather");
        assert_eq!(Route::address(&state("")), "/");
        assert_eq!(Route::address(&state("/s/gather?speed=instant")), "/s/gather?speed=instant");
    }

    #[test]
    fn an_instant_run_remembers_the_speed_of_the_next_live_one() {
        let instant = state("/s/gather?speed=2&speed=instant");
        assert_eq!((instant.mode, instant.speed), (Mode::Instant, 2.0));
        assert_eq!(Route::address(&instant), "/s/gather?speed=2&speed=instant");
    }

    #[test]
    fn what_cannot_be_understood_is_said_and_the_rest_holds() {
        let route = Route::parse("/s/gather?speed=7&tab=poem&bogus=1&a001=3&lang=xx");
        let bad = |name: &str, value: &str| Problem::BadValue { name: name.to_owned(), value: value.to_owned() };
        assert_eq!(
            route.problems,
            [bad("speed", "7"), bad("tab", "poem"), Problem::UnknownName("bogus".to_owned()), bad("lang", "xx")]
        );
        assert_eq!(route.parameters, [("a001".to_owned(), "3".to_owned())]);
        assert_eq!(Route::parse("/s/nothing").place, Place::Unknown("/s/nothing".to_owned()));
    }

    #[test]
    fn an_odd_word_survives_the_address() {
        let mut typed = Rc::new(state("/s/one-coroutine"));
        typed = typed.reduce(Action::Type(0, "Zoé & \u{1f98a} =?#".to_owned()));
        assert_eq!(state(&Route::address(&typed)).fields[0], "Zoé & \u{1f98a} =?#");
    }
}
