//! Rules 1 to 19 of `semantics.md`: each test is the twin of the Python program in `rules/` with the test's name.
//!
//! One program has no twin: `15a_same_awaitable_twice` gathers one bare coroutine twice, but in Rust `gather` takes
//! ownership of a coroutine.

#![allow(clippy::too_many_lines)] // a program is read as a whole
#![allow(clippy::unused_async)] // some coroutines never suspend

use loopscope::asyncio::{
    Coroutine, Future, Gather, Outcome, Raised, Repr, Task, call_later, call_soon, coroutine, create_named_task,
    current_task, gather, gather_return_exceptions, loop_time, print, sleep, time, timeout, wait_for,
};

use crate::told::{as_cpython, as_cpython_collecting};

#[test]
fn rule_01_calling_runs_nothing() {
    fn greet() -> Coroutine<()> {
        coroutine("greet", async {
            print("hello");
            Ok(())
        })
    }

    as_cpython_collecting("01_calling_runs_nothing", async {
        drop(greet());
        print("called, and nothing ran");
        sleep(0.1).await?;
        let kept = greet();
        sleep(0.1).await?;
        print("kept, and nothing ran");
        drop(kept);
        print("let go");
        greet().await
    });
}

#[test]
fn rule_02_await_runs_in_the_same_task() {
    async fn other() -> Outcome<()> {
        print("the other task runs");
        Ok(())
    }

    async fn quick() -> Outcome<u32> {
        print(format!("quick runs in {}", name_of_current_task()));
        Ok(1)
    }

    as_cpython("02_await_runs_in_the_same_task", async {
        let task = create_named_task(other(), "other");
        print((quick().await? + quick().await?).repr());
        print(format!("the other task has not run yet: {}", task.done().repr()));
        sleep(0.0).await?;
        print(format!("a suspension lets it run: {}", task.done().repr()));
        Ok(())
    });
}

#[test]
fn rule_03_create_task_starts_later() {
    async fn body(name: &'static str) -> Outcome<()> {
        print(format!("{name} starts"));
        Ok(())
    }

    async fn parent() -> Outcome<()> {
        print("parent starts");
        create_named_task(body("child"), "child").await
    }

    as_cpython("03_create_task_starts_later", async {
        let created = [
            create_named_task(parent(), "parent"),
            create_named_task(body("b"), "b"),
            create_named_task(body("c"), "c"),
        ];
        print("all created, none started");
        for task in created {
            task.await?;
        }
        Ok(())
    });
}

#[test]
fn rule_04_tasks_awaited_one_by_one() {
    as_cpython("04_tasks_awaited_one_by_one", async {
        let seconds = [("a", 0.05), ("b", 0.04), ("c", 0.02)];

        let begin = loop_time();
        for (name, seconds) in seconds {
            create_named_task(sleep(seconds), name).await?;
        }
        print(format!("one by one {:.2}", loop_time() - begin));

        let begin = loop_time();
        let tasks = seconds.map(|(name, seconds)| create_named_task(sleep(seconds), name));
        for task in tasks {
            task.await?;
        }
        print(format!("together {:.2}", loop_time() - begin));
        Ok(())
    });
}

#[test]
fn rule_05_new_callbacks_wait_for_the_next_iteration() {
    fn first() -> Outcome<()> {
        print("first");
        call_soon(|| print("added by first"));
        time::sleep(1.0)
    }

    fn added_twice() {
        print("second");
        call_soon(|| {
            call_soon(|| print("two iterations later"));
        });
    }

    as_cpython("05_new_callbacks_wait_for_the_next_iteration", async {
        call_later(0.5, || print("a timer of 0.5"));
        call_soon(first);
        call_soon(added_twice);
        call_soon(|| print("third"));
        sleep(2.0).await
    });
}

#[test]
fn rule_06a_equal_deadlines() {
    async fn sleeper(number: u32) -> Outcome<()> {
        sleep(1.0).await?;
        print(format!("number {number} wakes"));
        Ok(())
    }

    as_cpython("06a_equal_deadlines", async {
        let tasks: Vec<_> = (0..8).map(|number| create_named_task(sleeper(number), format!("s{number}"))).collect();
        for task in tasks {
            task.await?;
        }
        Ok(())
    });
}

#[test]
fn rule_06b_nearly_equal_deadlines() {
    async fn sleeper(delays: &[f64]) -> Outcome<()> {
        for &delay in delays {
            sleep(delay).await?;
        }
        print(loop_time().repr());
        Ok(())
    }

    as_cpython("06b_nearly_equal_deadlines", async {
        let twice = create_named_task(sleeper(&[0.1, 0.2]), "twice");
        let once = create_named_task(sleeper(&[0.3]), "once");
        twice.await?;
        once.await?;
        sleep(1e-10).await?;
        print(loop_time().repr());
        Ok(())
    });
}

#[test]
fn rule_07_sleep_zero_yields_once() {
    async fn counter(name: &'static str) -> Outcome<()> {
        for turn in 0..3 {
            print(format!("{name} {turn}"));
            sleep(0.0).await?;
        }
        Ok(())
    }

    as_cpython("07_sleep_zero_yields_once", async {
        let tasks = ["a", "b"].map(|name| create_named_task(counter(name), name));
        call_later(0.0, || print("a timer of zero seconds"));
        sleep(-1.0).await?;
        print("main is back after one turn of each");
        for task in tasks {
            task.await?;
        }
        print(format!("{} {}", sleep_then(0.0, "its result").await?, loop_time().repr()));
        Ok(())
    });
}

#[test]
fn rule_08_gather_keeps_argument_order() {
    async fn work(name: &'static str, seconds: f64) -> Outcome<&'static str> {
        sleep(seconds).await?;
        print(format!("{name} is done"));
        Ok(name)
    }

    as_cpython("08_gather_keeps_argument_order", async {
        let results = gather([
            create_named_task(work("a", 0.3), "a"),
            create_named_task(work("b", 0.1), "b"),
            create_named_task(work("c", 0.2), "c"),
        ])
        .await?;
        print(format!("['{}']", results.join("', '")));
        Ok(())
    });
}

#[test]
fn rule_09_first_exception_leaves_siblings_running() {
    async fn fail(seconds: f64) -> Outcome<&'static str> {
        sleep(seconds).await?;
        Err(Raised::exception("ValueError", "broken"))
    }

    async fn work(seconds: f64) -> Outcome<&'static str> {
        sleep(seconds).await?;
        print("still working");
        Ok("done")
    }

    as_cpython("09_first_exception_leaves_siblings_running", async {
        let slow = create_named_task(work(3.0), "slow");
        let bad = create_named_task(fail(1.0), "bad");
        match gather([slow.clone(), bad]).await {
            Err(Raised::Exception(error)) if error.class.as_str() == "ValueError" => {
                print(format!("gather raised {} {}", error.class, error.message));
            }
            other => drop(other?),
        }
        print(format!("slow is done: {} - has a request to cancel: {}", slow.done().repr(), slow.cancelling()));
        print(slow.await?);
        Ok(())
    });
}

#[test]
fn rule_10_later_exceptions_are_lost() {
    async fn fail(seconds: f64, message: &'static str) -> Outcome<()> {
        sleep(seconds).await?;
        Err(Raised::exception("ValueError", message))
    }

    as_cpython("10_later_exceptions_are_lost", async {
        let all = gather([
            create_named_task(fail(1.0, "first"), "one"),
            create_named_task(fail(2.0, "second"), "two"),
            create_named_task(fail(3.0, "third"), "three"),
        ]);
        match all.await {
            Err(Raised::Exception(error)) if error.class.as_str() == "ValueError" => {
                print(format!("gather raised {}", error.message));
            }
            other => drop(other?),
        }
        sleep(4.0).await?;
        print("no warning came");
        Ok(())
    });
}

#[test]
fn rule_11_cancelling_gather_cancels_children() {
    /// `gather` is the function with or without `return_exceptions=True`.
    async fn gather_and_cancel<T: Repr + 'static>(gather: impl FnOnce([Task<()>; 2]) -> Gather<T>) -> Outcome<()> {
        let a = create_named_task(sleep(5.0), "a");
        let b = create_named_task(sleep(6.0), "b");
        let both = gather([a.clone(), b.clone()]);
        sleep(1.0).await?;
        print(format!("cancel() gives {}", both.cancel().repr()));
        match both.clone().await {
            Err(error @ Raised::Cancelled(_)) => {
                let cancelled = [a.cancelled(), b.cancelled(), both.cancelled()].map(|cancelled| cancelled.repr());
                print(format!("{error} {} {} {}", cancelled[0], cancelled[1], cancelled[2]));
            }
            other => print(other?.repr()),
        }
        print(format!("cancel() of a done gather gives {}", both.cancel().repr()));
        Ok(())
    }

    as_cpython("11_cancelling_gather_cancels_children", async {
        gather_and_cancel(gather).await?;
        gather_and_cancel(gather_return_exceptions).await
    });
}

#[test]
fn rule_12_cancelled_child_cancels_the_awaiter() {
    async fn wait_for_both(victim: Task<&'static str>, sibling: Task<&'static str>) -> Outcome<()> {
        match gather([victim, sibling]).await {
            Err(cancelled @ Raised::Cancelled(_)) => {
                let cancelling = current_task().expect("a running task").cancelling();
                print(format!("CancelledError, but cancelling() is {cancelling}"));
                Err(cancelled)
            }
            other => other.map(drop),
        }
    }

    as_cpython("12_cancelled_child_cancels_the_awaiter", async {
        let victim = create_named_task(sleep_then(9.0, "never"), "victim");
        let sibling = create_named_task(sleep_then(2.0, "fine"), "sibling");
        let waiter = create_named_task(wait_for_both(victim.clone(), sibling.clone()), "waiter");
        sleep(1.0).await?;
        victim.cancel();
        print(sibling.await?);
        print(format!("waiter cancelled: {}", waiter.cancelled().repr()));
        Ok(())
    });
}

#[test]
fn rule_13_return_exceptions_returns_cancelled_error() {
    async fn fail() -> Outcome<&'static str> {
        sleep(0.5).await?;
        Err(Raised::exception("KeyError", "'lost'"))
    }

    as_cpython("13_return_exceptions_returns_cancelled_error", async {
        let victim = create_named_task(sleep_then(9.0, "never"), "victim");
        let bad = create_named_task(fail(), "bad");
        let good = create_named_task(sleep_then(2.0, "fine"), "good");
        let both = gather_return_exceptions([victim.clone(), bad, good]);
        sleep(1.0).await?;
        victim.cancel();
        let results = both.await?;
        for result in &results {
            let class = match result {
                Ok(_) => "str".to_owned(),
                Err(Raised::Cancelled(_)) => "CancelledError".to_owned(),
                Err(Raised::Exception(error)) => error.class.to_string(),
            };
            let is_exception = matches!(result, Err(Raised::Exception(_)));
            print(format!("{class} {} {}", is_exception.repr(), result.is_err().repr()));
        }
        Ok(results)
    });
}

#[test]
fn rule_14_failed_gather_cannot_be_cancelled() {
    async fn fail(seconds: f64) -> Outcome<&'static str> {
        sleep(seconds).await?;
        Err(Raised::exception("ValueError", "broken"))
    }

    as_cpython("14_failed_gather_cannot_be_cancelled", async {
        let slow = create_named_task(sleep_then(3.0, "slow"), "slow");
        let both = gather([slow.clone(), create_named_task(fail(1.0), "bad")]);
        match both.clone().await {
            Err(Raised::Exception(error)) if error.class.as_str() == "ValueError" => {
                print(format!("gather raised {}", error.message));
            }
            other => drop(other?),
        }
        print(format!("{} {} {}", both.done().repr(), both.cancel().repr(), both.cancelled().repr()));
        print(format!("{} {}", slow.clone().await?, slow.cancelled().repr()));
        Ok(())
    });
}

#[test]
fn rule_15b_gather_of_nothing() {
    const NOTHING: [Task<()>; 0] = [];

    async fn other() -> Outcome<()> {
        print("nobody waited for me");
        Ok(())
    }

    as_cpython("15b_gather_of_nothing", async {
        let task = create_named_task(other(), "other");
        let nothing = gather(NOTHING);
        print(format!("{} {}", nothing.done().repr(), nothing.result()?.repr()));
        print(nothing.await?.repr());
        print(gather_return_exceptions(NOTHING).await?.repr());
        task.await
    });
}

#[test]
fn rule_16_wait_for_waits_for_the_cleanup() {
    async fn slow_to_clean_up() -> Outcome<()> {
        match sleep(10.0).await {
            Err(cancelled @ Raised::Cancelled(_)) => {
                print("cleaning up");
                sleep(3.0).await?;
                print("clean");
                Err(cancelled)
            }
            other => other,
        }
    }

    as_cpython("16_wait_for_waits_for_the_cleanup", async {
        match wait_for(slow_to_clean_up(), 1.0).await {
            Err(Raised::Exception(error)) if error.class.as_str() == "TimeoutError" => {
                print(format!("{} at {}", error.class, loop_time().repr()));
            }
            other => other?,
        }
        let task = create_named_task(slow_to_clean_up(), "task");
        match wait_for(task.clone(), 1.0).await {
            Err(Raised::Exception(error)) if error.class.as_str() == "TimeoutError" => {
                print(format!("{} at {} {}", error.class, loop_time().repr(), task.cancelled().repr()));
            }
            other => other?,
        }
        Ok(())
    });
}

#[test]
fn rule_17a_swallowed_cancellation_returns_the_value() {
    async fn stubborn() -> Outcome<&'static str> {
        match sleep(10.0).await {
            Err(Raised::Cancelled(_)) => {
                sleep(0.5).await?;
                Ok("a value after all")
            }
            other => other.map(|()| "never"),
        }
    }

    as_cpython("17a_swallowed_cancellation_returns_the_value", async {
        let task = current_task().expect("a running task");
        print(wait_for(stubborn(), 1.0).await?);
        print(task.cancelling().repr());
        let scope = timeout(1.0);
        scope
            .within(async {
                print(stubborn().await?);
                Ok(())
            })
            .await?;
        print(format!("{} {}", scope.expired().repr(), task.cancelling()));
        Ok(())
    });
}

#[test]
fn rule_17b_error_of_the_cleanup_wins() {
    async fn clumsy() -> Outcome<()> {
        let _replaced = sleep(10.0).await;
        sleep(0.5).await?;
        Err(Raised::exception("ValueError", "the cleanup failed"))
    }

    as_cpython("17b_error_of_the_cleanup_wins", async {
        match wait_for(clumsy(), 1.0).await {
            Err(Raised::Exception(error)) => {
                let is_timeout = error.class.as_str() == "TimeoutError";
                print(format!("{} {} {}", error.class, error.message, is_timeout.repr()));
            }
            other => other?,
        }
        print(current_task().expect("a running task").cancelling().repr());
        Ok(())
    });
}

#[test]
fn rule_18_wait_for_with_no_time() {
    async fn work() -> Outcome<()> {
        print("never printed");
        Ok(())
    }

    as_cpython("18_wait_for_with_no_time", async {
        for timeout in [0, -1] {
            match wait_for(work(), f64::from(timeout)).await {
                Err(Raised::Exception(error)) if error.class.as_str() == "TimeoutError" => {
                    print(format!("{} after a timeout of {timeout}", error.class));
                }
                other => other?,
            }
        }
        let future = Future::new();
        future.set_result("ready")?;
        print(wait_for(future, 0.0).await?);
        let running = create_named_task(sleep(1.0), "running");
        sleep(0.5).await?;
        match wait_for(running.clone(), 0.0).await {
            Err(Raised::Exception(error)) if error.class.as_str() == "TimeoutError" => {
                print(format!("a running task is cancelled: {}", running.cancelled().repr()));
            }
            other => other?,
        }
        Ok(())
    });
}

#[test]
fn rule_19_wait_for_runs_in_the_current_task() {
    async fn who() -> Outcome<String> {
        sleep(0.5).await?;
        Ok(name_of_current_task())
    }

    as_cpython("19_wait_for_runs_in_the_current_task", async {
        print(wait_for(who(), 1.0).await?);
        print(wait_for(who(), None).await?);
        print(wait_for(create_named_task(who(), "own"), 1.0).await?);
        Ok(())
    });
}

/// `asyncio.sleep(seconds, result)`.
async fn sleep_then<T>(seconds: f64, result: T) -> Outcome<T> {
    sleep(seconds).await?;
    Ok(result)
}

/// `asyncio.current_task().get_name()`.
fn name_of_current_task() -> String {
    current_task().expect("a running task").name()
}
