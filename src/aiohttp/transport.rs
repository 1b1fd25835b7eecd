//! Who carries requests: aiohttp has the sockets of the operating system, we have what the page gives us.

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::exchange::{Answer, Exchange};
use crate::asyncio::Outside;

/// Carries requests to where they are answered.
pub trait Transport {
    /// Sends a GET request to `url` and has `receiver` told what becomes of it. The request is aborted when what this
    /// gives back is dropped.
    fn get(&self, url: &str, receiver: Receiver) -> Carried;
}

/// A request under way. Dropping it aborts the request.
pub type Carried = Box<dyn Any>;

thread_local! {
    static TRANSPORT: RefCell<Option<Rc<dyn Transport>>> = const { RefCell::new(None) };
}

/// Has the requests of this thread carried by `transport`; without one each fails.
pub fn carry_with(transport: Option<Rc<dyn Transport>>) {
    TRANSPORT.set(transport);
}

/// Does this while no request is carried: each fails instead, as a rehearsal must send none.
pub fn carrying_nothing<T>(then: impl FnOnce() -> T) -> T {
    let transport = TRANSPORT.take();
    let done = then();
    TRANSPORT.set(transport);
    done
}

pub(super) fn transport() -> Option<Rc<dyn Transport>> {
    TRANSPORT.with_borrow(Clone::clone)
}

/// Whom a transport tells what becomes of a request, from outside of the loop. Nobody listens once the request is over.
#[derive(Clone)]
pub struct Receiver {
    pub(super) exchange: Weak<Exchange>,
    pub(super) outside: Outside,
}

impl Receiver {
    /// Status and headers have come, the names in small letters, and where redirects led, if there were some; `simulated`
    /// where no network was asked.
    pub fn answered(&self, status: u16, headers: Vec<(String, String)>, redirected: Option<String>, simulated: bool) {
        let answer = Answer { status, redirected, headers: headers.into() };
        self.tell(move |exchange| exchange.answered(answer, simulated));
    }

    /// A part of the body has come.
    pub fn received(&self, part: Vec<u8>) {
        self.tell(move |exchange| exchange.received(part));
    }

    /// All of the body has come.
    pub fn done(&self) {
        self.tell(Exchange::done);
    }

    /// There will be no answer, or not the rest of it: for this reason.
    pub fn failed(&self, why: String) {
        self.tell(move |exchange| exchange.failed(why));
    }

    fn tell(&self, news: impl FnOnce(&Exchange) + 'static) {
        let exchange = Weak::clone(&self.exchange);
        self.outside.call_soon_threadsafe(move || {
            if let Some(exchange) = exchange.upgrade() {
                news(&exchange);
            }
        });
    }
}
