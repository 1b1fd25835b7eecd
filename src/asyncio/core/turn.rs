//! Runs callbacks one by one: ready queue, timers and iterations (`base_events.py`, `_run_once`).

use std::panic::Location;

use super::cells::Core;
use super::closing::Phase;
use super::scheduled::{Callback, Scheduled};
use super::suspension::WokenBy;
use super::timers::TimerHandle;
use crate::asyncio::python::raised::{Outcome, Raised};
use crate::trace::{CLOCK_RESOLUTION, Line, On, Seconds, TaskId, Warning, What};

impl Core {
    /// Adds a callback to the ready queue.
    pub(crate) fn call_soon(&self, handle: Scheduled) {
        if let Scheduled::Callback(Callback::Wakeup(_, id), _) = &handle {
            self.note_of(*id, What::Ready);
        }
        self.ready.borrow_mut().push_back(handle);
    }

    /// Schedules a callback for `when`.
    pub(crate) fn call_at(&self, when: Seconds, handle: Scheduled) -> TimerHandle {
        self.timers.borrow_mut().add(when, handle)
    }

    /// Cancels a scheduled callback.
    pub(crate) fn cancel_timer(&self, handle: TimerHandle) {
        self.timers.borrow_mut().cancel(handle);
    }

    /// Suspends the running task at `place`. Returns the line of `place`.
    pub(crate) fn hand_back(&self, woken_by: WokenBy, on: On, place: &Location<'_>) -> Line {
        let line = self.line(place);
        self.note(What::Suspended { on, line });
        self.woken_by.set(Some(woken_by));
        line
    }

    /// Takes the exception that was thrown into the running task, for its await in this line.
    pub(crate) fn take_thrown(&self, line: Line) -> Outcome<()> {
        match self.thrown.take() {
            None => Ok(()),
            Some(raised) => {
                if raised.is_cancellation() {
                    self.note(What::CancelDelivered { line });
                }
                Err(raised)
            }
        }
    }

    /// Runs `poll` as a step of this task. Returns its result, and what will wake the task.
    pub(crate) fn step<R>(
        &self,
        task: TaskId,
        thrown: Option<Raised>,
        poll: impl FnOnce() -> R,
    ) -> (R, Option<WokenBy>) {
        self.note_of(task, What::StepBegan);
        let outer = self.current.replace(Some(task));
        self.thrown.set(thrown);
        let result = poll();
        self.current.set(outer);
        (result, self.woken_by.take())
    }

    pub(super) fn turn(&self) {
        if self.todo.get() == 0 {
            self.begin_iteration();
        }
        let Some(handle) = self.ready.borrow_mut().pop_front() else { return };
        self.callback.set(self.callback.get() + 1);
        let stepped = self.collects.get().then(|| handle.task()).flatten();
        if self.debug.get() {
            self.run_watched(handle);
        } else {
            self.run(handle);
        }
        if self.collects.get() {
            self.collect(stepped);
        }
        self.todo.set(self.todo.get().saturating_sub(1));
        if self.todo.get() == 0 {
            self.end_iteration();
        }
    }

    /// The time of the next timer, the next callback from outside, or the next end of a worker's sleep.
    pub(super) fn next_moment(&self) -> Option<Seconds> {
        let worker = self.workers.next().map(|(when, _)| when);
        [self.timers.borrow_mut().next(), self.door.next(), worker].into_iter().flatten().reduce(f64::min)
    }

    /// The worker that goes on before any timer and any callback from outside: when, and its number.
    fn next_worker(&self) -> Option<(Seconds, u32)> {
        let worker = self.workers.next()?;
        let timer = self.timers.borrow_mut().first();
        let later = timer.is_none_or(|timer| timer.0 > self.time.get() && worker < timer);
        (later && self.door.next().is_none_or(|arrived| worker.0 < arrived)).then_some(worker)
    }

    /// Moves due timers to the ready queue. The iteration consists of the callbacks that are then in the queue.
    fn begin_iteration(&self) {
        if self.ready.borrow().is_empty() {
            if let Some((when, number)) = self.next_worker() {
                self.time.set(self.time.get().max(when));
                self.wake_worker(number);
            } else if let Some(when) = self.next_moment() {
                self.time.set(self.time.get().max(when));
            }
        }
        let mut timers = self.timers.borrow_mut();
        let mut ready = self.ready.borrow_mut();
        // Callbacks from the selector come before the timers (`base_events.py`, `_run_once`).
        while let Some(call) = self.door.pop_until(self.time.get()) {
            ready.push_back(Scheduled::Call(call));
        }
        let end = self.time.get() + CLOCK_RESOLUTION;
        while let Some(handle) = timers.pop_before(end) {
            ready.push_back(handle);
        }
        if ready.is_empty() {
            return;
        }
        self.todo.set(ready.len());
        self.log.borrow_mut().begin_iteration(self.callback.get() + 1);
    }

    fn run(&self, handle: Scheduled) {
        match handle {
            Scheduled::Step(task) => task.step(self, None),
            Scheduled::Callback(Callback::Wakeup(task, _), future) => task.step(self, future.raise()),
            Scheduled::Callback(Callback::Done(callback), future) => callback.done(&*future),
            Scheduled::Wake(waiter) => waiter.base().wake(&waiter),
            Scheduled::Callback(Callback::Stop, main) => {
                self.main.replace(Some(main));
                self.phase.set(Phase::Stopping);
            }
            Scheduled::Call(call) => call.run(self),
            Scheduled::Stop => self.phase.set(Phase::Cancelled),
        }
    }

    /// Runs a callback, and warns if it held the thread for too long.
    fn run_watched(&self, handle: Scheduled) {
        let (task, name) = handle.owner();
        let began = self.time.get();
        self.run(handle);
        let took = self.time.get() - began;
        if took >= self.slow.get() {
            let message = format!("Executing <{name}> took {took:.3} seconds");
            self.warn(task, Warning::Slow, message);
        }
    }
}
