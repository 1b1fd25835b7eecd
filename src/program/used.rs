//! The values that a run uses in place of refused texts.

use super::{Kind, Parameter, Range, Refusal, SEPARATOR, Value};
use crate::aiohttp::check_address;

impl Parameter {
    /// The value that a run uses for the typed text. A refused text is replaced by the default; in a list of numbers,
    /// only the refused items are. Refused addresses are left out.
    #[must_use]
    pub fn used(&self, typed: &str) -> Value {
        self.parse(typed).unwrap_or_else(|_| match self.kind {
            Kind::Numbers { default, range, most } => {
                let default = |place| default.get(place).or(default.last()).copied().unwrap_or(range.low);
                let items = typed.split(SEPARATOR).take(most).enumerate();
                Value::Numbers(
                    items.map(|(place, item)| range.parse(item).unwrap_or_else(|_| default(place))).collect(),
                )
            }
            Kind::Addresses { most, .. } => {
                let good = typed.split_whitespace().filter(|address| check_address(address).is_ok());
                Value::Addresses(good.take(most).map(str::to_owned).collect())
            }
            Kind::Number { .. }
            | Kind::Count { .. }
            | Kind::Seed { .. }
            | Kind::Word { .. }
            | Kind::Choice { .. }
            | Kind::Source { .. }
            | Kind::Stop { .. }
            | Kind::Switch { .. } => self.default(),
        })
    }

    /// A value other than the default: one more or less, twice or half as much, or another option. `None` for words,
    /// seeds, addresses and sources.
    #[must_use]
    pub fn neighbour(&self) -> Option<Value> {
        let other = |number: f64, range: Range| if number * 2.0 <= range.high { number * 2.0 } else { number / 2.0 };
        let value = match self.kind {
            Kind::Number { default, range } | Kind::Stop { default, range } => Value::Number(other(default, range)),
            Kind::Numbers { default: [first, rest @ ..], range, .. } => {
                Value::Numbers([&[other(*first, range)], rest].concat())
            }
            Kind::Count { default, high, .. } => Value::Count(if default < high { default + 1 } else { default - 1 }),
            Kind::Switch { default, .. } => Value::Switch(!default),
            Kind::Choice { default, options, .. } => Value::Choice(options.iter().find(|option| **option != default)?),
            Kind::Numbers { .. }
            | Kind::Seed { .. }
            | Kind::Word { .. }
            | Kind::Addresses { .. }
            | Kind::Source { .. } => return None,
        };
        Some(value).filter(|value| self.parse(&value.text()).is_ok_and(|value| value != self.default()))
    }

    /// Every refusal of the typed text, with the position of the refused item in a list, from 1. Position 0 means the
    /// whole text.
    #[must_use]
    pub fn refusals(&self, typed: &str) -> Vec<(usize, Refusal)> {
        let Err(refusal) = self.parse(typed) else { return Vec::new() };
        match (self.kind, refusal) {
            (_, Refusal::TooMany(_)) => vec![(0, refusal)],
            (Kind::Numbers { range, .. }, _) => {
                let items = (1..).zip(typed.split(SEPARATOR));
                items.filter_map(|(place, item)| Some((place, range.parse(item).err()?))).collect()
            }
            (_, Refusal::Address(..)) => {
                let addresses = (1..).zip(typed.split_whitespace());
                let bad = |(place, address)| Some((place, Refusal::Address(place, check_address(address).err()?)));
                addresses.filter_map(bad).collect()
            }
            _ => vec![(0, refusal)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aiohttp::BadAddress;
    use crate::program::LONGEST;

    const RANGE: Range = Range { low: 0.0, high: LONGEST, seconds: true };
    const SECONDS: Parameter = Parameter { name: "first", kind: Kind::Number { default: 2.0, range: RANGE } };
    const LIST: Parameter =
        Parameter { name: "waits", kind: Kind::Numbers { default: &[1.0, 2.0], range: RANGE, most: 3 } };

    #[test]
    fn a_bad_item_of_a_list_replaces_itself_only_and_a_bad_address_is_left_out() {
        assert_eq!(LIST.used("soon_5"), Value::Numbers(vec![1.0, 5.0]));
        assert_eq!(
            LIST.used("5_5_"),
            Value::Numbers(vec![5.0, 5.0, 2.0]),
            "an item beyond the defaults gets the last default"
        );
        assert_eq!(LIST.used("3_3_3_3"), Value::Numbers(vec![3.0; 3]));
        assert_eq!(SECONDS.used("soon"), SECONDS.default());
        let (missing, outside) = (Refusal::Empty, Refusal::Outside { low: 0.0, high: LONGEST });
        assert_eq!(LIST.refusals("_2_31"), [(1, missing), (3, outside)]);
        assert_eq!(LIST.refusals("3_3_3_3"), [(0, Refusal::TooMany(3))]);
        assert_eq!((LIST.refusals("3_3"), SECONDS.refusals("")), (vec![], vec![(0, missing)]));
        let urls = Parameter { name: "urls", kind: Kind::Addresses { default: "json", most: 3 } };
        let typed = "javascript:x http://a.example/ http://user@b.example/";
        assert_eq!(urls.used(typed), Value::Addresses(vec!["http://a.example/".to_owned()]));
        let bad = |place, bad| (place, Refusal::Address(place, bad));
        assert_eq!(urls.refusals(typed), [bad(1, BadAddress::Scheme), bad(3, BadAddress::Host)]);
        assert_eq!(urls.used(""), Value::Addresses(vec![]), "no address is added that was not typed");
    }
}
