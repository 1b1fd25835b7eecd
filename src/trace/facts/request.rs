//! What the log says of a request to the network.

use serde::Serialize;

use super::text::Text;

/// A request of one run: the number of its making, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct RequestId(pub u32);

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// A program asked for it; it waits for a place among the session's connections.
    Queued {
        /// Its address.
        url: Text,
    },
    /// It was handed to the network.
    Sent,
    /// The status and headers have come.
    Answered {
        /// The HTTP status.
        status: u16,
        /// How many bytes the body has, where the answer says so.
        length: Option<u32>,
        /// Whether the page answered it by itself, without the network.
        simulated: bool,
    },
    /// A part of the body has come.
    Received {
        /// How many bytes have come so far.
        bytes: u32,
    },
    /// The whole body has come.
    Done,
    /// There will be no answer, or not the rest of it.
    Failed {
        /// Why, in the words of the exception.
        why: Text,
    },
    /// The program wants it no more.
    Aborted,
}
