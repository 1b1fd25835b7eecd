//! `aiohttp.ClientSession`: a session for many requests.

use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::connector::{Connections, TcpConnector};
use super::exchange::Exchange;
use super::response::ClientResponse;
use crate::asyncio::{Outcome, loop_time};
use crate::trace::Seconds;

/// The timeouts of a request, in seconds; `None` means no limit (`aiohttp.ClientTimeout`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClientTimeout {
    /// The limit for the whole request, from waiting for a connection to the last byte.
    pub total: Option<Seconds>,
    /// The limit for waiting for a connection.
    pub connect: Option<Seconds>,
    /// The limit for the time between two received parts of the response.
    pub sock_read: Option<Seconds>,
}

impl Default for ClientTimeout {
    fn default() -> Self {
        Self { total: Some(300.0), connect: None, sock_read: None }
    }
}

/// A session. Clones share one session.
#[derive(Clone)]
pub struct ClientSession {
    timeout: ClientTimeout,
    connections: Rc<Connections>,
}

impl ClientSession {
    /// A session with these limits.
    #[must_use]
    pub fn new(timeout: ClientTimeout, connector: TcpConnector) -> Self {
        Self { timeout, connections: Connections::new(connector) }
    }

    /// Requests `url` and waits for the status and the headers. The body may arrive later.
    ///
    /// # Errors
    /// `ClientConnectionError` if no response arrives; `TimeoutError`, `ConnectionTimeoutError` or `SocketTimeoutError`
    /// when a limit expires; [`Raised::Cancelled`](crate::asyncio::Raised::Cancelled) if the task is cancelled. An HTTP
    /// status is no error.
    #[track_caller]
    pub fn get(&self, url: &str) -> impl Future<Output = Outcome<ClientResponse>> + 'static {
        let place = Location::caller();
        let (session, url) = (self.clone(), url.to_owned());
        async move { session.request(url, place).await }
    }

    /// Does nothing, because a session here holds nothing open. Programs call it as they do in aiohttp.
    #[allow(clippy::unused_async)] // a coroutine, as in aiohttp
    pub async fn close(&self) {}

    async fn request(self, url: String, place: &'static Location<'static>) -> Outcome<ClientResponse> {
        let ClientTimeout { total, connect, sock_read } = self.timeout;
        let exchange = Exchange::new(&url, total.map(|total| loop_time() + total));
        let connection = self.connections.place(host_of(&url), &exchange, connect, place).await?;
        exchange.send(&url, connection)?;
        let answer = exchange.answer(sock_read, place).await?;
        Ok(ClientResponse::new(url, answer, exchange, sock_read))
    }
}

/// The host of an address; empty for the lab server's addresses.
fn host_of(url: &str) -> &str {
    url.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default())
}
