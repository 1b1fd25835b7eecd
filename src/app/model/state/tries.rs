//! Suggestions of a guide: setting their values, and restoring the former ones.

use super::{State, Task};
use crate::app::model::against::{Against, Rival};
use crate::app::model::choices::Mode;
use crate::app::model::given::Given;

/// The values from before the first suggestion was tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    fields: Vec<String>,
    task: Task,
    against: Against,
    mode: Mode,
}

impl State {
    /// Requests a run of the reader's own program. The time that an address names belongs to the first run only.
    pub(in crate::app::model) fn launch(&mut self) {
        if self.lab.begun > 0 {
            self.leave_moment();
        }
        self.lab.asked += 1;
    }

    /// Sets the given fields, and all others to their defaults, as the guide assumes. Then runs the scenario, unless
    /// that would send requests.
    pub(in crate::app::model) fn try_out(&mut self, given: &Given) {
        let Some(scenario) = self.scenario() else { return };
        let before =
            Before { fields: self.fields.clone(), task: self.task, against: self.against.clone(), mode: self.mode };
        self.before_try.get_or_insert(before);
        self.fields = scenario.fields(given);
        let is_set = |name: &str| given.iter().any(|(given, _)| given == name);
        self.leave(Task::Predict);
        if is_set("speed") {
            self.mode = Mode::Instant;
        }
        if is_set("compare") {
            self.against = Against::new(Rival::Ways, None);
            self.compare();
        } else {
            self.leave(Task::Compare);
        }
        self.begin_anew();
    }

    /// Restores the values from before the first suggestion, and runs.
    pub(in crate::app::model) fn untry(&mut self) {
        let Some(Before { fields, task, against, mode }) = self.before_try.take() else { return };
        (self.fields, self.task, self.against, self.mode) = (fields, task, against, mode);
        self.begin_anew();
    }

    /// Runs with other values. A question about the origins of the former ones is withdrawn.
    fn begin_anew(&mut self) {
        self.asked.clear();
        self.leave_moment();
        if !self.is_real() && !self.predicts() {
            self.tries += 1;
        }
    }
}
