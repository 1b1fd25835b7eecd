//! The pacer in a real browser: a live run ends, equals the instant run, and leaves nothing behind.

#![cfg(target_arch = "wasm32")]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use loopscope::aiohttp::carry_with;
use loopscope::host::pacer::{Appender, Elsewhere, Feed, Producer, Track};
use loopscope::host::{Network, Pace, Pacer, Phase, Progress};
use loopscope::program::Setup;
use loopscope::scenarios::{self, Scenario};
use loopscope::trace::{Event, Line, Log, RunEnd, SharedLog, Story, format};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = r"
    const open = new Set();
    const set = self.setTimeout, clear = self.clearTimeout;
    self.setTimeout = (then, delay, ...rest) => {
        const id = set(() => { open.delete(id); then(...rest); }, delay);
        open.add(id);
        return id;
    };
    self.clearTimeout = (id) => { open.delete(id); clear(id); };
    export const open_timers = () => open.size;
    // The test runner wraps workers and sets timers of its own. computation.test.mjs tests our worker.
    self.Worker = class {
        constructor() { throw new Error('no worker'); }
    };
    let longest = 0;
    let last = null;
    const frame = (now) => {
        if (last !== null) longest = Math.max(longest, now - last);
        last = now;
        requestAnimationFrame(frame);
    };
    export const watch_frames = () => {
        if (last === null) requestAnimationFrame(frame);
        longest = 0;
    };
    export const longest_gap = () => longest;
    let asked = [];
    self.loopscopeNetwork = {
        away: async (url) => {
            asked.push(url);
            return new Response('here');
        },
    };
    export const asked_away = () => asked.splice(0).join(' ');
    export const hide = (hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    };
")]
extern "C" {
    /// The number of timers that the page has set and that have neither fired nor been cleared.
    fn open_timers() -> u32;
    /// Restarts the measurement of the time between frames.
    fn watch_frames();
    /// The longest time between two frames since `watch_frames`, in milliseconds.
    fn longest_gap() -> f64;
    /// The addresses that other hosts were asked for since the last call.
    fn asked_away() -> String;
    /// Makes the page look hidden, or visible again.
    fn hide(hidden: bool);
}

struct Held {
    pacer: Pacer,
    logs: Vec<SharedLog>,
    told: Rc<RefCell<Vec<Progress>>>,
}

fn hold(ids: &[&str], pace: Pace) -> Held {
    hold_with(&ids.iter().map(|id| (*id, &[][..])).collect::<Vec<_>>(), pace)
}

/// A run of these scenarios. The given values replace the first defaults of each.
fn hold_with(programs: &[(&str, &[&str])], pace: Pace) -> Held {
    let programs = programs.iter().map(|(id, typed)| (scenarios::find(id).expect("a scenario"), *typed));
    let programs: Vec<(&Scenario, &[&str])> = programs.collect();
    let logs: Vec<SharedLog> = programs.iter().map(|_| Log::shared()).collect();
    let tracks = programs.iter().zip(&logs).map(|((scenario, typed), log)| Track {
        appender: Appender::Loop(scenario.event_loop(&setup(scenario, typed), log)),
        log: log.clone(),
        real: false,
    });
    let told = Rc::new(RefCell::new(Vec::new()));
    let pacer = Pacer::new(tracks.collect(), pace, {
        let told = told.clone();
        move |progress| told.borrow_mut().push(progress)
    });
    Held { pacer, logs, told }
}

fn setup(scenario: &Scenario, typed: &[&str]) -> Setup {
    let mut setup = scenario.defaults();
    for ((index, parameter), typed) in scenario.parameters.iter().enumerate().zip(typed) {
        setup = setup.with(index, parameter.parse(typed).expect("a value"));
    }
    setup
}

impl Held {
    fn events(&self, track: usize) -> Vec<Event> {
        self.logs[track].borrow().events().iter().cloned().collect()
    }

    async fn finish(&self) {
        for _ in 0..2000 {
            if self.pacer.progress().phase == Phase::Finished {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("the run did not end within 20 seconds");
    }
}

fn instant(id: &str) -> Vec<Event> {
    instant_with(id, &[])
}

fn instant_with(id: &str, typed: &[&str]) -> Vec<Event> {
    let held = hold_with(&[(id, typed)], Pace::Instant);
    held.pacer.play();
    assert_eq!(held.pacer.progress().phase, Phase::Finished);
    held.events(0)
}

#[wasm_bindgen_test]
async fn a_live_run_of_every_scenario_ends_with_the_log_of_the_instant_run() {
    for scenario in scenarios::ALL {
        let held = hold(&[scenario.id], Pace::Live(10.0));
        held.pacer.play();
        held.finish().await;
        assert_eq!(held.events(0), instant(scenario.id), "{}", scenario.id);
        assert_eq!(open_timers(), 0, "{}", scenario.id);
    }
}

#[wasm_bindgen_test]
async fn a_run_step_by_step_has_the_log_of_the_instant_run() {
    let held = hold(&["create-task"], Pace::Live(1.0));
    let mut steps = 0;
    while held.pacer.progress().phase == Phase::Paused {
        held.pacer.step();
        steps += 1;
        assert!(steps < 1000, "a step must advance");
    }
    assert_eq!(held.pacer.progress().phase, Phase::Finished);
    assert_eq!(held.events(0), instant("create-task"));
    assert!(steps > 20, "{steps} steps are fewer than the single callbacks");
    assert_eq!(open_timers(), 0);
}

#[wasm_bindgen_test]
async fn a_blocking_program_does_not_delay_the_steps_of_another() {
    let held = hold(&["sequential", "concurrent"], Pace::Live(1.0));
    held.pacer.catch_up(1.2);
    let mut times = Vec::new();
    while held.pacer.progress().phase == Phase::Paused {
        held.pacer.step();
        assert!(held.pacer.progress().now <= held.pacer.end(), "nothing is shown that is not logged");
        times.push(held.pacer.progress().now);
    }
    let end = held.events(0).last().expect("an event").time;
    assert!(times.starts_with(&[1.5]) && times.ends_with(&[end]), "{times:?}");
    assert!(times.is_sorted() && times.contains(&2.0), "{times:?}");
    assert_eq!([0, 1].map(|track| held.events(track)), ["sequential", "concurrent"].map(instant));
}

#[wasm_bindgen_test]
async fn an_ended_run_leaves_no_timer_and_logs_nothing_more() {
    let held = hold(&["concurrent"], Pace::Live(1.0));
    held.pacer.play();
    assert_eq!(open_timers(), 1);
    let log = held.logs[0].clone();
    drop(held.pacer);
    assert_eq!(open_timers(), 0);
    let events = log.borrow().events().len();
    TimeoutFuture::new(50).await;
    assert_eq!(log.borrow().events().len(), events);
}

#[wasm_bindgen_test]
async fn a_pause_stops_the_clock_and_resume_continues_from_there() {
    let held = hold(&["concurrent"], Pace::Live(2.0));
    held.pacer.play();
    TimeoutFuture::new(100).await;
    held.pacer.pause();
    assert_eq!(open_timers(), 0);
    let paused = held.pacer.progress();
    TimeoutFuture::new(100).await;
    assert_eq!(held.pacer.progress(), paused);
    assert!(paused.now > 0.0 && paused.now < 2.0, "{}", paused.now);
    held.pacer.play();
    held.finish().await;
    assert_eq!(held.events(0), instant("concurrent"));
}

#[wasm_bindgen_test]
async fn a_blocking_call_is_shown_as_the_clock_advances() {
    let held = hold(&["sequential"], Pace::Live(10.0));
    held.pacer.play();
    TimeoutFuture::new(60).await;
    let (log_end, shown) = (held.logs[0].borrow().end(), held.pacer.progress().now);
    assert_eq!(log_end, 4.5, "the blocking callback has logged its end");
    assert!(shown < 4.5, "the clock has not reached that time, but shows {shown}");
    assert!(held.pacer.cursors(shown)[0].events < held.events(0).len());
    held.finish().await;
    assert_eq!(held.pacer.progress().now, 4.5);
    assert_eq!(held.pacer.cursors(4.5)[0].events, held.events(0).len());
}

#[wasm_bindgen_test]
async fn a_computation_in_the_loop_really_blocks_the_page() {
    watch_frames();
    TimeoutFuture::new(100).await;
    let before = longest_gap();
    let held = hold_with(&[("blocking-call", &["loop", "cpu"])], Pace::Live(2.0));
    held.pacer.play();
    held.finish().await;
    TimeoutFuture::new(100).await;
    let effort = held.pacer.progress().effort;
    assert!(effort.page > 600.0 && effort.page < 800.0, "1.5 s at ×2 blocked the page for {} ms", effort.page);
    assert!(longest_gap() > 600.0 && before < 400.0, "{before} ms between two frames, then {}", longest_gap());
    assert!(!effort.cut && !effort.refused && effort.worker == 0.0, "{effort:?}");
    assert_eq!(held.events(0), instant("blocking-call"));
}

#[wasm_bindgen_test]
async fn a_blocking_sleep_blocks_the_program_and_not_the_page() {
    watch_frames();
    let held = hold_with(&[("blocking-call", &["loop", "sleep"])], Pace::Live(2.0));
    held.pacer.play();
    held.finish().await;
    assert_eq!(held.pacer.progress().effort.page, 0.0);
    assert!(longest_gap() < 400.0, "{}", longest_gap());
}

#[wasm_bindgen_test]
async fn without_a_worker_the_run_continues_in_logical_time() {
    let typed = &["worker", "cpu"];
    let held = hold_with(&[("blocking-call", typed)], Pace::Live(2.0));
    held.pacer.play();
    held.finish().await;
    let effort = held.pacer.progress().effort;
    assert_eq!(open_timers(), 0);
    assert!(effort.refused && effort.worker == 0.0 && effort.page == 0.0, "{effort:?}");
    assert_eq!(held.events(0), instant_with("blocking-call", typed));
}

#[wasm_bindgen_test]
async fn compared_programs_compute_in_logical_time_only() {
    let programs: [(_, &[_]); 2] = [("blocking-call", &["loop"]), ("blocking-call", &["worker"])];
    let held = hold_with(&programs, Pace::Live(10.0));
    held.pacer.play();
    held.finish().await;
    let effort = held.pacer.progress().effort;
    assert_eq!(open_timers(), 0);
    assert!(effort.page == 0.0 && effort.worker == 0.0 && !effort.refused, "{effort:?}");
}

#[wasm_bindgen_test]
async fn a_pause_before_the_page_is_blocked_leaves_the_rest_of_the_computation() {
    let held = hold_with(&[("blocking-call", &["loop", "cpu", "0.0"])], Pace::Live(1.0));
    held.pacer.play();
    held.pacer.pause();
    TimeoutFuture::new(200).await;
    assert_eq!(held.pacer.progress().effort.page, 0.0, "a pause cancels the computation that waits for a frame");
    held.pacer.set_pace(Pace::Live(5.0));
    held.pacer.play();
    held.finish().await;
    let effort = held.pacer.progress().effort;
    assert!(effort.page > 200.0 && effort.page < 310.0, "1.5 s at ×5 blocked the page for {} ms", effort.page);
    assert_eq!(held.events(0), instant_with("blocking-call", &["loop", "cpu", "0.0"]));
}

#[wasm_bindgen_test]
async fn two_programs_run_on_one_clock() {
    let held = hold(&["sequential", "concurrent"], Pace::Live(10.0));
    held.pacer.play();
    held.finish().await;
    assert_eq!(held.events(0), instant("sequential"));
    assert_eq!(held.events(1), instant("concurrent"));
    assert_eq!(held.pacer.progress().now, 4.5);
}

#[wasm_bindgen_test]
async fn a_change_of_speed_changes_nothing_but_the_speed() {
    let held = hold(&["gather"], Pace::Live(0.1));
    held.pacer.play();
    TimeoutFuture::new(50).await;
    let before = held.pacer.progress().now;
    held.pacer.set_pace(Pace::Live(10.0));
    let after = held.pacer.progress().now;
    assert!(after - before < 0.2, "a jump from {before} to {after}");
    held.finish().await;
    assert_eq!(held.events(0), instant("gather"));
    assert!(held.pacer.progress().lateness.timers > 0);
}

#[wasm_bindgen_test]
async fn a_hidden_page_pauses_its_run() {
    let held = hold(&["concurrent"], Pace::Live(1.0));
    held.pacer.play();
    TimeoutFuture::new(30).await;
    hide(true);
    assert_eq!(open_timers(), 0);
    let hidden = held.pacer.progress().now;
    TimeoutFuture::new(100).await;
    assert_eq!(held.pacer.progress().now, hidden);
    hide(false);
    held.pacer.set_pace(Pace::Live(10.0));
    held.finish().await;
    assert_eq!(held.events(0), instant("concurrent"));
}

#[wasm_bindgen_test]
async fn every_phase_is_reported_once() {
    let held = hold(&["one-coroutine"], Pace::Live(10.0));
    held.pacer.play();
    held.finish().await;
    let phases: Vec<Phase> = held.told.borrow().iter().map(|progress| progress.phase).collect();
    assert_eq!(phases, [Phase::Running, Phase::Finished]);
}

/// A producer of a log, which counts the requests to stop it.
struct Worker(Rc<Cell<u32>>);

impl Producer for Worker {
    fn stop(&self) {
        self.0.set(self.0.get() + 1);
    }
}

/// A run of one log that is pushed into a feed, with the feed and the number of requests to stop it.
fn hold_feed(pace: Pace) -> (Held, Feed, Rc<Cell<u32>>) {
    let (feed, log, stopped) = (Feed::default(), Log::shared(), Rc::new(Cell::new(0)));
    let elsewhere = Elsewhere::new(feed.clone(), Box::new(Worker(stopped.clone())), &log);
    let track = Track { appender: Appender::Elsewhere(elsewhere), log: log.clone(), real: false };
    let told = Rc::new(RefCell::new(Vec::new()));
    let pacer = Pacer::new(vec![track], pace, {
        let told = told.clone();
        move |progress| told.borrow_mut().push(progress)
    });
    (Held { pacer, logs: vec![log], told }, feed, stopped)
}

/// The log of a scenario's run, in the log's file format.
fn file(id: &str) -> String {
    let log = Log::shared();
    let scenario = scenarios::find(id).expect("a scenario");
    scenario.event_loop(&scenario.defaults(), &log).run_to_end();
    format::write(&log.borrow())
}

#[wasm_bindgen_test]
async fn a_recorded_log_is_played_instantly_live_and_step_by_step() {
    for (id, pace) in [("gather", Pace::Instant), ("concurrent", Pace::Live(10.0)), ("sequential", Pace::Live(10.0))] {
        let (held, feed, _) = hold_feed(pace);
        feed.push(file(id).as_bytes()).expect("a log");
        feed.end(RunEnd::Done, Line::NONE);
        held.pacer.play();
        held.finish().await;
        assert_eq!(held.events(0), instant(id), "{id}");
        assert_eq!(open_timers(), 0, "{id}");
    }
    let steps = |held: &Held| {
        let mut moments = Vec::new();
        while held.pacer.progress().phase == Phase::Paused {
            held.pacer.step();
            moments.push((held.pacer.progress().now, held.events(0).len()));
            assert!(moments.len() < 1000, "a step must advance");
        }
        moments
    };
    let (theirs, feed, _) = hold_feed(Pace::Live(1.0));
    feed.push(file("create-task").as_bytes()).expect("a log");
    feed.end(RunEnd::Done, Line::NONE);
    assert_eq!(steps(&theirs), steps(&hold(&["create-task"], Pace::Live(1.0))));
}

#[wasm_bindgen_test]
async fn the_clock_stops_at_the_end_of_an_incomplete_log_until_more_arrives() {
    let text = file("concurrent");
    let (head, tail) = text.split_at(text.find("\n1.0\t").expect("a moment") + 1);
    let (held, feed, stopped) = hold_feed(Pace::Live(10.0));
    held.pacer.play();
    assert!(held.pacer.progress().waits, "no log has arrived");
    feed.push(head.as_bytes()).expect("a log");
    TimeoutFuture::new(300).await;
    let waiting = held.pacer.progress();
    assert_eq!((waiting.phase, waiting.now, waiting.waits), (Phase::Running, 0.0, true));
    held.pacer.interrupt();
    assert_eq!(stopped.get(), 1);
    feed.push(tail.as_bytes()).expect("a log");
    assert!(held.pacer.progress().now < 0.5, "the clock continues from where it stopped");
    feed.end(RunEnd::Stopped, Line::NONE);
    for _ in 0..500 {
        if held.pacer.progress().phase == Phase::Stopped {
            break;
        }
        TimeoutFuture::new(10).await;
    }
    assert_eq!(held.pacer.progress().phase, Phase::Stopped);
    assert_eq!(held.events(0), instant("concurrent"));
    assert_eq!(open_timers(), 0);
}

/// A program that never ends and never yields to the browser.
#[wasm_bindgen_test]
async fn an_endless_run_lets_the_browser_handle_input_and_can_be_ended() {
    use loopscope::asyncio::{self, EventLoop};

    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start::<()>(async {
        loop {
            asyncio::sleep(0.0).await?;
        }
    });
    let over = Rc::new(Cell::new(None));
    let pacer = Pacer::new(
        vec![Track { appender: Appender::Loop(event_loop), log: log.clone(), real: false }],
        Pace::Instant,
        {
            let over = over.clone();
            move |progress| over.set(Some(progress.phase))
        },
    );
    pacer.play();
    assert_eq!(pacer.progress().phase, Phase::Running);
    TimeoutFuture::new(30).await;
    assert_eq!(over.get(), Some(Phase::Running));
    drop(pacer);
    let events = log.borrow().events().len();
    TimeoutFuture::new(30).await;
    assert_eq!(log.borrow().events().len(), events, "an ended run logs nothing more");
}

/// One callback computes twice. The page's thread is blocked for each computation, after a frame has shown its start.
#[wasm_bindgen_test]
async fn two_computations_in_one_callback_are_both_done() {
    use loopscope::asyncio::{EventLoop, time};

    let log = Log::shared();
    let event_loop = EventLoop::new(file!(), &log);
    event_loop.start::<()>(async {
        time::burn(0.4);
        time::burn(0.4);
        Ok(())
    });
    let pacer =
        Pacer::new(vec![Track { appender: Appender::Loop(event_loop), log, real: false }], Pace::Live(1.0), |_| {});
    pacer.play();
    for _ in 0..500 {
        if pacer.progress().phase == Phase::Finished {
            break;
        }
        TimeoutFuture::new(10).await;
    }
    let effort = pacer.progress().effort;
    assert!(effort.page > 450.0, "the thread was blocked for {} ms", effort.page);
}

/// Tests the last of three checks (ARCHITECTURE.md, "What always holds"). The test bypasses the two earlier ones.
#[wasm_bindgen_test]
async fn the_network_sends_requests_only_to_allowed_hosts() {
    const URLS: &str =
        "http://a.example/x http://a.example.evil/ http://a.example:81/ https://a.example/ http://b.example/";
    for (allowed, asked) in [(&["http://a.example".to_owned()][..], "http://a.example/x"), (&[], "")] {
        carry_with(Some(Rc::new(Network::new(allowed))));
        let held = hold_with(&[("real-requests", &[URLS])], Pace::Live(1.0));
        held.pacer.play();
        held.finish().await;
        assert_eq!(asked_away(), asked);
        let story = Story::from_events(held.logs[0].borrow().events()).to_string();
        assert!(story.contains("http://b.example is not allowed"), "{story}");
    }
    carry_with(None);
}
