//! The rows of a timeline: which lanes are folded, and the search for tasks. Both are kept for the next run and are not
//! part of the address.

use std::rc::Rc;

use yew::{Callback, Html, UseStateHandle, hook, html, use_effect_with, use_memo, use_state_eq};

use super::find::{FindTask, Found, MANY, found};
use super::zoom;
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Track};
use crate::text::Language;
use crate::trace::{Folds, TaskId, below};

/// A task whose lane is folded, and the [`Variant::key`](crate::program::Variant::key) of its program.
pub type Folded = (&'static str, TaskId);

/// The rows of each program, the text searched for, and the callback and the field that change the rows.
pub struct Rows {
    /// The rows of each program.
    pub folds: Vec<Folds>,
    /// The text searched for, in lower case.
    pub wanted: String,
    /// Folds or unfolds the descendants of a task.
    pub on_fold: Callback<Folded>,
    /// The field that finds a task; `None` if there are few lanes.
    pub field: Option<Html>,
}

/// The rows of this run. `look` measures the visible part again.
#[hook]
pub fn use_rows(language: Language, run: Option<&Run>, on_action: &Callback<Action>, look: &Callback<()>) -> Rows {
    let tracks: &[Track] = run.map_or(&[], |run| &run.tracks);
    let folded = use_state_eq(Vec::<Folded>::new);
    let typed = use_state_eq(String::new);
    let reached = use_state_eq(Reached::default);
    let wanted = typed.to_ascii_lowercase();
    let events: Vec<usize> = tracks.iter().map(|track| track.cursor.events).collect();
    let hits = use_memo((wanted.clone(), run.map(|run| run.number), events), |(wanted, ..)| found(tracks, wanted));
    let folds: Vec<Folds> = tracks.iter().map(|track| folds(track, &folded)).collect();
    // There may be fewer matches now.
    let at = reached.at.min(hits.len());
    let goal = hits.get(at.wrapping_sub(1)).copied();
    use_effect_with(reached.moves, {
        let row = goal.and_then(|(program, place)| Some((program, folds.get(program)?.row(place))));
        let look = look.clone();
        move |_| {
            if let Some((program, row)) = row {
                zoom::bring_into_sight(program, row);
                look.emit(());
            }
        }
    });
    // Folding changes the height of the box.
    use_effect_with((*folded).clone(), {
        let look = look.clone();
        move |_| look.emit(())
    });
    let on_fold = {
        let folded = folded.clone();
        Callback::from(move |one: Folded| folded.set(toggled(&folded, one)))
    };
    let many = tracks.iter().any(|track| track.glance(&[]).lanes.len() > MANY);
    let search = Search { run: run.cloned(), hits, at, typed, reached, folded };
    let field = (many || !search.typed.is_empty()).then(|| search.field(language, on_action.clone()));
    Rows { folds, wanted, on_fold, field }
}

/// The match to which the reader has moved.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Reached {
    /// The number of the match, from 1; 0 before the first.
    at: usize,
    /// How often the reader moved to another match.
    moves: u32,
}

/// The search for tasks, as of this render.
#[derive(Clone)]
struct Search {
    run: Option<Run>,
    hits: Rc<Vec<Found>>,
    /// The number of the selected match, from 1.
    at: usize,
    typed: UseStateHandle<String>,
    reached: UseStateHandle<Reached>,
    folded: UseStateHandle<Vec<Folded>>,
}

impl Search {
    /// The field that finds a task.
    fn field(self, language: Language, on_action: Callback<Action>) -> Html {
        let (typed, found, at) = ((*self.typed).clone(), self.hits.len(), self.at);
        let on_type = {
            let (typed, reached) = (self.typed.clone(), self.reached.clone());
            Callback::from(move |text: String| {
                typed.set(text);
                reached.set(Reached { at: 0, ..*reached });
            })
        };
        let on_go = Callback::from(move |on: bool| self.go(on, &on_action));
        html! { <FindTask {language} {typed} {found} {at} {on_type} {on_go} /> }
    }

    /// Selects the next match, or the previous one, and unfolds the tasks that hide it.
    fn go(&self, on: bool, on_action: &Callback<Action>) {
        let Some((at, one)) = next(&self.hits, self.at, on) else { return };
        let Some(run) = &self.run else { return };
        self.folded.set(shown(run, one, &self.folded));
        self.reached.set(Reached { at, moves: self.reached.moves + 1 });
        if let Some(action) = select(run, one) {
            on_action.emit(action);
        }
    }
}

/// The folded tasks, with `one` added or, if it is folded, left out.
fn toggled(folded: &[Folded], one: Folded) -> Vec<Folded> {
    let others: Vec<_> = folded.iter().copied().filter(|other| *other != one).collect();
    if others.len() < folded.len() { others } else { [&others[..], &[one]].concat() }
}

/// The rows of this track.
fn folds(track: &Track, folded: &[Folded]) -> Folds {
    let key = track.variant.key();
    let tasks: Vec<TaskId> = folded.iter().filter(|(other, _)| *other == key).map(|(_, task)| *task).collect();
    Folds::of(&track.glance(&[]), &tasks)
}

/// The match after the `at`-th one, or before it, with its number from 1. It wraps around.
fn next(hits: &[Found], at: usize, on: bool) -> Option<(usize, Found)> {
    let count = hits.len();
    let next = match (at, on) {
        _ if count == 0 => return None,
        (0, false) => count,
        (at, true) => at % count + 1,
        (at, false) => (at + count - 2) % count + 1,
    };
    Some((next, hits[next - 1]))
}

/// The folded tasks without those that hide this lane.
fn shown(run: &Run, (program, place): Found, folded: &[Folded]) -> Vec<Folded> {
    let Some(track) = run.tracks.get(program) else { return folded.to_vec() };
    let picture = track.glance(&[]);
    let hides = |task: TaskId| picture.place(task).is_some_and(|above| below(&picture, above).contains(&place));
    let stays = |(key, task): &Folded| *key != track.variant.key() || !hides(*task);
    folded.iter().copied().filter(stays).collect()
}

fn select(run: &Run, (program, place): Found) -> Option<Action> {
    let track = run.tracks.get(program)?;
    let name = track.glance(&[]).lanes.get(place)?.name.to_string();
    Some(Action::Select(Some(track.selection(name, run.tracks.len() > 1))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_visited_in_a_ring_from_the_selected_one() {
        let hits = [(0, 2), (0, 5), (1, 0)];
        let numbers = |at, on| next(&hits, at, on).map(|(next, _)| next);
        assert_eq!([0, 1, 2, 3].map(|at| numbers(at, true)), [1, 2, 3, 1].map(Some));
        assert_eq!([0, 1, 2, 3].map(|at| numbers(at, false)), [3, 3, 1, 2].map(Some));
        assert_eq!(next(&[], 0, true), None);
    }
}
