//! How a comparison begins: with a run other than the present one.

use super::{State, Task};
use crate::app::model::against::Rival;
use crate::app::model::kept::Kept;

impl State {
    /// Starts a comparison, if possible. A scenario without other ways is compared with another run of itself.
    pub(in crate::app::model) fn compare(&mut self) {
        if self.comparable() {
            self.task = Task::Compare;
            if *self.against.rival() == Rival::Ways && self.ways().is_empty() {
                self.against.choose(Rival::Typed, &self.fields);
            }
        }
    }

    /// Starts a comparison with a run other than the present one: the last kept run, a run with the defaults, or a run with
    /// one field changed.
    pub(in crate::app::model) fn begin_comparing(&mut self) {
        let begins = *self.against.rival() == Rival::Ways && self.against.typed().is_none() && self.ways().is_empty();
        if let Some(scenario) = self.scenario().filter(|_| begins && self.comparable()) {
            let kept = self.kept_here().into_iter().rev().map(Kept::fields).find(|fields| *fields != self.fields);
            let mut other = scenario.fields(&[]);
            if other == self.fields {
                // Two equal runs would show nothing, so the first field that has another valid value gets that value.
                let mut places = scenario.parameters.iter().zip(&mut other);
                let changed = places.find_map(|(parameter, field)| Some((parameter.neighbour()?, field)));
                if let Some((value, field)) = changed {
                    *field = value.text();
                }
            }
            self.against.choose(kept.map_or(Rival::Typed, Rival::Kept), &other);
        }
        self.compare();
    }
}
