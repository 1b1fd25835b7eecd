//! `aiohttp.ClientResponse`: the status and headers, and the body, which arrives in parts.

use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::exchange::Exchange;
use super::transport::Answer;
use crate::asyncio::{Outcome, Raised};
use crate::trace::Seconds;

/// A response. Dropping it before the end of the body aborts the request.
pub struct ClientResponse {
    /// The HTTP status.
    pub status: u16,
    url: String,
    headers: Rc<[(String, String)]>,
    exchange: Rc<Exchange>,
    sock_read: Option<Seconds>,
}

impl ClientResponse {
    pub(super) fn new(url: String, answer: Answer, exchange: Rc<Exchange>, sock_read: Option<Seconds>) -> Self {
        let Answer { status, redirected, headers } = answer;
        Self { status, url: redirected.unwrap_or(url), headers, exchange, sock_read }
    }

    /// Whether the status is below 400.
    #[must_use]
    pub const fn ok(&self) -> bool {
        self.status < 400
    }

    /// The address that answered, after redirects.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The value of a header; `name` is in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Raises an exception for a status of 400 or more.
    ///
    /// # Errors
    /// `ClientResponseError`, with the status and the address.
    pub fn raise_for_status(&self) -> Outcome<()> {
        if self.ok() {
            return Ok(());
        }
        Err(Raised::exception("ClientResponseError", format!("{}, url='{}'", self.status, self.url)))
    }

    /// The next part of the body, as soon as one arrives; empty at the end (`response.content.readany()`).
    ///
    /// # Errors
    /// `ClientPayloadError` if the body ends early; an exception of the session's timeouts; [`Raised::Cancelled`] if
    /// the task is cancelled.
    #[track_caller]
    pub fn readany(&self) -> impl Future<Output = Outcome<Vec<u8>>> + 'static {
        let place = Location::caller();
        let (exchange, sock_read) = (Rc::clone(&self.exchange), self.sock_read);
        async move { exchange.part(sock_read, place).await }
    }

    /// The whole body.
    ///
    /// # Errors
    /// Those of [`ClientResponse::readany`].
    #[track_caller]
    pub fn read(&self) -> impl Future<Output = Outcome<Vec<u8>>> + 'static {
        let place = Location::caller();
        let (exchange, sock_read) = (Rc::clone(&self.exchange), self.sock_read);
        async move {
            let mut body = Vec::new();
            loop {
                let part = exchange.part(sock_read, place).await?;
                if part.is_empty() {
                    return Ok(body);
                }
                body.extend(part);
            }
        }
    }

    /// The whole body as text. Invalid UTF-8 becomes replacement characters.
    ///
    /// # Errors
    /// Those of [`ClientResponse::readany`].
    #[track_caller]
    pub fn text(&self) -> impl Future<Output = Outcome<String>> + 'static {
        let read = self.read();
        async move { Ok(String::from_utf8_lossy(&read.await?).into_owned()) }
    }
}
