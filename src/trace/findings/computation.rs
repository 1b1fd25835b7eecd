//! The computations of a program, on the event loop's thread or in a worker thread.

use crate::trace::facts::event::{Event, On, What};
use crate::trace::facts::time::Seconds;

/// One computation of a program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Computation {
    /// When the computation begins.
    pub from: Seconds,
    /// When the computation ends; always after `from`.
    pub until: Seconds,
    /// Whether a worker thread computes. Otherwise the computation holds the event loop's thread.
    pub in_worker: bool,
}

/// The computations that begin at these events. A worker's function may both compute and sleep. The log does not give
/// the order of the two, so this function assumes that the computation comes first.
pub fn computations<'a>(events: impl IntoIterator<Item = &'a Event>) -> impl Iterator<Item = Computation> {
    events.into_iter().filter_map(|event| {
        let from = event.time;
        let (until, in_worker) = match &event.what {
            What::Blocked { until, computes, .. } => computes.then_some((*until, false))?,
            What::Suspended { on, .. } => (from + computes_in_worker(on)?, true),
            What::Created { .. }
            | What::Renamed(_)
            | What::StepBegan
            | What::Ready
            | What::Printed(_)
            | What::Warned { .. }
            | What::CancelRequested { .. }
            | What::CancelDelivered { .. }
            | What::CancelWithdrawn
            | What::ResourceMade { .. }
            | What::Requested { .. }
            | What::ResourceChanged { .. }
            | What::Finished(_) => return None,
        };
        (until > from).then_some(Computation { from, until, in_worker })
    })
}

/// How long a worker thread computes while a task waits for the thread; `None` if the task waits for anything else.
fn computes_in_worker(on: &On) -> Option<Seconds> {
    match on {
        On::Worker { computes, .. } => Some(*computes),
        On::NextIteration
        | On::Timer { .. }
        | On::Task(_)
        | On::Tasks { .. }
        | On::Resource { .. }
        | On::Request(_)
        | On::Job
        | On::Input
        | On::Future => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::line::Line;
    use crate::trace::facts::task::TaskId;

    #[test]
    fn only_a_call_that_computes_for_some_time_is_a_computation() {
        let line = Line::NONE;
        let events = [
            What::Blocked { until: 1.0, computes: false, line },
            What::Blocked { until: 2.5, computes: true, line },
            What::Blocked { until: 0.5, computes: true, line },
            What::Suspended { on: On::Worker { until: 3.0, computes: 0.0 }, line },
            What::Suspended { on: On::Worker { until: 3.0, computes: 1.0 }, line },
        ];
        let events = events.map(|what| Event { time: 0.5, task: TaskId::MAIN, callback: 1, what });
        let told: Vec<_> = computations(&events).collect();
        let computation = |until, in_worker| Computation { from: 0.5, until, in_worker };
        assert_eq!(told, [computation(2.5, false), computation(1.5, true)]);
    }
}
