//! The requests of a run to the network, each with the times of its stages.

use crate::trace::facts::event::{Event, What};
use crate::trace::facts::request::{RequestId, Stage};
use crate::trace::facts::task::TaskId;
use crate::trace::facts::text::Text;
use crate::trace::facts::time::Seconds;

/// A request up to the cursor.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The request's number.
    pub id: RequestId,
    /// The task that made the request.
    pub task: TaskId,
    /// The address.
    pub url: Text,
    /// When the request was made.
    pub queued: Seconds,
    /// When the request was sent to the network.
    pub sent: Option<Seconds>,
    /// When the status and headers arrived.
    pub answered: Option<Seconds>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// The number of bytes of the body received so far.
    pub bytes: u32,
    /// The length of the body in bytes, if the answer gave it.
    pub length: Option<u32>,
    /// Whether the page simulated the answer.
    pub simulated: bool,
    /// When and how the request ended; `None` while it is in progress.
    pub end: Option<(Seconds, RequestEnd)>,
}

/// How a request ended.
#[derive(Clone, Debug, PartialEq)]
pub enum RequestEnd {
    /// The whole answer arrived, with any status.
    Done,
    /// The request failed for this reason.
    Failed(Text),
    /// The program gave the request up.
    Aborted,
}

impl Request {
    /// Records a stage of this request.
    fn record(&mut self, at: Seconds, stage: &Stage) {
        match stage {
            Stage::Queued { .. } => {}
            Stage::Sent => self.sent = Some(at),
            Stage::Answered { status, length, simulated } => {
                self.answered = Some(at);
                (self.status, self.length, self.simulated) = (Some(*status), *length, *simulated);
            }
            Stage::Received { bytes } => self.bytes = *bytes,
            Stage::Done => self.end = Some((at, RequestEnd::Done)),
            Stage::Failed { why } => self.end = Some((at, RequestEnd::Failed(why.clone()))),
            Stage::Aborted => self.end = Some((at, RequestEnd::Aborted)),
        }
    }
}

/// Records the stage that an event reports.
pub(super) fn record(requests: &mut Vec<Request>, event: &Event) {
    let What::Requested { request, stage } = &event.what else { return };
    if let Stage::Queued { url } = stage {
        requests.push(Request {
            id: *request,
            task: event.task,
            url: url.clone(),
            queued: event.time,
            sent: None,
            answered: None,
            status: None,
            bytes: 0,
            length: None,
            simulated: false,
            end: None,
        });
    } else if let Some(known) = requests.get_mut(request.0 as usize) {
        known.record(event.time, stage);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_has_its_phases_and_its_end() {
        let mut requests = Vec::new();
        let mut tell = |request, time, stage| {
            let what = What::Requested { request: RequestId(request), stage };
            record(&mut requests, &Event { time, task: TaskId(1), callback: 1, what });
        };
        tell(0, 0.0, Stage::Queued { url: "json".into() });
        tell(1, 0.0, Stage::Queued { url: "drop".into() });
        tell(0, 0.5, Stage::Sent);
        tell(0, 1.0, Stage::Answered { status: 404, length: Some(8), simulated: true });
        tell(1, 1.5, Stage::Failed { why: "no".into() });
        tell(0, 1.5, Stage::Received { bytes: 5 });
        tell(0, 2.0, Stage::Received { bytes: 8 });
        tell(0, 2.0, Stage::Done);
        let [json, drop] = &requests[..] else { panic!("{requests:?}") };
        assert_eq!((json.queued, json.sent, json.answered), (0.0, Some(0.5), Some(1.0)));
        assert_eq!((json.status, json.bytes, json.length, json.simulated), (Some(404), 8, Some(8), true));
        assert_eq!(json.end, Some((2.0, RequestEnd::Done)));
        assert_eq!((drop.sent, &drop.end), (None, &Some((1.5, RequestEnd::Failed("no".into())))));
    }
}
