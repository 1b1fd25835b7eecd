//! Passes a cancellation request from a future to the futures that it waits for.
//!
//! `CPython` passes it on by recursion. This is a loop, since a chain of waits may be longer than a browser's stack
//! allows, and may be a circle.

use std::ops::ControlFlow;
use std::rc::Rc;
use std::{mem, vec};

use super::running::with_running;
use super::waitable::Waitable;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::Text;

/// The greatest depth of requests within requests before `CPython` 3.13 raises `RecursionError`: its limit for C
/// functions, measured with a chain of tasks (`Py_C_RECURSION_LIMIT`).
const DEEPEST: usize = 9_995;

/// The greatest depth of gathers among them: their `cancel` is written in Python (`sys.getrecursionlimit`).
const DEEPEST_GATHERS: usize = 985;

/// A future's reaction to a cancellation request.
pub enum Asked {
    /// The answer: whether the request was accepted.
    Answered(bool),
    /// The request is passed on to the future that it waits for.
    One(Rc<dyn Waitable>),
    /// The request is passed on to each of its children.
    Each(Vec<Rc<dyn Waitable>>),
}

/// A future whose answer depends on the futures that it passed the request on to.
struct Asking {
    future: Rc<dyn Waitable>,
    others: vec::IntoIter<Rc<dyn Waitable>>,
    is_gather: bool,
    requested: bool,
}

/// Requests the cancellation of `future`; false if it is too late.
///
/// # Errors
/// `RecursionError` where `CPython` raises it: in a circle of waits, or in a chain that is too long. Requests made
/// before that remain.
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

/// Passes an answer up to the futures that wait for it, until one of them has another child to ask. The answer of the
/// first future ends the loop.
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
