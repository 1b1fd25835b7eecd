//! The unfinished tasks of a group.

use std::rc::Rc;

use crate::asyncio::core::waitable::Waitable;
use crate::trace::TaskId;

/// The tasks of one task group that have not ended, in the order of their creation. Their numbers have the same order,
/// so a binary search finds a task.
#[derive(Default)]
pub(super) struct Members {
    slots: Vec<(TaskId, Option<Rc<dyn Waitable>>)>,
    pub(super) count: usize,
}

impl Members {
    pub(super) fn add(&mut self, id: TaskId, task: Rc<dyn Waitable>) {
        self.slots.push((id, Some(task)));
        self.count += 1;
    }

    pub(super) fn remove(&mut self, id: TaskId) {
        if let Ok(place) = self.slots.binary_search_by_key(&id, |(id, _)| *id) {
            self.count -= usize::from(self.slots[place].1.take().is_some());
        }
        // This is done only when half of the slots are empty. So the average cost of a task's end does not depend on
        // the group's size.
        if self.count * 2 < self.slots.len() {
            self.slots.retain(|(_, task)| task.is_some());
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Rc<dyn Waitable>> {
        self.slots.iter().filter_map(|(_, task)| task.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asyncio::core::future::FutureCell;

    #[test]
    fn a_group_keeps_no_slot_of_the_tasks_that_have_ended_long_ago() {
        let task = || -> Rc<dyn Waitable> { FutureCell::<()>::pending() };
        let mut members = Members::default();
        members.add(TaskId(0), task());
        for id in 1..1_000 {
            members.add(TaskId(id), task());
            members.remove(TaskId(id));
            members.remove(TaskId(id));
            assert_eq!((members.count, members.iter().count()), (1, 1));
            assert!(members.slots.len() <= 3, "{} slots for one task", members.slots.len());
        }
    }
}
