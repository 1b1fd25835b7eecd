//! The rest of asyncio's API: each test is the Rust twin of a Python program in `rules/`, 58 to 81, and must have the
//! same story. Locks and queues, 50 to 57, are in `locks_and_queues.rs`.

// These programs have no twin here, or only in part, because Rust's types exclude what they do:
// - 59: Python removes both callbacks of a function that was added twice; ours have a handle each;
// - 60: a task has no `set_result`, and `set_exception` takes only an `Exception`;
// - 62: `as_completed` of something that is not iterable, and `async for`;
// - 63: a `return_when` that does not exist;
// - 67c: `task_group` creates and enters a group at once, so it cannot be used before, nor entered twice;
// - 72: a coroutine is moved into its await, so it cannot be awaited again;
// - 73: `async for`, a user-defined `async with`, and generators that await.

use std::cell::RefCell;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::rc::Rc;

use loopscope::asyncio::{
    self, Awaitable, CurrentTask, Exception, Outcome, Raised, Repr, ReturnWhen, Task, TaskGroup, Timeout, time,
};
use loopscope::trace::{Seconds, Text};

use crate::told::{as_cpython, as_cpython_started};

#[test]
fn vocabulary_58a_call_soon_later_at() {
    as_cpython("58a_call_soon_later_at", async {
        asyncio::call_later(2.0, || asyncio::print("later 2.0"));
        let at = asyncio::call_at(asyncio::loop_time() + 1.0, || asyncio::print("at 1.0"));
        asyncio::call_later(1.0, || asyncio::print("later 1.0"));
        asyncio::call_at(asyncio::loop_time() - 5.0, || asyncio::print("at a time that is past"));
        asyncio::call_later(0.0, || asyncio::print("later 0"));
        asyncio::call_soon(|| asyncio::print("soon"));
        asyncio::call_soon(|| asyncio::print("soon too"));
        asyncio::print(format!("{} {}", at.when().repr(), at.cancelled().repr()));
        asyncio::sleep(0.0).await?;
        asyncio::print("main's next turn");
        asyncio::sleep(3.0).await
    });
}

#[test]
fn vocabulary_58b_cancelled_timer_handle() {
    as_cpython("58b_cancelled_timer_handle", async {
        let handle = asyncio::call_later(1.0, || asyncio::print("never printed"));
        let last = asyncio::call_later(100.0, || asyncio::print("never printed either"));
        let soon = asyncio::call_soon(|| asyncio::print("nor this"));
        for cancelled in [&handle, &last, &soon] {
            cancelled.cancel();
        }
        asyncio::print(format!("{} {}", handle.cancelled().repr(), handle.when().repr()));
        let other = asyncio::call_later(2.0, || asyncio::print("cancelled by the timer before it"));
        asyncio::call_later(2.0, || asyncio::print("of the same moment"));
        asyncio::call_at(2.0 - 1e-10, move || other.cancel());
        let ran = asyncio::call_later(1.5, || asyncio::print("runs"));
        asyncio::sleep(3.0).await?;
        ran.cancel();
        let (cancelled, time) = (ran.cancelled().repr(), asyncio::loop_time().repr());
        asyncio::print(format!("cancelling what has run: {cancelled} {time}"));
        Ok(())
    });
}

#[test]
fn vocabulary_61a_timeout_reschedule() {
    fn reschedule(scope: &Timeout, when: impl Into<Option<Seconds>>) {
        match scope.reschedule(when) {
            Ok(()) => asyncio::print(format!("the deadline is {}", scope.when().repr())),
            Err(error) => asyncio::print(error.to_string()),
        }
    }

    as_cpython("61a_timeout_reschedule", async {
        reschedule(&asyncio::timeout(1.0), 5.0);
        let scope = asyncio::timeout(1.0);
        scope
            .within(async {
                reschedule(&scope, asyncio::loop_time() + 3.0);
                asyncio::sleep(2.0).await?;
                reschedule(&scope, None);
                asyncio::sleep(8.0).await
            })
            .await?;
        reschedule(&scope, 20.0);
        let scope = asyncio::timeout(None);
        let outcome = scope
            .within(async {
                reschedule(&scope, asyncio::loop_time() - 1.0);
                asyncio::print("a deadline that is past fires at the next suspension");
                asyncio::sleep(5.0).await
            })
            .await;
        if outcome == Err(Raised::exception("TimeoutError", "")) {
            asyncio::print(scope.expired().repr());
            reschedule(&scope, 20.0);
        }
        Ok(())
    });
}

#[test]
fn vocabulary_61b_timeout_at() {
    as_cpython("61b_timeout_at", async {
        asyncio::sleep(1.0).await?;
        for when in [asyncio::loop_time() + 1.0, 0.5] {
            let scope = asyncio::timeout_at(when);
            let outcome = scope
                .within(async {
                    asyncio::print(format!("inside, until {}", scope.when().repr()));
                    asyncio::sleep(9.0).await
                })
                .await;
            if outcome == Err(Raised::exception("TimeoutError", "")) {
                asyncio::print(format!("TimeoutError at {}", asyncio::loop_time().repr()));
            }
        }
        let scope = asyncio::timeout(0.0);
        scope
            .within(async {
                asyncio::print("no suspension, no error");
                Ok(())
            })
            .await?;
        asyncio::print(scope.expired().repr());
        Ok(())
    });
}

#[test]
fn vocabulary_61c_timeout_misuse() {
    as_cpython("61c_timeout_misuse", async {
        let scope = asyncio::timeout(1.0);
        scope
            .within(async {
                let never = async {
                    asyncio::print("never printed");
                    Ok(())
                };
                if let Err(error) = scope.within(never).await {
                    asyncio::print(error.to_string());
                }
                Ok(())
            })
            .await?;
        let scope = asyncio::timeout(1.0);
        let outcome = scope
            .within(async {
                match asyncio::sleep(2.0).await {
                    Err(Raised::Cancelled(_)) => Err(Raised::exception("ValueError", "instead")),
                    other => other,
                }
            })
            .await;
        if let Err(error @ Raised::Exception(_)) = outcome {
            let cancelling = asyncio::current_task().expect("main runs").cancelling();
            asyncio::print(format!("{error} {} {cancelling}", scope.expired().repr()));
        }
        Ok(())
    });
}

#[test]
fn vocabulary_64_task_names() {
    async fn show() -> Outcome<()> {
        asyncio::print(format!("I am {}", asyncio::current_task().expect("a task runs").name()));
        asyncio::sleep(1.0).await?;
        asyncio::print(format!("I am {}", asyncio::current_task().expect("a task runs").name()));
        Ok(())
    }

    as_cpython("64_task_names", async {
        let task = asyncio::create_named_task(show(), "before");
        asyncio::sleep(0.5).await?;
        task.set_name("after");
        let mut names: Vec<String> = asyncio::all_tasks().iter().map(CurrentTask::name).collect();
        names.sort();
        asyncio::print(format!("['{}']", names.join("', '")));
        let numbered = [asyncio::create_task(show()), asyncio::create_task(show())];
        let named = asyncio::create_named_task(show(), 7.to_string());
        let names = numbered.clone().map(|task| task.name()).join("', '");
        asyncio::print(format!("['{names}'] ['{}']", named.name()));
        let [first, second] = numbered;
        asyncio::wait([task, named, first, second], None, ReturnWhen::AllCompleted).await?;
        Ok(())
    });
}

/// The arguments of a `CancelledError`, as Python prints them.
fn args(message: Option<&Text>) -> String {
    match message {
        None => "()".to_owned(),
        Some(message) if message.as_str().contains('\'') => format!("(\"{message}\",)"),
        Some(message) => format!("('{message}',)"),
    }
}

#[test]
fn vocabulary_65a_cancel_message() {
    async fn worker() -> Outcome<()> {
        let outcome = asyncio::sleep(9.0).await;
        if let Err(Raised::Cancelled(message)) = &outcome {
            asyncio::print(format!("inside {}", args(message.as_ref())));
        }
        outcome
    }

    as_cpython("65a_cancel_message", async {
        let task = asyncio::create_named_task(worker(), "worker");
        asyncio::sleep(1.0).await?;
        task.cancel_with("enough");
        for who in ["first", "second"] {
            if let Err(Raised::Cancelled(message)) = task.clone().await {
                asyncio::print(format!("{who} {}", args(message.as_ref())));
            }
        }
        let early = asyncio::create_named_task(worker(), "early");
        early.cancel_with("before the first step");
        if let Err(Raised::Cancelled(message)) = early.await {
            asyncio::print(format!("early {}", args(message.as_ref())));
        }
        Ok(())
    });
}

#[test]
fn vocabulary_65b_cancel_message_through_others() {
    async fn waits_for<T>(awaitable: impl IntoFuture<Output = Outcome<T>>) -> Outcome<T> {
        let outcome = awaitable.await;
        if let Err(Raised::Cancelled(message)) = &outcome {
            asyncio::print(args(message.as_ref()));
        }
        outcome
    }

    as_cpython("65b_cancel_message_through_others", async {
        let inner = asyncio::create_named_task(waits_for(asyncio::sleep(9.0)), "inner");
        let outer = asyncio::create_named_task(waits_for(inner), "outer");
        asyncio::sleep(1.0).await?;
        outer.cancel_with("outer's");
        asyncio::wait([outer], None, ReturnWhen::AllCompleted).await?;
        let twice = asyncio::create_named_task(waits_for(asyncio::sleep(9.0)), "twice");
        asyncio::sleep(1.0).await?;
        let requested = (twice.cancel_with("the first").repr(), twice.cancel_with("the second").repr());
        asyncio::print(format!("{} {} {}", requested.0, requested.1, twice.cancelling()));
        asyncio::wait([twice], None, ReturnWhen::AllCompleted).await?;
        let child = asyncio::create_named_task(waits_for(asyncio::sleep(9.0)), "child");
        let waiter = asyncio::create_named_task(waits_for(asyncio::gather([child])), "waiter");
        asyncio::sleep(1.0).await?;
        waiter.cancel_with("through a gather");
        asyncio::wait([waiter], None, ReturnWhen::AllCompleted).await?;
        Ok(())
    });
}

#[test]
fn vocabulary_66_uncancel() {
    async fn resumes() -> Outcome<&'static str> {
        if asyncio::sleep(9.0).await == Err(Raised::CANCELLED) {
            let task = asyncio::current_task().expect("a task runs");
            let open = [task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel()];
            asyncio::print(open.map(|count| count.to_string()).join(" "));
        }
        Ok("resumed")
    }

    async fn changes_its_mind() -> Outcome<&'static str> {
        let task = asyncio::current_task().expect("a task runs");
        task.cancel();
        asyncio::print(format!("{} {}", task.cancelling(), task.uncancel()));
        asyncio::sleep(1.0).await?;
        Ok("nothing was delivered")
    }

    as_cpython("66_uncancel", async {
        let task = asyncio::create_named_task(resumes(), "resumes");
        asyncio::sleep(1.0).await?;
        task.cancel();
        task.cancel();
        let value = task.clone().await?;
        asyncio::print(format!("{value} {} {}", task.cancelled().repr(), task.cancelling()));
        asyncio::print(asyncio::create_named_task(changes_its_mind(), "mind").await?);
        Ok(())
    });
}

#[test]
fn vocabulary_67a_task_group_nested() {
    async fn fail(seconds: Seconds, message: &'static str) -> Outcome<()> {
        asyncio::sleep(seconds).await?;
        Err(Raised::exception("ValueError", message))
    }

    async fn inner() -> Outcome<()> {
        asyncio::task_group(async |group| {
            group.create_named_task(fail(1.0, "deep"), "deep")?;
            group.create_named_task(asyncio::sleep(9.0), "cousin")?;
            Ok(())
        })
        .await
    }

    as_cpython("67a_task_group_nested", async {
        let outcome = asyncio::task_group(async |group| {
            group.create_named_task(inner(), "inner")?;
            group.create_named_task(asyncio::sleep(9.0), "sibling")?;
            Ok(())
        })
        .await;
        if let Err(Raised::Exception(errors)) = outcome {
            asyncio::print(format!("{} / {}", errors.message, errors.exceptions[0].message));
        }
        asyncio::task_group(async |_| {
            asyncio::task_group(async |group| {
                group.create_named_task(fail(1.0, "first"), "first")?;
                group.create_named_task(fail(1.0, "same moment"), "second")?;
                Ok(())
            })
            .await
        })
        .await
    });
}

#[test]
fn vocabulary_67b_task_group_cancelled_from_outside() {
    async fn clean_up(error: Option<Exception>) -> Outcome<()> {
        let outcome = asyncio::sleep(9.0).await;
        asyncio::sleep(1.0).await?;
        error.map_or(outcome, |error| Err(Raised::Exception(error)))
    }

    async fn parent(error: Option<Exception>) -> Outcome<()> {
        let outcome = asyncio::task_group(async |group| {
            group.create_named_task(clean_up(error), "child")?;
            group.create_named_task(asyncio::sleep(9.0), "plain")?;
            Ok(())
        })
        .await;
        if let Err(raised) = &outcome {
            let class = match raised {
                Raised::Cancelled(_) => "CancelledError",
                Raised::Exception(exception) => exception.class.as_str(),
            };
            let cancelling = asyncio::current_task().expect("a task runs").cancelling();
            asyncio::print(format!("{class} {cancelling}"));
        }
        outcome
    }

    as_cpython("67b_task_group_cancelled_from_outside", async {
        for error in [None, Some(Exception::new("ValueError", "of the cleanup"))] {
            let task = asyncio::create_named_task(parent(error), "parent");
            asyncio::sleep(1.0).await?;
            task.cancel();
            asyncio::wait([task.clone()], None, ReturnWhen::AllCompleted).await?;
            if task.cancelled() {
                asyncio::print(true.repr());
            } else {
                asyncio::print(task.exception()?.expect("the group failed").message.clone());
            }
        }
        Ok(())
    });
}

#[test]
fn vocabulary_67d_task_group_grows_from_within() {
    async fn grow(group: TaskGroup, generation: u32) -> Outcome<()> {
        asyncio::sleep(1.0).await?;
        if generation < 3 {
            group.create_named_task(grow(group.clone(), generation + 1), format!("g{}", generation + 1))?;
            asyncio::print("adds one");
        }
        Ok(())
    }

    as_cpython("67d_task_group_grows_from_within", async {
        asyncio::task_group(async |group| {
            group.create_named_task(grow(group.clone(), 1), "g1")?;
            asyncio::print("the body is over");
            Ok(())
        })
        .await?;
        asyncio::print("and so is the group");
        Ok(())
    });
}

#[test]
fn vocabulary_68_gather_of_done_futures() {
    async fn sleep(seconds: Seconds, result: Option<&'static str>) -> Outcome<Option<&'static str>> {
        asyncio::sleep(seconds).await?;
        Ok(result)
    }

    /// `type(outcome).__name__`.
    fn class(outcome: &Outcome<Option<&'static str>>) -> String {
        match outcome {
            Ok(_) => "str".to_owned(),
            Err(Raised::Cancelled(_)) => "CancelledError".to_owned(),
            Err(Raised::Exception(error)) => error.class.to_string(),
        }
    }

    /// The strings as a Python list.
    fn list(strings: &[Option<&'static str>]) -> String {
        format!("['{}']", strings.iter().flatten().copied().collect::<Vec<_>>().join("', '"))
    }

    as_cpython("68_gather_of_done_futures", async {
        let (good, bad, cancelled) = (asyncio::Future::new(), asyncio::Future::new(), asyncio::Future::new());
        good.set_result(Some("good"))?;
        bad.set_exception(Exception::new("ValueError", "bad"))?;
        let _ = cancelled.cancel();
        let done = asyncio::gather([good.clone(), good.clone()]).done();
        asyncio::print(format!("{} {}", done.repr(), list(&asyncio::gather([good.clone()]).await?)));
        let task = asyncio::create_named_task(sleep(1.0, Some("later")), "task");
        asyncio::print(list(&asyncio::gather([task.ensure_future(), good.clone().ensure_future()]).await?));
        for dead in [&bad, &cancelled] {
            let slow = asyncio::create_named_task(sleep(1.0, None), "slow");
            let both = asyncio::gather([slow.clone().ensure_future(), dead.clone().ensure_future()]);
            asyncio::print(format!("failed at once: {}", both.done().repr()));
            if let Err(error) = both.await {
                asyncio::print(class(&Err(error)));
            }
            slow.await?;
        }
        let results = asyncio::gather_return_exceptions([good, bad, cancelled]).await?;
        asyncio::print(format!("['{}']", results.iter().map(class).collect::<Vec<_>>().join("', '")));
        Ok(())
    });
}

#[test]
fn vocabulary_70_wait_for_a_task_that_swallows() {
    async fn stubborn() -> Outcome<&'static str> {
        for _ in 0..2 {
            if asyncio::sleep(2.0).await == Err(Raised::CANCELLED) {
                asyncio::print("swallowed one");
            }
        }
        Ok("done in my own time")
    }

    as_cpython("70_wait_for_a_task_that_swallows", async {
        let task = asyncio::create_named_task(stubborn(), "stubborn");
        asyncio::print(asyncio::wait_for(task.clone(), 1.0).await?);
        let own = asyncio::current_task().expect("main runs").cancelling();
        asyncio::print(format!("{} {} {own}", task.cancelled().repr(), task.cancelling()));
        let task = asyncio::create_named_task(stubborn(), "again");
        asyncio::sleep(1.0).await?;
        match asyncio::wait_for(task, 0.0).await {
            Ok(value) => asyncio::print(value),
            Err(Raised::Exception(_)) => asyncio::print("never printed"),
            Err(cancelled) => return Err(cancelled),
        }
        Ok(())
    });
}

#[test]
fn vocabulary_71_wait_for_cancelled_from_outside() {
    type Waiting = Pin<Box<dyn Future<Output = Outcome<&'static str>>>>;

    async fn work() -> Outcome<&'static str> {
        asyncio::sleep(2.0).await?;
        Ok("inner")
    }

    fn wait_for(task: Task<&'static str>) -> Waiting {
        Box::pin(async { asyncio::wait_for(task, 5.0).await })
    }

    fn wait(task: Task<&'static str>) -> Waiting {
        Box::pin(async { asyncio::wait([task], None, ReturnWhen::AllCompleted).await.map(|_| "waited") })
    }

    as_cpython("71_wait_for_cancelled_from_outside", async {
        for wait in [wait_for, wait] {
            let inner = asyncio::create_named_task(work(), "inner");
            let outer = asyncio::create_named_task(wait(inner.clone()), "outer");
            asyncio::sleep(1.0).await?;
            outer.cancel();
            asyncio::sleep(0.0).await?;
            asyncio::sleep(0.0).await?;
            asyncio::print(format!("{} {}", inner.cancelled().repr(), outer.cancelled().repr()));
            asyncio::wait([inner, outer], None, ReturnWhen::AllCompleted).await?;
        }
        Ok(())
    });
}

#[test]
fn vocabulary_74_gather_cancel_message() {
    async fn work() -> Outcome<()> {
        asyncio::sleep(9.0).await
    }

    as_cpython("74_gather_cancel_message", async {
        let task = asyncio::create_named_task(work(), "task");
        let future = asyncio::Future::new();
        let both = asyncio::gather_return_exceptions([task.clone().ensure_future(), future.clone().ensure_future()]);
        asyncio::sleep(1.0).await?;
        task.cancel_with("to the task");
        future.cancel_with("to the future");
        for result in both.await? {
            if let Err(Raised::Cancelled(message)) = result {
                let message = message.map_or("without a message".to_owned(), |message| message.to_string());
                asyncio::print(format!("CancelledError {message}"));
            }
        }
        Ok(())
    });
}

#[test]
fn vocabulary_75_cancelled_too_late() {
    #[allow(clippy::unused_async)] // the coroutine must never await
    async fn cancels_itself() -> Outcome<Option<&'static str>> {
        asyncio::current_task().expect("a task runs").cancel_with("too late");
        Ok(Some("lost"))
    }

    as_cpython("75_cancelled_too_late", async {
        let task = asyncio::create_named_task(cancels_itself(), "task");
        let pause = asyncio::create_task(async { asyncio::sleep(0.0).await.map(|()| None) });
        for result in asyncio::gather_return_exceptions([task.clone(), pause]).await? {
            match result {
                Err(Raised::Cancelled(Some(message))) => asyncio::print(format!("CancelledError('{message}')")),
                other => asyncio::print(if other.is_ok() { "None" } else { "without a message" }),
            }
        }
        for who in ["first", "second"] {
            if let Err(Raised::Cancelled(message)) = task.result() {
                asyncio::print(format!("{who} {}", args(message.as_ref())));
            }
        }
        Ok(())
    });
}

#[test]
fn vocabulary_76_shield_of_what_is_done() {
    async fn slept() -> Outcome<&'static str> {
        asyncio::sleep(1.0).await?;
        Ok("slept")
    }

    as_cpython("76_shield_of_what_is_done", async {
        let task = asyncio::create_named_task(slept(), "task");
        let before = asyncio::shield(task.clone());
        task.clone().await?;
        let after = asyncio::shield(task.clone());
        for (name, shield) in [("before", before), ("after", after)] {
            let both = asyncio::as_completed([task.clone().ensure_future(), shield.ensure_future()], None);
            let mut count = 0;
            for result in both {
                result.await?;
                count += 1;
            }
            asyncio::print(format!("{name} {count}"));
        }
        Ok(())
    });
}

#[test]
fn vocabulary_77_calls_at_the_end_of_a_run() {
    async fn late() -> Outcome<()> {
        asyncio::print("a late task begins");
        asyncio::sleep(0.0).await?;
        asyncio::print("and ends");
        Ok(())
    }

    fn make_a_task() {
        asyncio::print("called");
        asyncio::create_task(late());
    }

    #[allow(clippy::unused_async)] // the coroutine only sets a timer
    async fn left_over() -> Outcome<()> {
        asyncio::call_later(0.0, make_a_task);
        asyncio::call_later(1.0, || asyncio::print("never printed"));
        Ok(())
    }

    as_cpython("77_calls_at_the_end_of_a_run", async {
        asyncio::create_named_task(left_over(), "left over");
        Ok(())
    });
}

#[test]
fn vocabulary_78_cancelled_main_is_asked_first() {
    async fn left_over(main_task: Rc<RefCell<Option<Task<()>>>>) -> Outcome<()> {
        let outcome = asyncio::sleep(9.0).await;
        let asked = main_task.borrow().as_ref().map(Task::result);
        if let Some(Err(Raised::Cancelled(message))) = asked {
            asyncio::print(format!("CancelledError {}", args(message.as_ref())));
        }
        outcome
    }

    let main_task = Rc::new(RefCell::new(None));
    let asked = Rc::clone(&main_task);
    let main = async {
        asyncio::create_named_task(left_over(asked), "left over");
        asyncio::sleep(1.0).await?;
        Err(Raised::Cancelled(Some("enough".into())))
    };
    as_cpython_started("78_cancelled_main_is_asked_first", main, |task| drop(main_task.replace(Some(task))));
}

#[test]
fn vocabulary_79_refused_cancellation_of_a_gather() {
    async fn refuses(message: Option<&'static str>) -> Outcome<()> {
        if let Some(message) = message {
            asyncio::current_task().expect("a task runs").cancel_with(message);
        }
        for _ in 0..if message.is_some() { 2 } else { 1 } {
            if let Err(Raised::Cancelled(message)) = asyncio::sleep(9.0).await {
                asyncio::print(format!("refused {}", args(message.as_ref())));
            }
        }
        Ok(())
    }

    as_cpython("79_refused_cancellation_of_a_gather", async {
        for message in [Some("to itself"), None] {
            let task = asyncio::create_named_task(refuses(message), "task");
            let all_of_one = asyncio::gather([task]);
            asyncio::sleep(1.0).await?;
            all_of_one.cancel();
            if let Err(Raised::Cancelled(message)) = all_of_one.await {
                asyncio::print(format!("gather {}", args(message.as_ref())));
            }
        }
        Ok(())
    });
}

#[test]
fn vocabulary_80_to_thread() {
    #[allow(clippy::unnecessary_wraps)] // a worker's function may raise, like a coroutine
    fn compute(seconds: f64, result: &'static str) -> Outcome<&'static str> {
        time::sleep(seconds / 2.0)?;
        asyncio::print(format!("half of {result}"));
        time::sleep(seconds / 2.0)?;
        Ok(result)
    }

    fn fail() -> Outcome<()> {
        time::sleep(0.5)?;
        Err(Raised::exception("ValueError", "in the worker"))
    }

    async fn ticker() -> Outcome<()> {
        for _ in 0..4 {
            asyncio::sleep(0.5).await?;
            asyncio::print("tick");
        }
        Ok(())
    }

    as_cpython("80_to_thread", async {
        let clock = asyncio::create_named_task(ticker(), "clock");
        asyncio::print(asyncio::to_thread(|| compute(1.0, "one")).await?);
        let two = asyncio::create_task(asyncio::to_thread(|| compute(1.0, "two")));
        let three = asyncio::create_task(asyncio::to_thread(|| compute(0.5, "three")));
        let both = asyncio::gather([two, three]).await?;
        asyncio::print(both.repr().to_string().replace('"', "'"));
        clock.await?;
        if let Err(Raised::Exception(error)) = asyncio::to_thread(fail).await {
            asyncio::print(error.message.clone());
        }
        let waiting = asyncio::create_named_task(asyncio::to_thread(|| compute(2.0, "four")), "waiting");
        asyncio::sleep(0.5).await?;
        waiting.cancel();
        asyncio::sleep(1.0).await?;
        if asyncio::wait_for(asyncio::to_thread(|| compute(2.0, "five")), 0.5).await.is_err() {
            asyncio::print("too late");
        }
        asyncio::sleep(3.0).await
    });
}

#[test]
fn vocabulary_81_a_task_cannot_await_itself() {
    async fn narcissus(itself: std::rc::Rc<std::cell::OnceCell<Task<()>>>) -> Outcome<()> {
        asyncio::sleep(1.0).await?;
        let task = itself.get().expect("main has stored it").clone();
        if let Err(raised) = task.await {
            let text = raised.to_string();
            asyncio::print(text.split(": ").nth(1).unwrap_or_default().to_owned());
        }
        Ok(())
    }

    as_cpython("81_a_task_cannot_await_itself", async {
        let itself = std::rc::Rc::new(std::cell::OnceCell::new());
        let task = asyncio::create_named_task(narcissus(itself.clone()), "narcissus");
        let _ = itself.set(task.clone());
        task.await
    });
}
