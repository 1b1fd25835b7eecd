//! The objects ("things") that the tasks of a random program share, and the operations on them.

use loopscope::asyncio::{
    Barrier, BoundedSemaphore, Condition, Event, Future, LifoQueue, Lock, Outcome, PriorityQueue, Queue, Repr,
    Semaphore, print,
};
use loopscope::trace::Text;

use super::language;
use super::value::Value;

#[derive(Clone)]
pub enum Thing {
    Lock(Lock),
    Semaphore(Semaphore),
    BoundedSemaphore(BoundedSemaphore),
    Event(Event),
    Condition(Condition),
    Barrier(Barrier),
    Queue(Queue<i64>),
    PriorityQueue(PriorityQueue<i64>),
    LifoQueue(LifoQueue<i64>),
    Future(Future<Value>),
}

/// Matches one kind of thing.
macro_rules! only {
    ($thing:expr, $kind:ident) => {
        match $thing {
            Thing::$kind(thing) => thing,
            _ => panic!(concat!("not of the kind ", stringify!($kind))),
        }
    };
}

/// Evaluates the same expression for every kind of lock.
macro_rules! each_lock {
    ($thing:expr, $lock:ident => $words:expr) => {
        match $thing {
            Thing::Lock($lock) => $words,
            Thing::Semaphore($lock) => $words,
            Thing::BoundedSemaphore($lock) => $words,
            Thing::Condition($lock) => $words,
            _ => panic!("no lock"),
        }
    };
}

/// Evaluates the same expression for every kind of queue.
macro_rules! each_queue {
    ($thing:expr, $queue:ident => $words:expr) => {
        match $thing {
            Thing::Queue($queue) => $words,
            Thing::PriorityQueue($queue) => $words,
            Thing::LifoQueue($queue) => $words,
            _ => panic!("no queue"),
        }
    };
}

pub(super) use {each_lock, each_queue, only};

impl Thing {
    pub fn new(thing: &language::Thing) -> Self {
        match thing {
            language::Thing::Lock => Self::Lock(Lock::new()),
            language::Thing::Semaphore(value) => Self::Semaphore(Semaphore::new(*value)),
            language::Thing::BoundedSemaphore(value) => Self::BoundedSemaphore(BoundedSemaphore::new(*value)),
            language::Thing::Event => Self::Event(Event::new()),
            language::Thing::Condition => Self::Condition(Condition::new()),
            language::Thing::Barrier(parties) => Self::Barrier(Barrier::new(*parties).expect("one party or more")),
            language::Thing::Queue(bound) => Self::Queue(Queue::new(*bound)),
            language::Thing::PriorityQueue(bound) => Self::PriorityQueue(PriorityQueue::new(*bound)),
            language::Thing::LifoQueue(bound) => Self::LifoQueue(LifoQueue::new(*bound)),
            language::Thing::Future => Self::Future(Future::new()),
        }
    }

    pub fn release(&self) -> Outcome<()> {
        match self {
            Self::Semaphore(semaphore) => {
                semaphore.release();
                Ok(())
            }
            Self::Lock(lock) => lock.release(),
            Self::BoundedSemaphore(semaphore) => semaphore.release(),
            Self::Condition(condition) => condition.release(),
            _ => panic!("no lock"),
        }
    }

    pub fn locked(&self) -> bool {
        each_lock!(self, lock => lock.locked())
    }

    pub fn put_nowait(&self, item: i64) -> Outcome<()> {
        each_queue!(self, queue => queue.put_nowait(item))
    }

    pub fn get_nowait(&self) -> Outcome<i64> {
        each_queue!(self, queue => queue.get_nowait())
    }

    pub fn task_done(&self) -> Outcome<()> {
        each_queue!(self, queue => queue.task_done())
    }

    pub fn shut_down(&self, immediate: bool) {
        each_queue!(self, queue => queue.shutdown(immediate));
    }

    /// The number of items, and whether the queue is full.
    pub fn queue_state(&self) -> (usize, bool) {
        each_queue!(self, queue => (queue.qsize(), queue.full()))
    }
}

/// Prints words with a space between them, as Python's `print` does.
pub fn say(words: &[&dyn std::fmt::Display]) {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    print(words.join(" "));
}

/// A bool as Python prints it.
pub fn python(truth: bool) -> Text {
    truth.repr()
}
