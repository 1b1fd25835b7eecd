//! The containers in which queues keep their items.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use crate::trace::Kind;

/// A container for a queue's items.
pub trait Shelf<T>: Default {
    /// The class of queues with this container.
    const KIND: Kind;
    /// Adds an item.
    fn add(&mut self, item: T);
    /// Removes the next item.
    fn take(&mut self) -> Option<T>;
    /// The number of items.
    fn count(&self) -> usize;
}

impl<T> Shelf<T> for VecDeque<T> {
    const KIND: Kind = Kind::Queue;

    fn add(&mut self, item: T) {
        self.push_back(item);
    }

    fn take(&mut self) -> Option<T> {
        self.pop_front()
    }

    fn count(&self) -> usize {
        self.len()
    }
}

impl<T> Shelf<T> for Vec<T> {
    const KIND: Kind = Kind::LifoQueue;

    fn add(&mut self, item: T) {
        self.push(item);
    }

    fn take(&mut self) -> Option<T> {
        self.pop()
    }

    fn count(&self) -> usize {
        self.len()
    }
}

impl<T: Ord> Shelf<T> for BinaryHeap<Reverse<T>> {
    const KIND: Kind = Kind::PriorityQueue;

    fn add(&mut self, item: T) {
        self.push(Reverse(item));
    }

    fn take(&mut self) -> Option<T> {
        self.pop().map(|Reverse(item)| item)
    }

    fn count(&self) -> usize {
        self.len()
    }
}
