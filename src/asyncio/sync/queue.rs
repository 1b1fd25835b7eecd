//! `asyncio.Queue`, `asyncio.PriorityQueue` and `asyncio.LifoQueue`.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::future::Future;
use std::panic::Location;
use std::rc::Rc;

use super::event::Event;
use super::line::Line;
use super::shelf::Shelf;
use super::tracked::Tracked;
use crate::asyncio::core::unawaited::Unawaited;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{Change, Method, On};

/// A queue of items between tasks that put and tasks that get (`queues.py`, `Queue`). Clones share one queue.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, Queue};
///
/// async fn produce(queue: Queue<i64>) -> Outcome<Vec<f64>> {
///     let mut times = Vec::new();
///     for item in 1..=4 {
///         queue.put(item).await?;
///         times.push(asyncio::loop_time());
///     }
///     Ok(times)
/// }
///
/// async fn program() -> Outcome<Vec<f64>> {
///     let queue = Queue::new(2);
///     let producer = asyncio::create_task(produce(queue.clone()));
///     for _ in 1..=4 {
///         asyncio::sleep(1.0).await?;
///         queue.get().await?;
///     }
///     producer.await
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec![0.0, 0.0, 1.0, 2.0])); // two fit at once; then each put waits for a get
/// ```
pub struct Queue<T, S = VecDeque<T>> {
    pub(super) inner: Rc<Inner<S>>,
    _items: std::marker::PhantomData<T>,
}

/// A queue that returns its smallest item first.
///
/// # Example
/// ```
/// use loopscope::asyncio::{self, Outcome, PriorityQueue};
///
/// async fn program() -> Outcome<Vec<&'static str>> {
///     let queue = PriorityQueue::new(0);
///     for item in [(2, "water"), (3, "paint"), (1, "fire")] {
///         queue.put(item).await?;
///     }
///     let mut given = Vec::new();
///     while !queue.empty() {
///         given.push(queue.get().await?.1);
///     }
///     Ok(given)
/// }
///
/// let (outcome, _) = asyncio::run(program());
/// assert_eq!(outcome, Ok(vec!["fire", "water", "paint"]));
/// ```
pub type PriorityQueue<T> = Queue<T, BinaryHeap<Reverse<T>>>;

/// A queue that returns its newest item first.
pub type LifoQueue<T> = Queue<T, Vec<T>>;

pub(super) struct Inner<S> {
    pub(super) maximum: usize,
    pub(super) shelf: RefCell<S>,
    pub(super) getters: Line,
    pub(super) putters: Line,
    pub(super) unfinished: Cell<usize>,
    pub(super) finished: Event,
    pub(super) shut_down: Cell<bool>,
    pub(super) tracked: Tracked,
}

impl<T, S> Clone for Queue<T, S> {
    fn clone(&self) -> Self {
        Self { inner: Rc::clone(&self.inner), _items: std::marker::PhantomData }
    }
}

impl<T, S: Shelf<T>> Queue<T, S> {
    /// A queue for at most `maximum` items; 0 means no limit.
    #[must_use]
    #[track_caller]
    pub fn new(maximum: usize) -> Self {
        Self::tracked(maximum, Tracked::new(S::KIND, (maximum > 0).then_some(maximum), 0))
    }

    /// An unlimited queue that is part of another object and not logged.
    pub(crate) fn hidden() -> Self {
        Self::tracked(0, Tracked::HIDDEN)
    }

    fn tracked(maximum: usize, tracked: Tracked) -> Self {
        let finished = Event::hidden();
        finished.set();
        let inner = Inner {
            maximum,
            shelf: RefCell::new(S::default()),
            getters: Line::default(),
            putters: Line::default(),
            unfinished: Cell::new(0),
            finished,
            shut_down: Cell::new(false),
            tracked,
        };
        Self { inner: Rc::new(inner), _items: std::marker::PhantomData }
    }

    /// The maximum number of items (`maxsize`); 0 means no limit.
    #[must_use]
    pub fn maxsize(&self) -> usize {
        self.inner.maximum
    }

    /// The number of items (`qsize`).
    #[must_use]
    pub fn qsize(&self) -> usize {
        self.inner.shelf.borrow().count()
    }

    /// Whether the queue has no items.
    #[must_use]
    pub fn empty(&self) -> bool {
        self.qsize() == 0
    }

    /// Whether the queue has `maxsize` items. Always false without a limit.
    #[must_use]
    pub fn full(&self) -> bool {
        self.inner.maximum > 0 && self.qsize() >= self.inner.maximum
    }

    /// Waits for room and adds `item`.
    ///
    /// # Errors
    /// `QueueShutDown` if the queue was shut down; [`Raised::Cancelled`] if the task is cancelled while it waits.
    #[track_caller]
    pub fn put(&self, item: T) -> impl Future<Output = Outcome<()>> + use<T, S> {
        let (queue, place) = (self.clone(), Location::caller());
        let unawaited = Unawaited::new("Queue.put");
        async move {
            unawaited.begin();
            while queue.full() {
                if queue.inner.shut_down.get() {
                    return Err(shut_down());
                }
                let putter = queue.inner.putters.join("Queue")?;
                if let Err(raised) = putter.wait(queue.inner.tracked.on(Method::Put), place).await {
                    putter.cancel();
                    queue.inner.putters.leave(&putter);
                    if !queue.full() && !putter.cancelled() {
                        queue.inner.putters.pop_and_wake();
                    }
                    return Err(raised);
                }
            }
            queue.put_nowait(item)
        }
    }

    /// Adds `item` if there is room.
    ///
    /// # Errors
    /// `QueueFull` if the queue is full; `QueueShutDown` if it was shut down.
    pub fn put_nowait(&self, item: T) -> Outcome<()> {
        if self.inner.shut_down.get() {
            return Err(shut_down());
        }
        if self.full() {
            return Err(Raised::exception("QueueFull", ""));
        }
        self.inner.shelf.borrow_mut().add(item);
        self.inner.unfinished.set(self.inner.unfinished.get() + 1);
        self.inner.finished.clear();
        self.inner.tracked.note(Change::Put, self.qsize());
        self.inner.getters.pop_and_wake();
        Ok(())
    }

    /// Waits for an item and removes it.
    ///
    /// # Errors
    /// `QueueShutDown` if the queue is empty and was shut down; [`Raised::Cancelled`] if the task is cancelled.
    #[track_caller]
    pub fn get(&self) -> impl Future<Output = Outcome<T>> + use<T, S> {
        let (queue, place) = (self.clone(), Location::caller());
        let unawaited = Unawaited::new("Queue.get");
        async move {
            unawaited.begin();
            queue.get_at(&queue.inner.tracked.on(Method::Get), place).await
        }
    }

    pub(crate) async fn get_at(&self, on: &On, place: &'static Location<'static>) -> Outcome<T> {
        while self.empty() {
            if self.inner.shut_down.get() {
                return Err(shut_down());
            }
            let getter = self.inner.getters.join("Queue")?;
            if let Err(raised) = getter.wait(on.clone(), place).await {
                getter.cancel();
                self.inner.getters.leave(&getter);
                if !self.empty() && !getter.cancelled() {
                    self.inner.getters.pop_and_wake();
                }
                return Err(raised);
            }
        }
        self.get_nowait()
    }

    /// Removes an item if there is one.
    ///
    /// # Errors
    /// `QueueEmpty` if the queue is empty; `QueueShutDown` if it was also shut down.
    pub fn get_nowait(&self) -> Outcome<T> {
        let item = self.inner.shelf.borrow_mut().take();
        match item {
            Some(item) => {
                self.inner.tracked.note(Change::Got, self.qsize());
                self.inner.putters.pop_and_wake();
                Ok(item)
            }
            None if self.inner.shut_down.get() => Err(shut_down()),
            None => Err(Raised::exception("QueueEmpty", "")),
        }
    }
}

pub(super) fn shut_down() -> Raised {
    Raised::exception("QueueShutDown", "")
}
