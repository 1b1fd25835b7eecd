//! The lab's runs in the page's state: the programs that were run, and how many runs were asked for.

use crate::program::{Kind, Parameter, Setup, Variant};
use crate::scenarios::Scenario;

/// The parameters of a run in the lab: the seed.
pub static PARAMETERS: &[Parameter] = &[Parameter { name: "seed", kind: Kind::Seed { default: 7 } }];

/// The runs of the lab. The text of the program belongs to the editor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// The number of runs that the reader asked for.
    pub asked: u32,
    /// The number of runs that have started.
    pub begun: u32,
    /// The variants of the present or last run: one program, or an earlier version of it and the present one.
    pub shown: Vec<Variant>,
    /// The scenario whose program the reader opened in the lab, with its values.
    pub edits: Option<(&'static Scenario, Setup)>,
    /// The encoded program of the link that opened the lab, until the reader stores it.
    pub code: String,
}
