//! Tests of who is logged as the asker of a cancellation that a callback of the loop requests.

use crate::asyncio::{
    EventLoop, Outcome, Raised, Repr, call_later, create_named_task, sleep, task_group, time, timeout, wait_for,
};
use crate::trace::{Asker, CauseKind, Cursor, Log, Seconds, SharedLog, TaskId, What, causes};

const NAP: TaskId = TaskId(1);

/// The log of a program, and every cancellation request in it: time, task, asker.
fn asked<T: Repr + Clone + 'static>(
    main: impl Future<Output = Outcome<T>> + 'static,
) -> (SharedLog, Vec<(Seconds, TaskId, Asker)>) {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(main);
    event_loop.run_to_end();
    let requests = log
        .borrow()
        .events()
        .iter()
        .filter_map(|event| {
            if let What::CancelRequested { by } = event.what { Some((event.time, event.task, by)) } else { None }
        })
        .collect();
    (log, requests)
}

/// The cancellations that this task requested or received.
fn arrows(log: &SharedLog, task: TaskId) -> Vec<(Seconds, TaskId, TaskId, Asker)> {
    let log = log.borrow();
    let causes = causes(&log, Cursor::end(&log), task).into_iter();
    let cancels = causes.filter_map(|cause| match cause.kind {
        CauseKind::Cancelled(by) => Some((cause.at, cause.from, cause.to, by)),
        CauseKind::Woke => None,
    });
    cancels.collect()
}

#[test]
fn a_timeout_requests_the_cancellation_of_its_task_and_of_what_that_awaits() {
    let (log, requests) = asked(wait_for_a_nap());
    let by = Asker::Timeout { task: TaskId::MAIN, when: 1.0 };
    assert_eq!(requests, [(1.0, TaskId::MAIN, by), (1.0, NAP, by)]);
    // The timeout belongs to main, so its request to main gives no arrow.
    assert_eq!(arrows(&log, TaskId::MAIN), [(1.0, TaskId::MAIN, NAP, by)]);
}

async fn wait_for_a_nap() -> Outcome<()> {
    wait_for(create_named_task(sleep(9.0), "nap"), 1.0).await
}

#[test]
fn a_late_timeout_knows_when_it_was_due() {
    let (_, requests) = asked(async {
        let _holds = create_named_task(
            async {
                sleep(0.5).await?;
                time::sleep(1.5)?;
                Ok(())
            },
            "holds",
        );
        timeout(1.0).within(sleep(9.0)).await
    });
    assert_eq!(requests, [(2.0, TaskId::MAIN, Asker::Timeout { task: TaskId::MAIN, when: 1.0 })]);
}

#[test]
fn a_task_group_asks_for_the_child_that_failed() {
    let (log, requests) = asked(task_group(async |group| {
        group.create_named_task(sleep(9.0), "nap")?;
        group.create_named_task(fail(), "fails")?;
        Ok(())
    }));
    let fails = TaskId(2);
    let by = Asker::Group(fails);
    assert_eq!(requests, [(1.0, NAP, by), (1.0, TaskId::MAIN, by)]);
    assert_eq!(arrows(&log, NAP), [(1.0, fails, NAP, by)]);
    assert_eq!(arrows(&log, fails), [(1.0, fails, NAP, by), (1.0, fails, TaskId::MAIN, by)]);
    let log = log.borrow();
    let woken = causes(&log, Cursor::end(&log), fails).into_iter().filter(|cause| cause.kind == CauseKind::Woke);
    assert_eq!(woken.count(), 0, "a request that wakes its task counts as a cancellation only");
}

async fn fail() -> Outcome<()> {
    sleep(1.0).await?;
    Err(Raised::exception("ValueError", "bad"))
}

#[test]
fn a_cancellation_in_a_plain_callback_is_requested_by_the_loop_even_after_a_timeout() {
    let (_, requests) = asked(async {
        let nap = create_named_task(sleep(9.0), "nap");
        let late = timeout(1.0).within(sleep(9.0)).await;
        call_later(1.0, move || {
            nap.cancel();
        });
        sleep(2.0).await?;
        late.or(Ok(()))
    });
    assert_eq!(requests[1..], [(2.0, NAP, Asker::Loop)]);
}
