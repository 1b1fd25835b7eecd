//! A request for a cancellation, on its way from a future to whatever that future waits for.
//!
//! `CPython` passes it on by recursion. Here it walks: a chain of waits may be longer than a browser's stack is deep, and a
//! circle has no end.

use std::mem;
use std::ops::ControlFlow;
use std::rc::Rc;
use std::vec;

use super::event_loop::with_running;
use super::future::Waitable;
use super::{Outcome, Raised};
use crate::trace::Text;

/// How many futures `CPython` 3.13 asks within one another before it raises `RecursionError`: its limit for C functions,
/// measured with a chain of tasks (`Py_C_RECURSION_LIMIT`).
const DEEPEST: usize = 9_995;

/// How many of them may be gathers, whose `cancel` is written in Python (`sys.getrecursionlimit`).
const DEEPEST_GATHERS: usize = 985;

/// What a future does with a request for its cancellation.
pub(crate) enum Asked {
    /// It answers: whether the request was made.
    Answered(bool),
    /// It passes the request on to the future that it waits for.
    One(Rc<dyn Waitable>),
    /// It passes the request on to each of its children.
    Each(Vec<Rc<dyn Waitable>>),
}

/// A future whose answer depends on those that it has passed the request on to.
struct Asking {
    future: Rc<dyn Waitable>,
    others: vec::IntoIter<Rc<dyn Waitable>>,
    is_gather: bool,
    requested: bool,
}

/// Asks `future` for its cancellation; false when it is too late.
///
/// # Errors
/// `RecursionError` where `CPython` raises it: in a circle of waits, or in a chain that is too long. What was asked until
/// then stays asked.
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

/// Hands an answer up to whoever waits for it, until one of them asks the next of its children; the answer of the future
/// that was asked first ends the walk.
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

/// [`cancel`] for a function that gives a bool: a `RecursionError` is raised at the running task's next await, or at its end.
pub(crate) fn cancel_now(future: Rc<dyn Waitable>, message: Option<&Text>) -> bool {
    cancel(future, message).unwrap_or_else(|raised| {
        with_running(|event_loop| event_loop.raise_late(raised));
        false
    })
}
