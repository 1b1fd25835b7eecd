//! The running loop of this thread.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::cells::Core;

thread_local! {
    static RUNNING: RefCell<Option<Rc<Core>>> = const { RefCell::new(None) };
    /// The number of loops created so far.
    pub(super) static LOOPS: Cell<u32> = const { Cell::new(0) };
}

/// The loop whose callback is running on this thread (`asyncio.get_running_loop`).
pub(crate) fn running() -> Option<Rc<Core>> {
    RUNNING.with_borrow(Clone::clone)
}

/// Calls `ask` with the running loop, if any, without cloning the reference. `ask` must not run code of the program,
/// because that could set another running loop while this one is borrowed.
pub(crate) fn with_running<R>(ask: impl FnOnce(&Core) -> R) -> Option<R> {
    RUNNING.with_borrow(|core| core.as_deref().map(ask))
}

/// A guard that makes a loop the running one until it is dropped.
pub(super) struct Entered {
    outer: Option<Rc<Core>>,
}

impl Entered {
    pub(super) fn new(core: &Rc<Core>) -> Self {
        Self { outer: RUNNING.replace(Some(Rc::clone(core))) }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        RUNNING.set(self.outer.take());
    }
}
