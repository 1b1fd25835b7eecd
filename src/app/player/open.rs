//! Chooses the appender of a program's log.

use std::rc::Rc;

use crate::host::pacer::{Appender, Elsewhere, Feed, Producer};
use crate::program::Variant;
use crate::trace::SharedLog;

/// Starts a program in the lab's engine, or plays back a recorded log. Either sends its log through the feed.
pub type Open = Rc<dyn Fn(&Variant, Feed) -> Box<dyn Producer>>;

/// The appender to `log`. A program of the engine ends at once if there is no `open`.
pub(super) fn appender(variant: &Variant, log: &SharedLog, open: Option<&Open>) -> Appender {
    if let Some(event_loop) = variant.event_loop(log) {
        return Appender::Loop(event_loop);
    }
    let feed = Feed::default();
    let producer = match open {
        Some(open) => open(variant, feed.clone()),
        None => feed.nothing(),
    };
    Appender::Elsewhere(Elsewhere::new(feed, producer, log))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::host::Phase;
    use crate::host::pacer::Ahead;
    use crate::program::{Program, ProgramRef, Setup, Shared, Source, Start, Words};
    use crate::scenarios::{self, Scenario};
    use crate::trace::{Cursor, Line, Log, RunEnd, Timeline, format};

    fn recorded() -> impl Iterator<Item = &'static Scenario> {
        scenarios::ALL.iter().filter(|scenario| !scenario.is_always_real())
    }

    /// The whole log of a scenario, and the same log in the file format.
    fn whole(scenario: &Scenario) -> (SharedLog, String) {
        let log = Log::shared();
        scenario.event_loop(&scenario.defaults(), &log).run_to_end();
        let text = format::write(&log.borrow());
        (log, text)
    }

    /// A program that is only a recorded log.
    fn program(scenario: &Scenario, text: &str) -> Variant {
        let program = Program {
            id: Shared::Made("a-recording".into()),
            words: Words::Own(Shared::Made("A recording".into())),
            parameters: &[],
            source: Source::Python(Arc::new([])),
            start: Start::Recorded(text.into()),
            reports: scenario.reports,
        };
        Variant::alone(ProgramRef::Own(Arc::new(program)), Setup::default())
    }

    fn events(log: &SharedLog) -> Vec<crate::trace::Event> {
        log.borrow().events().iter().cloned().collect()
    }

    #[test]
    fn a_recorded_log_gives_the_same_moments_and_pictures_as_its_loop_after_every_callback() {
        for scenario in recorded() {
            let (_, text) = whole(scenario);
            let (of_loop, of_file) = (Log::shared(), Log::shared());
            let ours = Appender::Loop(scenario.event_loop(&scenario.defaults(), &of_loop));
            let open: Open = Rc::new(|variant, feed| match &variant.program.start {
                Start::Recorded(text) => feed.play_back(text),
                Start::Loop { .. } | Start::Elsewhere => feed.nothing(),
            });
            let theirs = appender(&program(scenario, &text), &of_file, Some(&open));
            assert_eq!(events(&of_loop), events(&of_file), "{}: before the first callback", scenario.id);
            while !matches!(theirs.ahead(), Ahead::Over(_)) {
                let before = of_loop.borrow().events().len();
                // Some callbacks of a loop leave no event in the log.
                while of_loop.borrow().events().len() == before && !matches!(ours.ahead(), Ahead::Over(_)) {
                    ours.turn();
                }
                let Ahead::Callback(due) = theirs.ahead() else { panic!("{}: {:?}", scenario.id, theirs.ahead()) };
                theirs.turn();
                let (of_loop, of_file) = (of_loop.borrow(), of_file.borrow());
                let at = Cursor::end(&of_file);
                assert_eq!(of_loop.events().len(), at.events, "{} at {due}", scenario.id);
                assert_eq!(ours.time(), theirs.time(), "{} at {due}", scenario.id);
                assert_eq!(Timeline::at(&of_loop, at), Timeline::at(&of_file, at), "{} at {due}", scenario.id);
            }
            assert_eq!(events(&of_loop), events(&of_file), "{}", scenario.id);
            while !matches!(ours.ahead(), Ahead::Over(_)) {
                ours.turn();
            }
            assert_eq!(of_loop.borrow().iterations(), of_file.borrow().iterations(), "{}", scenario.id);
        }
    }

    #[test]
    fn a_log_in_random_batches_waits_at_its_end_and_is_complete_at_last() {
        let mut state = 7_u64;
        for scenario in recorded() {
            let (log, text) = whole(scenario);
            let (feed, received) = (Feed::default(), Log::shared());
            let elsewhere = Appender::Elsewhere(Elsewhere::new(feed.clone(), Feed::default().nothing(), &received));
            let (mut rest, mut waits) = (text.as_bytes(), 0);
            while !rest.is_empty() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let length = usize::try_from((state >> 33) % 900).unwrap_or_default().min(rest.len());
                feed.push(&rest[..length]).expect("a log");
                rest = &rest[length..];
                while matches!(elsewhere.ahead(), Ahead::Callback(_)) {
                    elsewhere.turn();
                }
                assert_eq!(elsewhere.ahead(), Ahead::Open(elsewhere.time()), "{}", scenario.id);
                waits += 1;
            }
            assert!(waits > 0);
            feed.end(RunEnd::Done, Line::NONE);
            while matches!(elsewhere.ahead(), Ahead::Callback(_)) {
                elsewhere.turn();
            }
            assert_eq!(elsewhere.ahead(), Ahead::Over(Phase::Finished), "{}", scenario.id);
            assert_eq!(events(&received), events(&log), "{}", scenario.id);
        }
    }

    #[test]
    fn an_end_has_its_phase_and_its_text_appears_with_the_last_event() {
        let text = "loopscope\t1\n0.0\t0\t0\tcreated\t\t1\t\n\t\t1\tstep\n";
        for (end, phase) in [
            ("done\t\t", Phase::Finished),
            ("raised\tTraceback\t3", Phase::Finished),
            ("exit\t2\t", Phase::Finished),
            ("stuck\tTask-1 waits for a future\t", Phase::Stuck),
            ("stopped\t\t", Phase::Stopped),
            ("limit\tevents\ttoo many\t4", Phase::Stopped),
        ] {
            let (feed, log) = (Feed::default(), Log::shared());
            let elsewhere = Appender::Elsewhere(Elsewhere::new(feed.clone(), Feed::default().nothing(), &log));
            feed.push(format!("{text}\t-\t\tend\t{end}\n").as_bytes()).expect("a log");
            assert_eq!(log.borrow().annex().end(), None, "the end is not shown before its time");
            elsewhere.turn();
            assert_eq!(elsewhere.ahead(), Ahead::Over(phase), "{end}");
            assert!(log.borrow().annex().end().is_some());
        }
    }

    #[test]
    fn a_stop_reaches_the_producer_of_the_log() {
        struct Told(std::rc::Rc<std::cell::Cell<u32>>);
        impl Producer for Told {
            fn stop(&self) {
                self.0.set(self.0.get() + 1);
            }
        }
        let told = std::rc::Rc::new(std::cell::Cell::new(0));
        let elsewhere = Elsewhere::new(Feed::default(), Box::new(Told(told.clone())), &Log::shared());
        Appender::Elsewhere(elsewhere).interrupt();
        assert_eq!(told.get(), 1);
    }
}
