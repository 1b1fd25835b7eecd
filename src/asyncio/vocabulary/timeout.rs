//! `asyncio.timeout`: a block of code with a time limit.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use crate::asyncio::core::callbacks::{Call, CallHandle, loop_time, plan_at, plan_soon};
use crate::asyncio::core::cancel::cancel;
use crate::asyncio::core::running::{running, with_running};
use crate::asyncio::core::suspension::no_running_event_loop;
use crate::asyncio::core::task_steps::Steps;
use crate::asyncio::core::waiter::runtime_error;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{Asker, Seconds};

/// A time limit for a block of code. Clones share one limit, so code in the block can change it.
///
/// Python's `async with asyncio.timeout(1.0): ...` is `timeout(1.0).within(async { ... }).await?` here.
#[derive(Clone)]
#[must_use = "a limit does nothing until a block of code runs within it"]
pub struct Timeout {
    inner: Rc<Inner>,
}

/// The fields of `timeouts.py`, `Timeout`.
struct Inner {
    state: Cell<State>,
    when: Cell<Option<Seconds>>,
    handler: RefCell<Option<CallHandle>>,
    task: RefCell<Option<Rc<dyn Steps>>>,
    cancelling: Cell<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Created,
    Entered,
    Expiring,
    Expired,
    Exited,
}

/// A limit of `delay` seconds from now, or no limit (`timeouts.py`, `timeout`).
///
/// # Panics
/// Outside a running loop.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn program() -> Outcome<()> {
///     let block = asyncio::timeout(1.0).within(async {
///         let outcome = asyncio::sleep(10.0).await;
///         outcome.inspect_err(|inside| asyncio::print(inside.to_string()))
///     });
///     block.await
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.0[2].to_string(), "1.000 main printed \"CancelledError\"");
/// assert_eq!(story.0[3].to_string(), "1.000 main failed TimeoutError");
/// ```
pub fn timeout(delay: impl Into<Option<Seconds>>) -> Timeout {
    timeout_at(delay.into().map(|delay| loop_time() + delay))
}

/// A limit at the logical time `when`, or no limit (`timeouts.py`, `timeout_at`).
pub fn timeout_at(when: impl Into<Option<Seconds>>) -> Timeout {
    let inner = Inner {
        state: Cell::new(State::Created),
        when: Cell::new(when.into()),
        handler: RefCell::new(None),
        task: RefCell::new(None),
        cancelling: Cell::new(0),
    };
    Timeout { inner: Rc::new(inner) }
}

impl Timeout {
    /// The logical time of the limit; `None` if there is no limit.
    #[must_use]
    pub fn when(&self) -> Option<Seconds> {
        self.inner.when.get()
    }

    /// Whether the limit expired while the block was running.
    #[must_use]
    pub fn expired(&self) -> bool {
        matches!(self.inner.state.get(), State::Expiring | State::Expired)
    }

    /// Changes the limit of a running block to the logical time `when`, or removes it.
    ///
    /// # Errors
    /// `RuntimeError` before and after the block (`timeouts.py`, `reschedule`).
    pub fn reschedule(&self, when: impl Into<Option<Seconds>>) -> Outcome<()> {
        match self.inner.state.get() {
            State::Entered => {}
            State::Created => return Err(runtime_error("Timeout has not been entered")),
            State::Expiring => return Err(runtime_error("Cannot change state of expiring Timeout")),
            State::Expired => return Err(runtime_error("Cannot change state of expired Timeout")),
            State::Exited => return Err(runtime_error("Cannot change state of finished Timeout")),
        }
        let when = when.into();
        self.inner.when.set(when);
        self.forget_handler();
        if let Some(when) = when {
            let inner = Rc::clone(&self.inner);
            let expire = Call::named("Timeout._on_timeout", move || inner.expire());
            let soon = when <= loop_time();
            let handler = if soon { plan_soon(expire) } else { plan_at(when, expire) };
            self.inner.handler.replace(Some(handler));
        }
        Ok(())
    }

    /// Runs `body` with this limit, in the running task.
    ///
    /// When the limit expires, it requests the cancellation of the task. In the block this is an ordinary
    /// `CancelledError`. At the end of the block it becomes a `TimeoutError`, unless the cancellation was requested
    /// from elsewhere too (`semantics.md` rule 22). If the block suppresses the cancellation, its value is returned.
    ///
    /// # Errors
    /// What the body raises, or `TimeoutError`; `RuntimeError` if the limit has been used before.
    #[must_use = "a block does nothing unless it is awaited"]
    pub fn within<T, B>(&self, body: B) -> impl Future<Output = Outcome<T>> + use<T, B>
    where
        B: Future<Output = Outcome<T>>,
    {
        let limit = self.clone();
        async move {
            if let Err(raised) = limit.enter() {
                with_running(|event_loop| event_loop.close(body));
                return Err(raised);
            }
            let outcome = body.await;
            limit.exit(outcome)
        }
    }

    fn enter(&self) -> Outcome<()> {
        if self.inner.state.get() != State::Created {
            return Err(runtime_error("Timeout has already been entered"));
        }
        let event_loop = running().ok_or_else(no_running_event_loop)?;
        let task = event_loop.running_task().ok_or_else(|| runtime_error("Timeout should be used inside a task"))?;
        self.inner.state.set(State::Entered);
        self.inner.cancelling.set(task.cancelling());
        self.inner.task.replace(Some(task));
        self.reschedule(self.when())
    }

    fn exit<T>(&self, outcome: Outcome<T>) -> Outcome<T> {
        self.forget_handler();
        let task = self.inner.task.take();
        if self.inner.state.get() != State::Expiring {
            self.inner.state.set(State::Exited);
            return outcome;
        }
        self.inner.state.set(State::Expired);
        let open = task.map_or(0, |task| task.uncancel());
        match outcome {
            // No other request is open, so this cancellation came from the timeout.
            Err(Raised::Cancelled(_)) if open <= self.inner.cancelling.get() => Err(timeout_error()),
            other => other,
        }
    }

    fn forget_handler(&self) {
        if let Some(handler) = self.inner.handler.take() {
            handler.cancel();
        }
    }
}

impl Inner {
    fn expire(&self) -> Outcome<()> {
        let handler = self.handler.take();
        let task = self.task.borrow().clone();
        if let (Some(task), Some(event_loop)) = (task, running()) {
            let when = self.when.get().unwrap_or_else(|| event_loop.time());
            event_loop.on_behalf_of(Asker::Timeout { task: task.id(), when }, || cancel(task.this(), None))?;
        }
        drop(handler);
        self.state.set(State::Expiring);
        Ok(())
    }
}

/// `TimeoutError` without a message; `asyncio.TimeoutError` is the same class (`semantics.md` rule 20).
pub(crate) fn timeout_error() -> Raised {
    Raised::exception("TimeoutError", "")
}
