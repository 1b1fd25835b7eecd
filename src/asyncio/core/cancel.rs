//! Passes a cancellation request from a future to the futures that it waits for.
//!
//! `CPython` does this by recursion. Here it is a loop, because a chain of waits can be longer than a browser's stack
//! allows, and can be a cycle.

use std::ops::ControlFlow;
use std::rc::Rc;
use std::{mem, vec};

use super::running::with_running;
use super::waitable::Waitable;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::Text;

/// The number of nested requests at which `CPython` 3.13 raises `RecursionError`. The limit is that of C functions
/// (`Py_C_RECURSION_LIMIT`), minus the calls that a chain of tasks needs around it.
const DEEPEST: usize = 9_995;

/// The same for nested gathers. Their `cancel` is written in Python, so `sys.getrecursionlimit` applies.
const DEEPEST_GATHERS: usize = 985;

/// A future's reaction to a cancellation request.
pub enum Asked {
    /// The answer: whether the request was accepted.
    Answered(bool),
    /// The future passes the request on to the one that it waits for.
    One(Rc<dyn Waitable>),
    /// The gather passes the request on to each of its children.
    Each(Vec<Rc<dyn Waitable>>),
}

/// A future that has passed a request on, and waits for the answers. `others` are those not asked yet; `requested` is
/// true if one of those asked has accepted.
struct Asking {
    future: Rc<dyn Waitable>,
    others: vec::IntoIter<Rc<dyn Waitable>>,
    is_gather: bool,
    requested: bool,
}

/// Requests the cancellation of `future`. Returns false if it is too late.
///
/// # Errors
/// `RecursionError` where `CPython` raises it: in a cycle of waits, or in a chain that is too long. The requests made
/// before that are not withdrawn.
pub(crate) fn cancel(future: Rc<dyn Waitable>, message: Option<&Text>) -> Outcome<bool> {
    let mut asking: Vec<Asking> = Vec::new();
    let mut gathers = 0;
    let mut next = future;
    loop {
        if asking.len() >= DEEPEST || gathers >= DEEPEST_GATHERS {
            return Err(Raised::exception("RecursionError", "maximum recursion depth exceeded"));
        }
        let (others, is_gather) = match next.ask(message, asking.is_empty()) {
            Asked::Answered(requested) => match hear(&mut asking, &mut gathers, requested, message) {
                ControlFlow::Continue(other) => {
                    next = other;
                    continue;
                }
                ControlFlow::Break(requested) => return Ok(requested),
            },
            Asked::One(waiter) => (vec![waiter], false),
            Asked::Each(children) => (children, true),
        };
        let mut others = others.into_iter();
        let Some(first) = others.next() else { return Ok(false) };
        gathers += usize::from(is_gather);
        asking.push(Asking { future: mem::replace(&mut next, first), others, is_gather, requested: false });
    }
}

/// Passes an answer back to the futures in `asking`, which wait for it. `Continue` has the next child of a gather to
/// ask. `Break` has the answer of the future that was asked first.
fn hear(
    asking: &mut Vec<Asking>,
    gathers: &mut usize,
    mut requested: bool,
    message: Option<&Text>,
) -> ControlFlow<bool, Rc<dyn Waitable>> {
    while let Some(last) = asking.last_mut() {
        last.requested |= requested;
        if let Some(other) = last.others.next() {
            return ControlFlow::Continue(other);
        }
        requested = last.future.hear(last.requested, message);
        *gathers -= usize::from(last.is_gather);
        asking.pop();
    }
    ControlFlow::Break(requested)
}

/// [`cancel`] for functions that return a bool. A `RecursionError` is raised at the running task's next await or at its
/// end.
pub(crate) fn cancel_now(future: Rc<dyn Waitable>, message: Option<&Text>) -> bool {
    cancel(future, message).unwrap_or_else(|raised| {
        with_running(|event_loop| event_loop.raise_late(raised));
        false
    })
}
