//! asyncio's warnings, with their exact text and time: the twins of the programs in `rules/` that cause a warning.

#![allow(clippy::unused_async)] // some rules are about coroutines that never await

use loopscope::asyncio::{
    self, Future, Outcome, Raised, Repr, create_named_task, print, shield, sleep, time, wait_for,
};

use crate::told::{as_cpython, as_cpython_collecting};

#[test]
fn rule_30c_shielded_task_needs_a_reference() {
    async fn precious() -> Outcome<()> {
        Future::new().await
    }

    async fn waiter() -> Outcome<()> {
        shield(create_named_task(precious(), "inner")).await
    }

    as_cpython_collecting("30c_shielded_task_needs_a_reference", async {
        let outer = create_named_task(waiter(), "outer");
        sleep(1.0).await?;
        outer.cancel();
        sleep(1.0).await?;
        print("the inner task is gone");
        Ok(())
    });
}

#[test]
fn rule_34b_debug_mode_names_the_slow_callback() {
    async fn block(seconds: f64) -> Outcome<()> {
        time::sleep(seconds)?;
        Ok(())
    }

    fn callback() -> Outcome<()> {
        time::sleep(0.4)
    }

    as_cpython("34b_debug_mode_names_the_slow_callback", async {
        asyncio::set_debug(true);
        create_named_task(block(0.05), "brief").await?;
        create_named_task(block(0.3), "long").await?;
        asyncio::call_soon(callback);
        sleep(1.0).await?;
        asyncio::set_slow_callback_duration(0.5);
        create_named_task(block(0.3), "allowed").await?;
        time::sleep(0.6)?;
        print("main held the thread as well");
        Ok(())
    });
}

#[test]
fn rule_35_exception_never_retrieved() {
    async fn fail() -> Outcome<()> {
        sleep(1.0).await?;
        Err(Raised::exception("ValueError", "broken"))
    }

    as_cpython_collecting("35_exception_never_retrieved", async {
        create_named_task(fail(), "alone");
        let held = create_named_task(fail(), "held");
        let asked = create_named_task(fail(), "asked");
        sleep(2.0).await?;
        print(format!("held has failed: {}", held.done().repr()));
        let exception = asked.exception()?.expect("it has failed");
        print(format!("asked has failed: {}", exception.message));
        drop(asked);
        sleep(1.0).await?;
        drop(held);
        print("held is let go");
        let future: Future<()> = Future::new();
        let Raised::Exception(of_a_future) = Raised::exception("ValueError", "of a future") else { return Ok(()) };
        future.set_exception(of_a_future)?;
        drop(future);
        sleep(1.0).await
    });
}

#[test]
fn rule_36_unreferenced_task_vanishes() {
    async fn forever() -> Outcome<()> {
        Future::<()>::new().await?;
        print("never printed");
        Ok(())
    }

    as_cpython_collecting("36_unreferenced_task_vanishes", async {
        create_named_task(forever(), "lost");
        create_named_task(sleep(1.0), "sleeper");
        let held = create_named_task(forever(), "held");
        sleep(0.5).await?;
        print("a sleeper's timer refers to it, the lost one is gone");
        sleep(1.0).await?;
        print(held.done().repr());
        drop(held);
        sleep(0.5).await
    });
}

#[test]
fn rule_37a_run_cancels_leftovers() {
    async fn tidy() -> Outcome<()> {
        let outcome = sleep(9.0).await;
        sleep(0.5).await?;
        print("tidied up");
        outcome
    }

    async fn clumsy() -> Outcome<()> {
        let _ = sleep(9.0).await;
        Err(Raised::exception("ValueError", "at the end"))
    }

    as_cpython("37a_run_cancels_leftovers", async {
        let mut leftovers = vec![
            create_named_task(tidy(), "tidy"),
            create_named_task(clumsy(), "clumsy"),
            create_named_task(sleep(9.0), "plain"),
        ];
        sleep(1.0).await?;
        leftovers.push(create_named_task(sleep(9.0), "fresh"));
        Ok(u32::try_from(leftovers.len()).expect("few tasks are left"))
    });
}

#[test]
fn vocabulary_58c_exception_in_a_callback() {
    fn broken() -> Outcome<()> {
        Err(Raised::exception("ValueError", "soon"))
    }

    fn broken_again() -> Outcome<()> {
        Err(Raised::exception("ValueError", "and this goes to our own handler"))
    }

    as_cpython("58c_exception_in_a_callback", async {
        asyncio::call_soon(broken);
        asyncio::call_soon(|| print("the next callback runs"));
        sleep(1.0).await?;
        asyncio::set_exception_handler(|context| {
            let exception = context.exception.as_ref().expect("the callback raised it");
            print(format!("{} {}", exception.class, exception.message));
        });
        asyncio::call_soon(broken_again);
        sleep(1.0).await
    });
}

#[test]
fn vocabulary_69_shield_of_a_failing_task() {
    async fn fail(seconds: f64) -> Outcome<()> {
        sleep(seconds).await?;
        Err(Raised::exception("ValueError", "broken"))
    }

    as_cpython_collecting("69_shield_of_a_failing_task", async {
        if let Err(raised) = shield(create_named_task(fail(1.0), "watched")).await {
            print(raised.to_string());
        }
        let left = create_named_task(fail(2.0), "left");
        if wait_for(shield(left.clone()), 1.0).await.is_err() {
            print("left alone");
            drop(left);
        }
        sleep(2.0).await
    });
}
