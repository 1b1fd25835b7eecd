//! Which tasks nobody can wake any more: a collection of garbage, for a loop whose references to its tasks are weak.
//!
//! Rust counts references and does not follow them, so a future says itself what it refers to. An object is garbage
//! if objects that are garbage account for every reference to it. What a coroutine keeps in a variable cannot be seen;
//! such a reference counts as somebody else's, and keeps what it refers to.

use std::collections::HashMap;
use std::rc::Rc;

use super::event_loop::Core;
use super::future::Waitable;
use super::task::Steps;
use crate::trace::TaskId;

/// What [`Waitable::refer`] calls: with an object, and with how many references to it there are.
pub(crate) type Visit<'a> = &'a mut dyn FnMut(Object, usize);

/// Something with references to it.
#[derive(Clone)]
pub(crate) enum Object {
    /// A future of any kind.
    Future(Rc<dyn Waitable>),
    /// What tasks share and wait in line for.
    Shared(Rc<dyn Shared>),
}

/// What tasks share, with the futures of those that wait in line for it.
pub(crate) trait Shared {
    /// The futures, each of which it refers to once.
    fn in_line(&self) -> Vec<Rc<dyn Waitable>>;
}

struct Node {
    object: Object,
    /// The references that this search holds itself.
    own: usize,
    /// The references from other nodes.
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
    /// Destroys the tasks that nobody can wake any more. The end of one may be that of another.
    pub(crate) fn collect(&self, stepped: Option<TaskId>) {
        loop {
            let mut lost = self.unreachable_tasks();
            if lost.is_empty() {
                return;
            }
            // CPython's collector finds what was touched last first, and then goes by age.
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
            // Whoever waits for the end of the run refers to the main task.
            nodes.add(Object::Future(task.this()), usize::from(task.id() != TaskId::MAIN));
        }
        nodes.follow(self);
        nodes.reach();
        tasks.into_iter().filter(|task| nodes.is_lost(&Object::Future(task.this()))).collect()
    }
}

#[derive(Default)]
struct Nodes {
    all: Vec<Node>,
    places: HashMap<usize, usize>,
}

impl Nodes {
    /// The place of this object, to which the search holds so many references besides the one here.
    fn add(&mut self, object: Object, own: usize) -> usize {
        let new = self.all.len();
        let place = *self.places.entry(object.address()).or_insert(new);
        if place == new {
            self.all.push(Node { object, own: own + 1, known: 0, refers_to: Vec::new(), reached: false });
        }
        place
    }

    /// Finds everything that the nodes refer to.
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

    /// Marks what somebody else refers to, and everything that is referred to from there.
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
