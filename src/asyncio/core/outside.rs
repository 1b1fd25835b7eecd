//! Callbacks from outside of the loop, such as the arrival of a response.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use super::callbacks::Call;
use super::cancel::cancel_now;
use super::cells::Core;
use super::running::running;
use crate::trace::{Seconds, TaskId};

/// Gives a loop the time of the outside world, as asyncio's selector does. The loop itself reads no clock.
pub trait Selector {
    /// The present, as a logical time.
    fn time(&self) -> Seconds;

    /// Notifies the loop's owner that a callback from outside has arrived.
    fn wake(&self);
}

/// Schedules callbacks in a loop from outside. It does not keep the loop alive.
#[derive(Clone)]
pub struct Outside(Weak<Core>);

/// The announcement of a callback from outside. While it exists, a loop with nothing to run is waiting
/// ([`Due::Outside`](crate::asyncio::Due::Outside)), not stuck.
pub struct Expected(Weak<Core>);

/// A loop's queue of callbacks from outside.
#[derive(Default)]
pub(crate) struct Door {
    selector: RefCell<Option<Rc<dyn Selector>>>,
    arrived: RefCell<VecDeque<(Seconds, Rc<Call>)>>,
    expected: Cell<u32>,
}

impl Outside {
    /// A handle to the running loop; `None` if no loop is running.
    #[must_use]
    pub fn of_running_loop() -> Option<Self> {
        Some(Self(Rc::downgrade(&running()?)))
    }

    pub(crate) const fn new(event_loop: Weak<Core>) -> Self {
        Self(event_loop)
    }

    /// Announces a callback from outside, until the returned value is dropped.
    #[must_use]
    pub fn expect(&self) -> Expected {
        if let Some(event_loop) = self.0.upgrade() {
            event_loop.door().count(1);
        }
        Expected(self.0.clone())
    }

    /// Schedules `function` at the selector's present time (`base_events.py`, `call_soon_threadsafe`). Timers that are
    /// due earlier run first.
    pub fn call_soon_threadsafe(&self, function: impl FnOnce() + 'static) {
        let Some(event_loop) = self.0.upgrade() else { return };
        let door = event_loop.door();
        let selector = door.selector.borrow().clone();
        let time = selector.as_ref().map_or_else(|| event_loop.time(), |selector| selector.time());
        door.arrived.borrow_mut().push_back((time, Call::new(function)));
        if let Some(selector) = selector {
            selector.wake();
        }
    }
}

impl Outside {
    /// Requests the cancellation of the main task, as Ctrl+C does (`runners.py`, `_on_sigint`).
    pub fn interrupt(&self) {
        self.call_soon_threadsafe(|| {
            let tasks = running().map_or_else(Vec::new, |event_loop| event_loop.all_tasks());
            if let Some(main) = tasks.iter().find(|task| task.id() == TaskId::MAIN) {
                cancel_now(main.this(), None);
            }
        });
    }
}

impl Drop for Expected {
    fn drop(&mut self) {
        if let Some(event_loop) = self.0.upgrade() {
            event_loop.door().count(-1);
        }
    }
}

impl Door {
    pub(crate) fn watch_with(&self, selector: Rc<dyn Selector>) {
        self.selector.replace(Some(selector));
    }

    /// Whether a callback from outside is expected.
    pub(crate) fn expects(&self) -> bool {
        self.expected.get() > 0
    }

    /// The time of the first callback in the queue.
    pub(crate) fn next(&self) -> Option<Seconds> {
        self.arrived.borrow().front().map(|(time, _)| *time)
    }

    /// Takes the first callback that arrived at `time` or earlier.
    pub(crate) fn pop_until(&self, time: Seconds) -> Option<Rc<Call>> {
        let mut arrived = self.arrived.borrow_mut();
        if arrived.front()?.0 > time {
            return None;
        }
        arrived.pop_front().map(|(_, call)| call)
    }

    pub(crate) fn close(&self) {
        self.selector.take();
        self.arrived.take();
    }

    fn count(&self, change: i32) {
        self.expected.set(self.expected.get().saturating_add_signed(change));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asyncio::{Due, EventLoop, Future, Outcome, create_named_task, print, sleep};
    use crate::trace::{Log, Story};

    /// A selector whose time a test sets.
    #[derive(Default)]
    struct World {
        time: Cell<Seconds>,
        woken: Cell<u32>,
    }

    impl Selector for World {
        fn time(&self) -> Seconds {
            self.time.get()
        }

        fn wake(&self) {
            self.woken.set(self.woken.get() + 1);
        }
    }

    type Told = Rc<RefCell<Option<(Outside, Expected, Future<u32>)>>>;

    async fn listen(told: Told) -> Outcome<u32> {
        let outside = Outside::of_running_loop().expect("a running loop");
        let answer = Future::new();
        told.replace(Some((outside.clone(), outside.expect(), answer.clone())));
        answer.await
    }

    async fn program(told: Told, nap: f64) -> Outcome<u32> {
        let _sleeper = create_named_task(
            async move {
                sleep(nap).await?;
                print("slept");
                Ok(())
            },
            "sleeper",
        );
        listen(told).await
    }

    fn arrive(told: &Told, value: u32) {
        let (outside, _expected, answer) = told.take().expect("the program listens");
        outside.call_soon_threadsafe(move || answer.set_result(value).expect("a pending future"));
    }

    #[test]
    fn a_callback_from_outside_is_logged_at_its_time_and_after_timers_due_earlier() {
        for (nap, came, lines) in [
            (1.0, 2.5, "1.000 sleeper printed \"slept\"\n1.000 sleeper finished None\n2.500 main finished 7\n"),
            (3.0, 2.5, "2.500 main finished 7\n2.500 sleeper cancelled\n"),
        ] {
            let (log, told, world) = (Log::shared(), Told::default(), Rc::new(World::default()));
            let event_loop = EventLoop::new(file!(), &log);
            event_loop.watch_with(world.clone());
            event_loop.start(program(Rc::clone(&told), nap));
            while event_loop.due() == Due::Now {
                event_loop.turn();
            }
            assert_eq!(event_loop.due(), Due::At(nap));
            world.time.set(came);
            arrive(&told, 7);
            assert_eq!(world.woken.get(), 1);
            assert_eq!(event_loop.due(), Due::At(came.min(nap)));
            event_loop.run_to_end();
            let story = Story::from_events(log.borrow().events()).to_string();
            assert!(story.ends_with(lines), "{story}");
        }
    }

    #[test]
    fn a_loop_that_expects_a_callback_is_not_stuck() {
        let (log, told) = (Log::shared(), Told::default());
        let event_loop = EventLoop::new(file!(), &log);
        event_loop.start(listen(Rc::clone(&told)));
        event_loop.run_to_end();
        assert_eq!(event_loop.due(), Due::Outside);
        told.take();
        assert_eq!(event_loop.due(), Due::Stuck);
    }

    #[test]
    fn an_interrupt_cancels_the_main_task_at_its_time() {
        let (log, told, world) = (Log::shared(), Told::default(), Rc::new(World::default()));
        let event_loop = EventLoop::new(file!(), &log);
        event_loop.watch_with(world.clone());
        event_loop.start(listen(Rc::clone(&told)));
        event_loop.run_to_end();
        world.time.set(1.5);
        event_loop.outside().interrupt();
        event_loop.run_to_end();
        let story = Story::from_events(log.borrow().events()).to_string();
        assert!(story.ends_with("1.500 main cancelled\n"), "{story}");
        assert_eq!(event_loop.due(), Due::Finished);
    }

    #[test]
    fn a_callback_after_the_loop_is_dropped_is_lost() {
        let told = Told::default();
        let event_loop = EventLoop::new(file!(), &Log::shared());
        event_loop.start(listen(Rc::clone(&told)));
        event_loop.run_to_end();
        drop(event_loop);
        arrive(&told, 7);
    }
}
