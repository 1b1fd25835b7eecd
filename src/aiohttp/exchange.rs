//! A request and its response.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::Location;
use std::rc::{Rc, Weak};

use super::transport::{Answer, Carried, Listener, Receiver, transport};
use crate::asyncio::{Exception, Expected, Future, Outcome, Outside, Raised, loop_time, on_request, timeout_at};
use crate::trace::{RequestId, Seconds, Stage, TaskId, Text};

/// The maximum size of a response's body, in bytes.
pub const LARGEST_BODY: usize = 10_000_000;

/// A request, the received part of its response, and the task that waits for more.
pub(crate) struct Exchange {
    id: RequestId,
    task: TaskId,
    deadline: Option<Seconds>,
    answer: RefCell<Option<Answer>>,
    body: RefCell<Vec<u8>>,
    bytes: Cell<usize>,
    end: RefCell<Option<Result<(), Exception>>>,
    waiter: RefCell<Option<Future<()>>>,
    under_way: RefCell<Option<UnderWay>>,
}

/// What a request holds while it is in progress. Dropping it aborts the request and frees its connection.
struct UnderWay {
    _carried: Carried,
    _connection: Box<dyn Any>,
    _expected: Expected,
}

impl Exchange {
    /// A request of the running task for `url`, which times out at `deadline`.
    pub(super) fn new(url: &str, deadline: Option<Seconds>) -> Rc<Self> {
        let (id, task) = crate::asyncio::new_request(url);
        Rc::new(Self {
            id,
            task,
            deadline,
            answer: RefCell::default(),
            body: RefCell::default(),
            bytes: Cell::new(0),
            end: RefCell::default(),
            waiter: RefCell::default(),
            under_way: RefCell::default(),
        })
    }

    /// Sends the request through the transport. `connection` is held until the request is done.
    pub(super) fn send(self: &Rc<Self>, url: &str, connection: impl Any) -> Outcome<()> {
        let (Some(transport), Some(outside)) = (transport(), Outside::of_running_loop()) else {
            let why = "there is no network here";
            self.fail("ClientConnectionError", why.into());
            return Err(Raised::exception("ClientConnectionError", why));
        };
        self.note(Stage::Sent);
        let expected = outside.expect();
        let listener: Weak<Self> = Rc::downgrade(self);
        let carried = transport.get(url, Receiver::new(listener, outside));
        let connection = Box::new(connection);
        self.under_way.replace(Some(UnderWay { _carried: carried, _connection: connection, _expected: expected }));
        Ok(())
    }

    /// Waits for the status and the headers.
    pub(super) async fn answer(
        &self,
        sock_read: Option<Seconds>,
        place: &'static Location<'static>,
    ) -> Outcome<Answer> {
        loop {
            if let Some(answer) = self.answer.borrow().clone() {
                return Ok(answer);
            }
            self.raise()?;
            self.wait(sock_read, place).await?;
        }
    }

    /// Waits for the next part of the body. Returns an empty part at the end of the body.
    pub(super) async fn part(&self, sock_read: Option<Seconds>, place: &'static Location<'static>) -> Outcome<Vec<u8>> {
        loop {
            let part = self.body.take();
            if !part.is_empty() || matches!(*self.end.borrow(), Some(Ok(()))) {
                return Ok(part);
            }
            self.raise()?;
            self.wait(sock_read, place).await?;
        }
    }

    /// Waits for news of the request, for at most `limit` seconds and not beyond the request's deadline.
    async fn wait(&self, limit: Option<Seconds>, place: &'static Location<'static>) -> Outcome<()> {
        let silent = limit.map(|limit| loop_time() + limit);
        let (when, class, message) = match (silent, self.deadline) {
            (Some(silent), deadline) if deadline.is_none_or(|deadline| silent < deadline) => {
                (Some(silent), "SocketTimeoutError", "Timeout on reading data from socket")
            }
            (_, deadline) => (deadline, "TimeoutError", ""),
        };
        self.wait_until(when, class, message, place).await
    }

    /// Waits for news of the request until the logical time `when`, and then raises an exception of this class.
    pub(super) async fn wait_until(
        &self,
        when: Option<Seconds>,
        class: &'static str,
        message: &'static str,
        place: &'static Location<'static>,
    ) -> Outcome<()> {
        let waiter = Future::new();
        self.waiter.replace(Some(waiter.clone()));
        let waited = timeout_at(when).within(on_request(waiter, self.id, place)).await;
        self.waiter.take();
        match waited {
            Err(raised) if raised.is("TimeoutError") => Err(Raised::exception(class, message)),
            waited => waited,
        }
    }

    /// Wakes the task that waits for news.
    pub(super) fn wake(&self) {
        if let Some(waiter) = &*self.waiter.borrow()
            && !waiter.done()
        {
            let _ = waiter.set_result(());
        }
    }

    pub(super) const fn deadline(&self) -> Option<Seconds> {
        self.deadline
    }

    fn raise(&self) -> Outcome<()> {
        let end = self.end.borrow();
        let failure = end.as_ref().and_then(|end| end.as_ref().err());
        failure.map_or(Ok(()), |exception| Err(Raised::Exception(exception.clone())))
    }

    fn over(&self) -> bool {
        self.end.borrow().is_some()
    }

    fn fail(&self, class: &'static str, why: String) {
        if self.over() {
            return;
        }
        let why = Text::from(why);
        self.note(Stage::Failed { why: why.clone() });
        self.finish(Err(Exception::new(class, why)));
    }

    fn finish(&self, end: Result<(), Exception>) {
        self.end.replace(Some(end));
        self.under_way.take();
        self.wake();
    }

    fn note(&self, stage: Stage) {
        crate::asyncio::note_request(self.task, self.id, stage);
    }
}

impl Listener for Exchange {
    fn answered(&self, answer: Answer, simulated: bool) {
        if self.over() {
            return;
        }
        let length = answer.headers.iter().find(|(name, _)| name == "content-length");
        let length = length.and_then(|(_, value)| value.parse().ok());
        self.note(Stage::Answered { status: answer.status, length, simulated });
        self.answer.replace(Some(answer));
        self.wake();
    }

    fn received(&self, part: Vec<u8>) {
        if self.over() || part.is_empty() {
            return;
        }
        let bytes = self.bytes.get() + part.len();
        self.bytes.set(bytes);
        self.note(Stage::Received { bytes: u32::try_from(bytes).unwrap_or(u32::MAX) });
        if bytes > LARGEST_BODY {
            return self.fail("ClientPayloadError", format!("the body has more than {LARGEST_BODY} bytes"));
        }
        self.body.borrow_mut().extend(part);
        self.wake();
    }

    fn done(&self) {
        if !self.over() {
            self.note(Stage::Done);
            self.finish(Ok(()));
        }
    }

    fn failed(&self, why: String) {
        let begun = self.answer.borrow().is_some();
        self.fail(if begun { "ClientPayloadError" } else { "ClientConnectionError" }, why);
    }
}

impl Drop for Exchange {
    /// Logs that an unfinished request is aborted, because its response is no longer needed.
    fn drop(&mut self) {
        if !self.over() {
            self.note(Stage::Aborted);
        }
    }
}
