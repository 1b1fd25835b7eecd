//! The named objects of a random program, and the creation of its awaitables from them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use loopscope::asyncio::{self, CallHandle, CurrentTask, DoneHandle, Ensured, Gather, Task, TaskGroup, Timeout};

use super::language::{Awaitable, Program};
use super::ready::Ready;
use super::things::Thing;
use super::value::Value;

pub struct World {
    pub things: HashMap<String, Thing>,
    pub tasks: RefCell<HashMap<String, Task<Value>>>,
    pub kept: RefCell<HashMap<String, Ready>>,
    pub groups: RefCell<HashMap<String, TaskGroup>>,
    pub limits: RefCell<HashMap<String, Timeout>>,
    pub calls: RefCell<HashMap<String, CallHandle>>,
    pub callbacks: RefCell<HashMap<String, (Task<Value>, DoneHandle)>>,
    pub counters: RefCell<HashMap<String, u32>>,
}

/// A task by its name, or the running one.
pub enum Found {
    Named(Task<Value>),
    Running(CurrentTask),
}

impl World {
    pub fn new(program: &Program) -> Self {
        Self {
            things: program.things.iter().map(|(name, thing)| (name.clone(), Thing::new(thing))).collect(),
            tasks: RefCell::default(),
            kept: RefCell::default(),
            groups: RefCell::default(),
            limits: RefCell::default(),
            calls: RefCell::default(),
            callbacks: RefCell::default(),
            counters: RefCell::default(),
        }
    }

    pub fn thing(&self, name: &str) -> &Thing {
        self.things.get(name).unwrap_or_else(|| panic!("no thing {name}"))
    }

    pub fn task(&self, name: &str) -> Option<Task<Value>> {
        self.tasks.borrow().get(name).cloned()
    }

    pub fn find(&self, name: &str) -> Option<Found> {
        if name == "self" { asyncio::current_task().map(Found::Running) } else { self.task(name).map(Found::Named) }
    }

    pub fn counter(&self, name: &str) -> u32 {
        self.counters.borrow().get(name).copied().unwrap_or_default()
    }

    pub fn make(self: &Rc<Self>, awaitable: &Awaitable) -> Ready {
        match awaitable {
            Awaitable::Task(name) => {
                // The error of a task that awaits itself contains the task's whole repr, so such an await is left out.
                let own = asyncio::current_task().map(|task| task.id());
                self.task(name).filter(|task| Some(task.id()) != own).map_or_else(|| self.nothing(), Ready::Task)
            }
            Awaitable::Call(body) => Ready::coroutine(Rc::clone(self).coroutine(Rc::clone(body))),
            Awaitable::Nap(seconds) => {
                let nap = asyncio::sleep(*seconds);
                Ready::coroutine(async { nap.await.map(|()| Value::None) })
            }
            Awaitable::Future(name) => match self.thing(name) {
                Thing::Future(future) => Ready::Future(future.clone()),
                _ => panic!("{name} is no future"),
            },
            Awaitable::Gather(children) => self.gather(children).into(),
            Awaitable::GatherReturnExceptions(children) => {
                Ready::Outcomes(asyncio::gather_return_exceptions(self.children(children)))
            }
            Awaitable::GatherOfGathers(lists) => {
                let gathers: Vec<_> = lists.iter().map(|children| self.gather(children)).collect();
                Ready::Lists(asyncio::gather(gathers))
            }
            Awaitable::Shield(inner) => self.make(inner).shield(),
            Awaitable::WaitFor(inner, limit) => self.make(inner).wait_for(*limit),
            Awaitable::Kept(key) => {
                let kept = self.kept.borrow().get(key).map(Ready::again);
                kept.unwrap_or_else(|| self.nothing())
            }
        }
    }

    fn gather(self: &Rc<Self>, children: &[Awaitable]) -> Gather<Vec<Value>> {
        asyncio::gather(self.children(children))
    }

    /// Creates all children before any becomes a task, as Python evaluates arguments first.
    pub fn children(self: &Rc<Self>, children: &[Awaitable]) -> Vec<Ensured<Value>> {
        let ready: Vec<Ready> = children.iter().map(|child| self.make(child)).collect();
        ready.into_iter().map(Ready::ensured).collect()
    }

    /// The substitute for a missing awaitable: an empty coroutine.
    fn nothing(self: &Rc<Self>) -> Ready {
        Ready::coroutine(Rc::clone(self).coroutine(Rc::new([])))
    }
}
