//! The loop's timers, ordered by deadline and then by creation.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};

use crate::trace::Seconds;

/// The timers of a loop, with callbacks of type `C`.
///
/// Ties go by creation: `CPython`'s heap leaves them open, a real clock does not (`semantics.md` rule 6).
#[derive(Debug)]
pub(crate) struct Timers<C> {
    /// Timers that were due last when they were added, as most are. They are in order without a heap.
    in_line: VecDeque<Entry>,
    /// The other timers.
    heap: BinaryHeap<Entry>,
    callbacks: Vec<Option<(u32, C)>>,
    free: Vec<u32>,
    created: u32,
}

/// A handle for cancelling a timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TimerHandle {
    number: u32,
    slot: u32,
}

#[derive(Debug)]
struct Entry {
    when: Seconds,
    handle: TimerHandle,
}

impl<C> Default for Timers<C> {
    fn default() -> Self {
        let (in_line, heap) = (VecDeque::new(), BinaryHeap::new());
        Self { in_line, heap, callbacks: Vec::new(), free: Vec::new(), created: 0 }
    }
}

impl<C> Timers<C> {
    /// Adds a timer that calls `callback` at `when`.
    pub(crate) fn add(&mut self, when: Seconds, callback: C) -> TimerHandle {
        let number = self.next_number();
        let slot = self.free.pop().unwrap_or_else(|| {
            self.callbacks.push(None);
            u32::try_from(self.callbacks.len() - 1).expect("memory cannot hold 2^32 timers")
        });
        self.callbacks[slot as usize] = Some((number, callback));
        let handle = TimerHandle { number, slot };
        if self.in_line.back().is_none_or(|last| last.when <= when) {
            self.in_line.push_back(Entry { when, handle });
        } else {
            self.heap.push(Entry { when, handle });
        }
        handle
    }

    /// A number for something that waits in the order of the timers.
    pub(crate) const fn next_number(&mut self) -> u32 {
        self.created += 1;
        self.created - 1
    }

    /// Cancels a timer. After the timer has fired, this has no effect.
    pub(crate) fn cancel(&mut self, handle: TimerHandle) {
        drop(self.take(handle));
    }

    /// The deadline of the next timer.
    pub(crate) fn next(&mut self) -> Option<Seconds> {
        self.first().map(|(when, _)| when)
    }

    /// The deadline and the number of the next timer.
    pub(crate) fn first(&mut self) -> Option<(Seconds, u32)> {
        while let Some(entry) = self.peek() {
            let (when, handle) = (entry.when, entry.handle);
            if matches!(self.callbacks[handle.slot as usize], Some((number, _)) if number == handle.number) {
                return Some((when, handle.number));
            }
            self.pop();
        }
        None
    }

    /// Removes the next timer that is due before `end`.
    pub(crate) fn pop_before(&mut self, end: Seconds) -> Option<C> {
        while self.next()? < end {
            let entry = self.pop()?;
            if let Some(callback) = self.take(entry.handle) {
                return Some(callback);
            }
        }
        None
    }

    /// All callbacks, ordered by deadline.
    #[cfg(test)]
    pub(crate) fn in_order(&self) -> Vec<&C> {
        let mut entries: Vec<&Entry> = self.heap.iter().chain(&self.in_line).collect();
        entries.sort_by(|one, other| other.cmp(one));
        let callback = |entry: &Entry| {
            let (number, callback) = self.callbacks.get(entry.handle.slot as usize)?.as_ref()?;
            (*number == entry.handle.number).then_some(callback)
        };
        entries.into_iter().filter_map(callback).collect()
    }

    /// The earliest entry, which may belong to a cancelled timer.
    fn peek(&self) -> Option<&Entry> {
        self.in_line.front().max(self.heap.peek())
    }

    fn pop(&mut self) -> Option<Entry> {
        if self.in_line.front() >= self.heap.peek() { self.in_line.pop_front() } else { self.heap.pop() }
    }

    fn take(&mut self, handle: TimerHandle) -> Option<C> {
        let slot = self.callbacks.get_mut(handle.slot as usize)?;
        if slot.as_ref().is_none_or(|(number, _)| *number != handle.number) {
            return None;
        }
        self.free.push(handle.slot);
        slot.take().map(|(_, callback)| callback)
    }
}

impl Ord for Entry {
    /// The earliest entry compares as the greatest, since the heap returns its greatest first.
    fn cmp(&self, other: &Self) -> Ordering {
        other.when.total_cmp(&self.when).then(other.handle.number.cmp(&self.handle.number))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_deadlines_fire_in_the_order_of_their_creation() {
        let mut timers = Timers::default();
        for number in 0..8 {
            timers.add(1.0, number);
        }
        let fired: Vec<i32> = std::iter::from_fn(|| timers.pop_before(2.0)).collect();
        assert_eq!(fired, [0, 1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn timers_in_any_order_fire_by_deadline_and_then_by_creation() {
        let mut timers = Timers::default();
        for (number, when) in [3.0, 1.0, 3.0, 2.0, 4.0, 1.0, 4.0].into_iter().enumerate() {
            timers.add(when, number);
        }
        let fired: Vec<usize> = std::iter::from_fn(|| timers.pop_before(5.0)).collect();
        assert_eq!(fired, [1, 5, 3, 0, 2, 4, 6]);
    }

    #[test]
    fn a_timer_that_is_due_at_the_end_of_the_clocks_resolution_waits() {
        // base_events.py, `_run_once`: `if handle._when >= end_time: break`.
        let mut timers = Timers::default();
        timers.add(2.0, "at the end");
        assert_eq!(timers.pop_before(2.0), None);
        assert_eq!(timers.pop_before(2.5), Some("at the end"));
    }

    #[test]
    fn a_cancelled_timer_neither_fires_nor_delays_others() {
        let mut timers = Timers::default();
        let early = timers.add(1.0, "early");
        timers.add(2.0, "late");
        timers.cancel(early);
        assert_eq!(timers.next(), Some(2.0));
        let reused = timers.add(3.0, "reused");
        timers.cancel(early);
        assert_eq!(timers.pop_before(5.0), Some("late"));
        assert_eq!(timers.pop_before(5.0), Some("reused"));
        timers.cancel(reused);
        assert_eq!(timers.pop_before(5.0), None);
    }
}
