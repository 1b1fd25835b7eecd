//! Tests what is derived from the logs of our event loop: steps, reasons, deadlocks, figures.

use loopscope::asyncio::{
    Barrier, Event, EventLoop, Lock, Outcome, Queue, Repr, Semaphore, Task, create_named_task, gather, print, sleep,
    time, wait_for,
};
use loopscope::trace::{
    Cursor, Facts, Folds, Lacks, Line, Log, Moment, Name, On, ResourceId, Runs, SharedLog, Statistics, Step, Story,
    Stride, Stuck, TaskId, Then, Timeline, What, reasons,
};

/// Runs a program to its end and returns its log.
fn run<T: Repr + Clone + 'static>(main: impl Future<Output = Outcome<T>> + 'static) -> SharedLog {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(main);
    event_loop.run_to_end();
    log
}

/// Every callback of a run, one line each: the task, why it ran, what it did, and how it ended.
fn steps(log: &Log) -> Vec<String> {
    let first = Cursor::default().forward(log, Stride::Callback);
    let cursors = std::iter::successors(first, |cursor| cursor.forward(log, Stride::Callback));
    cursors.map(|cursor| line(log, cursor)).collect()
}

fn line(log: &Log, cursor: Cursor) -> String {
    let step = Step::at(log, cursor).expect("a step before every cursor but the first");
    let acts: Vec<String> = step.acts.iter().map(|act| format!("{} {:?}", name(log, act.task), act.deed)).collect();
    let (who, then) = match step.runs {
        Runs::Loop => ("loop".to_owned(), String::new()),
        Runs::Task { task, why, then } => {
            let why = why.map_or_else(String::new, |why| format!("{why:?}"));
            (format!("{} ({why})", name(log, task)), format!(" -> {then:?}"))
        }
    };
    format!("{:.1} {who}: {}{then}", step.from, acts.join(", "))
}

fn name(log: &Log, task: TaskId) -> Name {
    let picture = Timeline::at(log, Cursor::end(log));
    picture.lane(task).map_or_else(|| Name::Given("loop".into()), |lane| lane.name.clone())
}

async fn enter(permits: Semaphore, seconds: f64) -> Outcome<()> {
    let _held = permits.hold().await?;
    sleep(seconds).await
}

#[test]
fn a_step_has_its_task_its_reason_its_deeds_and_the_tasks_it_made_ready() {
    let log = run(async {
        let permits = Semaphore::new(1);
        let first = create_named_task(enter(permits.clone(), 1.0), "T1");
        let second = create_named_task(enter(permits, 1.0), "T2");
        gather([first, second]).await
    });
    let granted = "Granted { resource: ResourceId(0), method: Acquire, by: Some(TaskId(1)) }";
    let told = [
        "0.0 loop: main Made".to_owned(),
        "0.0 main (Made): main NewResource(ResourceId(0)), T1 Made, T2 Made -> \
         Waits(Tasks { by: Gather, tasks: [TaskId(1), TaskId(2)] })"
            .to_owned(),
        "0.0 T1 (Made): T1 Changed(ResourceId(0), Acquired) -> Waits(Timer { until: 1.0 })".to_owned(),
        "0.0 T2 (Made):  -> Waits(Resource { resource: ResourceId(0), method: Acquire })".to_owned(),
        "1.0 loop: T1 Ready(Some(Timer))".to_owned(),
        format!(
            "1.0 T1 (Timer): T1 Changed(ResourceId(0), Released), T2 Ready(Some({granted})) -> \
             Ended(Returned(Static(\"None\")))"
        ),
        format!("1.0 T2 ({granted}): T2 Changed(ResourceId(0), Acquired) -> Waits(Timer {{ until: 2.0 }})"),
        "2.0 loop: T2 Ready(Some(Timer))".to_owned(),
        "2.0 T2 (Timer): T2 Changed(ResourceId(0), Released) -> Ended(Returned(Static(\"None\")))".to_owned(),
        "2.0 loop: main Ready(Some(Ended([TaskId(2)])))".to_owned(),
        "2.0 main (Ended([TaskId(2)])):  -> Ended(Returned(Shared(\"[None, None]\")))".to_owned(),
    ];
    assert_eq!(steps(&log.borrow()), told);
}

#[test]
fn the_step_of_a_cursor_within_a_callback_ends_there_and_a_blocking_call_blocks_the_thread() {
    let log = run(async {
        print("before");
        time::sleep(2.0)?;
        print("after");
        Ok(())
    });
    let log = log.borrow();
    let at = |time| Step::at(&log, Cursor::at(&log, time)).expect("a step");
    let then = |step: &Step| match &step.runs {
        Runs::Loop => panic!("main runs"),
        Runs::Task { then, .. } => then.clone(),
    };
    assert_eq!((then(&at(0.0)), then(&at(1.9))), (Then::Holds(2.0), Then::Holds(2.0)));
    assert_eq!((at(1.0).acts.len(), at(1.0).from, at(1.0).to), (2, 0.0, 0.0));
    assert!(matches!(then(&at(2.0)), Then::Ended(_)));
    assert_eq!((at(2.0).acts.len(), at(2.0).from, at(2.0).to, at(2.0).events.len()), (3, 0.0, 2.0, 5));
    let first = Cursor { events: 3, time: 0.0 };
    assert_eq!(Step::at(&log, first).map(|step| then(&step)), Some(Then::Runs), "it has printed, and still runs");
    assert_eq!(Step::at(&log, Cursor::default()), None);
    assert_eq!((at(0.0).runner(), at(0.0).callback, at(0.0).iteration), (Some(TaskId::MAIN), 1, 1));
}

/// The reason why each task became ready, in order.
fn why(log: &SharedLog) -> Vec<String> {
    let log = log.borrow();
    let all = reasons(&log, Cursor::end(&log));
    assert!(all.iter().all(|(number, _)| matches!(log.events()[*number].what, What::Ready)));
    let ready = log.events().iter().filter(|event| matches!(event.what, What::Ready)).count();
    assert_eq!(all.len(), ready, "each Ready has a reason");
    all.iter().map(|(number, reason)| format!("{} {reason:?}", name(&log, log.events()[*number].task))).collect()
}

#[test]
fn the_reason_of_a_cancelled_sleeper_is_the_cancellation_and_not_its_timer() {
    let log = run(async {
        let task = create_named_task(sleep(9.0), "nap");
        sleep(1.0).await?;
        task.cancel();
        task.await
    });
    let by_main = "Cancelled(Task(TaskId(0)))";
    assert_eq!(why(&log), ["main Timer".to_owned(), format!("nap {by_main}"), "main Ended([TaskId(1)])".to_owned()]);
}

#[test]
fn a_cancellation_of_a_waiting_task_is_its_reason_unless_the_awaited_task_refuses_it() {
    let limited = |stubborn: bool| {
        run(async move {
            let nap = async move {
                match sleep(9.0).await {
                    Err(_) if stubborn => Ok(()),
                    other => other,
                }
            };
            let task = create_named_task(nap, "nap");
            wait_for(task, 1.0).await
        })
    };
    let by = "Cancelled(Timeout { task: TaskId(0), when: 1.0 })";
    assert_eq!(why(&limited(false)), [format!("nap {by}"), format!("main {by}")]);
    assert_eq!(why(&limited(true)), [format!("nap {by}"), "main Ended([TaskId(1)])".to_owned()]);
}

#[test]
fn a_gather_is_made_ready_by_the_tasks_that_ended_last() {
    let log = run(async {
        let nap = |seconds, name| create_named_task(sleep(seconds), name);
        gather([nap(1.0, "a"), nap(2.0, "b"), nap(2.0, "c")]).await
    });
    assert_eq!(why(&log).last().map(String::as_str), Some("main Ended([TaskId(2), TaskId(3)])"));
}

#[test]
fn a_flag_a_queue_and_a_bare_yield_are_reasons_of_their_own() {
    let log = run(async {
        let (flag, queue) = (Event::new(), Queue::<i64>::new(0));
        let (up, items) = (flag.clone(), queue.clone());
        let first = create_named_task(async move { up.wait().await }, "first");
        let second = create_named_task(async move { items.get().await.map(|_| ()) }, "second");
        sleep(0.0).await?;
        flag.set();
        queue.put_nowait(1)?;
        gather([first, second]).await
    });
    let told = why(&log);
    let granted = |resource: u32, method| {
        format!("Granted {{ resource: ResourceId({resource}), method: {method}, by: Some(TaskId(0)) }}")
    };
    assert_eq!(told[..2], [format!("first {}", granted(0, "Wait")), format!("second {}", granted(1, "Get"))]);
    let steps = steps(&log.borrow());
    assert!(steps.iter().any(|step| step.starts_with("0.0 main (NextIteration): ")), "{steps:?}");
}

fn stuck(log: &SharedLog) -> Option<Stuck> {
    let log = log.borrow();
    Stuck::at(&log, Cursor::end(&log))
}

fn lacks(stuck: &Stuck) -> Vec<Lacks> {
    stuck.waits.iter().map(|wait| wait.lacks.clone()).collect()
}

#[test]
fn three_tasks_at_a_barrier_for_four_lack_one_task_and_main_waits_for_them() {
    let log = run(async {
        let summit = Barrier::new(4)?;
        let hikers = ["H1", "H2", "H3"].map(|name| {
            let summit = summit.clone();
            create_named_task(async move { summit.wait().await }, name)
        });
        gather(hikers).await
    });
    let stuck = stuck(&log).expect("a deadlock");
    let hikers = vec![TaskId(1), TaskId(2), TaskId(3)];
    let parties = Lacks::Parties { resource: ResourceId(0), come: 3, parties: Some(4) };
    assert_eq!(lacks(&stuck), [Lacks::Ends(hikers), parties.clone(), parties.clone(), parties]);
    assert_eq!(stuck.circles, Vec::<Vec<TaskId>>::new());
    assert_eq!(stuck.chain(TaskId::MAIN), [TaskId(0), TaskId(1)]);
    let log = log.borrow();
    assert_eq!(Stuck::at(&log, Cursor { events: 2, time: 0.0 }), None, "main runs there");
}

async fn both(first: Lock, second: Lock) -> Outcome<()> {
    let _first = first.hold().await?;
    sleep(1.0).await?;
    let _second = second.hold().await?;
    Ok(())
}

#[test]
fn two_locks_taken_in_opposite_order_are_a_cycle() {
    let log = run(async {
        let (one, other) = (Lock::new(), Lock::new());
        let ann = create_named_task(both(one.clone(), other.clone()), "Ann");
        let bob = create_named_task(both(other, one), "Bob");
        gather([ann, bob]).await
    });
    let stuck = stuck(&log).expect("a deadlock");
    let permit = |resource, holder| Lacks::Permit { resource: ResourceId(resource), holders: vec![TaskId(holder)] };
    assert_eq!(lacks(&stuck)[1..], [permit(1, 2), permit(0, 1)]);
    assert_eq!(stuck.circles, [vec![TaskId(1), TaskId(2)]]);
    assert_eq!(stuck.chain(TaskId::MAIN), [TaskId(0), TaskId(1), TaskId(2)]);
}

#[test]
fn a_task_that_awaits_itself_through_another_is_a_cycle_and_its_waiters_are_outside() {
    let log = run(async {
        let other: std::rc::Rc<std::cell::RefCell<Option<Task<()>>>> = std::rc::Rc::default();
        let later = std::rc::Rc::clone(&other);
        let one = create_named_task(
            async move {
                let task = later.borrow().clone().expect("the other one");
                task.await
            },
            "one",
        );
        let back = one.clone();
        other.replace(Some(create_named_task(async move { back.await }, "other")));
        one.await
    });
    let stuck = stuck(&log).expect("a deadlock");
    assert_eq!(stuck.circles, [vec![TaskId(1), TaskId(2)]]);
    assert_eq!(stuck.chain(TaskId::MAIN), [TaskId(0), TaskId(1), TaskId(2)]);
    assert_eq!(stuck.chain(TaskId(2)), [TaskId(2), TaskId(1)]);
}

#[test]
fn an_empty_queue_lacks_an_item_and_a_joined_queue_lacks_its_unfinished_work() {
    let log = run(async {
        let queue = Queue::<i64>::new(1);
        let (items, full) = (queue.clone(), queue.clone());
        let getter = async move {
            items.get().await?;
            items.get().await?;
            items.get().await
        };
        let getter = create_named_task(getter, "getter");
        queue.put(1).await?;
        queue.put(2).await?;
        queue.task_done()?;
        full.join().await?;
        getter.await
    });
    let stuck = stuck(&log).expect("a deadlock");
    let queue = ResourceId(0);
    assert_eq!(lacks(&stuck), [Lacks::Work { resource: queue, left: 1 }, Lacks::Item(queue)]);
    let work = run(async {
        let queue = Queue::<i64>::new(0);
        queue.put(1).await?;
        queue.put(2).await?;
        queue.join().await
    });
    assert_eq!(lacks(&crate::stuck(&work).expect("a deadlock")), [Lacks::Work { resource: queue, left: 2 }]);
    let full = run(async {
        let queue = Queue::<i64>::new(1);
        queue.put(1).await?;
        queue.put(2).await
    });
    assert_eq!(lacks(&crate::stuck(&full).expect("a deadlock")), [Lacks::Room(queue)]);
    let flag = run(async { Event::new().wait().await });
    assert_eq!(lacks(&crate::stuck(&flag).expect("a deadlock")), [Lacks::Flag(queue)]);
}

#[test]
fn a_run_is_not_stuck_while_a_task_sleeps_nor_when_all_have_ended() {
    let log = run(async {
        create_named_task(sleep(1.0), "nap").await?;
        Ok(())
    });
    let log = log.borrow();
    assert_eq!(Stuck::at(&log, Cursor::at(&log, 0.5)), None);
    assert_eq!(Stuck::at(&log, Cursor::end(&log)), None);
}

#[test]
fn permits_and_the_thread_raise_the_lower_bound_but_an_uncontended_resource_does_not() {
    let figures = |permits| {
        let log = run(async move {
            let permits = Semaphore::new(permits);
            gather([1.0, 2.0, 3.0].map(|seconds| enter(permits.clone(), seconds))).await
        });
        let log = log.borrow();
        Statistics::of(&Timeline::at(&log, Cursor::end(&log)))
    };
    let bounds = [1, 2, 3].map(|permits| (figures(permits).bound, figures(permits).bound_with_limits));
    assert_eq!(bounds, [(3.0, 6.0), (3.0, 3.0), (3.0, 3.0)]);
    assert!([1, 2, 3].into_iter().all(|permits| figures(permits).bound_with_limits <= figures(permits).total));
    let log = run(async {
        let block = || async { time::sleep(1.0) };
        gather([block(), block(), block()]).await
    });
    let log = log.borrow();
    let figures = Statistics::of(&Timeline::at(&log, Cursor::end(&log)));
    assert_eq!((figures.bound, figures.bound_with_limits, figures.total), (1.0, 3.0, 3.0));
}

/// Functions that follow a chain of waits must not recurse: in a reader's program the chain may be of any length.
#[test]
fn a_long_chain_of_waits_in_nested_tasks_is_derived_on_a_small_stack() {
    const LONG: u32 = 30_000;
    let derive = || {
        let mut log = Log::default();
        let mut push =
            |task, what| log.push(loopscope::trace::Event { time: 0.0, task: TaskId(task), callback: task, what });
        for task in 0..LONG {
            let parent = task.checked_sub(1).map(TaskId);
            push(task, What::Created { parent, name: Name::Numbered(task), line: Line::NONE });
        }
        for task in 0..LONG {
            // The last task waits for the second one, so all tasks but the first are in a circle.
            let on = On::Task(TaskId(if task + 1 == LONG { 1 } else { task + 1 }));
            push(task, What::StepBegan);
            push(task, What::Suspended { on, line: Line::NONE });
        }
        let end = Cursor::end(&log);
        let picture = Timeline::at(&log, end);
        let main = picture.lane(TaskId::MAIN).expect("a lane");
        assert_eq!(picture.lanes.last().map(|lane| lane.depth), Some(LONG as usize - 1));
        assert_eq!(picture.chain(main).len(), LONG as usize - 1);
        assert_eq!(Folds::of(&picture, &[TaskId::MAIN]).rows(), 2);
        let stuck = Stuck::at(&log, end).expect("no task can go on");
        assert_eq!(stuck.circles.iter().map(Vec::len).collect::<Vec<_>>(), [LONG as usize - 1]);
        assert_eq!(stuck.chain(TaskId::MAIN).len(), LONG as usize);
        let _ = (
            Facts::of(&log, false),
            Statistics::of(&picture),
            Moment::of(&log, end),
            reasons(&log, end),
            Step::at(&log, end),
        );
        assert!(Story::from_events(log.events()).0.len() > LONG as usize);
    };
    let thread = std::thread::Builder::new().stack_size(512 << 10).spawn(derive).expect("a thread");
    thread.join().expect("512 KB of stack are enough");
}
