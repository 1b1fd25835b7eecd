//! Rehearsals: a program is run at once beforehand, to find its duration and whether it computes.

use crate::aiohttp::carrying_nothing;
use crate::asyncio::EventLoop;
use crate::host::clock;
use crate::program::Variant;
use crate::trace::{Log, Seconds, computations};

/// The most callbacks of a rehearsal, so that the reader does not notice it.
const CALLBACKS: u32 = 5_000;

/// The most milliseconds of a rehearsal.
const MILLISECONDS: f64 = 30.0;

/// The number of callbacks between two readings of the clock.
const PER_LOOK: u32 = 100;

/// Runs a loop to its end and returns its logical time; `None` if that takes too long. No requests are sent.
#[must_use]
pub fn end_of(event_loop: &EventLoop) -> Option<Seconds> {
    end_by(clock::now, event_loop)
}

/// As [`end_of`], with this clock, which returns milliseconds. A test passes a clock of its own.
fn end_by(now: impl Fn() -> f64, event_loop: &EventLoop) -> Option<Seconds> {
    let began = now();
    carrying_nothing(|| {
        let mut ends = (0..CALLBACKS / PER_LOOK).map(|_| event_loop.run_at_most(PER_LOOK));
        ends.find_map(|end| end.map(Some).or_else(|| (now() - began > MILLISECONDS).then_some(None))).flatten()
    })
}

/// The latest end of these variants, if a rehearsal finds it, and whether one of them computes.
#[must_use]
pub fn rehearse_all(variants: &[Variant]) -> (Option<Seconds>, bool) {
    // A run of real requests depends on their answers, so it cannot be rehearsed.
    if variants.iter().any(Variant::is_real) {
        return (None, false);
    }
    let (mut last, mut computes) = (Some(0.0_f64), false);
    for variant in variants {
        let log = Log::shared();
        let end = variant.event_loop(&log).and_then(|event_loop| end_of(&event_loop));
        last = last.zip(end).map(|(last, end)| last.max(end));
        computes |= computations(log.borrow().events()).next().is_some();
    }
    (last, computes)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::*;
    use crate::aiohttp::{Carried, Receiver, Transport, carry_with};
    use crate::asyncio::{Due, sleep};
    use crate::scenarios;

    /// Counts requests and sends none.
    #[derive(Default)]
    struct Counter(Cell<u32>);

    impl Transport for Counter {
        fn get(&self, _: &str, _: Receiver) -> Carried {
            self.0.set(self.0.get() + 1);
            Box::new(())
        }
    }

    #[test]
    fn a_rehearsal_sends_no_requests() {
        let counter = Rc::new(Counter::default());
        carry_with(Some(counter.clone()));
        let scenario = scenarios::find("real-requests").expect("a scenario");
        let real = Variant::alone(scenario, scenario.defaults());
        assert_eq!(rehearse_all(std::slice::from_ref(&real)), (None, false), "the end of real requests is unknown");
        let at_once = real.event_loop(&Log::shared()).expect("a loop");
        assert!(end_of(&at_once).is_some(), "each request fails at once");
        assert_eq!(counter.0.get(), 0);
        let run = real.event_loop(&Log::shared()).expect("a loop");
        while run.due() == Due::Now {
            run.turn();
        }
        assert!(counter.0.get() > 0, "the run itself sends them");
        carry_with(None);
    }

    /// A loop whose program sleeps `times` times for a second. Each sleep takes one callback for its timer and step.
    fn sleeper(times: u32) -> EventLoop {
        let event_loop = EventLoop::new(file!(), &Log::shared());
        event_loop.start(async move {
            for _ in 0..times {
                sleep(1.0).await?;
            }
            Ok(())
        });
        event_loop
    }

    #[test]
    fn a_rehearsal_ends_after_its_maximum_of_callbacks() {
        let short = sleeper(1_000);
        assert_eq!(end_of(&short), Some(1_000.0));
        let long = sleeper(10_000);
        assert_eq!(end_of(&long), None);
        assert_eq!(long.callbacks(), CALLBACKS);
    }

    #[test]
    fn a_rehearsal_ends_after_its_maximum_of_time() {
        let (time, looks) = (Cell::new(1_000.0), Cell::new(0_u32));
        let clock = || {
            looks.set(looks.get() + 1);
            time.replace(time.get() + 8.0)
        };
        let long = sleeper(10_000);
        assert_eq!(end_by(clock, &long), None);
        // At 1,000 it begins; at 1,008, 1,016 and 1,024 it goes on; at 1,032 the 30 ms are over.
        assert_eq!((looks.get(), long.callbacks()), (5, 4 * PER_LOOK));
        assert_eq!(end_by(clock, &sleeper(10)), Some(10.0), "a program that ends in time");
    }
}
