//! A property test: every address that the page writes is read back to the same state, for 100 000 states reached by
//! random actions from a fixed seed.

use std::rc::Rc;

use yew::Reducible;

use super::{Route, SPEEDS};
use crate::app::model::action::Action;
use crate::app::model::against::Rival;
use crate::app::model::choices::{Mode, Steps, Tab, Theme};
use crate::app::model::guess::Guess;
use crate::app::model::problem::Problems;
use crate::app::model::run::Selection;
use crate::app::model::state::State;
use crate::scenarios;
use crate::text::{Language, READINGS};

/// The number of states.
const STATES: usize = 100_000;

/// Texts that broke an address at some time, in addition to random letters.
const TEXTS: [&str; 16] = [
    "",
    " ",
    "0",
    "-0",
    "1,5",
    "1e30",
    "0ehey",
    "0e.5",
    "real",
    "simulated",
    "True",
    "a@b",
    "@",
    "%2",
    "&=?#+",
    "\u{1f98a}é\n",
];

/// A linear congruential generator, so that the test is the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    fn text(&mut self) -> String {
        if self.below(2) == 0 {
            return self.pick(&TEXTS).to_owned();
        }
        let letters: Vec<char> = "019.,-+eE_ ab@&=%?#/é\u{0}\u{202f}".chars().collect();
        (0..self.below(6)).map(|_| self.pick(&letters)).collect()
    }

    /// Any float, or a number as a reader might type it.
    fn number(&mut self) -> f64 {
        let bits = (0..3).fold(0, |bits, _| bits << 31 ^ u64::try_from(self.below(1 << 31)).expect("31 bits"));
        let small = f64::from(u32::try_from(self.below(40_000)).expect("small")) / 1000.0;
        if self.below(2) == 0 { f64::from_bits(bits) } else { small }
    }

    fn numbers(&mut self) -> Vec<usize> {
        (0..self.below(4)).map(|_| self.below(12)).collect()
    }

    fn address(&mut self) -> String {
        let path = match self.below(10) {
            0 => "/".to_owned(),
            8 => "/lab".to_owned(),
            9 => format!("/e/{}", self.pick(&["first-gather", "No", ""])),
            1 => format!("/read/{}/{}", READINGS[self.below(READINGS.len())].id, self.pick(&["", "task", "no such"])),
            2 => format!("/{}", self.pick(&["nothing", "s/nothing", "read/nothing", "s", ""])),
            _ => format!("/s/{}", scenarios::ALL[self.below(scenarios::ALL.len())].id),
        };
        let mut query = form_urlencoded::Serializer::new(String::new());
        for _ in 0..self.below(6) {
            let names: Vec<&str> = super::names::names().map(|name| name.key).chain(["first", "source", "x"]).collect();
            let value = if self.below(2) == 0 { "1".to_owned() } else { self.text() };
            query.append_pair(self.pick(&names), &value);
        }
        format!("{path}?{}", query.finish())
    }

    fn action(&mut self, state: &State) -> Action {
        let fields = state.fields.len().max(1);
        match self.below(24) {
            0 | 1 => Action::Go(Box::new(Route::parse(&self.address()))),
            2 => Action::Speak(self.pick(&Language::ALL)),
            3 => Action::Paint(self.pick(&Theme::ALL)),
            4 => Action::Find(self.text()),
            5..=7 => Action::Type(self.below(fields), self.text()),
            8 => Action::Defaults,
            9 => Action::SetMode(self.pick(&[Mode::Live, Mode::Instant])),
            10 => Action::SetSpeed(self.pick(&SPEEDS)),
            11 => Action::SetSteps(self.pick(&Steps::ALL)),
            12 | 13 => Action::Compare(self.below(3) > 0),
            14 => Action::Against(Rival::Ways),
            15 => Action::Against(Rival::Typed),
            16 => Action::Against(Rival::Kept(state.fields.iter().map(|_| self.text()).collect())),
            17 => Action::TypeOther(self.below(fields), self.text()),
            18 => Action::OtherDefaults,
            19 => Action::Predict(self.below(2) == 0),
            20 => Action::Guess(Guess { total: self.text(), order: self.numbers(), ends: self.numbers() }),
            21 => Action::Open(self.pick(&Tab::ALL)),
            22 => Action::Select((self.below(4) > 0).then(|| Selection {
                task: self.text(),
                track: (self.below(2) == 0).then(|| self.pick(&["this", "with", "concurrent"]).to_owned()),
            })),
            _ => match self.below(3) {
                0 => Action::Legend(self.below(2) == 0),
                1 => Action::Depart,
                _ => Action::Visit(self.number()),
            },
        }
    }
}

/// The part of the state that an address stores.
fn carried(state: &State) -> State {
    State {
        contents_open: false,
        kept: Vec::new(),
        allowed: Vec::new(),
        asked: Vec::new(),
        ran: Vec::new(),
        before_try: None,
        tries: 0,
        problems: Problems::default(),
        run: None,
        ..state.clone()
    }
}

#[test]
fn every_address_that_the_page_writes_is_read_back_to_the_same_state() {
    let mut dice = Dice(11);
    let mut state = Rc::new(State::new(Route::default(), Language::English, Theme::System));
    for number in 0..STATES {
        let action = dice.action(&state);
        let last = format!("{action:?}");
        state = state.reduce(action);
        let address = state.route().to_string();
        let back = State::new(Route::parse(&address), state.language, Theme::System);
        assert_eq!(carried(&back), carried(&state), "state {number}, after {last}: {address}");
        assert!(back.problems.is_empty(), "state {number}, after {last}: {address} {:?}", back.problems);
        assert_eq!(back.route().to_string(), address);
    }
}
