//! Locks and queues: each test is the Rust twin of a Python program in `rules/`, 50 to 57, and must have the same story.
//!
//! Python's `wait` and `acquire` always return `True`; ours return nothing. So a program that prints the result prints
//! `True` itself. Program 51b has no twin: Python's `Condition.wait_for` returns its predicate's value, which is always
//! a bool in Rust.

use loopscope::asyncio::{
    self, Barrier, Condition, Event, LifoQueue, Lock, Outcome, PriorityQueue, Queue, Raised, Repr, ReturnWhen,
    Semaphore, Task,
};
use loopscope::trace::{Seconds, Text};

use crate::told::as_cpython;

#[test]
fn vocabulary_50_event() {
    async fn waiter(event: Event) -> Outcome<()> {
        let woken = event.wait().await.map(|()| true)?;
        asyncio::print(woken.repr());
        Ok(())
    }

    as_cpython("50_event", async {
        let event = Event::new();
        let tasks = ["a", "b", "c"].map(|name| asyncio::create_named_task(waiter(event.clone()), name));
        asyncio::sleep(1.0).await?;
        tasks[1].cancel();
        asyncio::sleep(1.0).await?;
        event.set();
        asyncio::print(format!("set, and nobody has run yet: {}", event.is_set().repr()));
        event.clear();
        asyncio::sleep(1.0).await?;
        let (set, done) = (event.is_set().repr(), tasks[0].done().repr());
        asyncio::print(format!("woken although it was cleared at once: {set} {done}"));
        event.set();
        let passed = event.wait().await.map(|()| true)?;
        asyncio::print(format!("passes at once: {}", passed.repr()));
        Ok(())
    });
}

#[test]
fn vocabulary_51a_condition_notify() {
    async fn waiter(condition: Condition) -> Outcome<()> {
        let _held = condition.hold().await?;
        let woken = condition.wait().await.map(|()| true)?;
        asyncio::print(format!("{} {}", woken.repr(), condition.locked().repr()));
        asyncio::sleep(0.5).await
    }

    as_cpython("51a_condition_notify", async {
        let condition = Condition::new();
        let tasks = ["a", "b", "c", "d"].map(|name| asyncio::create_named_task(waiter(condition.clone()), name));
        asyncio::sleep(1.0).await?;
        {
            let _held = condition.hold().await?;
            condition.notify(1)?;
            asyncio::print("notified one, which waits for the lock");
            asyncio::sleep(1.0).await?;
        }
        asyncio::sleep(1.0).await?;
        {
            let _held = condition.hold().await?;
            condition.notify(2)?;
            condition.notify_all()?;
            asyncio::print("notified all three");
        }
        asyncio::wait(tasks, None, ReturnWhen::AllCompleted).await?;
        Ok(())
    });
}

#[test]
fn vocabulary_51c_condition_cancelled_waiter() {
    async fn waiter(condition: Condition) -> Outcome<()> {
        let _held = condition.hold().await?;
        match condition.wait().await {
            Ok(()) => {
                asyncio::print("woken, though nobody notified");
                Ok(())
            }
            Err(cancelled) => {
                asyncio::print(format!("cancelled, holding the lock: {}", condition.locked().repr()));
                Err(cancelled)
            }
        }
    }

    as_cpython("51c_condition_cancelled_waiter", async {
        let condition = Condition::new();
        let [a, b] = ["a", "b"].map(|name| asyncio::create_named_task(waiter(condition.clone()), name));
        asyncio::sleep(1.0).await?;
        {
            let _held = condition.hold().await?;
            a.cancel();
            asyncio::sleep(1.0).await?;
            asyncio::print(format!("a still waits for the lock: {}", (!a.done()).repr()));
        }
        asyncio::wait([a.clone(), b.clone()], None, ReturnWhen::AllCompleted).await?;
        asyncio::print(format!("{} {}", a.cancelled().repr(), b.cancelled().repr()));
        Ok(())
    });
}

#[test]
fn vocabulary_51d_condition_without_the_lock() {
    as_cpython("51d_condition_without_the_lock", async {
        let condition = Condition::new();
        if let Err(error) = condition.wait().await {
            asyncio::print(error.to_string());
        }
        for notify in [|condition: &Condition| condition.notify(1), Condition::notify_all] {
            if let Err(error) = notify(&condition) {
                asyncio::print(error.to_string());
            }
        }
        let _held = condition.hold().await?;
        condition.notify(1)?;
        asyncio::print("nobody to notify");
        Ok(())
    });
}

#[test]
fn vocabulary_51e_condition_notified_and_cancelled() {
    async fn waiter(condition: Condition) -> Outcome<()> {
        let _held = condition.hold().await?;
        condition.wait().await?;
        asyncio::print("woken");
        Ok(())
    }

    as_cpython("51e_condition_notified_and_cancelled", async {
        let condition = Condition::new();
        let [a, b, c] = ["a", "b", "c"].map(|name| asyncio::create_named_task(waiter(condition.clone()), name));
        asyncio::sleep(1.0).await?;
        {
            let _held = condition.hold().await?;
            condition.notify(1)?;
            a.cancel();
        }
        asyncio::sleep(1.0).await?;
        asyncio::print(format!("{} {} {}", a.cancelled().repr(), b.done().repr(), c.done().repr()));
        {
            let _held = condition.hold().await?;
            condition.notify_all()?;
        }
        c.await
    });
}

#[test]
fn vocabulary_52a_barrier() {
    async fn party(barrier: Barrier, seconds: Seconds) -> Outcome<()> {
        for _ in 0..2 {
            asyncio::sleep(seconds).await?;
            asyncio::print(format!("arrives, waiting already: {}", barrier.n_waiting()));
            let place = barrier.wait().await?;
            asyncio::print(format!("passes with place {place}"));
        }
        Ok(())
    }

    as_cpython("52a_barrier", async {
        let barrier = Barrier::new(3)?;
        let seconds = [("a", 1.0), ("b", 2.0), ("c", 3.0)];
        asyncio::task_group(async |group| {
            for (name, seconds) in seconds {
                group.create_named_task(party(barrier.clone(), seconds), name)?;
            }
            Ok(())
        })
        .await?;
        asyncio::print(format!("{} {} {}", barrier.parties(), barrier.n_waiting(), barrier.broken().repr()));
        if let Err(error) = Barrier::new(0) {
            asyncio::print(error.to_string());
        }
        Ok(())
    });
}

#[test]
fn vocabulary_52b_barrier_reset() {
    async fn party(barrier: Barrier) -> Outcome<()> {
        match barrier.wait().await {
            Ok(place) => asyncio::print(format!("passes with place {place}")),
            Err(Raised::Exception(error)) => asyncio::print(error.to_string()),
            cancelled => drop(cancelled?),
        }
        Ok(())
    }

    as_cpython("52b_barrier_reset", async {
        let barrier = Barrier::new(2)?;
        let first = asyncio::create_named_task(party(barrier.clone()), "first");
        asyncio::sleep(1.0).await?;
        barrier.reset().await?;
        asyncio::print(format!("reset {}", barrier.broken().repr()));
        first.await?;
        asyncio::task_group(async |group| {
            group.create_named_task(party(barrier.clone()), "second")?;
            group.create_named_task(party(barrier.clone()), "third")?;
            Ok(())
        })
        .await
    });
}

#[test]
fn vocabulary_52c_barrier_abort() {
    async fn party(barrier: Barrier) -> Outcome<()> {
        match barrier.wait().await {
            Ok(place) => asyncio::print(format!("passes with place {place}")),
            Err(Raised::Exception(error)) => asyncio::print(error.to_string()),
            cancelled => drop(cancelled?),
        }
        Ok(())
    }

    as_cpython("52c_barrier_abort", async {
        let barrier = Barrier::new(3)?;
        let leaver = asyncio::create_named_task(party(barrier.clone()), "leaver");
        let first = asyncio::create_named_task(party(barrier.clone()), "first");
        asyncio::sleep(1.0).await?;
        leaver.cancel();
        asyncio::sleep(1.0).await?;
        asyncio::print(format!("{} {}", barrier.n_waiting(), barrier.broken().repr()));
        barrier.abort().await?;
        asyncio::print(format!("{} {}", barrier.n_waiting(), barrier.broken().repr()));
        first.await?;
        asyncio::create_named_task(party(barrier.clone()), "late").await?;
        barrier.reset().await?;
        asyncio::print(barrier.broken().repr());
        Ok(())
    });
}

#[test]
fn vocabulary_53a_queue_maxsize() {
    async fn producer(queue: Queue<u32>, items: [u32; 2]) -> Outcome<()> {
        for item in items {
            queue.put(item).await?;
            asyncio::print(format!("put {item} {}", queue.full().repr()));
        }
        Ok(())
    }

    async fn consumer(queue: Queue<u32>) -> Outcome<()> {
        for _ in 0..2 {
            asyncio::sleep(1.0).await?;
            let item = queue.get().await?;
            asyncio::print(format!("got {item} {}", queue.qsize()));
        }
        Ok(())
    }

    as_cpython("53a_queue_maxsize", async {
        let queue: Queue<u32> = Queue::new(1);
        asyncio::print(format!("{} {} {}", queue.maxsize(), queue.empty().repr(), queue.full().repr()));
        asyncio::task_group(async |group| {
            group.create_named_task(producer(queue.clone(), [1, 2]), "p1")?;
            group.create_named_task(producer(queue.clone(), [3, 4]), "p2")?;
            group.create_named_task(consumer(queue.clone()), "c1")?;
            group.create_named_task(consumer(queue.clone()), "c2")?;
            Ok(())
        })
        .await?;
        asyncio::print(queue.empty().repr());
        Ok(())
    });
}

#[test]
fn vocabulary_53b_queue_join() {
    async fn worker(queue: Queue<Seconds>) -> Outcome<()> {
        loop {
            let seconds = queue.get().await?;
            asyncio::sleep(seconds).await?;
            asyncio::print(format!("worked {}", seconds.repr()));
            queue.task_done()?;
        }
    }

    as_cpython("53b_queue_join", async {
        let queue: Queue<Seconds> = Queue::new(0);
        queue.join().await?;
        asyncio::print("nothing to join");
        for seconds in [1.0, 2.0, 0.5, 0.5] {
            queue.put_nowait(seconds)?;
        }
        let workers = ["w1", "w2"].map(|name| asyncio::create_named_task(worker(queue.clone()), name));
        queue.join().await?;
        asyncio::print("joined");
        for task in &workers {
            task.cancel();
        }
        asyncio::wait(workers.clone(), None, ReturnWhen::AllCompleted).await?;
        asyncio::print(workers.iter().map(Task::cancelled).collect::<Vec<_>>().repr());
        Ok(())
    });
}

#[test]
fn vocabulary_53c_queue_errors() {
    as_cpython("53c_queue_errors", async {
        let queue: Queue<u32> = Queue::new(1);
        let attempts: [&dyn Fn() -> Outcome<Text>; 5] = [
            &|| Ok(queue.get_nowait()?.repr()),
            &|| Ok(queue.put_nowait(1)?.repr()),
            &|| Ok(queue.put_nowait(2)?.repr()),
            &|| Ok(queue.task_done()?.repr()),
            &|| Ok(queue.task_done()?.repr()),
        ];
        for attempt in attempts {
            match attempt() {
                Ok(value) => asyncio::print(value),
                Err(Raised::Exception(error)) => asyncio::print(format!("{} ['{}']", error.class, error.message)),
                Err(cancelled) => return Err(cancelled),
            }
        }
        if asyncio::wait_for(queue.put(3), 1.0).await == Err(Raised::exception("TimeoutError", "")) {
            asyncio::print(format!("still full: {}", queue.qsize()));
        }
        asyncio::print(format!("{} {}", queue.get_nowait()?, queue.empty().repr()));
        Ok(())
    });
}

#[test]
fn vocabulary_53d_queue_shutdown() {
    async fn consumer(queue: Queue<&'static str>) -> Outcome<()> {
        let outcome: Outcome<()> = async {
            loop {
                asyncio::print(format!("got {}", queue.get().await?));
                asyncio::sleep(1.0).await?;
                queue.task_done()?;
            }
        }
        .await;
        if outcome == Err(Raised::exception("QueueShutDown", "")) {
            asyncio::print("get raises QueueShutDown");
            return Ok(());
        }
        outcome
    }

    async fn producer(queue: Queue<&'static str>) -> Outcome<()> {
        let outcome = queue.put("never").await;
        if outcome == Err(Raised::exception("QueueShutDown", "")) {
            asyncio::print("put raises QueueShutDown");
            return Ok(());
        }
        outcome
    }

    as_cpython("53d_queue_shutdown", async {
        let queue: Queue<&str> = Queue::new(2);
        queue.put_nowait("a")?;
        queue.put_nowait("b")?;
        let late = asyncio::create_named_task(producer(queue.clone()), "late");
        asyncio::sleep(0.5).await?;
        queue.shutdown(false);
        producer(queue.clone()).await?;
        let task = asyncio::create_named_task(consumer(queue.clone()), "consumer");
        queue.join().await?;
        asyncio::wait([task, late], None, ReturnWhen::AllCompleted).await?;
        Ok(())
    });
}

#[test]
fn vocabulary_53e_queue_shutdown_immediate() {
    async fn join(queue: Queue<&'static str>) -> Outcome<()> {
        queue.join().await?;
        asyncio::print(format!("joined {}", queue.qsize()));
        Ok(())
    }

    async fn get(queue: Queue<&'static str>) -> Outcome<()> {
        match queue.get().await {
            Err(Raised::Exception(error)) => asyncio::print(format!("{} ['{}']", error.class, error.message)),
            other => drop(other?),
        }
        Ok(())
    }

    as_cpython("53e_queue_shutdown_immediate", async {
        let (full, empty): (Queue<&str>, Queue<&str>) = (Queue::new(0), Queue::new(0));
        full.put_nowait("lost")?;
        let tasks = [
            asyncio::create_named_task(join(full.clone()), "joiner"),
            asyncio::create_named_task(get(empty.clone()), "g1"),
            asyncio::create_named_task(get(empty.clone()), "g2"),
        ];
        asyncio::sleep(1.0).await?;
        empty.shutdown(true);
        full.shutdown(true);
        asyncio::wait(tasks, None, ReturnWhen::AllCompleted).await?;
        get(full).await
    });
}

#[test]
fn vocabulary_53f_queue_cancelled_getter() {
    async fn get(queue: Queue<&'static str>) -> Outcome<()> {
        asyncio::print(format!("got {}", queue.get().await?));
        Ok(())
    }

    as_cpython("53f_queue_cancelled_getter", async {
        let queue: Queue<&str> = Queue::new(0);
        let tasks = ["a", "b", "c"].map(|name| asyncio::create_named_task(get(queue.clone()), name));
        asyncio::sleep(1.0).await?;
        tasks[0].cancel();
        asyncio::sleep(1.0).await?;
        queue.put_nowait("item")?;
        tasks[1].cancel();
        asyncio::wait(tasks.clone(), None, ReturnWhen::AllCompleted).await?;
        asyncio::print(tasks.iter().map(Task::cancelled).collect::<Vec<_>>().repr());
        Ok(())
    });
}

#[test]
fn vocabulary_53g_queue_cancelled_putter() {
    async fn put(queue: Queue<&'static str>, item: &'static str) -> Outcome<()> {
        queue.put(item).await?;
        asyncio::print(format!("put {item}"));
        Ok(())
    }

    as_cpython("53g_queue_cancelled_putter", async {
        let queue: Queue<&str> = Queue::new(1);
        queue.put_nowait("first")?;
        let tasks = ["a", "b"].map(|name| asyncio::create_named_task(put(queue.clone(), name), name));
        asyncio::sleep(1.0).await?;
        asyncio::print(format!("got {}", queue.get_nowait()?));
        tasks[0].cancel();
        asyncio::sleep(1.0).await?;
        let cancelled = tasks.iter().map(Task::cancelled).collect::<Vec<_>>().repr();
        asyncio::print(format!("{cancelled} {}", queue.get_nowait()?));
        Ok(())
    });
}

#[test]
fn vocabulary_54_priority_queue() {
    async fn consumer(queue: PriorityQueue<(u32, &'static str)>) -> Outcome<()> {
        loop {
            let (priority, name) = queue.get().await?;
            asyncio::print(format!("({priority}, '{name}')"));
            asyncio::sleep(1.0).await?;
        }
    }

    as_cpython("54_priority_queue", async {
        let queue: PriorityQueue<(u32, &str)> = PriorityQueue::new(0);
        for item in [(3, "low"), (1, "high"), (2, "b"), (2, "a")] {
            queue.put_nowait(item)?;
        }
        let task = asyncio::create_named_task(consumer(queue.clone()), "consumer");
        asyncio::sleep(2.5).await?;
        queue.put((0, "urgent")).await?;
        asyncio::sleep(3.0).await?;
        task.cancel();
        Ok(())
    });
}

#[test]
fn vocabulary_55_lifo_queue() {
    async fn consumer(queue: LifoQueue<&'static str>) -> Outcome<()> {
        for _ in 0..3 {
            asyncio::print(queue.get().await?);
            asyncio::sleep(1.0).await?;
        }
        Ok(())
    }

    as_cpython("55_lifo_queue", async {
        let queue: LifoQueue<&str> = LifoQueue::new(2);
        let task = asyncio::create_named_task(consumer(queue.clone()), "consumer");
        for item in ["a", "b", "c"] {
            queue.put(item).await?;
        }
        task.await
    });
}

#[test]
fn vocabulary_56a_lock_is_fair() {
    async fn visit(lock: Lock, turns: u32) -> Outcome<()> {
        for turn in 0..turns {
            {
                let _held = lock.hold().await?;
                asyncio::print(format!("turn {turn}"));
                asyncio::sleep(1.0).await?;
            }
            asyncio::print(format!("released, locked: {}", lock.locked().repr()));
        }
        Ok(())
    }

    as_cpython("56a_lock_is_fair", async {
        let lock = Lock::new();
        asyncio::task_group(async |group| {
            group.create_named_task(visit(lock.clone(), 2), "greedy")?;
            group.create_named_task(visit(lock.clone(), 1), "a")?;
            group.create_named_task(visit(lock.clone(), 1), "b")?;
            Ok(())
        })
        .await?;
        asyncio::print(lock.locked().repr());
        Ok(())
    });
}

#[test]
fn vocabulary_56b_lock_cancelled_waiter() {
    async fn visit(lock: Lock) -> Outcome<()> {
        let _held = lock.hold().await?;
        asyncio::print("inside");
        asyncio::sleep(1.0).await
    }

    as_cpython("56b_lock_cancelled_waiter", async {
        let lock = Lock::new();
        lock.acquire().await?;
        let [a, b, c] = ["a", "b", "c"].map(|name| asyncio::create_named_task(visit(lock.clone()), name));
        asyncio::sleep(1.0).await?;
        a.cancel();
        asyncio::sleep(1.0).await?;
        lock.release()?;
        b.cancel();
        asyncio::print(format!("released to b, which is cancelled; locked: {}", lock.locked().repr()));
        asyncio::wait([a.clone(), b.clone(), c.clone()], None, ReturnWhen::AllCompleted).await?;
        let cancelled = [a, b, c].map(|task| task.cancelled().repr().to_string());
        asyncio::print(format!("{} {}", cancelled.join(" "), lock.locked().repr()));
        Ok(())
    });
}

#[test]
fn vocabulary_56c_lock_errors() {
    as_cpython("56c_lock_errors", async {
        let lock = Lock::new();
        if let Err(error) = lock.release() {
            asyncio::print(error.to_string());
        }
        let acquired = lock.acquire().await.map(|()| true)?;
        asyncio::print(format!("{} {}", acquired.repr(), lock.locked().repr()));
        let held = lock.clone();
        asyncio::call_later(1.0, move || held.release().expect("main holds it"));
        let acquired = lock.acquire().await.map(|()| true)?;
        asyncio::print(format!("{} {}", acquired.repr(), lock.locked().repr()));
        let outcome = asyncio::timeout(1.0).within(async { lock.acquire().await }).await;
        if outcome == Err(Raised::exception("TimeoutError", "")) {
            asyncio::print("a Lock knows no owner: a second acquire waits for ever");
        }
        lock.release()?;
        asyncio::print(lock.locked().repr());
        Ok(())
    });
}

#[test]
fn vocabulary_57_semaphore_cancelled_waiter() {
    async fn visit(semaphore: Semaphore) -> Outcome<()> {
        let _held = semaphore.hold().await?;
        asyncio::print("inside");
        asyncio::sleep(1.0).await
    }

    as_cpython("57_semaphore_cancelled_waiter", async {
        let semaphore = Semaphore::new(1);
        semaphore.acquire().await?;
        let [a, b, c] = ["a", "b", "c"].map(|name| asyncio::create_named_task(visit(semaphore.clone()), name));
        asyncio::sleep(1.0).await?;
        a.cancel();
        asyncio::sleep(1.0).await?;
        semaphore.release();
        b.cancel();
        asyncio::print(format!("released to b, which is cancelled; locked: {}", semaphore.locked().repr()));
        asyncio::wait([a.clone(), b.clone(), c.clone()], None, ReturnWhen::AllCompleted).await?;
        let cancelled = [a, b, c].map(|task| task.cancelled().repr().to_string());
        asyncio::print(format!("{} {}", cancelled.join(" "), semaphore.locked().repr()));
        Ok(())
    });
}
