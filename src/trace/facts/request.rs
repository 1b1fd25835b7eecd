//! What the log says about a request to the network.

use serde::Serialize;

use super::text::Text;

/// A request of one run, numbered by creation from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct RequestId(pub u32);

/// The stage that a request has reached.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The program made the request. It waits for one of the session's connections.
    Queued {
        /// The request's address.
        url: Text,
    },
    /// The request was sent to the network.
    Sent,
    /// The status and the headers arrived.
    Answered {
        /// The HTTP status.
        status: u16,
        /// The length of the body in bytes, if the headers give it.
        length: Option<u32>,
        /// Whether the page simulated the answer, without the network.
        simulated: bool,
    },
    /// A part of the body arrived.
    Received {
        /// The number of bytes received so far.
        bytes: u32,
    },
    /// The whole body arrived.
    Done,
    /// The request failed before its answer was complete.
    Failed {
        /// The message of the exception.
        why: Text,
    },
    /// The program gave the request up.
    Aborted,
}
