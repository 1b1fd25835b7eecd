//! aiohttp's client, as far as the course uses it, over an exchangeable transport: in the page, the browser's fetch.
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
//! As in aiohttp, a status of 4xx or 5xx is no exception, and a session serves many requests (`semantics.md` rule 39).
//! There are three differences. A browser hides how a connection is made, so `connect` limits the wait for one of the
//! session's connections. A browser gives no reason for a failure, so any failure before the response is a
//! `ClientConnectionError`. A body may have at most [`LARGEST_BODY`] bytes.
//!
//! The log has each stage of a request at its logical time ([`crate::trace::Stage`]). A request is aborted when its
//! response is dropped or its task is cancelled.

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
