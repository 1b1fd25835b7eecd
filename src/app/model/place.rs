//! The reader's place in the page, and the path of its address.

use std::fmt;

use super::lab;
use crate::program::Parameter;
use crate::scenarios::{self, Scenario};
use crate::text::{Reading, reading};

/// The path of the lab.
const LAB: &str = "/lab";

/// The place in the page where the reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Place {
    /// The contents.
    #[default]
    Contents,
    /// The lab.
    Lab,
    /// An exercise, by its name. The list of exercises is loaded later, so the name may be unknown.
    Exercise(String),
    /// A scenario.
    Scenario(&'static Scenario),
    /// A reading. The text is a term of the glossary, or empty.
    Reading(&'static Reading, String),
    /// An unknown path.
    Unknown(String),
}

impl Place {
    /// Parses the path of an address.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        match path {
            "" | "/" => Self::Contents,
            LAB => Self::Lab,
            _ => scenario_at(path)
                .or_else(|| reading_at(path))
                .or_else(|| exercise_at(path))
                .unwrap_or_else(|| Self::Unknown(path.to_owned())),
        }
    }

    /// The id of the scenario or reading.
    #[must_use]
    pub const fn id(&self) -> Option<&'static str> {
        match self {
            Self::Scenario(scenario) => Some(scenario.id),
            Self::Reading(reading, _) => Some(reading.id),
            Self::Contents | Self::Lab | Self::Exercise(_) | Self::Unknown(_) => None,
        }
    }

    /// The scenario.
    #[must_use]
    pub const fn scenario(&self) -> Option<&'static Scenario> {
        match self {
            Self::Scenario(scenario) => Some(scenario),
            Self::Contents | Self::Lab | Self::Exercise(_) | Self::Reading(..) | Self::Unknown(_) => None,
        }
    }

    /// The kind of place, for style sheets and scripts.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Contents => "contents",
            Self::Lab | Self::Exercise(_) => "lab",
            Self::Scenario(_) => "scenario",
            Self::Reading(..) => "reading",
            Self::Unknown(_) => "unknown",
        }
    }

    /// Whether the reader writes the program that runs there.
    #[must_use]
    pub const fn is_lab(&self) -> bool {
        matches!(self, Self::Lab | Self::Exercise(_))
    }

    /// The parameters that the reader can change there.
    #[must_use]
    pub fn parameters(&self) -> &'static [Parameter] {
        match self {
            Self::Scenario(scenario) => scenario.parameters,
            Self::Lab | Self::Exercise(_) => lab::PARAMETERS,
            Self::Contents | Self::Reading(..) | Self::Unknown(_) => &[],
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contents => formatter.write_str("/"),
            Self::Lab => formatter.write_str(LAB),
            Self::Exercise(id) => write!(formatter, "/e/{id}"),
            Self::Scenario(scenario) => write!(formatter, "/s/{}", scenario.id),
            Self::Reading(reading, term) if term.is_empty() => write!(formatter, "/read/{}", reading.id),
            Self::Reading(reading, term) => write!(formatter, "/read/{}/{term}", reading.id),
            Self::Unknown(path) => formatter.write_str(path),
        }
    }
}

fn scenario_at(path: &str) -> Option<Place> {
    path.strip_prefix("/s/").and_then(scenarios::find).map(Place::Scenario)
}

/// The path of an exercise. Its name is of small letters, digits and hyphens.
fn exercise_at(path: &str) -> Option<Place> {
    let id = path.strip_prefix("/e/")?;
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    (!id.is_empty() && id.chars().all(plain)).then(|| Place::Exercise(id.to_owned()))
}

fn reading_at(path: &str) -> Option<Place> {
    let rest = path.strip_prefix("/read/")?;
    let (id, term) = rest.split_once('/').unwrap_or((rest, ""));
    reading(id).map(|reading| Place::Reading(reading, term.to_owned()))
}
