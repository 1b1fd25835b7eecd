//! Tests of asyncio's rules: small programs and their stories in logical time.

mod askers;

use super::{
    Awaitable, Due, EventLoop, Future, Outcome, Raised, Repr, create_named_task, create_task, gather,
    gather_return_exceptions, print, sleep, time,
};
use crate::trace::{Log, Story, What};

/// The story of a program, without the lines about the creation or start of tasks.
fn story<T: Repr + Clone + 'static>(main: impl std::future::Future<Output = Outcome<T>> + 'static) -> Vec<String> {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(main);
    event_loop.run_to_end();
    let story = Story::from_events(log.borrow().events());
    let told = story.0.into_iter().filter(|line| line.what != "created" && line.what != "started");
    told.map(|line| line.to_string()).collect()
}

async fn work(name: &'static str, seconds: f64) -> Outcome<&'static str> {
    sleep(seconds).await?;
    Ok(name)
}

async fn chatter() -> Outcome<()> {
    print("never");
    sleep(0.0).await
}

async fn fail(seconds: f64) -> Outcome<&'static str> {
    sleep(seconds).await?;
    Err(Raised::exception("ValueError", "bad"))
}

#[test]
fn equal_sleeps_wake_in_the_order_of_their_creation() {
    let story = story(async {
        let sleepers = ["a", "b", "c", "d", "e", "f", "g", "h"];
        gather(sleepers.map(|name| create_named_task(work(name, 1.0), name))).await
    });
    let woken: Vec<_> = story.iter().filter_map(|line| line.split(' ').nth(1)).collect();
    assert_eq!(woken, ["a", "b", "c", "d", "e", "f", "g", "h", "main"]);
}

#[test]
fn sleep_zero_lets_everything_that_is_ready_run_once() {
    async fn turns(name: &'static str) -> Outcome<()> {
        for turn in 0..2 {
            print(format!("{name}{turn}"));
            sleep(0.0).await?;
        }
        Ok(())
    }
    let story = story(async { gather([create_named_task(turns("a"), "a"), create_named_task(turns("b"), "b")]).await });
    assert_eq!(
        story[..4],
        ["0.000 a printed \"a0\"", "0.000 b printed \"b0\"", "0.000 a printed \"a1\"", "0.000 b printed \"b1\""]
    );
}

#[test]
fn the_first_exception_leaves_gather_at_once_and_its_siblings_running() {
    let story = story(async {
        let slow = create_named_task(work("slow", 3.0), "slow");
        let outcome = gather([slow.clone(), create_named_task(fail(1.0), "bad")]).await;
        print(format!("{}", outcome.expect_err("the gather failed")));
        slow.await
    });
    assert_eq!(
        story,
        [
            "1.000 bad failed ValueError: bad",
            "1.000 main printed \"ValueError: bad\"",
            "3.000 slow finished \"slow\"",
            "3.000 main finished \"slow\"",
        ]
    );
}

#[test]
fn return_exceptions_puts_a_cancellation_among_the_results() {
    let story = story(async {
        let victim = create_named_task(work("victim", 9.0), "victim");
        let all = gather_return_exceptions([victim.clone(), create_named_task(fail(1.0), "bad")]);
        sleep(0.5).await?;
        victim.cancel();
        all.await
    });
    assert_eq!(story.last().expect("a story"), "1.000 main finished [CancelledError, ValueError: bad]");
}

#[test]
fn a_cancelled_child_leaves_its_siblings_running() {
    let story = story(async {
        let victim = create_named_task(work("victim", 9.0), "victim");
        let sibling = create_named_task(work("sibling", 2.0), "sibling");
        let all = create_named_task(
            {
                let children = [victim.clone(), sibling];
                async move { gather(children).await }
            },
            "waiter",
        );
        sleep(1.0).await?;
        victim.cancel();
        sleep(2.0).await?;
        Ok(all.cancelled() && all.cancelling() == 0)
    });
    assert_eq!(
        story,
        [
            "1.000 victim cancelled",
            "1.000 waiter cancelled",
            "2.000 sibling finished \"sibling\"",
            "3.000 main finished True",
        ]
    );
}

#[test]
fn cancelling_a_gather_cancels_every_child() {
    let story = story(async {
        let waiter = create_named_task(
            async { gather([create_named_task(work("a", 5.0), "a"), create_named_task(work("b", 6.0), "b")]).await },
            "waiter",
        );
        sleep(1.0).await?;
        waiter.cancel();
        let outcome = waiter.await;
        Ok(outcome == Err(Raised::CANCELLED))
    });
    assert_eq!(story, ["1.000 a cancelled", "1.000 b cancelled", "1.000 waiter cancelled", "1.000 main finished True"]);
}

#[test]
fn a_gather_that_has_failed_cannot_be_cancelled() {
    let story = story(async {
        let slow = create_named_task(work("slow", 3.0), "slow");
        let all = gather([slow.clone(), create_named_task(fail(1.0), "bad")]);
        sleep(2.0).await?;
        let requested = all.cancel();
        let value = slow.await?;
        Ok((requested, value))
    });
    assert_eq!(story.last().expect("a story"), "3.000 main finished (False, \"slow\")");
}

#[test]
fn the_same_task_twice_runs_once_and_nothing_at_all_gives_an_empty_list() {
    let story = story(async {
        let task = create_named_task(work("once", 1.0), "once");
        let twice = gather([task.clone(), task]).await?;
        let none = gather(Vec::<super::Task<()>>::new()).await?;
        Ok((twice, none))
    });
    assert_eq!(story, ["1.000 once finished \"once\"", "1.000 main finished ([\"once\", \"once\"], [])"]);
}

#[test]
fn a_gather_of_bare_coroutines_names_its_tasks_as_asyncio_does() {
    let story = story(async { gather([work("x", 1.0), work("y", 0.5)]).await });
    assert_eq!(
        story,
        ["0.500 Task-3 finished \"y\"", "1.000 Task-2 finished \"x\"", "1.000 main finished [\"x\", \"y\"]"]
    );
}

#[test]
fn a_task_that_is_cancelled_before_its_first_step_never_runs() {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(async {
        let task = create_named_task(chatter(), "early");
        task.cancel();
        Ok(task.await == Err(Raised::CANCELLED))
    });
    event_loop.run_to_end();
    let told = Story::from_events(log.borrow().events()).to_string();
    assert!(told.contains("early cancelled") && !told.contains("early started") && !told.contains("never"), "{told}");
    assert!(told.ends_with("main finished True\n"));
}

#[test]
fn a_cancellation_can_be_suppressed() {
    let story = story(async {
        let stubborn = create_named_task(
            async {
                if sleep(5.0).await == Err(Raised::CANCELLED) {
                    print("no");
                }
                sleep(1.0).await?;
                Ok("still here")
            },
            "stubborn",
        );
        sleep(2.0).await?;
        stubborn.cancel();
        stubborn.await
    });
    assert_eq!(
        story,
        [
            "2.000 stubborn printed \"no\"",
            "3.000 stubborn finished \"still here\"",
            "3.000 main finished \"still here\"",
        ]
    );
}

#[test]
fn cancelling_a_task_cancels_the_task_that_it_awaits() {
    let story = story(async {
        let inner = create_named_task(work("inner", 5.0), "inner");
        let outer = create_named_task(inner.into_future(), "outer");
        sleep(1.0).await?;
        outer.cancel();
        Ok(outer.await == Err(Raised::CANCELLED))
    });
    assert_eq!(story, ["1.000 inner cancelled", "1.000 outer cancelled", "1.000 main finished True"]);
}

#[test]
fn a_blocking_sleep_holds_up_every_timer() {
    let story = story(async {
        let early = create_named_task(work("early", 1.0), "early");
        sleep(0.0).await?;
        time::sleep(3.0)?;
        early.await
    });
    assert_eq!(story, ["3.000 early finished \"early\"", "3.000 main finished \"early\""]);
}

#[test]
fn tasks_left_running_by_main_are_cancelled_and_waited_for() {
    let story = story(async {
        let _tidy = create_named_task(
            async {
                let outcome = sleep(9.0).await;
                sleep(0.5).await?;
                outcome
            },
            "tidy",
        );
        let _plain = create_named_task(work("plain", 9.0), "plain");
        sleep(1.0).await
    });
    assert_eq!(story, ["1.000 main finished None", "1.000 plain cancelled", "1.500 tidy cancelled"]);
}

#[test]
fn awaiting_a_done_task_does_not_suspend() {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(async {
        let task = create_named_task(work("quick", 1.0), "quick");
        sleep(2.0).await?;
        task.await
    });
    event_loop.run_to_end();
    let log = log.borrow();
    let suspensions =
        log.events().iter().filter(|event| event.task.0 == 0 && matches!(event.what, What::Suspended { .. }));
    assert_eq!(suspensions.count(), 1);
}

#[test]
fn a_future_can_be_set_once() {
    let story = story(async {
        let future = Future::new();
        future.set_result(1)?;
        let again = future.set_result(2);
        Ok((future.await?, again.is_err()))
    });
    assert_eq!(story, ["0.000 main finished (1, True)"]);
}

#[test]
fn a_run_without_ready_callbacks_or_timers_is_stuck() {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(async { Future::<()>::new().await });
    event_loop.run_to_end();
    assert_eq!(event_loop.due(), Due::Stuck);
}

#[test]
fn a_delay_that_is_not_a_number_is_refused_in_cpythons_words() {
    let story = story(async { sleep(f64::NAN).await });
    assert_eq!(story, ["0.000 main failed ValueError: Invalid delay: NaN (not a number)"]);
}

#[test]
fn dropping_a_loop_drops_every_coroutine_in_it() {
    struct Witness(std::rc::Rc<std::cell::Cell<u32>>);
    impl Drop for Witness {
        fn drop(&mut self) {
            self.0.set(self.0.get() + 1);
        }
    }
    let dropped = std::rc::Rc::new(std::cell::Cell::new(0));
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    let (one, two) = (Witness(dropped.clone()), Witness(dropped.clone()));
    event_loop.start(async move {
        let _one = one;
        gather([create_task(async move {
            let _two = two;
            sleep(9.0).await
        })])
        .await
    });
    for _ in 0..2 {
        event_loop.turn();
    }
    drop(event_loop);
    assert_eq!(dropped.get(), 2);
}

#[test]
fn nested_gathers_wait_for_all_tasks_of_the_inner_one() {
    let story = story(async {
        let inner = gather([work("a", 2.0)]);
        let all = gather([inner]).await?;
        let ready = create_named_task(work("b", 1.0), "b").ensure_future();
        drop(ready);
        Ok(all)
    });
    assert_eq!(story[..2], ["2.000 Task-2 finished \"a\"", "2.000 main finished [[\"a\"]]"]);
}
