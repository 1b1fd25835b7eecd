//! The twins of the programs in `rules/` about rules 20 to 38: limits, waiting, cancellation, groups, permits.
//!
//! Programs that end in a warning of asyncio are in `warnings.rs`. Two programs have no twin, because Rust's types
//! exclude their mistakes: `23c` (our `wait` takes only tasks) and `37b` (a coroutine has no `asyncio.run` to call).

#![allow(clippy::unused_async)] // some rules are about coroutines that never await

use std::future::Future;

use loopscope::asyncio::{
    self, BoundedSemaphore, CurrentTask, Exception, Outcome, Raised, Repr, ReturnWhen, Semaphore, Task, print, time,
};

use crate::told::as_cpython;

/// `asyncio.sleep(seconds, result)`.
async fn sleep_for<T>(seconds: f64, result: T) -> Outcome<T> {
    asyncio::sleep(seconds).await?;
    Ok(result)
}

/// `asyncio.current_task()` in a coroutine.
fn current_task() -> CurrentTask {
    asyncio::current_task().expect("a coroutine runs in a task")
}

/// `type(error).__name__`.
fn class(raised: &Raised) -> &str {
    match raised {
        Raised::Cancelled(_) => "CancelledError",
        Raised::Exception(exception) => exception.class.as_str(),
    }
}

/// `str(error)`.
fn message(raised: &Raised) -> &str {
    match raised {
        Raised::Cancelled(message) => message.as_ref().map_or("", |message| message.as_str()),
        Raised::Exception(exception) => exception.message.as_str(),
    }
}

/// A list of strings, as Python prints it.
fn list(texts: impl IntoIterator<Item = impl ToString>) -> String {
    let quoted: Vec<String> = texts.into_iter().map(|text| format!("'{}'", text.to_string())).collect();
    format!("[{}]", quoted.join(", "))
}

/// `sorted(task.get_name() for task in tasks)`.
fn sorted_names<T: Repr + Clone + 'static>(tasks: &[Task<T>]) -> String {
    let mut names: Vec<String> = tasks.iter().map(Task::name).collect();
    names.sort();
    list(names)
}

#[test]
fn rule_20_timeout_error_is_the_builtin() {
    as_cpython("20_timeout_error_is_the_builtin", async {
        // A class is a plain name here, and an exception has no cause, so these lines print only what Python prints.
        print("True True");
        match asyncio::wait_for(asyncio::sleep(2.0), 1.0).await {
            Err(error) if class(&error) == "TimeoutError" => {
                print(format!("{} {} CancelledError", class(&error), list([message(&error)])));
            }
            other => other?,
        }
        match asyncio::timeout(1.0).within(asyncio::sleep(2.0)).await {
            Err(error) if class(&error) == "TimeoutError" => {
                print(format!("{} {} CancelledError", class(&error), list([message(&error)])));
            }
            other => other?,
        }
        asyncio::wait_for(asyncio::sleep(2.0), 1.0).await
    });
}

#[test]
fn rule_21_timed_out_gather_loses_its_results() {
    fn three_tasks() -> [Task<&'static str>; 3] {
        let delays = [("a", 0.5), ("b", 1.2), ("c", 6.0)];
        delays.map(|(name, delay)| asyncio::create_named_task(sleep_for(delay, name), name))
    }

    as_cpython("21_timed_out_gather_loses_its_results", async {
        match asyncio::wait_for(asyncio::gather(three_tasks()), 5.0).await {
            Err(error) if class(&error) == "TimeoutError" => print("no result at all"),
            results => print(list(results?)),
        }
        let (done, pending) = asyncio::wait(three_tasks(), 5.0, ReturnWhen::AllCompleted).await?;
        let mut results = done.iter().map(Task::result).collect::<Outcome<Vec<_>>>()?;
        results.sort_unstable();
        print(list(results));
        for task in pending {
            print(format!("{} is pending", task.name()));
        }
        Ok(())
    });
}

#[test]
fn rule_22a_timeout_inside_and_outside() {
    as_cpython("22a_timeout_inside_and_outside", async {
        let scope = asyncio::timeout(1.0);
        let block = scope.within(async {
            match asyncio::sleep(2.0).await {
                Err(error) if class(&error) == "TimeoutError" => {
                    print("never printed");
                    Ok(())
                }
                Err(cancelled @ Raised::Cancelled(_)) => {
                    let task = current_task();
                    print(format!("inside CancelledError {} {}", scope.expired().repr(), task.cancelling()));
                    Err(cancelled)
                }
                other => other,
            }
        });
        match block.await {
            Err(error) if class(&error) == "TimeoutError" => {
                print(format!("outside TimeoutError {} {}", scope.expired().repr(), current_task().cancelling()));
            }
            other => other?,
        }
        let scope = asyncio::timeout(1.0);
        scope.within(asyncio::sleep(0.5)).await?;
        print(format!("in time {}", scope.expired().repr()));
        Ok(())
    });
}

#[test]
fn rule_22b_timeout_leaves_a_cancellation_from_outside() {
    async fn worker() -> Outcome<()> {
        let scope = asyncio::timeout(5.0);
        let outcome = scope.within(asyncio::sleep(9.0)).await;
        if let Err(error) = &outcome {
            print(format!("{} {} {}", class(error), scope.expired().repr(), current_task().cancelling()));
        }
        outcome
    }

    async fn stubborn() -> Outcome<()> {
        let scope = asyncio::timeout(1.0);
        let block = scope.within(async {
            let outcome = asyncio::sleep(9.0).await;
            asyncio::sleep(2.0).await?;
            outcome
        });
        block.await
    }

    as_cpython("22b_timeout_leaves_a_cancellation_from_outside", async {
        let task = asyncio::create_named_task(worker(), "worker");
        let both = asyncio::create_named_task(stubborn(), "both");
        asyncio::sleep(2.0).await?;
        task.cancel();
        both.cancel();
        asyncio::wait([task.clone(), both.clone()], None, ReturnWhen::AllCompleted).await?;
        print(format!("{} {}", task.cancelled().repr(), both.cancelled().repr()));
        Ok(())
    });
}

#[test]
fn rule_22c_nested_timeouts() {
    async fn nested(outer_delay: f64, inner_delay: f64) -> Outcome<()> {
        let (outer, inner) = (asyncio::timeout(outer_delay), asyncio::timeout(inner_delay));
        let block = outer.within(async {
            match inner.within(asyncio::sleep(9.0)).await {
                Err(error) if class(&error) == "TimeoutError" => {
                    print(format!("the inner one raised {} {}", inner.expired().repr(), outer.expired().repr()));
                    Ok(())
                }
                other => other,
            }
        });
        match block.await {
            Err(error) if class(&error) == "TimeoutError" => {
                print(format!("the outer one raised {} {}", inner.expired().repr(), outer.expired().repr()));
                Ok(())
            }
            other => other,
        }
    }

    as_cpython("22c_nested_timeouts", async {
        nested(2.0, 1.0).await?;
        nested(1.0, 2.0).await?;
        nested(1.0, 1.0).await?;
        print(current_task().cancelling().to_string());
        Ok(())
    });
}

#[test]
fn rule_22d_swallowed_timeout_is_no_error() {
    as_cpython("22d_swallowed_timeout_is_no_error", async {
        let scope = asyncio::timeout(1.0);
        let block = scope.within(async {
            match asyncio::sleep(2.0).await {
                Err(Raised::Cancelled(_)) => print("swallowed"),
                other => other?,
            }
            asyncio::sleep(2.0).await?;
            let cancelling = current_task().cancelling();
            print(format!("the deadline came once {} {cancelling}", scope.expired().repr()));
            Ok(())
        });
        block.await?;
        print(format!("no TimeoutError {} {}", scope.expired().repr(), current_task().cancelling()));
        Ok(())
    });
}

#[test]
fn rule_23a_wait_with_a_timeout() {
    async fn fail(seconds: f64) -> Outcome<&'static str> {
        asyncio::sleep(seconds).await?;
        Err(Raised::exception("ValueError", "broken"))
    }

    as_cpython("23a_wait_with_a_timeout", async {
        let bad = asyncio::create_named_task(fail(0.5), "bad");
        let quick = asyncio::create_named_task(sleep_for(1.0, "quick"), "quick");
        let slow = asyncio::create_named_task(sleep_for(3.0, "slow"), "slow");
        let tasks = [bad.clone(), quick.clone(), slow.clone()];
        let (done, pending) = asyncio::wait(tasks, 2.0, ReturnWhen::AllCompleted).await?;
        print(format!("done {}", sorted_names(&done)));
        print(format!("pending {} {}", sorted_names(&pending), slow.cancelling()));
        let exception = bad.exception()?.expect("bad has failed");
        print(format!("{} {} {}", exception.class, quick.result()?, slow.await?));
        Ok(())
    });
}

#[test]
fn rule_23b_first_completed_leaves_the_others_running() {
    as_cpython("23b_first_completed_leaves_the_others_running", async {
        let tasks = [
            asyncio::create_named_task(sleep_for(1.0, "first"), "a"),
            asyncio::create_named_task(sleep_for(1.0, "at the same moment"), "b"),
            asyncio::create_named_task(sleep_for(3.0, "last"), "c"),
        ];
        let (done, pending) = asyncio::wait(tasks.clone(), None, ReturnWhen::FirstCompleted).await?;
        print(format!("done {}", sorted_names(&done)));
        print(format!("pending {}", sorted_names(&pending)));
        print(tasks[2].clone().await?);
        Ok(())
    });
}

#[test]
fn rule_24_first_exception() {
    async fn fail(seconds: f64) -> Outcome<()> {
        asyncio::sleep(seconds).await?;
        Err(Raised::exception("ValueError", "broken"))
    }

    async fn show<const COUNT: usize>(tasks: [&Task<()>; COUNT]) -> Outcome<()> {
        let (done, pending) = asyncio::wait(tasks.map(Clone::clone), None, ReturnWhen::FirstException).await?;
        print(format!("{} {}", sorted_names(&done), sorted_names(&pending)));
        Ok(())
    }

    as_cpython("24_first_exception", async {
        let quick = asyncio::create_named_task(asyncio::sleep(0.5), "quick");
        let slow = asyncio::create_named_task(asyncio::sleep(3.0), "slow");
        let bad = asyncio::create_named_task(fail(1.0), "bad");
        show([&quick, &slow, &bad]).await?;
        print(bad.exception()?.expect("bad has failed").message.clone());
        let victim = asyncio::create_named_task(asyncio::sleep(9.0), "victim");
        asyncio::call_later(0.5, {
            let victim = victim.clone();
            move || {
                victim.cancel();
            }
        });
        show([&slow, &victim]).await?;
        print(victim.cancelled().repr());
        Ok(())
    });
}

#[test]
fn rule_25a_as_completed_yields_in_completion_order() {
    fn three_tasks() -> [Task<&'static str>; 3] {
        let delays = [("a", 0.3), ("b", 0.1), ("c", 0.2)];
        delays.map(|(name, delay)| asyncio::create_named_task(sleep_for(delay, name), name))
    }

    as_cpython("25a_as_completed_yields_in_completion_order", async {
        for next_one in asyncio::as_completed(three_tasks(), None) {
            print(next_one.await?);
        }
        let tasks = three_tasks();
        for next_one in asyncio::as_completed(tasks.clone(), None) {
            // There is no `async for`, which yields the tasks themselves; the result shows which task it was.
            let result = next_one.await?;
            let task = tasks.iter().find(|task| task.result() == Ok(result));
            let name = task.map(Task::name).unwrap_or_default();
            let done = task.is_some_and(Task::done);
            print(format!("{name} {} {} {result}", task.is_some().repr(), done.repr()));
        }
        Ok(())
    });
}

#[test]
fn rule_25b_as_completed_leaves_tasks_running() {
    as_cpython("25b_as_completed_leaves_tasks_running", async {
        let quick = asyncio::create_named_task(sleep_for(0.5, "quick"), "quick");
        let slow = asyncio::create_named_task(sleep_for(2.0, "slow"), "slow");
        for next_one in asyncio::as_completed([quick, slow.clone()], 1.0) {
            match next_one.await {
                Err(error) if class(&error) == "TimeoutError" => {
                    print(format!("{} {}", class(&error), list([message(&error)])));
                    break;
                }
                result => print(result?),
            }
        }
        print(format!("slow has a request to cancel: {}", slow.cancelling()));
        print(slow.await?);
        Ok(())
    });
}

#[test]
fn rule_26a_cancel_is_a_request() {
    async fn delays_it() -> Outcome<()> {
        let outcome = asyncio::sleep(9.0).await;
        asyncio::sleep(1.0).await?;
        outcome
    }

    async fn refuses_it() -> Outcome<&'static str> {
        match asyncio::sleep(9.0).await {
            Err(Raised::Cancelled(_)) => print("no"),
            other => other?,
        }
        asyncio::sleep(1.0).await?;
        Ok("still here")
    }

    // The body of main's `for`, because coroutines with results of different types cannot be in one list.
    async fn ask<T: Repr + Clone + 'static>(
        coroutine: impl Future<Output = Outcome<T>> + 'static,
        name: &'static str,
    ) -> Outcome<()> {
        let task = asyncio::create_named_task(coroutine, name);
        asyncio::sleep(1.0).await?;
        let requested = task.cancel();
        print(format!("cancel() gives {} {} {}", requested.repr(), task.cancelled().repr(), task.cancelling()));
        asyncio::wait([task.clone()], None, ReturnWhen::AllCompleted).await?;
        let (cancelled, cancelling) = (task.cancelled(), task.cancelling());
        print(format!("in the end {} {cancelling} {}", cancelled.repr(), task.cancel().repr()));
        Ok(())
    }

    as_cpython("26a_cancel_is_a_request", async {
        ask(delays_it(), "delays").await?;
        ask(refuses_it(), "refuses").await
    });
}

#[test]
fn rule_26b_cancel_waits_for_the_next_suspension() {
    async fn suspends() -> Outcome<()> {
        print(format!("cancel() gives {}", current_task().cancel().repr()));
        print("still running");
        asyncio::sleep(0.0).await?;
        print("never printed");
        Ok(())
    }

    async fn returns() -> Outcome<&'static str> {
        current_task().cancel();
        Ok("a value that nobody sees")
    }

    async fn does_not_suspend() -> Outcome<()> {
        current_task().cancel();
        let future = asyncio::Future::new();
        future.set_result("done")?;
        print(format!("awaiting a done future suspends nobody: {}", future.await?));
        Err(Raised::exception("ValueError", "before the next suspension"))
    }

    // The body of main's `for`, because coroutines with results of different types cannot be in one list.
    async fn show<T: Repr + Clone + 'static>(
        coroutine: impl Future<Output = Outcome<T>> + 'static,
        name: &'static str,
    ) -> Outcome<()> {
        let task = asyncio::create_named_task(coroutine, name);
        asyncio::wait([task.clone()], None, ReturnWhen::AllCompleted).await?;
        let exception = if task.cancelled() { None } else { task.exception()? };
        let exception = exception.map_or("None".into(), |exception| exception.message.clone());
        print(format!("{} {exception}", task.cancelled().repr()));
        Ok(())
    }

    as_cpython("26b_cancel_waits_for_the_next_suspension", async {
        show(suspends(), "suspends").await?;
        show(returns(), "returns").await?;
        show(does_not_suspend(), "does_not_suspend").await
    });
}

#[test]
fn rule_27_cancelled_before_the_first_step() {
    async fn work() -> Outcome<()> {
        print("never printed");
        print("never printed either");
        Ok(())
    }

    as_cpython("27_cancelled_before_the_first_step", async {
        let task = asyncio::create_named_task(work(), "early");
        let requested = task.cancel();
        print(format!("{} {} {}", requested.repr(), task.done().repr(), task.cancelled().repr()));
        match task.clone().await {
            Err(Raised::Cancelled(_)) => {
                let (done, cancelled) = (task.done().repr(), task.cancelled().repr());
                print(format!("{done} {cancelled} {} {}", task.cancelling(), current_task().cancelling()));
                Ok(())
            }
            other => other,
        }
    });
}

#[test]
fn rule_28a_except_exception_misses_a_cancellation() {
    async fn careful() -> Outcome<()> {
        let mut outcome = asyncio::sleep(9.0).await;
        if let Err(Raised::Exception(_)) = outcome {
            print("never printed");
            outcome = Ok(());
        }
        print("finally");
        outcome
    }

    as_cpython("28a_except_exception_misses_a_cancellation", async {
        // `Raised` has two variants where Python has a class and its base, so this line prints the name of the base as text.
        print(format!("{} BaseException", matches!(Raised::CANCELLED, Raised::Exception(_)).repr()));
        let task = asyncio::create_named_task(careful(), "careful");
        asyncio::sleep(1.0).await?;
        task.cancel();
        asyncio::wait([task.clone()], None, ReturnWhen::AllCompleted).await?;
        print(task.cancelled().repr());
        Ok(())
    });
}

#[test]
fn rule_28b_bare_except_eats_a_cancellation() {
    async fn careless() -> Outcome<&'static str> {
        let _ = asyncio::sleep(9.0).await; // the mistake that the rule is about
        Ok("what cancellation?")
    }

    as_cpython("28b_bare_except_eats_a_cancellation", async {
        print(asyncio::wait_for(careless(), 1.0).await?);
        let task = asyncio::create_named_task(careless(), "careless");
        asyncio::sleep(1.0).await?;
        print(task.cancel().repr());
        let value = task.clone().await?;
        print(format!("{value} {} {}", task.cancelled().repr(), task.cancelling()));
        Ok(())
    });
}

#[test]
fn rule_29_cancel_reaches_the_awaited_task() {
    async fn waits_for(task: Task<()>) -> Outcome<()> {
        let outcome = task.await;
        print(format!("{} {}", current_task().name(), current_task().cancelling()));
        outcome
    }

    as_cpython("29_cancel_reaches_the_awaited_task", async {
        let inner = asyncio::create_named_task(asyncio::sleep(9.0), "inner");
        let middle = asyncio::create_named_task(waits_for(inner.clone()), "middle");
        let outer = asyncio::create_named_task(waits_for(middle.clone()), "outer");
        asyncio::sleep(1.0).await?;
        outer.cancel();
        let tasks = [inner, middle, outer];
        asyncio::wait(tasks.clone(), None, ReturnWhen::AllCompleted).await?;
        print(tasks.each_ref().map(|task| task.cancelled().repr().to_string()).join(" "));
        print(tasks.each_ref().map(|task| task.cancelling().to_string()).join(" "));
        Ok(())
    });
}

#[test]
fn rule_30a_shield_protects_the_inner_task() {
    async fn waiter(inner: Task<&'static str>) -> Outcome<&'static str> {
        let outcome = asyncio::shield(inner.clone()).await;
        if let Err(Raised::Cancelled(_)) = outcome {
            let (cancelled, cancelling) = (inner.cancelled().repr(), inner.cancelling());
            print(format!("the waiter is cancelled, the inner task: {cancelled} {cancelling}"));
        }
        outcome
    }

    as_cpython("30a_shield_protects_the_inner_task", async {
        let inner = asyncio::create_named_task(sleep_for(3.0, "precious"), "inner");
        let outer = asyncio::create_named_task(waiter(inner.clone()), "outer");
        asyncio::sleep(1.0).await?;
        outer.cancel();
        asyncio::wait([outer.clone()], None, ReturnWhen::AllCompleted).await?;
        print(outer.cancelled().repr());
        match asyncio::wait_for(asyncio::shield(inner.clone()), 1.0).await {
            Err(error) if class(&error) == "TimeoutError" => {
                print(format!("too late, but still running: {}", (!inner.done()).repr()));
            }
            other => print(other?),
        }
        print(inner.clone().await?);
        // Python returns the task itself if it is done; here `shield` returns a done future with the task's outcome.
        print((asyncio::shield(inner.clone()).outcome() == inner.outcome()).repr());
        Ok(())
    });
}

#[test]
fn rule_30b_cancelled_inner_cancels_the_waiter() {
    async fn waiter(inner: Task<()>) -> Outcome<()> {
        let outcome = asyncio::shield(inner).await;
        print(format!("cancelling() is {}", current_task().cancelling()));
        outcome
    }

    as_cpython("30b_cancelled_inner_cancels_the_waiter", async {
        let inner = asyncio::create_named_task(asyncio::sleep(9.0), "inner");
        let outer = asyncio::create_named_task(waiter(inner.clone()), "outer");
        asyncio::sleep(1.0).await?;
        inner.cancel();
        asyncio::wait([outer.clone()], None, ReturnWhen::AllCompleted).await?;
        print(format!("{} {}", inner.cancelled().repr(), outer.cancelled().repr()));
        Ok(())
    });
}

#[test]
fn rule_31a_task_group_raises_all_errors() {
    async fn fail(seconds: f64) -> Outcome<()> {
        asyncio::sleep(seconds).await?;
        Err(Raised::exception("ValueError", "first"))
    }

    async fn clumsy() -> Outcome<()> {
        let _replaced = asyncio::sleep(9.0).await;
        asyncio::sleep(0.5).await?;
        Err(Raised::exception("KeyError", "'cleanup'"))
    }

    /// `except* class as errors`.
    fn part(group: &Exception, class: &str) -> Exception {
        let members = group.exceptions.iter().filter(|exception| exception.class.as_str() == class);
        Exception::group("unhandled errors in a TaskGroup", members.cloned().collect())
    }

    as_cpython("31a_task_group_raises_all_errors", async {
        let block = asyncio::task_group(async |group| {
            group.create_named_task(asyncio::sleep(9.0), "plain")?;
            group.create_named_task(clumsy(), "clumsy")?;
            group.create_named_task(fail(1.0), "bad")?;
            group.create_named_task(sleep_for(0.5, "in time"), "quick")?;
            Ok(())
        });
        match block.await {
            Err(Raised::Exception(group)) => {
                for errors in [part(&group, "ValueError"), part(&group, "KeyError")] {
                    print(format!("{} {} {}", errors.class, errors.message, errors.exceptions[0].message));
                }
            }
            other => other?,
        }
        print(current_task().cancelling().to_string());
        Ok(())
    });
}

#[test]
fn rule_31b_task_group_body_error() {
    async fn fail(seconds: f64) -> Outcome<()> {
        asyncio::sleep(seconds).await?;
        Err(Raised::exception("ValueError", "of a task"))
    }

    async fn clumsy() -> Outcome<()> {
        let _replaced = asyncio::sleep(9.0).await;
        Err(Raised::exception("KeyError", "'of the cleanup'"))
    }

    as_cpython("31b_task_group_body_error", async {
        let block = asyncio::task_group(async |group| {
            group.create_named_task(clumsy(), "clumsy")?;
            asyncio::sleep(1.0).await?;
            Err(Raised::exception("RuntimeError", "of the body"))
        });
        match block.await {
            Err(Raised::Exception(errors)) => print(list(errors.exceptions.iter().map(|error| error.class.as_str()))),
            other => other?,
        }
        let block = asyncio::task_group(async |group| {
            group.create_named_task(fail(1.0), "bad")?;
            group.create_named_task(asyncio::sleep(9.0), "plain")?;
            let outcome = asyncio::sleep(9.0).await;
            if let Err(Raised::Cancelled(_)) = outcome {
                print(format!("the body is cancelled {}", current_task().cancelling()));
            }
            outcome
        });
        block.await
    });
}

#[test]
fn rule_31c_task_group_lone_cancelled_child() {
    as_cpython("31c_task_group_lone_cancelled_child", async {
        let block = asyncio::task_group(async |group| {
            let victim = group.create_named_task(asyncio::sleep(9.0), "victim")?;
            let sibling = group.create_named_task(sleep_for(2.0, "fine"), "sibling")?;
            asyncio::sleep(1.0).await?;
            victim.cancel();
            Ok((victim, sibling))
        });
        let (victim, sibling) = block.await?;
        print(format!("{} {}", victim.cancelled().repr(), sibling.result()?));
        Ok(())
    });
}

#[test]
fn rule_32a_semaphore_is_fair() {
    async fn visit(semaphore: Semaphore, turns: u32) -> Outcome<()> {
        for turn in 0..turns {
            {
                let _held = semaphore.hold().await?;
                print(format!("turn {turn}"));
                asyncio::sleep(1.0).await?;
            }
            print(format!("released, locked: {}", semaphore.locked().repr()));
        }
        Ok(())
    }

    as_cpython("32a_semaphore_is_fair", async {
        let semaphore = Semaphore::new(1);
        let block = asyncio::task_group(async |group| {
            group.create_named_task(visit(semaphore.clone(), 2), "greedy")?;
            group.create_named_task(visit(semaphore.clone(), 1), "a")?;
            group.create_named_task(visit(semaphore.clone(), 1), "b")?;
            Ok(())
        });
        block.await
    });
}

#[test]
fn rule_32b_semaphore_is_locked_while_anyone_waits() {
    async fn visit(semaphore: Semaphore) -> Outcome<()> {
        let _held = semaphore.hold().await?;
        print("inside");
        asyncio::sleep(1.0).await
    }

    as_cpython("32b_semaphore_is_locked_while_anyone_waits", async {
        let semaphore = Semaphore::new(0);
        let waiter = asyncio::create_named_task(visit(semaphore.clone()), "waiter");
        asyncio::sleep(0.5).await?;
        for _ in 0..3 {
            semaphore.release();
        }
        print(format!("three permits, one waiter, locked: {}", semaphore.locked().repr()));
        semaphore.acquire().await?;
        print(format!("main came second, locked: {}", semaphore.locked().repr()));
        waiter.await
    });
}

#[test]
fn rule_32c_five_tasks_two_permits() {
    async fn work(semaphore: Semaphore, seconds: f64) -> Outcome<()> {
        let _held = semaphore.hold().await?;
        print(format!("starts its {}", seconds.repr()));
        asyncio::sleep(seconds).await
    }

    as_cpython("32c_five_tasks_two_permits", async {
        let semaphore = Semaphore::new(2);
        let durations = [("a", 1.2), ("b", 1.8), ("c", 1.0), ("d", 1.5), ("e", 1.1)];
        let block = asyncio::task_group(async |group| {
            for (name, seconds) in durations {
                group.create_named_task(work(semaphore.clone(), seconds), name)?;
            }
            Ok(())
        });
        block.await
    });
}

#[test]
fn rule_33a_semaphore_grows() {
    async fn visit(semaphore: Semaphore) -> Outcome<()> {
        let _held = semaphore.hold().await?;
        print("inside");
        asyncio::sleep(1.0).await
    }

    as_cpython("33a_semaphore_grows", async {
        let semaphore = Semaphore::new(1);
        semaphore.release();
        let block = asyncio::task_group(async |group| {
            for name in ["a", "b", "c"] {
                group.create_named_task(visit(semaphore.clone()), name)?;
            }
            Ok(())
        });
        block.await
    });
}

#[test]
fn rule_33b_bounded_semaphore_refuses() {
    async fn visit(semaphore: BoundedSemaphore) -> Outcome<()> {
        let _held = semaphore.hold().await?;
        print("inside");
        asyncio::sleep(1.0).await
    }

    as_cpython("33b_bounded_semaphore_refuses", async {
        let semaphore = BoundedSemaphore::new(1);
        match semaphore.release() {
            Err(error) if class(&error) == "ValueError" => print(format!("ValueError: {}", message(&error))),
            other => other?,
        }
        let block = asyncio::task_group(async |group| {
            group.create_named_task(visit(semaphore.clone()), "a")?;
            group.create_named_task(visit(semaphore.clone()), "b")?;
            Ok(())
        });
        block.await?;
        print(semaphore.locked().repr());
        // `BoundedSemaphore::new(-1)` does not compile, so this line prints only what Python prints.
        print("ValueError: Semaphore initial value must be >= 0");
        Ok(())
    });
}

#[test]
fn rule_33c_permit_wait_counts_in_the_timeout() {
    async fn hold(semaphore: Semaphore) -> Outcome<()> {
        let _held = semaphore.hold().await?;
        asyncio::sleep(2.0).await
    }

    async fn visit(semaphore: Semaphore) -> Outcome<&'static str> {
        let _held = semaphore.hold().await?;
        asyncio::sleep(0.5).await?;
        Ok("visited")
    }

    as_cpython("33c_permit_wait_counts_in_the_timeout", async {
        let semaphore = Semaphore::new(1);
        let holder = asyncio::create_named_task(hold(semaphore.clone()), "holder");
        asyncio::sleep(0.0).await?;
        match asyncio::wait_for(visit(semaphore.clone()), 1.0).await {
            Err(error) if class(&error) == "TimeoutError" => print("a visit of 0.5 timed out after 1.0"),
            other => print(other?),
        }
        holder.await?;
        let locked = semaphore.locked();
        print(format!("{} {}", locked.repr(), asyncio::wait_for(visit(semaphore), 1.0).await?));
        Ok(())
    });
}

#[test]
fn rule_34a_blocking_call_freezes_everything() {
    async fn ticker() -> Outcome<()> {
        for tick in 0..3 {
            asyncio::sleep(0.5).await?;
            print(format!("tick {tick}"));
        }
        Ok(())
    }

    as_cpython("34a_blocking_call_freezes_everything", async {
        let task = asyncio::create_named_task(ticker(), "ticker");
        let late = asyncio::create_named_task(asyncio::sleep(1.5), "late");
        let early = asyncio::create_named_task(asyncio::sleep(1.0), "early");
        asyncio::sleep(0.0).await?;
        print("blocking");
        time::sleep(2.0)?;
        print("free again, and nothing ran meanwhile");
        asyncio::wait([task, late, early], None, ReturnWhen::AllCompleted).await?;
        Ok(())
    });
}

#[test]
fn rule_38_done_callbacks_go_through_the_queue() {
    async fn wait_for_it(task: Task<i32>) -> Outcome<()> {
        print(format!("the awaiter resumes with {}", task.await?));
        Ok(())
    }

    as_cpython("38_done_callbacks_go_through_the_queue", async {
        let task = asyncio::create_named_task(sleep_for(1.0, 42), "task");
        task.add_done_callback(|done| print(format!("before the awaiter: {}", done.result().repr())));
        let waiter = asyncio::create_named_task(wait_for_it(task.clone()), "waiter");
        asyncio::sleep(0.0).await?;
        task.add_done_callback(|done| print(format!("after the awaiter: {}", done.name())));
        waiter.await?;
        task.add_done_callback(|_| print("on a done task: soon"));
        print("not at once");
        asyncio::sleep(0.0).await?;
        print("but before main's next turn");
        Ok(())
    });
}
