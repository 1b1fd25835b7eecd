//! A session's connections: their limits, and the requests that wait for one.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::panic::Location;
use std::rc::{Rc, Weak};

use super::exchange::Exchange;
use crate::asyncio::{Outcome, loop_time};
use crate::trace::Seconds;

/// The maximum number of open connections of a session (`aiohttp.TCPConnector`); 0 means no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TcpConnector {
    /// The limit for all hosts together.
    pub limit: u32,
    /// The limit for each host.
    pub limit_per_host: u32,
}

impl Default for TcpConnector {
    fn default() -> Self {
        Self { limit: 100, limit_per_host: 0 }
    }
}

/// The connections of a session: `hosts` has the number of open ones by host, `line` the waiting requests in order.
pub(super) struct Connections {
    connector: TcpConnector,
    hosts: RefCell<Vec<(String, u32)>>,
    line: RefCell<VecDeque<Rc<Waiting>>>,
}

/// A request that waits for a connection.
struct Waiting {
    host: String,
    exchange: Weak<Exchange>,
    granted: Cell<bool>,
}

/// A connection in use. Dropping it gives it to the next waiting request.
pub(super) struct Place {
    connections: Rc<Connections>,
    host: String,
}

impl Connections {
    pub(super) fn new(connector: TcpConnector) -> Rc<Self> {
        Rc::new(Self { connector, hosts: RefCell::default(), line: RefCell::default() })
    }

    /// Waits for a free connection to `host`, for at most `connect` seconds.
    pub(super) async fn place(
        self: &Rc<Self>,
        host: &str,
        exchange: &Rc<Exchange>,
        connect: Option<Seconds>,
        place: &'static Location<'static>,
    ) -> Outcome<Place> {
        let mine = || Place { connections: Rc::clone(self), host: host.to_owned() };
        if self.is_free(host) && !self.line.borrow().iter().any(|waiting| waiting.host == host) {
            self.count(host, 1);
            return Ok(mine());
        }
        let waiting =
            Rc::new(Waiting { host: host.to_owned(), exchange: Rc::downgrade(exchange), granted: Cell::new(false) });
        self.line.borrow_mut().push_back(Rc::clone(&waiting));
        let waited = self.turn(&waiting, exchange, connect, place).await;
        self.line.borrow_mut().retain(|other| !Rc::ptr_eq(other, &waiting));
        // If the request gets a connection and is cancelled at the same time, the connection is dropped and goes to the
        // next request.
        let granted = waiting.granted.get().then(mine);
        waited?;
        Ok(granted.expect("a wait that raised no error ended with a connection"))
    }

    async fn turn(
        &self,
        waiting: &Waiting,
        exchange: &Exchange,
        connect: Option<Seconds>,
        place: &'static Location<'static>,
    ) -> Outcome<()> {
        let latest = connect.map(|connect| loop_time() + connect);
        while !waiting.granted.get() {
            match (latest, exchange.deadline()) {
                (Some(latest), deadline) if deadline.is_none_or(|deadline| latest < deadline) => {
                    let message = "Connection timeout to host";
                    exchange.wait_until(Some(latest), "ConnectionTimeoutError", message, place).await?;
                }
                (_, deadline) => exchange.wait_until(deadline, "TimeoutError", "", place).await?,
            }
        }
        Ok(())
    }

    fn is_free(&self, host: &str) -> bool {
        let TcpConnector { limit, limit_per_host } = self.connector;
        let hosts = self.hosts.borrow();
        let all: u32 = hosts.iter().map(|(_, open)| open).sum();
        let here = hosts.iter().find(|(other, _)| other == host).map_or(0, |(_, open)| *open);
        (limit == 0 || all < limit) && (limit_per_host == 0 || here < limit_per_host)
    }

    fn count(&self, host: &str, change: i32) {
        let mut hosts = self.hosts.borrow_mut();
        match hosts.iter_mut().find(|(other, _)| other == host) {
            Some((_, open)) => *open = open.saturating_add_signed(change),
            None => hosts.push((host.to_owned(), u32::try_from(change).unwrap_or(0))),
        }
    }

    /// Grants a free connection to the first waiting request that may have it.
    fn give(&self) {
        let next = {
            let mut line = self.line.borrow_mut();
            let place = line.iter().position(|waiting| self.is_free(&waiting.host));
            place.and_then(|place| line.remove(place))
        };
        if let Some(waiting) = next {
            self.count(&waiting.host, 1);
            waiting.granted.set(true);
            if let Some(exchange) = waiting.exchange.upgrade() {
                exchange.wake();
            }
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.connections.count(&self.host, -1);
        self.connections.give();
    }
}
