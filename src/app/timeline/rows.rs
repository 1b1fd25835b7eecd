//! The rows of a timeline: which lanes are folded, and the search for tasks. Both are kept for the next run and are not
//! part of the address.

use std::rc::Rc;

use yew::{Callback, Html, hook, html, use_effect_with, use_memo, use_state_eq};

use super::find::{FindTask, Found, MANY, found};
use super::zoom;
use crate::app::model::action::Action;
use crate::app::model::run::{Run, Track};
use crate::text::Language;
use crate::trace::{Folds, TaskId, below};

/// A task whose lane is folded, and the [`Variant::key`](crate::program::Variant::key) of its program.
pub type Folded = (&'static str, TaskId);

/// The rows of each program, with the callbacks that change them.
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
    // The number of the selected match, from 1, and how often the reader moved to another match.
    let reached = use_state_eq(|| (0_usize, 0_u32));
    let wanted = typed.to_ascii_lowercase();
    let events: Vec<usize> = tracks.iter().map(|track| track.cursor.events).collect();
    let hits = use_memo((wanted.clone(), run.map(|run| run.number), events), |(wanted, ..)| found(tracks, wanted));
    let folds: Vec<Folds> = tracks.iter().map(|track| folds(track, &folded)).collect();
    // There may be fewer matches now.
    let at = reached.0.min(hits.len());
    let goal = hits.get(at.wrapping_sub(1)).copied();
    use_effect_with(reached.1, {
        let row = goal.and_then(|(program, place)| Some((program, folds.get(program)?.row(place))));
        let look = look.clone();
        move |_| {
            if let Some((program, row)) = row {
                zoom::bring_into_sight(program, row);
                look.emit(());
            }
        }
    });
    let on_fold = {
        let folded = folded.clone();
        Callback::from(move |one: Folded| {
            let others: Vec<_> = folded.iter().copied().filter(|other| *other != one).collect();
            let new = if others.len() < folded.len() { others } else { [&others[..], &[one]].concat() };
            folded.set(new);
        })
    };
    let many = tracks.iter().any(|track| track.glance(&[]).lanes.len() > MANY);
    let field = (many || !typed.is_empty()).then(|| {
        let on_go = {
            let (run, hits, on_action) = (run.cloned(), Rc::clone(&hits), on_action.clone());
            let (reached, folded) = (reached.clone(), folded.clone());
            Callback::from(move |on: bool| {
                let Some((next, one)) = next(&hits, at, on) else { return };
                let Some(run) = &run else { return };
                folded.set(shown(run, one, &folded));
                reached.set((next, reached.1 + 1));
                if let Some(action) = select(run, one) {
                    on_action.emit(action);
                }
            })
        };
        let on_type = {
            let typed = typed.clone();
            Callback::from(move |text: String| {
                typed.set(text);
                reached.set((0, reached.1));
            })
        };
        html! { <FindTask {language} typed={(*typed).clone()} found={hits.len()} {at} {on_type} {on_go} /> }
    });
    Rows { folds, wanted, on_fold, field }
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
