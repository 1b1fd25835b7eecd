//! aiohttp's client, as far as the course uses it, over whatever carries requests here: in the page the browser's fetch.
//!
//! | Python | here |
//! |---|---|
//! | `aiohttp.ClientSession(timeout=t, connector=c)` | [`ClientSession::new`] |
//! | `aiohttp.TCPConnector(limit=n, limit_per_host=m)` | [`TcpConnector`] |
//! | `aiohttp.ClientTimeout(total=t, connect=c, sock_read=r)` | [`ClientTimeout`] |
//! | `response = await session.get(url)` | `let response = session.get(url).await?;` |
//! | `response.status`, `response.ok`, `response.raise_for_status()` | [`ClientResponse`] |
//! | `await session.close()` | [`ClientSession::close`] |
//! | `await response.content.readany()`, `await response.read()`, `await response.text()` | the same methods |
//!
//! As there, a status of 4xx or 5xx is no exception, and a session is for many requests (`semantics.md`
//! rule 39). What differs:
//! a browser hides the steps of a connection, so `connect` is the wait for one of the session's; whatever goes wrong
//! before an answer is a `ClientConnectionError`, since a browser does not say what; and no body may be larger than
//! [`LARGEST_BODY`].
//!
//! Each request is in the log, stage by stage, at the logical time at which it went on
//! ([`crate::trace::Stage`]). A response that is dropped, and a request whose task is cancelled, is aborted.

mod address;
mod connector;
mod consent;
mod exchange;
mod response;
mod session;
mod transport;

pub use address::{ADDRESS_LENGTH, BadAddress, check as check_address, origin};
pub use connector::TcpConnector;
pub use consent::{Destination, Permitted, destination};
pub use exchange::LARGEST_BODY;
pub use response::ClientResponse;
pub use session::{ClientSession, ClientTimeout};
pub use transport::{Carried, Receiver, Transport, carry_with, carrying_nothing};

#[cfg(test)]
mod tests;
