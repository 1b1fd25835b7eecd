//! A loop's references to its tasks.

use std::rc::{Rc, Weak};

use super::cells::Core;
use super::task_steps::Steps;
use crate::trace::{Name, TaskId};

/// The loop's reference to a task that has not ended.
pub(super) enum Kept {
    Strong(Rc<dyn Steps>),
    Weak(Weak<dyn Steps>),
}

impl Kept {
    pub(super) fn task(&self) -> Option<Rc<dyn Steps>> {
        match self {
            Self::Strong(task) => Some(Rc::clone(task)),
            Self::Weak(task) => task.upgrade(),
        }
    }
}

impl Core {
    /// The running task itself.
    pub(crate) fn running_task(&self) -> Option<Rc<dyn Steps>> {
        self.tasks.borrow().get(self.current.get()?.index())?.as_ref()?.task()
    }

    /// The tasks that have not ended, in the order of their creation.
    pub(crate) fn all_tasks(&self) -> Vec<Rc<dyn Steps>> {
        self.tasks.borrow().iter().flatten().filter_map(Kept::task).collect()
    }

    /// The next default name of a task.
    pub(crate) fn next_name(&self) -> Name {
        let number = self.numbered.get() + 1;
        self.numbered.set(number);
        Name::Numbered(number)
    }

    /// The number of the next task.
    pub(crate) fn next_task(&self) -> TaskId {
        let number = self.tasks.borrow().len();
        TaskId(u32::try_from(number).expect("memory cannot hold 2^32 tasks"))
    }

    /// Stores a new task until it ends.
    pub(crate) fn keep(&self, task: Rc<dyn Steps>) {
        let kept = if self.collects.get() { Kept::Weak(Rc::downgrade(&task)) } else { Kept::Strong(task) };
        self.tasks.borrow_mut().push(Some(kept));
        self.live.set(self.live.get() + 1);
    }

    /// Removes a task that has ended.
    pub(crate) fn forget(&self, task: TaskId) {
        if let Some(slot) = self.tasks.borrow_mut().get_mut(task.index()) {
            *slot = None;
            self.live.set(self.live.get().saturating_sub(1));
        }
    }

    /// Keeps a failed task, so that "exception was never retrieved" is reported at the end of the run and not earlier.
    pub(crate) fn keep_failed(&self, task: Rc<dyn Steps>) {
        if !self.collects.get() {
            self.failed.borrow_mut().push(task);
        }
    }
}
