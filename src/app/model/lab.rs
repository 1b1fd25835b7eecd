//! The reader's own program, as far as the page's state knows it: what was run, and how often that was asked for.

use crate::program::{Kind, Parameter, Setup, Variant};
use crate::scenarios::Scenario;

/// What the reader can change of a run in the lab, beside the program: what its draws begin with.
pub static PARAMETERS: &[Parameter] = &[Parameter { name: "seed", kind: Kind::Seed { default: 7 } }];

/// The runs of the lab. The text itself is the editor's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// How often the reader has asked for a run.
    pub asked: u32,
    /// How many of these have begun.
    pub begun: u32,
    /// What is run or was run last: one program, or an earlier version of it and this one.
    pub shown: Vec<Variant>,
    /// The scenario whose program the reader wants to edit, with its values.
    pub edits: Option<(&'static Scenario, Setup)>,
    /// The program of the link that led here, until it is kept.
    pub code: String,
}
