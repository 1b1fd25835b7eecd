//! Finds circles of tasks that wait for each other.

use super::Wait;
use crate::trace::facts::task::TaskId;

/// The circles among the waits. A task is in at most one of them.
pub(super) fn among(waits: &[Wait]) -> Vec<Vec<TaskId>> {
    let mut walk = Walk { waits, places: vec![Place::New; waits.len()], path: Vec::new(), circles: Vec::new() };
    for start in 0..waits.len() {
        walk.from(start);
    }
    walk.circles
}

/// A depth-first search along the waits; each task is visited once.
struct Walk<'a> {
    waits: &'a [Wait],
    places: Vec<Place>,
    /// The path to the current task. Each entry has a task's index and the number of its waits that were followed.
    path: Vec<(usize, usize)>,
    circles: Vec<Vec<TaskId>>,
}

/// A task's state in the search.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    New,
    OnPath,
    Left,
    InCircle,
}

impl Walk<'_> {
    fn from(&mut self, start: usize) {
        self.enter(start);
        while let Some((at, tried)) = self.path.last_mut() {
            let ways = self.waits[*at].lacks.of_tasks();
            let Some(to) = ways.get(*tried) else {
                let left = *at;
                self.path.pop();
                self.places[left] = Place::Left;
                continue;
            };
            *tried += 1;
            let Ok(to) = self.waits.binary_search_by_key(to, |wait| wait.task) else { continue };
            match self.places[to] {
                Place::New => self.enter(to),
                Place::OnPath => self.close(to),
                Place::Left | Place::InCircle => {}
            }
        }
    }

    fn enter(&mut self, index: usize) {
        if self.places[index] == Place::New {
            self.places[index] = Place::OnPath;
            self.path.push((index, 0));
        }
    }

    /// The last task of the path waits for the task `index`, which is also on the path: a circle.
    fn close(&mut self, index: usize) {
        let first = self.path.iter().position(|(at, _)| *at == index).unwrap_or_default();
        let around: Vec<usize> = self.path[first..].iter().map(|(at, _)| *at).collect();
        if around.iter().any(|at| self.places[*at] == Place::InCircle) {
            return;
        }
        for at in &around {
            self.places[*at] = Place::InCircle;
        }
        let mut circle: Vec<TaskId> = around.into_iter().map(|at| self.waits[at].task).collect();
        let least = circle.iter().enumerate().min_by_key(|(_, task)| **task).map_or(0, |(place, _)| place);
        circle.rotate_left(least);
        self.circles.push(circle);
    }
}
