//! `loop.call_soon`, `loop.call_later` and `loop.call_at`: plain functions as callbacks.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::cells::Core;
use super::running::running;
use super::scheduled::Scheduled;
use super::timers::TimerHandle;
use crate::asyncio::python::raised::Outcome;
use crate::trace::{Seconds, TaskId, Text, Warning};

/// A handle to a scheduled call, which can be cancelled (`events.py`, `Handle` and `TimerHandle`).
pub struct CallHandle {
    call: Rc<Call>,
    cancelled: Cell<bool>,
    timer: Option<Timer>,
}

/// The timer of a handle.
struct Timer {
    event_loop: Weak<Core>,
    handle: TimerHandle,
    when: Seconds,
}

type Function = Box<dyn FnOnce() -> Outcome<()>>;

/// A plain function and its name. The function is dropped when it has been called or cancelled.
pub(crate) struct Call {
    function: RefCell<Option<Function>>,
    name: CallName,
}

/// The return type of a plain function: `()`, or `Outcome<()>` if it can raise.
pub trait Called {
    /// The result as an outcome.
    ///
    /// # Errors
    /// The exception that the function raised.
    fn outcome(self) -> Outcome<()>;
}

impl Called for () {
    fn outcome(self) -> Outcome<()> {
        Ok(())
    }
}

impl Called for Outcome<()> {
    fn outcome(self) -> Outcome<()> {
        self
    }
}

/// A function's qualified name as in Python, derived from the path of its Rust type.
///
/// Rust's path has `{{closure}}` for a coroutine's body and for a lambda. The first one after a function's name is that
/// function's body, unless it ends the path: then it is a lambda.
pub(crate) fn qualified_name(path: &str) -> String {
    const CLOSURE: &str = "{{closure}}";
    let path = without_types(path);
    let parts: Vec<&str> = path.split("::").collect();
    let first = parts.iter().position(|part| *part == CLOSURE).unwrap_or(parts.len());
    let mut names: Vec<&str> = Vec::new();
    let mut in_a_function = false;
    for (place, part) in parts.iter().enumerate().skip(first.saturating_sub(1)) {
        let is_closure = *part == CLOSURE;
        let is_body = is_closure && in_a_function && place + 1 < parts.len();
        in_a_function = !is_closure;
        if !is_body {
            names.push(if is_closure { "<lambda>" } else { part });
        }
    }
    names.join(".<locals>.")
}

/// The path without type arguments in angle brackets.
fn without_types(path: &str) -> String {
    let mut depth = 0_u32;
    let outside = path.chars().filter(|letter| {
        depth += u32::from(*letter == '<');
        let keeps = depth == 0;
        depth = depth.saturating_sub(u32::from(*letter == '>'));
        keeps
    });
    outside.collect()
}

/// The name of a call.
enum CallName {
    /// The path of the function's type, from which [`qualified_name`] derives the name.
    Path(&'static str),
    Given(Text),
}

impl Call {
    pub(crate) fn new<F: FnOnce() -> R + 'static, R: Called>(function: F) -> Rc<Self> {
        Self::of(CallName::Path(std::any::type_name::<F>()), function)
    }

    /// A call of a function with this name.
    pub(crate) fn named<R: Called>(name: impl Into<Text>, function: impl FnOnce() -> R + 'static) -> Rc<Self> {
        Self::of(CallName::Given(name.into()), function)
    }

    fn of<R: Called>(name: CallName, function: impl FnOnce() -> R + 'static) -> Rc<Self> {
        let call = Box::new(move || function().outcome());
        Rc::new(Self { function: RefCell::new(Some(call)), name })
    }

    pub(crate) fn name(&self) -> Text {
        match &self.name {
            CallName::Path(path) => qualified_name(path).into(),
            CallName::Given(name) => name.clone(),
        }
    }

    pub(crate) fn run(&self, event_loop: &Core) {
        let function = self.function.take();
        let outcome = function.map_or(Ok(()), |function| function());
        event_loop.report_callback(|| self.name(), outcome);
    }
}

impl Core {
    /// Reports the exception of the callback called `name`: the one in `outcome`, or one of [`Core::raise_late`].
    pub(crate) fn report_callback(&self, name: impl FnOnce() -> Text, outcome: Outcome<()>) {
        if let Err(raised) = self.take_late().map_or(outcome, Err) {
            let message = format!("Exception in callback {}()", name()).into();
            self.report(TaskId::LOOP, Warning::Callback, message, raised.into_exception());
        }
    }
}

impl CallHandle {
    /// Cancels the call. This has no effect once the function has been called.
    pub fn cancel(&self) {
        self.cancelled.set(true);
        drop(self.call.function.take());
        if let Some(timer) = &self.timer
            && let Some(event_loop) = timer.event_loop.upgrade()
        {
            event_loop.cancel_timer(timer.handle);
        }
    }

    /// Whether [`CallHandle::cancel`] was called, even if it was too late.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.cancelled.get()
    }

    /// The logical time of the call; `None` for [`call_soon`].
    #[must_use]
    pub fn when(&self) -> Option<Seconds> {
        self.timer.as_ref().map(|timer| timer.when)
    }
}

/// Schedules `function` for the next iteration, after the callbacks in the ready queue.
///
/// # Panics
/// Outside a running loop.
pub fn call_soon<R: Called>(function: impl FnOnce() -> R + 'static) -> CallHandle {
    plan_soon(Call::new(function))
}

/// [`call_soon`] for an existing call.
pub(crate) fn plan_soon(call: Rc<Call>) -> CallHandle {
    running_loop().call_soon(Scheduled::Call(Rc::clone(&call)));
    CallHandle { call, cancelled: Cell::new(false), timer: None }
}

/// Schedules `function` in `delay` seconds.
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
pub fn call_later<R: Called>(delay: Seconds, function: impl FnOnce() -> R + 'static) -> CallHandle {
    call_at(running_loop().time() + delay, function)
}

/// Schedules `function` for the logical time `when`.
///
/// # Panics
/// Outside a running loop.
pub fn call_at<R: Called>(when: Seconds, function: impl FnOnce() -> R + 'static) -> CallHandle {
    plan_at(when, Call::new(function))
}

/// [`call_at`] for an existing call.
pub(crate) fn plan_at(when: Seconds, call: Rc<Call>) -> CallHandle {
    let event_loop = running_loop();
    let handle = event_loop.call_at(when, Scheduled::Call(Rc::clone(&call)));
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
    running().expect("no running event loop: a loop's functions belong into a coroutine that it runs")
}
