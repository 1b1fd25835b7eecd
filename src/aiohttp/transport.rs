//! The transport that sends requests. aiohttp uses sockets; here the page provides a transport.

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::asyncio::Outside;

/// Sends requests and reports their responses.
pub trait Transport {
    /// Sends a GET request to `url` and reports its progress to `receiver`. Dropping the returned value aborts the
    /// request.
    fn get(&self, url: &str, receiver: Receiver) -> Carried;
}

/// A request in progress. Dropping it aborts the request.
pub type Carried = Box<dyn Any>;

thread_local! {
    static TRANSPORT: RefCell<Option<Rc<dyn Transport>>> = const { RefCell::new(None) };
}

/// Sets the transport of this thread. Without one, every request fails.
pub fn carry_with(transport: Option<Rc<dyn Transport>>) {
    TRANSPORT.set(transport);
}

/// Calls `then` without a transport, so that every request in it fails. A rehearsal, which runs a program only for its
/// result, must send none.
pub fn carrying_nothing<T>(then: impl FnOnce() -> T) -> T {
    let transport = TRANSPORT.take();
    let done = then();
    TRANSPORT.set(transport);
    done
}

pub(super) fn transport() -> Option<Rc<dyn Transport>> {
    TRANSPORT.with_borrow(Clone::clone)
}

/// The status, the headers and the address after redirects.
#[derive(Clone)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) redirected: Option<String>,
    pub(super) headers: Rc<[(String, String)]>,
}

/// Receives the reports of [`Receiver`] within the loop, by methods of the same names.
pub(super) trait Listener {
    fn answered(&self, answer: Answer, simulated: bool);

    fn received(&self, part: Vec<u8>);

    fn done(&self);

    fn failed(&self, why: String);
}

/// Reports a request's progress from outside of the loop. Reports after the end of the request are ignored.
#[derive(Clone)]
pub struct Receiver {
    listener: Weak<dyn Listener>,
    outside: Outside,
}

impl Receiver {
    pub(super) fn new(listener: Weak<dyn Listener>, outside: Outside) -> Self {
        Self { listener, outside }
    }

    /// The status and headers arrived. Header names are in lower case. `redirected` is the address after redirects, if
    /// there were any. `simulated` says that no network was used.
    pub fn answered(&self, status: u16, headers: Vec<(String, String)>, redirected: Option<String>, simulated: bool) {
        let answer = Answer { status, redirected, headers: headers.into() };
        self.tell(move |listener| listener.answered(answer, simulated));
    }

    /// A part of the body arrived.
    pub fn received(&self, part: Vec<u8>) {
        self.tell(move |listener| listener.received(part));
    }

    /// The whole body arrived.
    pub fn done(&self) {
        self.tell(|listener| listener.done());
    }

    /// The request failed, for this reason.
    pub fn failed(&self, why: String) {
        self.tell(move |listener| listener.failed(why));
    }

    fn tell(&self, news: impl FnOnce(&dyn Listener) + 'static) {
        let listener = Weak::clone(&self.listener);
        self.outside.call_soon_threadsafe(move || {
            if let Some(listener) = listener.upgrade() {
                news(&*listener);
            }
        });
    }
}
