//! A garbage collection of tasks that nothing can wake, for a loop whose references to its tasks are weak.
//!
//! Rust counts references but cannot follow them, so every future reports what it refers to. An object is garbage if
//! all references to it come from garbage. Variables of a coroutine cannot be inspected. References from them count as
//! coming from outside, so they keep their objects.

use std::collections::HashMap;
use std::rc::{Rc, Weak};

use super::cells::Core;
use super::task_steps::Steps;
use super::waitable::Waitable;
use crate::trace::TaskId;

/// The visitor for [`Waitable::refer`]: it gets an object and the number of references to it.
pub type Visit<'a> = &'a mut dyn FnMut(Object, usize);

/// An object of the reference graph.
#[derive(Clone)]
pub enum Object {
    /// A future of any kind.
    Future(Rc<dyn Waitable>),
    /// A resource that futures wait for.
    Shared(Rc<dyn Shared>),
}

/// A lock or queue with waiting tasks, each represented by a future.
pub trait Shared {
    /// The futures of the waiting tasks. The resource has one reference to each.
    fn in_line(&self) -> Vec<Rc<dyn Waitable>>;
}

struct Node {
    object: Object,
    /// The number of references that this search itself holds.
    own: usize,
    /// The number of references from other nodes.
    known: usize,
    refers_to: Vec<usize>,
    reached: bool,
}

impl Object {
    fn address(&self) -> usize {
        match self {
            Self::Future(future) => Rc::as_ptr(future).cast::<()>().addr(),
            Self::Shared(shared) => Rc::as_ptr(shared).cast::<()>().addr(),
        }
    }

    fn references(&self) -> usize {
        match self {
            Self::Future(future) => Rc::strong_count(future),
            Self::Shared(shared) => Rc::strong_count(shared),
        }
    }

    fn refer(&self, event_loop: &Core, visit: Visit<'_>) {
        match self {
            Self::Future(future) => future.refer(event_loop, visit),
            Self::Shared(shared) => shared.in_line().into_iter().for_each(|future| visit(Self::Future(future), 1)),
        }
    }
}

impl Core {
    /// Destroys the tasks that nothing can wake. That may make other tasks garbage, so the search repeats. `stepped` is
    /// the task whose step has just run.
    pub(crate) fn collect(&self, stepped: Option<TaskId>) {
        loop {
            let mut lost = self.unreachable_tasks();
            if lost.is_empty() {
                return;
            }
            // CPython's collector finds the object that was used last first, and then the others by age.
            lost.sort_by_key(|task| (Some(task.id()) != stepped, task.id()));
            for task in &lost {
                task.abandon();
            }
        }
    }

    fn unreachable_tasks(&self) -> Vec<Rc<dyn Steps>> {
        let tasks = self.all_tasks();
        let mut nodes = Nodes::default();
        for task in &tasks {
            // CPython's `run_until_complete` refers to the main task. The reference in `tasks` counts as that one.
            nodes.add(Object::Future(task.this()), usize::from(task.id() != TaskId::MAIN));
        }
        nodes.follow(self);
        nodes.reach();
        tasks.into_iter().filter(|task| nodes.is_lost(&Object::Future(task.this()))).collect()
    }

    /// Stores in which resource's queue a future waits, for the garbage collection.
    pub(crate) fn stands_in_line(&self, future: &Rc<dyn Waitable>, of: &Rc<impl Shared + 'static>) {
        if self.collects.get() {
            let shared: Weak<dyn Shared> = Rc::downgrade(of) as Weak<dyn Shared>;
            self.lines.borrow_mut().insert(future.base().address(), shared);
        }
    }

    /// The stored resource of a future, if the future still waits in its queue.
    pub(crate) fn line_of(&self, future: &Rc<dyn Waitable>) -> Option<Rc<dyn Shared>> {
        let shared = self.lines.borrow().get(&future.base().address())?.upgrade()?;
        shared.in_line().iter().any(|other| Rc::ptr_eq(other, future)).then_some(shared)
    }
}

#[derive(Default)]
struct Nodes {
    all: Vec<Node>,
    places: HashMap<usize, usize>,
}

impl Nodes {
    /// The index of this object's node. `own` is the number of references that the search holds besides the node's own.
    fn add(&mut self, object: Object, own: usize) -> usize {
        let new = self.all.len();
        let place = *self.places.entry(object.address()).or_insert(new);
        if place == new {
            self.all.push(Node { object, own: own + 1, known: 0, refers_to: Vec::new(), reached: false });
        }
        place
    }

    /// Finds all objects that the nodes refer to.
    fn follow(&mut self, event_loop: &Core) {
        let mut place = 0;
        while place < self.all.len() {
            let object = self.all[place].object.clone();
            let mut found = Vec::new();
            object.refer(event_loop, &mut |object, count| found.push((object, count)));
            for (object, count) in found {
                let other = self.add(object, 0);
                self.all[other].known += count;
                self.all[place].refers_to.push(other);
            }
            place += 1;
        }
    }

    /// Marks the objects referred to from outside, and everything reachable from them.
    fn reach(&mut self) {
        let held = |node: &Node| node.object.references() > node.own + node.known;
        let mut reached: Vec<usize> = (0..self.all.len()).filter(|place| held(&self.all[*place])).collect();
        while let Some(place) = reached.pop() {
            if !std::mem::replace(&mut self.all[place].reached, true) {
                reached.extend_from_slice(&self.all[place].refers_to);
            }
        }
    }

    fn is_lost(&self, object: &Object) -> bool {
        self.places.get(&object.address()).is_some_and(|place| !self.all[*place].reached)
    }
}
