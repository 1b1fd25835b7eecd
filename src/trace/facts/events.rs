//! The events of a run, stored in pieces of a fixed size, so that a log of a million events grows without copying.

use std::mem;
use std::ops::Index;

use serde::{Serialize, Serializer};

use super::event::Event;

/// The number of events in a piece. A piece takes 48 KB in a browser, where an event has 48 bytes.
const PIECE: usize = 1024;

/// All events so far.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    full: Vec<Vec<Event>>,
    last: Vec<Event>,
}

impl Pieces {
    pub(super) fn push(&mut self, event: Event) {
        if self.last.len() == PIECE {
            self.full.push(mem::replace(&mut self.last, Vec::with_capacity(PIECE)));
        }
        self.last.push(event);
    }

    pub(super) fn events(&self) -> Events<'_> {
        Events { full: &self.full, last: &self.last, from: 0, to: self.full.len() * PIECE + self.last.len() }
    }

    pub(super) fn bytes(&self) -> usize {
        (self.full.len() * PIECE + self.last.capacity()) * size_of::<Event>()
    }
}

/// Consecutive events of a log, oldest first. It is a view, as cheap to copy as a slice.
#[derive(Clone, Copy, Debug, Default)]
pub struct Events<'a> {
    full: &'a [Vec<Event>],
    last: &'a [Event],
    from: usize,
    to: usize,
}

impl<'a> Events<'a> {
    /// The number of events.
    #[must_use]
    pub const fn len(self) -> usize {
        self.to - self.from
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The event at this index; `None` past the end.
    #[must_use]
    pub fn get(self, place: usize) -> Option<&'a Event> {
        if place < self.len() { self.at(self.from + place) } else { None }
    }

    /// The last event.
    #[must_use]
    pub fn last(self) -> Option<&'a Event> {
        self.get(self.len().checked_sub(1)?)
    }

    /// The first `count` events, or all if there are fewer.
    #[must_use]
    pub fn first(self, count: usize) -> Self {
        Self { to: self.from + count.min(self.len()), ..self }
    }

    /// The events after the first `count`.
    #[must_use]
    pub fn after(self, count: usize) -> Self {
        Self { from: self.from + count.min(self.len()), ..self }
    }

    /// Iterates over the events, oldest first.
    #[must_use]
    pub const fn iter(self) -> Iter<'a> {
        Iter(self)
    }

    /// The number of leading events for which `before` is true, by binary search. `before` must be true for a prefix of
    /// the events and false for all later ones.
    pub fn partition_point(self, before: impl Fn(&Event) -> bool) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if self.at(self.from + middle).is_some_and(&before) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    /// The event at this index of the whole log.
    fn at(self, place: usize) -> Option<&'a Event> {
        self.full.get(place / PIECE).map_or(self.last, Vec::as_slice).get(place % PIECE)
    }
}

impl Index<usize> for Events<'_> {
    type Output = Event;

    /// # Panics
    /// If `place` is past the end.
    fn index(&self, place: usize) -> &Event {
        self.get(place).expect("an index within the events")
    }
}

/// An iterator over events, from either end.
#[derive(Clone, Debug)]
pub struct Iter<'a>(Events<'a>);

impl<'a> Iterator for Iter<'a> {
    type Item = &'a Event;

    fn next(&mut self) -> Option<&'a Event> {
        let event = self.0.get(0)?;
        self.0.from += 1;
        Some(event)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len(), Some(self.0.len()))
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let event = self.0.last()?;
        self.0.to -= 1;
        Some(event)
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for Events<'a> {
    type Item = &'a Event;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl Serialize for Events<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::facts::event::What;
    use crate::trace::facts::task::TaskId;

    fn pieces(count: u32) -> Pieces {
        let mut pieces = Pieces::default();
        for number in 0..count {
            let (time, task) = (f64::from(number / 2), TaskId(number));
            pieces.push(Event { time, task, callback: number, what: What::Ready });
        }
        pieces
    }

    fn numbers<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<u32> {
        events.into_iter().map(|event| event.callback).collect()
    }

    #[test]
    fn events_of_several_pieces_are_one_sequence_from_either_end() {
        for count in [0, 1, 1023, 1024, 1025, 3000] {
            let pieces = pieces(count);
            let events = pieces.events();
            assert_eq!(numbers(events), (0..count).collect::<Vec<_>>());
            assert_eq!(numbers(events.iter().rev()), (0..count).rev().collect::<Vec<_>>());
            assert_eq!((events.len(), events.iter().len()), (count as usize, count as usize));
            assert_eq!(events.last().map(|last| last.callback), count.checked_sub(1));
            assert_eq!(events.get(count as usize), None);
        }
    }

    #[test]
    fn the_memory_grows_with_the_events() {
        let sizes = [0, 1024, 1025, 4096, 4097].map(|count| pieces(count).bytes() / size_of::<Event>());
        assert!(sizes.is_sorted(), "{sizes:?}");
        assert_eq!((sizes[0], sizes[1]), (0, 1024));
        assert!((4097..=5120).contains(&sizes[4]), "4097 events need five pieces at most: {sizes:?}");
    }

    #[test]
    fn a_part_counts_indexes_from_its_own_start_and_ends_with_the_events() {
        let pieces = pieces(2050);
        let part = pieces.events().after(1020).first(10);
        assert_eq!(numbers(part), (1020..1030).collect::<Vec<_>>());
        assert_eq!((part[9].callback, part.get(10)), (1029, None));
        assert_eq!(numbers(pieces.events().after(2048).first(99)), [2048, 2049]);
        assert_eq!(pieces.events().after(2048).first(99).len(), 2);
        assert!(pieces.events().after(9999).is_empty());
    }

    #[test]
    fn the_events_before_a_time_are_counted() {
        let pieces = pieces(2050);
        let before = |events: Events<'_>, time| events.partition_point(|event| event.time < time);
        assert_eq!([0.0, 0.5, 1.0, 1000.0, 9999.0].map(|time| before(pieces.events(), time)), [0, 2, 2, 2000, 2050]);
        assert_eq!(before(pieces.events().after(1999), 1000.0), 1);
    }
}
