//! The reader's prediction of a run, as typed and chosen.

use crate::program::{Range, Refusal};
use crate::trace::{Answers, Facts, Seconds, ordered};

/// The bounds of a predicted total: a day is longer than any run.
const TOTALS: Range = Range { low: 0.0, high: 86_400.0, seconds: true };

/// The separator of a list of numbers in the address.
const BETWEEN: char = '-';

/// A prediction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guess {
    /// The total time of the run, as typed.
    pub total: String,
    /// The order of the prints, as indices into [`Facts::shuffled`]; empty while the reader has given none.
    pub order: Vec<usize>,
    /// The tasks that will end without a result, as indices into [`Facts::ends`].
    pub ends: Vec<usize>,
}

impl Guess {
    /// The total as a number; `None` if the field is empty.
    ///
    /// # Errors
    /// Why the text is not a number of seconds.
    pub fn typed_total(&self) -> Result<Option<Seconds>, Refusal> {
        let typed = self.total.trim();
        if typed.is_empty() { Ok(None) } else { TOTALS.parse(typed).map(Some) }
    }

    /// The prediction as answers that can be marked.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let total = self.typed_total().unwrap_or_default();
        Answers { total, order: self.order.clone(), ends: self.ends.clone() }
    }

    /// The order in which the prints are shown, as indices into [`Facts::shuffled`]. An order that does not fit the run
    /// is ignored.
    #[must_use]
    pub fn order_of(&self, facts: &Facts) -> Vec<usize> {
        if facts.is_order(&self.order) { self.order.clone() } else { (0..facts.prints.len()).collect() }
    }

    /// The prediction with the shown order as its answer.
    #[must_use]
    pub fn as_it_stands(&self, facts: &Facts) -> Self {
        Self { order: self.order_of(facts), ..self.clone() }
    }

    /// The prediction with the print at index `from` moved up or down by one. At either end it stays the same.
    #[must_use]
    pub fn moved(&self, facts: &Facts, from: usize, up: bool) -> Self {
        let to = if up { from.checked_sub(1) } else { Some(from + 1) };
        let Some(to) = to.filter(|to| *to < facts.prints.len()) else { return self.clone() };
        let mut there = self.as_it_stands(facts);
        there.order.swap(from, to);
        there
    }

    /// The prediction with this task added to `ends`, or removed from it.
    #[must_use]
    pub fn named(&self, task: usize) -> Self {
        let mut ends = self.ends.clone();
        match ends.iter().position(|other| *other == task) {
            Some(place) => {
                ends.remove(place);
            }
            None => ends.push(task),
        }
        Self { ends: ordered(&ends, &usize::cmp), ..self.clone() }
    }
}

/// Writes a list of numbers for the address.
#[must_use]
pub fn joined(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(&BETWEEN.to_string())
}

/// Parses a list that [`joined`] wrote.
#[must_use]
pub fn split(text: &str) -> Option<Vec<usize>> {
    text.split(BETWEEN).map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> Facts {
        let prints = ["a", "b", "c"].map(|text| (0.0, text.to_owned())).to_vec();
        Facts { prints, ..Facts::default() }
    }

    #[test]
    fn a_total_takes_a_comma_or_a_point_and_an_empty_field_is_no_answer() {
        let total = |typed: &str| Guess { total: typed.to_owned(), ..Guess::default() }.typed_total();
        assert_eq!(total(" 2,5 "), Ok(Some(2.5)));
        assert_eq!(total("2.5"), Ok(Some(2.5)));
        assert_eq!(total("  "), Ok(None));
        assert_eq!(total("soon"), Err(Refusal::NotANumber));
        assert_eq!(total("-1"), Err(Refusal::Outside { low: 0.0, high: 86_400.0 }));
    }

    #[test]
    fn prints_move_by_one_and_not_past_the_ends() {
        let guess = Guess::default().moved(&three(), 2, true);
        assert_eq!(guess.order, [0, 2, 1]);
        assert_eq!(guess.moved(&three(), 0, true).order, [0, 2, 1]);
        assert_eq!(guess.moved(&three(), 0, false).order, [2, 0, 1]);
        assert_eq!(Guess::default().moved(&three(), 0, true), Guess::default(), "the first print cannot move up");
        assert_eq!(Guess::default().as_it_stands(&three()).order, [0, 1, 2]);
        let of_another_run = Guess { order: vec![4, 0], ..Guess::default() };
        assert_eq!(of_another_run.order_of(&three()), [0, 1, 2]);
    }

    #[test]
    fn a_task_is_added_and_removed() {
        let guess = Guess::default().named(2).named(0);
        assert_eq!(guess.ends, [0, 2]);
        assert_eq!(guess.named(2).ends, [0]);
    }

    #[test]
    fn lists_are_read_back_from_the_address() {
        assert_eq!(split(&joined(&[2, 0, 11])), Some(vec![2, 0, 11]));
        assert_eq!(split("2-x"), None);
        assert_eq!(split(""), None);
    }
}
