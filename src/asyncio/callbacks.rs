//! `loop.call_soon`, `loop.call_later` and `loop.call_at`: plain functions that the loop calls.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::event_loop::{self, Core, Handle};
use super::timers::TimerHandle;
use crate::trace::Seconds;

/// A function that the loop will call, unless it is cancelled before (`events.py`, `Handle` and `TimerHandle`).
pub struct CallHandle {
    call: Rc<Call>,
    cancelled: Cell<bool>,
    timer: Option<Timer>,
}

/// What a handle knows of its timer.
struct Timer {
    event_loop: Weak<Core>,
    handle: TimerHandle,
    when: Seconds,
}

/// The function, until it is called or cancelled.
pub(crate) struct Call(RefCell<Option<Box<dyn FnOnce()>>>);

impl Call {
    pub(crate) fn run(&self) {
        let call = self.0.take();
        if let Some(call) = call {
            call();
        }
    }
}

impl CallHandle {
    /// Takes the call back; does nothing when it was made before.
    pub fn cancel(&self) {
        self.cancelled.set(true);
        drop(self.call.0.take());
        if let Some(timer) = &self.timer
            && let Some(event_loop) = timer.event_loop.upgrade()
        {
            event_loop.cancel_timer(timer.handle);
        }
    }

    /// Whether somebody has taken the call back, or tried to.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.cancelled.get()
    }

    /// The logical time for which the call is planned; nothing for one of [`call_soon`].
    #[must_use]
    pub fn when(&self) -> Option<Seconds> {
        self.timer.as_ref().map(|timer| timer.when)
    }
}

/// Has `function` called in the next iteration, after what is in the queue before it.
///
/// # Panics
/// Outside a running loop.
pub fn call_soon(function: impl FnOnce() + 'static) -> CallHandle {
    let call = Rc::new(Call(RefCell::new(Some(Box::new(function)))));
    running_loop().call_soon(Handle::Call(Rc::clone(&call)));
    CallHandle { call, cancelled: Cell::new(false), timer: None }
}

/// Has `function` called in `delay` seconds.
///
/// # Panics
/// Outside a running loop.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome};
///
/// async fn program() -> Outcome<()> {
///     asyncio::call_later(1.0, || asyncio::print("ding"));
///     asyncio::call_later(1.5, || asyncio::print("never")).cancel();
///     asyncio::sleep(2.0).await
/// }
///
/// let (_, story) = asyncio::run(program());
/// assert_eq!(story.to_string(), "\
/// 0.000 main created
/// 0.000 main started
/// 1.000 loop printed \"ding\"
/// 2.000 main finished None
/// ");
/// ```
pub fn call_later(delay: Seconds, function: impl FnOnce() + 'static) -> CallHandle {
    call_at(running_loop().time() + delay, function)
}

/// Has `function` called at the logical time `when`.
///
/// # Panics
/// Outside a running loop.
pub fn call_at(when: Seconds, function: impl FnOnce() + 'static) -> CallHandle {
    let event_loop = running_loop();
    let call = Rc::new(Call(RefCell::new(Some(Box::new(function)))));
    let handle = event_loop.call_at(when, Handle::Call(Rc::clone(&call)));
    let timer = Timer { event_loop: Rc::downgrade(&event_loop), handle, when };
    CallHandle { call, cancelled: Cell::new(false), timer: Some(timer) }
}

/// The running loop's logical time (`loop.time()`).
///
/// # Panics
/// Outside a running loop.
#[must_use]
pub fn loop_time() -> Seconds {
    running_loop().time()
}

fn running_loop() -> Rc<Core> {
    event_loop::running().expect("no running event loop: a loop's functions belong into a coroutine that it runs")
}
