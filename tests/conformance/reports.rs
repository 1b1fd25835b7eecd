//! Programs 82 to 98 of `rules/`, taken from bug reports about asyncio.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope::asyncio::{
    self, Awaitable, Barrier, BoundedSemaphore, Condition, Event, Exception, Future, Lock, Outcome, PriorityQueue,
    Queue, Raised, Repr, ReturnWhen, Semaphore, Task, TaskGroup, as_completed, create_named_task, gather,
    gather_return_exceptions, print, shield, sleep, task_group, time, to_thread, wait, wait_for,
};

use crate::told::{as_cpython, as_cpython_collecting};

#[test]
fn report_82_cancel_silences_a_failed_task() {
    async fn fail() -> Outcome<()> {
        sleep(1.0).await?;
        Err(Raised::exception("ValueError", "nobody asks"))
    }

    as_cpython("82_cancel_silences_a_failed_task", async {
        let bad = create_named_task(fail(), "bad");
        let worse = create_named_task(fail(), "worse");
        sleep(2.0).await?;
        let said = [bad.done(), bad.cancel(), bad.cancelled(), worse.done()];
        print(said.map(|truth| truth.repr().to_string()).join(" "));
        Ok(())
    });
}

#[test]
fn report_83_shield_and_failure_in_one_iteration() {
    async fn fail() -> Outcome<()> {
        sleep(1.0).await?;
        Err(Raised::exception("ValueError", "inner"))
    }

    as_cpython("83_shield_and_failure_in_one_iteration", async {
        let inner = create_named_task(fail(), "inner");
        let shielded = inner.clone();
        let outer = create_named_task(async { shield(shielded).await }, "outer");
        sleep(1.0).await?;
        print(format!("cancel {} while inner is done: {}", outer.cancel().repr(), inner.done().repr()));
        sleep(1.0).await?;
        print(format!("{} {}", outer.cancelled().repr(), inner.done().repr()));
        Ok(())
    });
}

#[test]
fn report_84_stop_iteration() {
    fn stop() -> asyncio::Coroutine<()> {
        asyncio::coroutine("stop", async { Err(Raised::exception("StopIteration", "coroutine")) })
    }

    fn report<T>(outcome: &Outcome<T>) {
        if let Err(Raised::Exception(exception)) = outcome {
            print(format!("{} - {}", exception.class, exception.message));
        }
    }

    as_cpython("84_stop_iteration", async {
        let future: Future<()> = Future::new();
        future.set_exception(Exception::new("StopIteration", "future"))?;
        report(&future.await);
        report(&stop().await);
        report(&create_named_task(stop(), "stops").await);
        report(&wait_for(stop(), 1.0).await);
        report(&gather([create_named_task(stop(), "gathered")]).await);
        report(&to_thread(|| Outcome::<()>::Err(Raised::exception("StopIteration", "worker"))).await);
        Ok(())
    });
}

#[test]
fn report_85_group_closes_what_it_refuses() {
    fn late() -> asyncio::Coroutine<()> {
        asyncio::coroutine("late", async {
            print("never printed");
            Ok(())
        })
    }

    fn add_late(group: &TaskGroup, name: &'static str) {
        if let Err(Raised::Exception(refused)) = group.create_named_task(late(), name) {
            let message = refused.message.as_str();
            print(format!("refused {}", message.rsplit_once("> ").map_or(message, |(_, why)| why)));
        }
    }

    as_cpython("85_group_closes_what_it_refuses", async {
        let kept = Rc::new(RefCell::new(None));
        let outcome = task_group(async |group| {
            kept.replace(Some(group.clone()));
            let own = group.clone();
            let adds_at_the_end = async move {
                let outcome = sleep(9.0).await;
                add_late(&own, "late");
                outcome
            };
            group.create_named_task(adds_at_the_end, "adder")?;
            let fail = async {
                sleep(1.0).await?;
                Outcome::<()>::Err(Raised::exception("ValueError", "broken"))
            };
            group.create_named_task(fail, "bad")?;
            Ok(())
        });
        if outcome.await.is_err_and(|raised| raised.is("ExceptionGroup")) {
            print("group failed");
        }
        if let Some(group) = kept.take() {
            add_late(&group, "later");
        }
        sleep(1.0).await
    });
}

#[test]
fn report_86_cancelling_a_circle_of_waits() {
    type Told = Rc<RefCell<Option<Task<()>>>>;

    async fn wait_for_two(other: Told, gate: Future<()>) -> Outcome<()> {
        let other = other.take().expect("main has stored it");
        gather([asyncio::Awaitable::ensure_future(other), asyncio::Awaitable::ensure_future(gate)]).await.map(drop)
    }

    async fn wait_for_one(other: Told) -> Outcome<()> {
        let other = other.take().expect("main has stored it");
        other.await
    }

    as_cpython("86_cancelling_a_circle_of_waits", async {
        let gate = Future::new();
        let (first, second) = (Told::default(), Told::default());
        let a = create_named_task(wait_for_two(Rc::clone(&second), gate.clone()), "a");
        let b = create_named_task(wait_for_one(Rc::clone(&first)), "b");
        first.replace(Some(a.clone()));
        second.replace(Some(b.clone()));
        sleep(1.0).await?;
        if let Err(Raised::Exception(error)) = a.try_cancel(None) {
            print(error.class.clone());
        }
        print(format!("{} {}", a.done().repr(), b.done().repr()));
        sleep(1.0).await?;
        gate.set_exception(Exception::new("ValueError", "open"))?;
        wait([a.clone(), b.clone()], None, ReturnWhen::AllCompleted).await?;
        let text = |task: &Task<()>| {
            task.exception().map(|error| error.map(|error| format!("ValueError('{}')", error.message)))
        };
        print(format!("{} {}", text(&a)?.unwrap_or_default(), text(&b)?.unwrap_or_default()));
        Ok(())
    });
}

#[test]
fn report_87a_forgotten_await_of_asyncios_own() {
    as_cpython("87a_forgotten_await_of_asyncios_own", async {
        let queue: Queue<&str> = Queue::new(0);
        let (lock, event) = (Lock::new(), Event::new());
        drop(sleep(1.0));
        print("no pause");
        drop(queue.put("item"));
        print(format!("put? {}", queue.qsize()));
        drop(lock.acquire());
        print(format!("locked? {}", lock.locked().repr()));
        drop(event.wait());
        print(format!("set? {}", event.is_set().repr()));
        let kept = sleep(1.0);
        print("kept");
        drop(kept);
        Ok(())
    });
}

#[test]
fn report_87b_forgotten_await_of_the_others() {
    as_cpython("87b_forgotten_await_of_the_others", async {
        let queue: PriorityQueue<i64> = PriorityQueue::new(0);
        drop(queue.get());
        drop(queue.join());
        drop(Semaphore::new(1).acquire());
        drop(BoundedSemaphore::new(1).acquire());
        let condition = Condition::new();
        drop(condition.acquire());
        drop(condition.wait());
        drop(condition.wait_for(|| true));
        let barrier = Barrier::new(2)?;
        drop(barrier.wait());
        drop(barrier.reset());
        drop(barrier.abort());
        let task = create_named_task(sleep(1.0), "nap");
        drop(wait([task.clone()], None, ReturnWhen::AllCompleted));
        drop(wait_for(task.clone(), 1.0));
        drop(wait_for(sleep(2.0), 1.0));
        drop(to_thread(|| Ok(())));
        for each in as_completed([task.clone()], None) {
            drop(each);
        }
        task.await
    });
}

#[test]
fn report_88_task_made_while_the_run_ends() {
    async fn say_goodbye() -> Outcome<()> {
        print("saying goodbye");
        sleep(1.0).await?;
        print("never printed");
        Ok(())
    }

    async fn service() -> Outcome<()> {
        let outcome = sleep(9.0).await;
        create_named_task(say_goodbye(), "goodbye");
        print("cleaned up");
        outcome
    }

    as_cpython("88_task_made_while_the_run_ends", async {
        create_named_task(service(), "service");
        sleep(1.0).await
    });
}

#[test]
fn report_95_gather_is_silent_about_what_it_made() {
    async fn say_goodbye(to: &'static str) -> Outcome<()> {
        print(format!("saying goodbye to {to}"));
        sleep(1.0).await?;
        print("never printed");
        Ok(())
    }

    async fn service() -> Outcome<()> {
        let outcome = sleep(9.0).await;
        let own = create_named_task(say_goodbye("a task"), "own");
        drop(gather([say_goodbye("a coroutine").ensure_future(), own.ensure_future()]));
        drop(gather_return_exceptions([say_goodbye("an exception")]));
        print("cleaned up");
        outcome
    }

    as_cpython("95_gather_is_silent_about_what_it_made", async {
        create_named_task(service(), "service");
        sleep(1.0).await
    });
}

#[test]
fn report_96_a_step_that_closes_a_circle_of_waits() {
    type Told = Rc<RefCell<Option<Task<()>>>>;

    async fn first(second: Told, stop: Future<()>) -> Outcome<()> {
        let second = second.take().expect("main has stored it");
        match gather([second.ensure_future(), stop.ensure_future()]).await {
            Err(raised) if raised.is("ValueError") => print("stopped"),
            other => drop(other?),
        }
        Ok(())
    }

    async fn second(first: Task<()>) -> Outcome<()> {
        asyncio::current_task().expect("it runs").cancel();
        first.await
    }

    as_cpython("96_a_step_that_closes_a_circle_of_waits", async {
        let (stop, told) = (Future::new(), Told::default());
        asyncio::set_exception_handler(|context| {
            print(context.exception.as_ref().expect("the step raised it").class.clone());
        });
        let one = create_named_task(first(Rc::clone(&told), stop.clone()), "first");
        let two = create_named_task(second(one.clone()), "second");
        told.replace(Some(two.clone()));
        sleep(1.0).await?;
        stop.set_exception(Exception::new("ValueError", "enough"))?;
        wait([one.clone(), two.clone()], None, ReturnWhen::AllCompleted).await?;
        print(format!("{} {}", one.cancelled().repr(), two.cancelled().repr()));
        Ok(())
    });
}

async fn forever() -> Outcome<()> {
    Future::new().await
}

#[test]
fn report_97_cancel_silences_a_failed_future() {
    fn failed(message: &'static str) -> Future<()> {
        let future = Future::new();
        future.set_exception(Exception::new("ValueError", message)).expect("the future is pending");
        future
    }

    fn report(truths: [bool; 3]) {
        print(truths.map(|truth| truth.repr().to_string()).join(" "));
    }

    as_cpython_collecting("97_cancel_silences_a_failed_future", async {
        let (quiet, loud) = (failed("quiet"), failed("loud"));
        report([quiet.cancel(), quiet.cancelled(), quiet.done()]);
        drop(quiet);
        print("quiet is let go");
        drop(loud);
        print("loud is let go");
        sleep(1.0).await?;
        let (shielded, unasked) = (shield(failed("shielded")), shield(failed("unasked")));
        let gathered = gather([failed("gathered")]);
        sleep(1.0).await?;
        report([shielded.cancel(), gathered.cancel(), unasked.done()]);
        drop(shielded);
        print("the shield is let go");
        drop(unasked);
        print("the other shield is let go");
        drop(gathered);
        print("the gather is let go");
        Ok(())
    });
}

#[test]
fn report_98_group_says_what_it_has() {
    fn fail() -> std::future::Ready<Outcome<()>> {
        std::future::ready(Err(Raised::exception("ValueError", "broken")))
    }

    fn refused(group: &TaskGroup) {
        if let Err(Raised::Exception(error)) = group.create_task(fail()) {
            print(error.message.to_string());
        }
    }

    async fn stubborn(group: TaskGroup) -> Outcome<()> {
        if sleep(9.0).await.is_err() {
            refused(&group);
        }
        Ok(())
    }

    as_cpython("98_group_says_what_it_has", async {
        let kept: Rc<RefCell<Option<TaskGroup>>> = Rc::default();
        let block = task_group(async |group| {
            kept.replace(Some(group.clone()));
            group.create_named_task(stubborn(group.clone()), "one")?;
            group.create_named_task(stubborn(group.clone()), "two")?;
            sleep(1.0).await?;
            group.create_named_task(fail(), "fails")?;
            Ok(())
        });
        if block.await.is_err_and(|raised| raised.is("ExceptionGroup")) {
            print("failed");
        }
        refused(&kept.take().expect("the block began"));
        Ok(())
    });
}

#[test]
fn report_89a_two_tasks_are_collected_together() {
    async fn outer() -> Outcome<()> {
        create_named_task(forever(), "inner").await
    }

    as_cpython_collecting("89a_two_tasks_are_collected_together", async {
        create_named_task(outer(), "outer");
        sleep(1.0).await?;
        print(format!("one second later {}", asyncio::all_tasks().len()));
        Ok(())
    });
}

#[test]
fn report_89b_what_waits_together_is_collected_together() {
    async fn gathers() -> Outcome<()> {
        gather([create_named_task(forever(), "one"), create_named_task(forever(), "two")]).await.map(drop)
    }

    async fn shields() -> Outcome<()> {
        shield(create_named_task(forever(), "inner")).await
    }

    async fn for_an_event() -> Outcome<()> {
        // The event is dropped here, because a variable of the coroutine would count as another reference.
        let waiting = Event::new().wait();
        waiting.await
    }

    fn say(what: &str) {
        print(format!("{what} {}", asyncio::all_tasks().len()));
    }

    as_cpython_collecting("89b_what_waits_together_is_collected_together", async {
        create_named_task(gathers(), "gathers");
        sleep(1.0).await?;
        say("the gather and its children are gone");
        create_named_task(shields(), "shields");
        sleep(1.0).await?;
        say("the shield and what is behind it are gone");
        create_named_task(for_an_event(), "for an event");
        sleep(1.0).await?;
        say("who waits for a lost event is gone");
        let held = create_named_task(forever(), "held");
        let awaited = held.clone();
        create_named_task(async { awaited.await }, "waits for held");
        sleep(1.0).await?;
        say("who waits for a task that main holds stays");
        drop(held);
        sleep(1.0).await?;
        say("and goes with it");
        Ok(())
    });
}

#[test]
fn report_90_lock_released_within_its_block() {
    async fn inside() -> Outcome<()> {
        sleep(1.0).await?;
        print("about to leave");
        Ok(())
    }

    fn report(outcome: Outcome<()>, locked: bool) {
        if let Err(Raised::Exception(error)) = outcome {
            print(error.to_string());
        }
        print(locked.repr());
    }

    as_cpython("90_lock_released_within_its_block", async {
        let (lock, permits, condition) = (Lock::new(), BoundedSemaphore::new(1), Condition::new());
        let block = lock.within(async {
            print("inside");
            lock.release()?;
            inside().await
        });
        report(block.await, lock.locked());
        let block = permits.within(async {
            print("inside");
            permits.release()?;
            inside().await
        });
        report(block.await, permits.locked());
        let block = condition.within(async {
            print("inside");
            condition.release()?;
            inside().await
        });
        report(block.await, condition.locked());
        let block = condition.within(async {
            condition.release()?;
            Outcome::<()>::Err(Raised::exception("KeyError", "within"))
        });
        if let Err(Raised::Exception(error)) = block.await {
            print(format!("instead of it: {}", error.message));
        }
        Ok(())
    });
}

#[test]
fn a_lock_that_is_held_without_a_block_raises_its_error_at_the_next_await() {
    let (outcome, story) = asyncio::run(async {
        let lock = Lock::new();
        {
            let _held = lock.hold().await?;
            lock.release()?;
        }
        print("after the block");
        sleep(1.0).await
    });
    assert_eq!(outcome, Err(Raised::exception("RuntimeError", "Lock is not acquired.")));
    assert_eq!(story.0.last().map(|line| line.time), Some(0.0));
}

#[test]
fn report_91_except_by_base_class() {
    as_cpython("91_except_by_base_class", async {
        let connect = asyncio::timeout(1.0).within(sleep(9.0));
        match connect.await {
            Err(Raised::Exception(error)) if Raised::Exception(error.clone()).is("OSError") => {
                print(format!("taken for a connection error: {}", error.class));
            }
            other => other?,
        }
        for class in ["KeyError", "ZeroDivisionError", "ConnectionResetError", "RecursionError", "QueueEmpty"] {
            for base in ["LookupError", "ArithmeticError", "OSError", "RuntimeError", "Exception"] {
                if Raised::exception(class, "").is(base) {
                    print(format!("{base} takes {class}"));
                }
            }
        }
        if let Some(task) = asyncio::current_task() {
            task.cancel();
        }
        if let Err(raised) = sleep(1.0).await
            && raised.is("BaseException")
        {
            print(format!("BaseException takes {raised} {}", raised.is("Exception").repr()));
        }
        Ok(())
    });
}

fn broken() -> Outcome<()> {
    Err(Raised::exception("ValueError", "of the module"))
}

#[test]
fn report_92_exception_in_a_lambda() {
    async fn main() -> Outcome<()> {
        fn inner() -> Outcome<()> {
            Err(Raised::exception("ValueError", "inner function"))
        }

        asyncio::call_soon(|| Outcome::<()>::Err(Raised::exception("ZeroDivisionError", "division by zero")));
        asyncio::call_soon(broken);
        asyncio::call_later(1.0, inner);
        sleep(2.0).await
    }

    as_cpython("92_exception_in_a_lambda", main());
}

#[test]
fn report_93_blocking_sleep_of_less_than_nothing() {
    fn report(outcome: Outcome<()>) {
        if let Err(Raised::Exception(error)) = outcome {
            print(error.message.clone());
        }
    }

    as_cpython("93_blocking_sleep_of_less_than_nothing", async {
        report(time::sleep(-1.0));
        time::sleep(0.0)?;
        sleep(-1.0).await?;
        report(to_thread(|| time::sleep(-1.0)).await);
        Ok(())
    });
}

#[test]
fn report_94_worker_outlives_main() {
    fn slow() -> Outcome<()> {
        for step in 0..3 {
            time::sleep(1.0)?;
            print(format!("step {step}"));
        }
        Ok(())
    }

    as_cpython("94_worker_outlives_main", async {
        if asyncio::timeout(1.5).within(to_thread(slow)).await.is_err() {
            print("TimeoutError");
        }
        Ok(())
    });
}

#[test]
fn a_lock_or_future_of_another_loop_is_an_error() {
    // python3.13, with two loops: "<asyncio.locks.Lock object at 0x7f... [locked]> is bound to a different event loop", and
    // "Task <Task pending name='Task-2' ...> got Future <Future pending> attached to a different loop".
    let (lock, future) = (Lock::new(), Future::<()>::new());
    let waits_in_line = |lock: Lock| async move {
        lock.acquire().await?;
        let waits = create_named_task(lock.acquire(), "waits");
        sleep(1.0).await?;
        lock.release()?;
        waits.await?;
        lock.release()
    };
    assert_eq!(asyncio::run(waits_in_line(lock.clone())).0, Ok(()));
    let raised = asyncio::run(waits_in_line(lock)).0.expect_err("the lock belongs to the first loop");
    assert_eq!(raised.to_string(), "RuntimeError: <asyncio.locks.Lock> is bound to a different event loop");
    assert!(!future.done(), "a future made outside a loop belongs to no loop");

    let (made, _) = asyncio::run(async { Ok(Shared(Future::new())) });
    let Shared(foreign) = made.expect("it was made");
    let raised = asyncio::run(async { foreign.await }).0.expect_err("the future belongs to the first loop");
    let message = "Task <Task pending name='main'> got Future <Future pending> attached to a different loop";
    assert_eq!(raised, Raised::exception("RuntimeError", message));
}

/// A future that can be a task's result.
#[derive(Clone)]
struct Shared(Future<()>);

impl Repr for Shared {
    fn repr(&self) -> loopscope::trace::Text {
        "a future".into()
    }
}

#[test]
fn a_finished_wait_leaves_no_callback() {
    // A callback that a wait left behind would run at the end of the task. So this counts the callbacks.
    let callbacks = |waits: u32| {
        let event_loop = asyncio::EventLoop::new(file!(), &loopscope::trace::Log::shared());
        event_loop.start(async move {
            let task = create_named_task(sleep(10.0), "task");
            for _ in 0..waits {
                wait([task.clone()], 0.01, ReturnWhen::AllCompleted).await?;
            }
            sleep(5.0).await?;
            task.await
        });
        event_loop.run_to_end();
        event_loop.callbacks()
    };
    // Each further wait adds the same callbacks: that of its timer, and the step of the woken task.
    assert_eq!(callbacks(11) - callbacks(10), callbacks(1) - callbacks(0));
    assert_eq!(callbacks(1) - callbacks(0), 2);
}

#[test]
fn a_task_that_is_destroyed_while_it_waits_is_removed_from_the_waiters() {
    let log = loopscope::trace::Log::shared();
    let event_loop = asyncio::EventLoop::new(file!(), &log);
    event_loop.collect_garbage();
    event_loop.start(async {
        create_named_task(
            async {
                let waiting = Event::new().wait();
                waiting.await
            },
            "waits",
        );
        sleep(1.0).await
    });
    event_loop.run_to_end();
    let log = log.borrow();
    let picture = loopscope::trace::Timeline::at(&log, loopscope::trace::Cursor::end(&log));
    let [event] = &picture.resources[..] else { panic!("one event") };
    assert!(event.waiters.is_empty(), "{:?}", event.waiters);
}
