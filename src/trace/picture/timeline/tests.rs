//! Tests of the timeline.

use super::super::lane::State;
use super::*;
use crate::trace::facts::asker::Asker;
use crate::trace::facts::event::{End, Event, On};
use crate::trace::facts::line::Line;
use crate::trace::facts::task::Name;

fn event(time: Seconds, task: u32, what: What) -> Event {
    Event { time, task: TaskId(task), callback: 1, what }
}

fn created(time: Seconds, task: u32, parent: Option<u32>) -> Event {
    let name = Name::Numbered(task + 1);
    event(time, task, What::Created { parent: parent.map(TaskId), name, line: Line::new(1) })
}

fn log(events: impl IntoIterator<Item = Event>) -> Log {
    let mut log = Log::default();
    events.into_iter().for_each(|event| log.push(event));
    log
}

fn sleeper() -> Log {
    log([
        created(0.0, 0, None),
        event(0.0, 0, What::StepBegan),
        event(0.0, 0, What::Suspended { on: On::Timer { until: 2.0 }, line: Line::new(7) }),
        event(2.0, 0, What::Ready),
        event(2.0, 0, What::StepBegan),
        event(2.0, 0, What::Finished(End::Returned("None".into()))),
    ])
}

#[test]
fn going_back_works_across_events_of_the_loop_itself() {
    let mut log = sleeper();
    let printed = |time| Event { task: TaskId::LOOP, ..event(time, 0, What::Printed("tick".into())) };
    [3.0, 4.0].map(printed).into_iter().for_each(|event| log.push(event));
    let all = log.events().len();
    let mut picture = Timeline::at(&log, Cursor::end(&log));
    for events in [all - 1, all - 2, 4, all] {
        let cursor = Cursor { events, time: log.events()[events - 1].time };
        assert!(picture.go(&log, cursor), "no task was created in between");
        assert_eq!(picture, Timeline::at(&log, cursor), "{events} events");
    }
}

#[test]
fn a_sleep_reaches_up_to_the_cursor_and_its_timer_is_known() {
    let log = sleeper();
    let timeline = Timeline::at(&log, Cursor::at(&log, 0.5));
    let lane = &timeline.lanes[0];
    assert_eq!(lane.state(), State::Sleeping);
    assert_eq!((lane.spans[0].from, lane.spans[0].to, lane.spans[0].open), (0.0, 0.5, true));
    assert_eq!(lane.planned_until(), Some(2.0));
    assert_eq!(lane.line.number(), Some(7));
}

#[test]
fn a_finished_sleeper_has_one_span_and_its_end() {
    let log = sleeper();
    let timeline = Timeline::at(&log, Cursor::end(&log));
    let lane = &timeline.lanes[0];
    assert_eq!(lane.spans.len(), 1);
    assert_eq!(lane.ending.as_ref().map(|ending| (ending.at, ending.state)), Some((2.0, State::Result)));
    assert_eq!((lane.slept(), lane.held()), (2.0, 0.0));
    assert_eq!(timeline.steps.len(), 2);
}

#[test]
fn a_timer_that_is_due_during_a_blocking_call_leaves_its_task_ready_not_asleep() {
    let log = log([
        created(0.0, 0, None),
        created(0.0, 1, Some(0)),
        event(0.0, 1, What::StepBegan),
        event(0.0, 1, What::Suspended { on: On::Timer { until: 1.0 }, line: Line::NONE }),
        event(0.0, 0, What::StepBegan),
        event(0.0, 0, What::Blocked { until: 3.0, computes: false, line: Line::NONE }),
        event(3.0, 0, What::Finished(End::Returned("None".into()))),
        event(3.0, 1, What::Ready),
    ]);
    let during = Timeline::at(&log, Cursor::at(&log, 2.0));
    let states: Vec<_> = during.lanes[1].spans.iter().map(|span| (span.from, span.to, span.state)).collect();
    assert_eq!(states, [(0.0, 1.0, State::Sleeping), (1.0, 2.0, State::Ready)]);
    assert_eq!(during.busy, [Busy { from: 0.0, to: 2.0, open: true, task: TaskId(0) }]);
    let after = Timeline::at(&log, Cursor::end(&log));
    assert_eq!(after.lanes[1].spans[1].state, State::Ready);
    assert_eq!(after.lanes[0].held(), 3.0);
}

#[test]
fn a_wait_that_was_cut_short_has_the_state_of_the_end() {
    let log = log([
        created(0.0, 0, None),
        event(0.0, 0, What::StepBegan),
        event(0.0, 0, What::Suspended { on: On::Timer { until: 9.0 }, line: Line::NONE }),
        event(1.0, 0, What::CancelRequested { by: Asker::Loop }),
        event(1.0, 0, What::StepBegan),
        event(1.0, 0, What::CancelDelivered { line: Line::NONE }),
        event(1.0, 0, What::Finished(End::Cancelled)),
    ]);
    let timeline = Timeline::at(&log, Cursor::end(&log));
    assert_eq!(timeline.lanes[0].spans[0].state, State::Cancelled);
    assert_eq!(timeline.lanes[0].state(), State::Cancelled);
    assert_eq!(timeline.lanes[0].cancels.len(), 1);
    assert_eq!(timeline.lanes[0].slept(), 1.0);
}

#[test]
fn a_blocking_call_has_held_the_thread_though_the_task_failed_right_after_it() {
    let log = log([
        created(0.0, 0, None),
        event(0.0, 0, What::StepBegan),
        event(0.0, 0, What::Blocked { until: 2.0, computes: false, line: Line::NONE }),
        event(2.0, 0, What::Finished(End::Failed { class: "ValueError".into(), message: "".into() })),
    ]);
    let timeline = Timeline::at(&log, Cursor::end(&log));
    let lane = &timeline.lanes[0];
    assert_eq!((lane.state(), lane.spans[0].state), (State::Error, State::Running));
    assert_eq!((lane.slept(), lane.held()), (0.0, 2.0));
}

#[test]
fn a_return_after_a_cancellation_has_swallowed_it_unless_the_request_was_withdrawn() {
    let returned_after = |withdrawn: Option<Event>| {
        let cut = [
            created(0.0, 0, None),
            event(1.0, 0, What::CancelRequested { by: Asker::Loop }),
            event(1.0, 0, What::CancelDelivered { line: Line::NONE }),
        ];
        let end = event(1.0, 0, What::Finished(End::Returned("None".into())));
        let log = log(cut.into_iter().chain(withdrawn).chain([end]));
        Timeline::at(&log, Cursor::end(&log)).lanes[0].state()
    };
    assert_eq!(returned_after(None), State::Swallowed);
    assert_eq!(returned_after(Some(event(1.0, 0, What::CancelWithdrawn))), State::Result);
}

#[test]
fn lanes_are_nested_under_their_parents_and_siblings_keep_their_order() {
    let log =
        log([created(0.0, 0, None), created(0.0, 1, Some(0)), created(0.0, 2, Some(0)), created(0.0, 3, Some(1))]);
    let timeline = Timeline::at(&log, Cursor::end(&log));
    let order: Vec<_> = timeline.lanes.iter().map(|lane| (lane.task.0, lane.depth)).collect();
    assert_eq!(order, [(0, 0), (1, 1), (3, 2), (2, 1)]);
}

fn blocked(time: Seconds, until: Seconds) -> Event {
    event(time, 0, What::Blocked { until, computes: false, line: Line::NONE })
}

#[test]
fn a_blocking_call_ends_at_its_time_and_one_of_no_time_is_not_shown() {
    let log = log([created(0.0, 0, None), created(0.0, 1, Some(0)), blocked(0.0, 2.0)]);
    let at = |time| Timeline::at(&log, Cursor { events: 3, time });
    assert_eq!(at(1.0).busy, [Busy { from: 0.0, to: 1.0, open: true, task: TaskId(0) }]);
    assert_eq!(at(2.0).busy, [Busy { from: 0.0, to: 2.0, open: false, task: TaskId(0) }]);
    let spans: Vec<_> = at(3.0).lanes[0].spans.iter().map(|span| (span.to, span.state)).collect();
    assert_eq!(spans, [(2.0, State::Running)], "the log does not say what follows the call");
    assert_eq!((at(1.0).lanes[0].planned_until(), at(2.0).lanes[0].planned_until()), (Some(2.0), None));
    assert_eq!((at(0.0).holder(), at(1.0).holder()), (None, Some(TaskId(0))));
    assert_eq!((at(1.0).ended(), at(1.0).total()), (false, 1.0));
    let none = log_of_no_time();
    assert_eq!(Timeline::at(&none, Cursor::end(&none)).busy, []);
}

fn log_of_no_time() -> Log {
    log([created(0.0, 0, None), blocked(0.0, 0.0)])
}

#[test]
fn the_waits_within_a_period_are_cut_at_its_ends() {
    let sleep = |until| What::Suspended { on: On::Timer { until }, line: Line::NONE };
    let step = |time| event(time, 0, What::StepBegan);
    let log = log([created(0.0, 0, None), step(0.0), event(0.0, 0, sleep(2.0)), step(2.0), event(2.0, 0, sleep(5.0))]);
    let picture = Timeline::at(&log, Cursor { events: 5, time: 5.0 });
    let within = |from, to| picture.lanes[0].waited_within(from, to);
    assert_eq!([within(0.5, 1.0), within(1.0, 3.0), within(0.0, 9.0), within(5.0, 9.0)], [0.5, 2.0, 5.0, 0.0]);
}

#[test]
fn a_timeout_differs_from_other_failures_and_two_requests_may_both_be_withdrawn() {
    let ends = |class: &'static str| {
        let end = End::Failed { class: class.into(), message: "".into() };
        let log = log([created(0.0, 0, None), event(1.0, 0, What::Finished(end))]);
        Timeline::at(&log, Cursor::end(&log)).lanes[0].state()
    };
    let states = ["TimeoutError", "asyncio.TimeoutError", "ValueError"].map(ends);
    assert_eq!(states, [State::Timeout, State::Timeout, State::Error]);
    let ask = || event(1.0, 0, What::CancelRequested { by: Asker::Loop });
    let take_back = || event(1.0, 0, What::CancelWithdrawn);
    let end = event(1.0, 0, What::Finished(End::Returned("None".into())));
    let delivered = event(1.0, 0, What::CancelDelivered { line: Line::NONE });
    let log = log([created(0.0, 0, None), ask(), ask(), delivered, take_back(), take_back(), end]);
    assert_eq!(Timeline::at(&log, Cursor::end(&log)).lanes[0].state(), State::Result);
}
