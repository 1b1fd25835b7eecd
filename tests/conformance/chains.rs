//! Long chains and cycles of waits on a stack of 512 KB, half of what a browser gives a page.
//!
//! Cancelling, dropping or writing a chain must not need more stack for a longer chain.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::thread;

use loopscope::asyncio::{
    self, Coroutine, Event, Exception, Future, Outcome, Raised, Repr, ReturnWhen, Task, coroutine, create_named_task,
    create_task, gather, print, shield, sleep, task_group, wait, wait_for,
};

/// More tasks than a recursive algorithm could handle on a browser's stack.
const LONG: usize = 8_000;

/// Less stack than any browser gives a page.
const STACK: usize = 512 << 10;

/// Runs `main` in a thread with a small stack. Returns its outcome and the lines that its main task printed.
fn on_a_small_stack<T, F>(main: impl FnOnce() -> F + Send + 'static) -> (Outcome<T>, Vec<String>)
where
    T: Repr + Clone + Send + 'static,
    F: std::future::Future<Output = Outcome<T>> + 'static,
{
    let run = move || {
        let (outcome, story) = asyncio::run(main());
        let printed = story.0.into_iter().filter(|line| line.task.reads("main") && line.what.starts_with("printed"));
        (outcome.map_err(|raised| raised.to_string()), printed.map(|line| line.what).collect())
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread");
    let (outcome, printed): (Result<T, String>, _) = thread.join().expect("512 KB of stack are enough");
    (outcome.map_err(|text| Raised::exception("Other", text)), printed)
}

/// A chain of suspended tasks: each waits through `link` for the one before it, the first one waits for `end`.
async fn chain<L: std::future::Future<Output = Outcome<()>> + 'static>(
    end: &Future<()>,
    length: usize,
    link: impl Fn(Task<()>) -> L,
) -> Outcome<Task<()>> {
    let end = end.clone();
    let mut last = create_task(async { end.await });
    for _ in 0..length {
        last = create_task(link(last));
    }
    sleep(0.0).await?;
    sleep(0.0).await?;
    Ok(last)
}

#[test]
fn a_cancelled_chain_of_tasks_ends_from_its_first_to_its_last() {
    let (outcome, _) = on_a_small_stack(|| async {
        let end = Future::new();
        let last = chain(&end, LONG, |task| async { task.await }).await?;
        let requested = last.cancel();
        sleep(1.0).await?;
        Ok((requested, (last.cancelled(), end.cancelled())))
    });
    assert_eq!(outcome, Ok((true, (true, true))));
}

#[test]
fn a_chain_that_outlives_main_is_cancelled_at_the_end() {
    let (outcome, _) = on_a_small_stack(|| async {
        chain(&Future::new(), LONG, |task| async { task.await }).await?;
        Ok(())
    });
    assert_eq!(outcome, Ok(()));
}

#[test]
fn chains_through_gathers_groups_waits_limits_and_shields_are_cancelled() {
    fn cancelled<L: std::future::Future<Output = Outcome<()>> + 'static>(
        length: usize,
        link: impl Fn(Task<()>) -> L + Copy + Send + 'static,
    ) -> Outcome<bool> {
        let (outcome, _) = on_a_small_stack(move || async move {
            let last = chain(&Future::new(), length, link).await?;
            last.cancel();
            sleep(1.0).await?;
            Ok(last.cancelled())
        });
        outcome
    }
    // A gather's `cancel` is written in Python, so its recursion limit is lower.
    assert_eq!(cancelled(900, |task| async { gather([task]).await.map(drop) }), Ok(true));
    assert_eq!(cancelled(LONG, |task| async { wait_for(task, None).await }), Ok(true));
    assert_eq!(cancelled(LONG, |task| async { wait_for(task, 1e9).await }), Ok(true));
    assert_eq!(cancelled(LONG, |task| async { asyncio::timeout(1e9).within(async { task.await }).await }), Ok(true));
    assert_eq!(cancelled(LONG, |task| async { shield(task).await }), Ok(true));
    assert_eq!(
        cancelled(LONG, |task| async { wait([task], None, ReturnWhen::AllCompleted).await.map(drop) }),
        Ok(true)
    );
    let grouped = |task: Task<()>| async {
        task_group(async |group| {
            group.create_task(async { task.await })?;
            Ok(())
        })
        .await
    };
    assert_eq!(cancelled(LONG, grouped), Ok(true));
}

#[test]
fn too_long_a_chain_and_a_cycle_are_recursion_errors_and_the_run_continues() {
    // CPython 3.13.0 cancels a chain of 9 966 tasks, but not one of 10 024.
    let (outcome, _) = on_a_small_stack(|| async {
        let end = Future::new();
        let last = chain(&end, 10_024, |task| async { task.await }).await?;
        let refused = last.try_cancel(None);
        end.set_result(())?;
        sleep(1.0).await?;
        Ok((refused.is_err_and(|raised| raised.is("RecursionError")), (last.cancelled(), last.done())))
    });
    assert_eq!(outcome, Ok((true, (false, true))));
}

#[test]
fn only_the_depth_of_gathers_is_limited_and_not_their_number() {
    // python3.13: 20,000 gathers within one gather are cancelled; each of them is one level deep.
    let (outcome, _) = on_a_small_stack(|| async {
        let ends: Vec<Future<()>> = (0..20_000).map(|_| Future::new()).collect();
        let all = gather(ends.iter().map(|end| gather([end.clone()])));
        let requested = all.cancel();
        let raised = all.await.expect_err("it was cancelled");
        Ok((requested, (raised.is("CancelledError"), ends.iter().all(Future::cancelled))))
    });
    assert_eq!(outcome, Ok((true, (true, true))));
}

#[test]
fn a_cancel_that_returns_a_bool_raises_its_recursion_error_at_the_next_await() {
    let (outcome, printed) = on_a_small_stack(|| async {
        let (one, _other) = circle().await?;
        one.cancel();
        print("asked");
        let raised = sleep(1.0).await;
        print(raised.expect_err("a recursion error").to_string());
        sleep(1.0).await
    });
    assert_eq!(printed, ["printed \"asked\"", "printed \"RecursionError: maximum recursion depth exceeded\""]);
    assert_eq!(outcome, Ok(()));
}

#[test]
fn a_cycle_that_outlives_main_ends_the_run() {
    let (outcome, story) = asyncio::run(async {
        circle().await?;
        Ok(())
    });
    assert_eq!(outcome, Ok(()));
    // python3.13: `asyncio.run` raises RecursionError, and both tasks are destroyed while pending.
    let warned: Vec<String> =
        story.0.iter().filter(|line| line.what.starts_with("warned")).map(ToString::to_string).collect();
    assert_eq!(
        warned,
        [
            "0.000 loop warned \"RecursionError: maximum recursion depth exceeded\"",
            "0.000 one warned \"Task was destroyed but it is pending!\"",
            "0.000 other warned \"Task was destroyed but it is pending!\"",
        ]
    );
}

/// Two tasks that await each other.
async fn circle() -> Outcome<(Task<()>, Task<()>)> {
    let (told, known) = (Event::new(), Rc::new(RefCell::new(None::<Task<()>>)));
    let one = create_named_task(
        {
            let (told, known) = (told.clone(), Rc::clone(&known));
            async move {
                told.wait().await?;
                let other = known.take().ok_or(Raised::CANCELLED)?;
                other.await
            }
        },
        "one",
    );
    let awaited = one.clone();
    let other = create_named_task(async { awaited.await }, "other");
    known.replace(Some(other.clone()));
    told.set();
    sleep(0.0).await?;
    sleep(0.0).await?;
    sleep(0.0).await?;
    Ok((one, other))
}

#[test]
fn long_chains_are_dropped_link_by_link() {
    let (outcome, _) = on_a_small_stack(|| async {
        // Nested shields, whose callbacks refer to each other.
        let inner: Future<()> = Future::new();
        let mut outer = shield(inner.clone());
        for _ in 0..100_000 {
            outer = shield(outer);
        }
        drop(outer);
        // Nested coroutines that are never awaited.
        let mut body: Coroutine<()> = coroutine("body", async { Ok(()) });
        for _ in 0..100_000 {
            let inner = body;
            body = coroutine("body", inner);
        }
        drop(body);
        inner.set_result(())
    });
    assert_eq!(outcome, Ok(()));
}

#[test]
fn a_loop_that_is_dropped_drops_the_long_chain_in_it() {
    let thread = thread::Builder::new().stack_size(STACK).spawn(|| {
        let event_loop = asyncio::EventLoop::new(file!(), &loopscope::trace::Log::shared());
        event_loop.start(async {
            let last = chain(&Future::new(), 100_000, |task| async { task.await }).await?;
            last.await
        });
        event_loop.run_to_end();
    });
    thread.expect("a thread").join().expect("512 KB of stack are enough");
}

#[test]
fn nested_coroutines_are_a_recursion_error_at_cpythons_limit() {
    fn nested(depth: usize) -> Coroutine<()> {
        (0..depth).fold(coroutine("body", async { Ok(()) }), |inner, _| coroutine("body", inner))
    }
    let (outcome, _) = on_a_small_stack(|| async {
        nested(900).await?;
        let refused = nested(1_100).await;
        Ok(refused.is_err_and(|raised| raised.is("RecursionError")))
    });
    assert_eq!(outcome, Ok(true));
}

#[test]
fn nested_groups_of_exceptions_are_written_and_dropped() {
    let (outcome, _) = on_a_small_stack(|| async {
        let mut exception = Exception::new("ValueError", "at the bottom");
        for _ in 0..100_000 {
            exception = Exception::group("unhandled errors in a TaskGroup", vec![exception]);
        }
        let failed = create_task(async { Outcome::<()>::Err(Raised::Exception(exception)) });
        sleep(0.0).await?;
        sleep(0.0).await?;
        let text = failed.exception()?.map(|exception| exception.to_string()).unwrap_or_default();
        Ok(text.len() < 10_000)
    });
    assert_eq!(outcome, Ok(true));
}

#[test]
fn an_exception_that_many_groups_share_is_written_in_bounds() {
    // Each layer is a group of two tasks that await the layer below, so both raise the same exception.
    let (outcome, _) = on_a_small_stack(|| async {
        let mut layer = create_task(async { Outcome::<()>::Err(Raised::exception("ValueError", "at the bottom")) });
        for _ in 0..25 {
            let below = layer;
            layer = create_task(task_group(async move |group| {
                for below in [below.clone(), below] {
                    group.create_task(async { below.await })?;
                }
                Ok(())
            }));
        }
        wait([layer.clone()], None, ReturnWhen::AllCompleted).await?;
        let text = layer.exception()?.map(|exception| exception.to_string()).unwrap_or_default();
        let errors = text.matches("ValueError: at the bottom").count();
        Ok(((2..100).contains(&errors), (text.contains(", …]"), text.len() < 10_000)))
    });
    assert_eq!(outcome, Ok((true, (true, true))));
}

/// The ways in which one task waits for the task before it.
type Link = fn(Task<()>) -> Pin<Box<dyn std::future::Future<Output = Outcome<()>>>>;

/// The waits that pass a cancellation on to what they wait for.
const PASSING: [(&str, Link); 4] = [
    ("await", |task| Box::pin(async { task.await })),
    ("wait_for", |task| Box::pin(async { wait_for(task, 1e9).await })),
    ("timeout", |task| Box::pin(async { asyncio::timeout(1e9).within(async { task.await }).await })),
    ("group", |task| {
        Box::pin(async {
            task_group(async |group| {
                group.create_task(async { task.await })?;
                Ok(())
            })
            .await
        })
    }),
];

/// The waits that do not pass it on; and `gather`, which passes it on only up to a lower recursion limit.
const KEEPING: [(&str, Link); 5] = [
    ("shield", |task| Box::pin(async { shield(task).await })),
    ("shields", |task| Box::pin(async { shield(shield(shield(task))).await })),
    ("wait_for shield", |task| Box::pin(async { wait_for(shield(task), 1e9).await })),
    ("wait", |task| Box::pin(async { wait([task], None, ReturnWhen::FirstException).await.map(drop) })),
    ("gather", |task| Box::pin(async { gather([task]).await.map(drop) })),
];

#[test]
fn a_chain_of_all_links_in_turn_is_cancelled_at_its_end_in_its_middle_or_at_the_end_of_the_run() {
    for place in [None, Some(LONG - 1), Some(LONG / 2), Some(0)] {
        let (outcome, _) = on_a_small_stack(move || async move {
            let tasks: Rc<RefCell<Vec<Task<()>>>> = Rc::default();
            let (made, turn) = (Rc::clone(&tasks), Cell::new(0));
            let link = move |task: Task<()>| {
                made.borrow_mut().push(task.clone());
                let (_, link) = PASSING[turn.replace((turn.get() + 1) % PASSING.len())];
                link(task)
            };
            let last = chain(&Future::new(), LONG, link).await?;
            if let Some(place) = place {
                let chosen = tasks.borrow()[place].clone();
                chosen.cancel();
                sleep(1.0).await?;
                last.cancel();
                sleep(1.0).await?;
                return Ok((chosen.done(), last.done()));
            }
            Ok((true, true))
        });
        assert_eq!(outcome, Ok((true, true)), "{place:?}");
    }
}

#[test]
fn a_chain_of_each_link_is_dropped_with_its_loop() {
    for (name, link) in PASSING.into_iter().chain(KEEPING) {
        let run = move || {
            let log = loopscope::trace::Log::shared();
            let event_loop = asyncio::EventLoop::new(file!(), &log);
            event_loop.start(async move {
                let last = chain(&Future::new(), LONG, link).await?;
                last.await
            });
            let _ = event_loop.run_at_most(200_000);
            drop(event_loop);
            log.borrow().tasks()
        };
        let thread = thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread");
        let tasks = thread.join().unwrap_or_else(|_| panic!("{name}: the stack overflowed"));
        assert!(tasks as usize > LONG, "{name}: {tasks}");
    }
}

#[test]
fn circles_through_gathers_groups_and_shields_are_recursion_errors_or_broken_and_the_run_goes_on() {
    for (name, link) in PASSING.into_iter().chain(KEEPING) {
        let (outcome, _) = on_a_small_stack(move || async move {
            // The first task awaits the last one of a chain that awaits the first.
            let known: Rc<RefCell<Option<Task<()>>>> = Rc::default();
            let (told, given) = (Event::new(), Rc::clone(&known));
            let gate = told.clone();
            let first = create_task(async move {
                gate.wait().await?;
                let last = given.take().ok_or(Raised::CANCELLED)?;
                link(last).await
            });
            let mut last = first.clone();
            for _ in 0..100 {
                last = create_task(link(last));
            }
            known.replace(Some(last.clone()));
            told.set();
            for _ in 0..10 {
                sleep(0.0).await?;
            }
            let asked = last.try_cancel(None);
            sleep(1.0).await?;
            print("goes on");
            Ok(asked.is_ok() || asked.is_err_and(|raised| raised.is("RecursionError")))
        });
        assert_eq!(outcome, Ok(true), "{name}");
    }
}
