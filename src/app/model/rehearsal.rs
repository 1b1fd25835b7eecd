//! A rehearsal: a program run at once beforehand, to learn how long it takes and what it does.

use crate::aiohttp::carrying_nothing;
use crate::asyncio::EventLoop;
use crate::host::clock;
use crate::program::Variant;
use crate::trace::{Log, Seconds, computations};

/// How many callbacks a rehearsal may take: it must not be felt.
const CALLBACKS: u32 = 5_000;

/// How many milliseconds it may take.
const MILLISECONDS: f64 = 30.0;

/// How many callbacks run between two looks at the clock.
const PER_LOOK: u32 = 100;

/// When the run ends; `None` if that takes too long. It sends no requests.
#[must_use]
pub fn end_of(event_loop: &EventLoop) -> Option<Seconds> {
    let began = clock::now();
    carrying_nothing(|| {
        let mut ends = (0..CALLBACKS / PER_LOOK).map(|_| event_loop.run_at_most(PER_LOOK));
        ends.find_map(|end| end.map(Some).or_else(|| (clock::now() - began > MILLISECONDS).then_some(None))).flatten()
    })
}

/// When the last of these ends, where a rehearsal finds out, and whether one computes.
#[must_use]
pub fn rehearse_all(variants: &[Variant]) -> (Option<Seconds>, bool) {
    // A rehearsal of real requests would send them.
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
    use crate::asyncio::Due;
    use crate::scenarios;

    /// Counts the requests that it is given, and carries none.
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
        assert_eq!(rehearse_all(std::slice::from_ref(&real)), (None, false), "nobody knows when it will end");
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
}
