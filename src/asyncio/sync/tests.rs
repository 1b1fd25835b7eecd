//! Tests of the log entries of locks and queues: holders, levels and waiting tasks.

use super::line::Line;
use super::{Barrier, Event, Lock, Semaphore};
use crate::asyncio::{EventLoop, Outcome, Queue, Repr, create_named_task, gather, sleep};
use crate::trace::{Asker, CauseKind, Cursor, Log, Method, Moment, Resource, Seconds, TaskId, Timeline, Why, causes};

/// The timeline of a program at `time`.
fn picture<T: Repr + Clone + 'static>(time: Seconds, main: impl Future<Output = Outcome<T>> + 'static) -> Timeline {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(main);
    event_loop.run_to_end();
    let log = log.borrow();
    Timeline::at(&log, Cursor::at(&log, time))
}

fn levels(resource: &Resource) -> Vec<(Seconds, u32)> {
    resource.levels.iter().map(|level| (level.at, level.level)).collect()
}

async fn turn(permits: Semaphore, seconds: f64) -> Outcome<()> {
    let _held = permits.hold().await?;
    sleep(seconds).await
}

/// The program of `semantics.md` rule 32: `Semaphore(2)` and five tasks of 1.2, 1.8, 1.0, 1.5 and 1.1 seconds.
async fn five_tasks() -> Outcome<Vec<()>> {
    let permits = Semaphore::new(2);
    let tasks = [("T1", 1.2), ("T2", 1.8), ("T3", 1.0), ("T4", 1.5), ("T5", 1.1)];
    gather(tasks.map(|(name, seconds)| create_named_task(turn(permits.clone(), seconds), name))).await
}

#[test]
fn a_task_that_waits_for_a_permit_knows_the_tasks_ahead_and_the_holders() {
    let picture = picture(1.9, five_tasks());
    let semaphore = &picture.resources[0];
    assert_eq!((semaphore.name(), semaphore.level()), ("Semaphore(2)".to_owned(), 0));
    assert_eq!(semaphore.holders().collect::<Vec<_>>(), [TaskId(3), TaskId(4)]);
    let lane = picture.lane(TaskId(5)).expect("T5 has a lane");
    let expected = Why::InLine {
        resource: semaphore.id,
        method: Method::Acquire,
        ahead: vec![],
        holders: vec![TaskId(3), TaskId(4)],
    };
    assert_eq!(picture.why(lane, &Moment::default()), expected);
}

#[test]
fn the_next_waiter_is_the_first_neither_woken_nor_cancelled_whichever_leaves() {
    let line = Line::default();
    let [one, two, three, four, five] = std::array::from_fn(|_| line.join("Line").expect("no loop"));
    let is_next = |waiter| line.next().is_some_and(|next| next.is(waiter));
    assert!(is_next(&one));
    one.wake();
    three.cancel();
    assert!(is_next(&two));
    two.wake();
    assert!(is_next(&four));
    line.leave(&two); // among those that are done
    assert!(is_next(&four));
    line.leave(&five); // after those that are done
    line.pop_and_wake(); // one and three are done already: four is woken
    assert!(four.done() && line.next().is_none());
    let six = line.join("Line").expect("no loop");
    assert!(is_next(&six));
}

#[test]
fn tasks_wait_in_order_of_arrival_at_every_moment() {
    let waiting = |time| {
        let picture = picture(time, five_tasks());
        let resource = picture.resources.into_iter().next().expect("one resource");
        resource.waiters.into_iter().map(|(task, _)| task.0).collect::<Vec<_>>()
    };
    assert_eq!(waiting(0.0), [3, 4, 5]);
    assert_eq!(waiting(1.2), [4, 5]);
    assert_eq!(waiting(1.8), [5]);
    assert!(waiting(2.2).is_empty());
}

#[test]
fn each_hold_has_the_lowest_free_permit() {
    let picture = picture(9.0, five_tasks());
    let holds = picture.resources[0].holds.iter();
    let told: Vec<_> = holds.map(|hold| (hold.task.0, hold.slot, hold.from, hold.to, hold.open)).collect();
    // T5's timer is due less than a nanosecond after T4's, so both get into the ready queue in the same iteration.
    let (third, last) = (1.2 + 1.0, 1.8 + 1.5);
    let expected = [
        (1, 0, 0.0, 1.2, false),
        (2, 1, 0.0, 1.8, false),
        (3, 0, 1.2, third, false),
        (4, 1, 1.8, last, false),
        (5, 0, third, last, false),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_queue_has_its_level_and_the_tasks_that_wait_for_room() {
    let picture = picture(0.5, async {
        let queue: Queue<u32> = Queue::new(1);
        let putter = queue.clone();
        let producer = create_named_task(
            async move {
                putter.put(1).await?;
                putter.put(2).await
            },
            "producer",
        );
        sleep(1.0).await?;
        queue.get().await?;
        queue.get().await?;
        producer.await
    });
    let queue = &picture.resources[0];
    assert_eq!((queue.name().as_str(), queue.level()), ("Queue(1)", 1));
    assert_eq!(queue.waiters, [(TaskId(1), Method::Put)]);
    assert_eq!(levels(queue), [(0.0, 1)]);
}

#[test]
fn locks_of_one_kind_are_numbered_and_inner_ones_are_not_shown() {
    let picture = picture(0.0, async {
        let (_one, _other, flag, gate) = (Lock::new(), Lock::new(), Event::new(), Barrier::new(1)?);
        flag.set();
        gate.wait().await
    });
    let names: Vec<_> = picture.resources.iter().map(Resource::name).collect();
    assert_eq!(names, ["Lock 1", "Lock 2", "Event", "Barrier(1)"]);
    assert_eq!(levels(&picture.resources[2]), [(0.0, 1)]);
}

#[test]
fn a_release_wakes_the_first_waiter_and_the_last_child_wakes_its_gather() {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(five_tasks());
    event_loop.run_to_end();
    let log = log.borrow();
    let told = |task: u32| {
        let causes = causes(&log, Cursor::end(&log), TaskId(task)).into_iter();
        causes.map(|cause| (cause.at, cause.from.0, cause.to.0, cause.kind)).collect::<Vec<_>>()
    };
    assert_eq!(told(3), [(1.2, 1, 3, CauseKind::Woke), (1.2 + 1.0, 3, 5, CauseKind::Woke)]);
    assert_eq!(told(0), [(1.8 + 1.5, 5, 0, CauseKind::Woke)]);
}

#[test]
fn a_cancellation_request_leads_from_its_asker_to_its_task() {
    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start(async {
        let nap = create_named_task(sleep(9.0), "nap");
        sleep(1.0).await?;
        nap.cancel();
        sleep(1.0).await
    });
    event_loop.run_to_end();
    let log = log.borrow();
    let kinds: Vec<_> = causes(&log, Cursor::end(&log), TaskId(1)).into_iter().map(|cause| cause.kind).collect();
    assert_eq!(kinds, [CauseKind::Cancelled(Asker::Task(TaskId(0)))]);
}
