//! Drops long chains of references without recursion, as `CPython`'s trashcan does (`Py_TRASHCAN_BEGIN`).

use std::cell::{Cell, RefCell};

/// The deepest level of nested drops. Objects below that level are put on a list and dropped later.
const DEEPEST: usize = 50;

/// Any type. A trait object of it can only be dropped.
trait Droppable {}

impl<T> Droppable for T {}

#[derive(Default)]
struct Trash {
    depth: Cell<usize>,
    waiting: RefCell<Vec<Box<dyn Droppable>>>,
}

thread_local! {
    static TRASH: Trash = Trash::default();
}

/// Drops `thing`: at once, or after the outermost drop if nested too deeply. Objects that can form chains, such as a
/// task that awaits a task, drop their references with this function.
pub(crate) fn let_go<T: 'static>(thing: T) {
    let mut thing = Some(thing);
    // The thread may be ending, and its trash list gone. `thing` is then dropped on return.
    let _ = TRASH.try_with(|trash| {
        let depth = trash.depth.get();
        if depth >= DEEPEST {
            trash.waiting.borrow_mut().push(Box::new(thing.take()));
            return;
        }
        trash.depth.set(depth + 1);
        drop(thing.take());
        while depth == 0
            && let Some(next) = trash.next()
        {
            drop(next);
        }
        trash.depth.set(depth);
    });
}

impl Trash {
    fn next(&self) -> Option<Box<dyn Droppable>> {
        self.waiting.borrow_mut().pop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A link of a chain, which counts the dropped links.
    struct Link {
        next: Option<Box<Link>>,
        gone: std::rc::Rc<Cell<usize>>,
    }

    impl Drop for Link {
        fn drop(&mut self) {
            self.gone.set(self.gone.get() + 1);
            if let Some(next) = self.next.take() {
                let_go(next);
            }
        }
    }

    #[test]
    fn a_chain_of_a_million_links_is_dropped_whole() {
        let gone = std::rc::Rc::new(Cell::new(0));
        let mut chain = None;
        for _ in 0..1_000_000 {
            chain = Some(Box::new(Link { next: chain, gone: std::rc::Rc::clone(&gone) }));
        }
        drop(chain);
        assert_eq!(gone.get(), 1_000_000);
    }
}
