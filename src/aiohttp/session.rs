//! `aiohttp.ClientSession`: one for many requests.

use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::connector::{Connections, TcpConnector};
use super::exchange::Exchange;
use super::response::ClientResponse;
use crate::asyncio::{Outcome, loop_time};
use crate::trace::Seconds;

/// The limits of a request, in seconds; nothing is no limit (`aiohttp.ClientTimeout`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClientTimeout {
    /// On all of it, from the wait for a connection to the last byte.
    pub total: Option<Seconds>,
    /// On the wait for a connection.
    pub connect: Option<Seconds>,
    /// On the silence between two pieces of news.
    pub sock_read: Option<Seconds>,
}

impl Default for ClientTimeout {
    fn default() -> Self {
        Self { total: Some(300.0), connect: None, sock_read: None }
    }
}

/// A session. Clones are the same session.
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

    /// Requests `url` and waits for status and headers; the body may come later.
    ///
    /// # Errors
    /// `ClientConnectionError` without an answer, `TimeoutError`, `ConnectionTimeoutError` or `SocketTimeoutError` where a limit
    /// runs out, a cancellation. A status is none.
    #[track_caller]
    pub fn get(&self, url: &str) -> impl Future<Output = Outcome<ClientResponse>> + 'static {
        let place = Location::caller();
        let (session, url) = (self.clone(), url.to_owned());
        async move { session.request(url, place).await }
    }

    /// Closes the session. Ours holds nothing that would have to be waited for.
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

/// The host of an address; the lab server's own addresses have none.
fn host_of(url: &str) -> &str {
    url.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default())
}
