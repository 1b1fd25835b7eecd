//! One sort function for all lists of the page. The standard library's sort is compiled again for each type of item, so
//! this one sorts indexes instead.

use std::cmp::Ordering;

/// The items sorted by `compare`. Equal items keep their order (a stable sort).
#[must_use]
pub fn ordered<T: Clone>(items: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = order(items.len(), &|one, other| compare(&items[one], &items[other]));
    places.into_iter().map(|place| items[place].clone()).collect()
}

fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_sorted_and_equal_ones_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let ordered = ordered(&items, &|one, other| one.0.cmp(&other.0));
        assert_eq!(ordered, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
