//! Scenarios that do the same work in several ways.

use super::find;
use crate::program::{ProgramRef, Setup, Variant};

/// Scenarios that run the same work in two ways, with the same parameters: the slower one first.
const PAIRS: &[(&str, &str)] = &[("sequential", "concurrent")];

/// The ways that Compare shows, the slower first: the values of the parameter declared for comparing, or the two
/// scenarios of a pair. All have the same values, and so the same draws. Empty if the scenario has neither.
#[must_use]
pub fn ways(program: impl Into<ProgramRef>, setup: &Setup) -> Vec<Variant> {
    let program = program.into();
    let pair = PAIRS.iter().find(|(slow, fast)| *slow == &*program.id || *fast == &*program.id);
    let Some((slow, fast)) = pair else { return Variant::options(program, setup) };
    [*slow, *fast].into_iter().filter_map(find).map(|scenario| Variant::alone(scenario, setup.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{Value, worded};
    use crate::scenarios::ALL;
    use crate::text::{Language, interface};
    use crate::trace::{Cursor, Difference, Grain, Log, Overlap, SharedLog, Statistics, Timeline, first_difference};

    fn log(variant: &Variant) -> SharedLog {
        let log = Log::shared();
        variant.event_loop(&log).expect("a loop").run_to_end();
        log
    }

    #[test]
    fn the_time_gained_by_concurrency_is_the_overlap_of_the_waits() {
        let concurrent = find("concurrent").expect("a scenario");
        let overlaps: Vec<Overlap> = ways(concurrent, &concurrent.defaults())
            .iter()
            .map(|variant| {
                let log = log(variant);
                let log = log.borrow();
                Overlap::of(&Timeline::at(&log, Cursor::end(&log)))
            })
            .collect();
        let [slow, fast] = &overlaps[..] else { panic!("a pair") };
        assert_eq!((slow.total, slow.waited, slow.most), (4.5, 4.5, 1));
        assert_eq!((fast.total, fast.waited, fast.most), (2.0, 4.5, 3));
        assert_eq!(fast.gain_over(slow), Some([1.0, 2.25]));
    }

    #[test]
    fn statistics_and_overlap_have_one_sum_of_waits_and_no_run_is_shorter_than_its_bound() {
        for scenario in ALL.iter().filter(|scenario| !scenario.is_always_real()) {
            let alone = vec![Variant::alone(scenario, scenario.defaults())];
            for variant in alone.into_iter().chain(ways(scenario, &scenario.defaults())) {
                let log = log(&variant);
                let log = log.borrow();
                let picture = Timeline::at(&log, Cursor::end(&log));
                let (figures, overlap) = (Statistics::of(&picture), Overlap::of(&picture));
                assert!((figures.sum_of_waits - overlap.waited).abs() < 1e-6, "{}: {figures:?}", scenario.id);
                assert!(figures.bound <= figures.total + 1e-6, "{}: {figures:?}", scenario.id);
            }
        }
    }

    #[test]
    fn the_logs_of_two_ways_differ_and_two_logs_of_one_run_do_not() {
        for scenario in ALL.iter().filter(|scenario| !scenario.is_always_real()) {
            let variants = ways(scenario, &scenario.defaults());
            let logs: Vec<SharedLog> = variants.iter().map(log).collect();
            for pair in logs.windows(2) {
                let part = first_difference(&pair[0].borrow(), &pair[1].borrow(), Grain::Every);
                assert!(part.is_some(), "{}", scenario.id);
            }
            let again = Variant::alone(scenario, scenario.defaults());
            let (once, twice) = (log(&again), log(&again));
            assert_eq!(first_difference(&once.borrow(), &twice.borrow(), Grain::Every), None, "{}", scenario.id);
        }
    }

    #[test]
    fn a_third_permit_is_noticed_when_the_third_task_comes_in() {
        let semaphore = find("semaphore").expect("a scenario");
        let place = semaphore.parameters.iter().position(|parameter| parameter.name == "permits").expect("permits");
        let logs = [2, 3]
            .map(|permits| log(&Variant::alone(semaphore, semaphore.defaults().with(place, Value::Count(permits)))));
        let part = |grain| first_difference(&logs[0].borrow(), &logs[1].borrow(), grain).expect("they differ");
        let (cause, seen) = (part(Grain::Every), part(Grain::Noticed));
        let what = |track: usize, difference: Difference| {
            let place = difference.events[track].expect("an event");
            logs[track].borrow().events()[place].clone()
        };
        assert!(matches!(what(1, cause).what, crate::trace::What::ResourceMade { size: Some(3), .. }));
        let third = what(1, seen);
        assert_eq!((third.time, &third.what), (0.0, &crate::trace::What::Printed("T3 is inside".into())));
        assert_eq!(what(0, seen).time, 1.2);
    }

    #[test]
    fn compared_runs_name_the_values_in_which_they_differ() {
        let gather = find("gather").expect("a scenario");
        let values = gather.defaults().with(2, Value::Number(4.0));
        let [other, present] = &Variant::beside(gather, values, gather.defaults())[..] else { panic!("two") };
        assert_eq!([other.key(), present.key()], ["with", "this"]);
        assert_eq!([other, present].map(|it| it.group(Language::English)), ["A003 = 1.5", "A003 = 4.0"]);
        let [_, same] = &Variant::beside(gather, gather.defaults(), gather.defaults())[..] else { panic!("two") };
        assert_eq!(same.group(Language::French), interface(Language::French).comparison.same);
    }

    #[test]
    fn pairs_share_their_parameters() {
        for (slow, fast) in PAIRS {
            let parameters = |id| find(id).map(|scenario| scenario.parameters);
            assert!(parameters(slow).is_some());
            assert_eq!(parameters(slow), parameters(fast));
        }
    }

    #[test]
    fn compared_variants_differ_in_one_thing_and_have_titles_of_their_own() {
        for scenario in ALL {
            let variants = ways(scenario, &scenario.defaults());
            assert_ne!(variants.len(), 1, "{}", scenario.id);
            for (place, one) in variants.iter().enumerate() {
                for other in &variants[..place] {
                    assert_ne!(one.key(), other.key());
                    for language in Language::ALL {
                        assert_ne!(one.title(language), other.title(language));
                    }
                    let differing =
                        one.setup.values().iter().zip(other.setup.values()).filter(|(one, other)| one != other).count();
                    assert_eq!(differing + usize::from(one.program != other.program), 1, "{}", scenario.id);
                }
            }
            let by = scenario.parameters.iter().filter(|parameter| !parameter.compared().is_empty());
            assert!(by.count() < 2, "{} is compared by one parameter", scenario.id);
        }
    }

    #[test]
    fn values_are_worded_as_on_their_fields() {
        for (id, name, typed, said) in [
            ("semaphore", "permits", "3", "Permis = 3"),
            ("semaphore", "durations", "1.5_2.0", "Durées = 1,5\u{a0} 2,0"),
            ("gather", "a003", "4.25", "A003 = 4,25"),
            ("lock-race", "lock", "True", "Verrou\u{a0}: oui"),
            ("web-crawler", "source", "simulated", "Source = simulée"),
        ] {
            let scenario = find(id).expect("a scenario");
            let place = scenario.parameters.iter().position(|parameter| parameter.name == name).expect("a parameter");
            let (parameter, text) = (&scenario.parameters[place], scenario.text.get(Language::French));
            assert_eq!(worded(parameter, place, &parameter.used(typed), text, Language::French), said);
        }
    }
}
