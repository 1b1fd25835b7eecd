//! The words for each event of a callback.

use super::Speaker;
use crate::app::widgets::figures::{Figures, asker, awaited};
use crate::app::widgets::icon::change_words;
use crate::app::widgets::reasons::reason;
use crate::trace::{Deed, End, On, Resource, ResourceId, Stage, TaskId, Then, exception_text, quoted};

impl Speaker<'_> {
    /// The words for an event of this task.
    pub(super) fn deed(&self, task: TaskId, deed: &Deed) -> String {
        let said = self.said;
        match deed {
            Deed::Renamed(name) => (said.renamed)(&name.to_string()),
            Deed::Made | Deed::Began => said.begins.to_owned(),
            Deed::Left(then) => self.then(then).unwrap_or_default(),
            Deed::Printed(text) => (said.prints)(&quoted(text.as_str())),
            Deed::Warned(_, message) => (said.warns)(message.as_str()),
            Deed::Held { until, computes: true } => (said.computes)(&self.words.measured(*until)),
            Deed::Held { until, computes: false } => (said.holds)(&self.words.measured(*until)),
            Deed::Asked(by) => (said.asked)(&asker(*by, task, self.picture, self.words)),
            Deed::Delivered => said.raised.to_owned(),
            Deed::Withdrawn => said.withdrawn.to_owned(),
            Deed::NewResource(resource) => (said.makes)(&self.resource(*resource)),
            Deed::Changed(resource, change) => change_words(*change, self.words).1(&self.resource(*resource)),
            Deed::Requested(_, stage) => self.stage(stage),
            Deed::Ready(why) => match why {
                Some(why) => (said.ready)(&reason(why, task, self.picture, self.words, said)),
                None => said.is_ready.to_owned(),
            },
        }
    }

    fn resource(&self, resource: ResourceId) -> String {
        self.picture.resource(resource).map(Resource::name).unwrap_or_default()
    }

    fn stage(&self, stage: &Stage) -> String {
        let said = &self.said.requested;
        match stage {
            Stage::Queued { url } => (said.queued)(url.as_str()),
            Stage::Sent => said.sent.to_owned(),
            Stage::Answered { status, .. } => (said.answered)(&status.to_string()),
            Stage::Received { bytes } => (said.received)(&bytes.to_string()),
            Stage::Done => said.done.to_owned(),
            Stage::Failed { why } => (said.failed)(why.as_str()),
            Stage::Aborted => said.aborted.to_owned(),
        }
    }

    /// How a task's step ended.
    pub(super) fn then(&self, then: &Then) -> Option<String> {
        Some(match then {
            Then::Waits(On::Timer { until }) => (self.said.sleeps)(&self.words.measured(*until)),
            Then::Waits(On::NextIteration) => self.said.gives_way.to_owned(),
            Then::Waits(on) => {
                (self.said.waits)(&awaited(on, self.picture).unwrap_or_else(|| self.words.a_future.to_owned()))
            }
            Then::Ended(end) => self.end(end),
            // The blocking call has a clause of its own.
            Then::Holds(_) | Then::Runs => return None,
        })
    }

    /// How a task ended.
    pub(super) fn end(&self, end: &End) -> String {
        match end {
            End::Returned(value) => (self.said.ends)(value.as_str()),
            End::Failed { class, message } => (self.said.fails)(&exception_text(class, message)),
            End::Cancelled => self.said.cancelled.to_owned(),
            End::Destroyed => self.said.destroyed.to_owned(),
        }
    }
}
