//! What a run is made of: a scenario with its values, or several ways of doing the same work, one above the other.

use super::{PAIRS, Scenario, Value, find};
use crate::asyncio::EventLoop;
use crate::text::{Language, interface};
use crate::trace::SharedLog;

/// A scenario with the values that it runs with.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The program.
    pub scenario: &'static Scenario,
    /// The values of its parameters.
    pub values: Vec<Value>,
    by: By,
}

/// By what a variant differs from those beside it.
#[derive(Clone, Debug, PartialEq)]
enum By {
    /// By its scenario.
    Scenario,
    /// By the value of the parameter at this place.
    Parameter(usize),
    /// By those at these places; it is the present run, or the one beside it.
    Values { present: bool, places: Vec<usize> },
}

impl Variant {
    /// The scenario by itself.
    #[must_use]
    pub fn alone(scenario: &'static Scenario, values: Vec<Value>) -> Self {
        Self { scenario, values, by: By::Scenario }
    }

    /// The ways to be seen one above the other, the slower first, with the same values and so the same draws: those of a
    /// parameter that is made for it, or the two scenarios of a pair; none where there is nothing to compare.
    #[must_use]
    pub fn compared(scenario: &'static Scenario, values: &[Value]) -> Vec<Self> {
        if let Some(by) = scenario.compared_by() {
            let variant = |value| {
                let mut values = values.to_vec();
                values[by] = value;
                Self { scenario, values, by: By::Parameter(by) }
            };
            return scenario.parameters[by].compared().into_iter().map(variant).collect();
        }
        let pair = PAIRS.iter().find(|(slow, fast)| *slow == scenario.id || *fast == scenario.id);
        let both = pair.into_iter().flat_map(|(slow, fast)| [*slow, *fast]);
        both.filter_map(find).map(|scenario| Self::alone(scenario, values.to_vec())).collect()
    }

    /// A run of the scenario below another one that has other values.
    #[must_use]
    pub fn beside(scenario: &'static Scenario, present: Vec<Value>, other: Vec<Value>) -> Vec<Self> {
        let differ = |place: &usize| present.get(*place) != other.get(*place);
        let places: Vec<usize> = (0..scenario.parameters.len()).filter(differ).collect();
        let side = |present, places, values| Self { scenario, values, by: By::Values { present, places } };
        vec![side(false, places.clone(), other), side(true, places, present)]
    }

    /// Its word in an address and for scripts: unlike that of the others with which it is compared.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match &self.by {
            By::Scenario => self.scenario.id,
            By::Parameter(by) => self.values[*by].option().unwrap_or(self.scenario.id),
            By::Values { present: true, .. } => "this",
            By::Values { present: false, .. } => "with",
        }
    }

    /// Whether it is a way of the same work as those beside it, and not a run of other values.
    #[must_use]
    pub const fn is_way(&self) -> bool {
        !matches!(self.by, By::Values { .. })
    }

    /// Whether it sends real requests: then it runs at the world's own pace, and never by itself.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.values.iter().any(Value::is_real)
    }

    /// An event loop that is about to run it, logging to `log`.
    #[must_use]
    pub fn event_loop(&self, log: &SharedLog) -> EventLoop {
        self.scenario.event_loop(&self.values, log)
    }

    /// Its title beside the others.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        match &self.by {
            By::Scenario => self.scenario.text.get(language).contents.to_owned(),
            By::Parameter(by) => self.option(*by, language),
            By::Values { present, .. } => interface(language).comparison.sides[usize::from(*present)].to_owned(),
        }
    }

    /// What it does, in a line: for a way of a scenario, how its program says it.
    #[must_use]
    pub fn group(&self, language: Language) -> String {
        let given = |by: &usize| format!("{}={}", self.scenario.parameters[*by].name, self.values[*by].text());
        match &self.by {
            By::Scenario => self.scenario.text.get(language).group.to_owned(),
            By::Parameter(by) => given(by),
            By::Values { places, .. } if places.is_empty() => interface(language).comparison.same.to_owned(),
            By::Values { places, .. } => places.iter().map(given).collect::<Vec<_>>().join(", "),
        }
    }

    /// The word for the value of the parameter at `by`.
    fn option(&self, by: usize, language: Language) -> String {
        let text = self.scenario.text.get(language);
        if let Value::Switch(on) = self.values[by] {
            return format!("{}{}", text.label(by), interface(language).switched[usize::from(on)]);
        }
        let options = self.scenario.parameters[by].compared();
        let mut named = options.iter().zip(text.options(by));
        named.find(|(option, _)| **option == self.values[by]).map_or_else(String::new, |(_, word)| word.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenarios::ALL;
    use crate::trace::{Cursor, Difference, Grain, Log, Overlap, Statistics, Timeline, first_difference};

    fn log(variant: &Variant) -> SharedLog {
        let log = Log::shared();
        variant.event_loop(&log).run_to_end();
        log
    }

    #[test]
    fn what_is_gained_by_waiting_together_is_the_overlap_of_the_waits() {
        let concurrent = find("concurrent").expect("a scenario");
        let overlaps: Vec<Overlap> = Variant::compared(concurrent, &concurrent.defaults())
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
    fn the_waits_of_a_run_have_one_sum_and_no_run_is_shorter_than_what_one_task_waits() {
        for scenario in ALL.iter().filter(|scenario| !scenario.is_always_real()) {
            let alone = vec![Variant::alone(scenario, scenario.defaults())];
            for variant in alone.into_iter().chain(Variant::compared(scenario, &scenario.defaults())) {
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
    fn ways_of_the_same_work_part_somewhere_and_a_run_never_parts_from_itself() {
        for scenario in ALL.iter().filter(|scenario| !scenario.is_always_real()) {
            let variants = Variant::compared(scenario, &scenario.defaults());
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
        let logs = [2, 3].map(|permits| {
            let mut values = semaphore.defaults();
            values[place] = Value::Count(permits);
            log(&Variant::alone(semaphore, values))
        });
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
    fn a_run_beside_another_says_in_which_values_they_differ() {
        let gather = find("gather").expect("a scenario");
        let mut values = gather.defaults();
        values[2] = Value::Number(4.0);
        let [other, present] = &Variant::beside(gather, values, gather.defaults())[..] else { panic!("two") };
        assert_eq!([other.key(), present.key()], ["with", "this"]);
        assert_eq!([other, present].map(|it| it.group(Language::English)), ["a003=1.5", "a003=4.0"]);
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
    fn what_is_compared_differs_in_one_thing_and_has_words_of_its_own() {
        for scenario in ALL {
            let variants = Variant::compared(scenario, &scenario.defaults());
            assert_ne!(variants.len(), 1, "{}", scenario.id);
            for (place, one) in variants.iter().enumerate() {
                for other in &variants[..place] {
                    assert_ne!(one.key(), other.key());
                    for language in Language::ALL {
                        assert_ne!(one.title(language), other.title(language));
                    }
                    let differing = one.values.iter().zip(&other.values).filter(|(one, other)| one != other).count();
                    assert_eq!(differing + usize::from(one.scenario != other.scenario), 1, "{}", scenario.id);
                }
            }
            let by = scenario.parameters.iter().filter(|parameter| !parameter.compared().is_empty());
            assert!(by.count() < 2, "{} is compared by one parameter", scenario.id);
        }
    }
}
