//! Checks that a line refers only to tasks, resources and requests that earlier lines created.

use super::super::facts::event::{On, What};
use super::super::facts::request::Stage;

/// How many tasks, resources and requests exist so far. Their numbers must be in order: views use them as indexes.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) tasks: u32,
    pub(super) resources: u32,
    pub(super) requests: u32,
}

/// Whether every task, resource and request that an event refers to has been created. Counts a new request.
pub(super) fn names_only(what: &What, made: &mut Made) -> bool {
    match what {
        What::Created { parent, .. } => parent.is_none_or(|parent| parent.0 < made.tasks),
        What::Suspended { on, .. } => match on {
            On::Task(_) | On::Tasks { .. } => on.tasks().iter().all(|task| task.0 < made.tasks),
            On::Resource { resource, .. } => resource.0 < made.resources,
            On::Request(request) => request.0 < made.requests,
            On::NextIteration | On::Timer { .. } | On::Worker { .. } | On::Job | On::Input | On::Future => true,
        },
        What::CancelRequested { by } => by.task().is_none_or(|task| task.0 < made.tasks),
        What::ResourceChanged { resource, .. } => resource.0 < made.resources,
        What::Requested { request, stage: Stage::Queued { .. } } if request.0 == made.requests => {
            made.requests += 1;
            true
        }
        What::Requested { request, stage } => request.0 < made.requests && !matches!(stage, Stage::Queued { .. }),
        What::Renamed(_)
        | What::StepBegan
        | What::Ready
        | What::Blocked { .. }
        | What::Printed(_)
        | What::Warned { .. }
        | What::CancelDelivered { .. }
        | What::CancelWithdrawn
        | What::ResourceMade { .. }
        | What::Finished(_) => true,
    }
}
