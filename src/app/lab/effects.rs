//! Effects of the lab's view: the desk opens and closes, and follows links, requests for a run, and the run.

use std::rc::Rc;

use yew::{Callback, hook, use_effect_with, use_force_update};

use super::desk::{Desk, Wishes};
use super::{ending, present};
use crate::app::model::action::Action;
use crate::app::model::state::State;
use crate::host::{Phase, document};

/// Opens the desk while the lab is shown, and sets its language.
#[hook]
pub(super) fn use_desk(state: &Rc<State>, desk: &Desk, wishes: &Wishes) {
    let update = use_force_update();
    use_effect_with((), {
        let (desk, state, wishes) = (desk.clone(), state.clone(), wishes.clone());
        move |()| {
            desk.enter(&state, Callback::from(move |()| update.force_update()), &wishes);
            let hidden = {
                let desk = desk.clone();
                document::on_window("pagehide", move |_| desk.rest())
            };
            let stored = {
                let desk = desk.clone();
                document::on_window("storage", move |_| desk.other_tab())
            };
            move || {
                drop((hidden, stored));
                desk.leave();
            }
        }
    });
    use_effect_with(state.language, {
        let desk = desk.clone();
        move |language| desk.speak(*language)
    });
}

/// Shows the program of a link, and forgets the link once its program is the reader's own.
#[hook]
pub(super) fn use_link(state: &State, desk: &Desk, on_action: &Callback<Action>) {
    use_effect_with(state.lab.code.clone(), {
        let desk = desk.clone();
        move |code| desk.follow_link(code)
    });
    let opened = *desk.0.opened.borrow() == state.lab.code;
    let settled = desk.bench().editor == Some(Ok(())) && !desk.bench().linked && opened && !state.lab.code.is_empty();
    use_effect_with(settled, {
        let on_action = on_action.clone();
        move |settled| {
            if *settled {
                on_action.emit(Action::Settle);
            }
        }
    });
}

/// Starts the run that the reader has requested, with the editor's text.
#[hook]
pub(super) fn use_launch(state: &State, desk: &Desk, on_action: &Callback<Action>) {
    use_effect_with(state.lab.asked, {
        let (desk, on_action, setup) = (desk.clone(), on_action.clone(), state.setup());
        move |asked| {
            if let Some(program) = desk.clone().answers(*asked).then(|| desk.launched()).flatten() {
                on_action.emit(Action::Try(desk.variants(&program, setup)));
            }
        }
    });
}

/// Shows in the editor the line of each task, and marks the line of an uncaught exception.
#[hook]
pub(super) fn use_present(state: &State, desk: &Desk) {
    desk.see(state.run.clone());
    let is_there = desk.bench().editor == Some(Ok(()));
    use_effect_with((state.run.clone(), state.selected.clone(), is_there), {
        let desk = desk.clone();
        move |(run, selected, _)| {
            let tasks = run.as_ref().map(|run| present::present(run, selected.as_ref())).unwrap_or_default();
            desk.with(|editor| editor.set_present(&tasks));
            if let Some(run) = run {
                ending::mark(run, &desk);
            }
        }
    });
    use_effect_with((state.selected.clone(), is_there), {
        let desk = desk.clone();
        move |(selected, _)| desk.show_task(selected.as_ref(), true)
    });
    // The editor follows a paused run from line to line. While a run advances, the reader may be typing.
    let held = state.run.as_ref().filter(|run| run.progress.phase == Phase::Paused);
    use_effect_with(held.and_then(|run| Some((run.number, run.tracks.last()?.cursor.events))), {
        let (desk, selected) = (desk.clone(), state.selected.clone());
        move |held| {
            if held.is_some() {
                desk.show_task(selected.as_ref(), false);
            }
        }
    });
}
