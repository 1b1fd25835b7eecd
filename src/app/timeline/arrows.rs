//! Arrows between lanes, drawn for the selected task: who requested whose cancellation, and who woke whom.

use yew::{Html, html};

use super::axis::at;
use super::sight::{Window, apart};
use crate::app::model::run::Track;
use crate::app::widgets::figures::{Figures, asker, name_of};
use crate::text::Interface;
use crate::trace::{Cause, CauseKind, Folds, TaskId, Timeline, causes};

/// The arrows of this task over the lanes of its program.
pub fn view(
    track: &Track,
    picture: &Timeline,
    folds: &Folds,
    task: TaskId,
    window: &Window,
    words: &Interface,
) -> Html {
    let causes = causes(&track.log.borrow(), track.cursor, task);
    let arrows =
        apart(&causes, |cause| cause.at, window).into_iter().filter_map(|cause| arrow(cause, picture, folds, words));
    html! { <div class="arrows" key="arrows" aria-hidden="true">{for arrows}</div> }
}

fn arrow(cause: &Cause, picture: &Timeline, folds: &Folds, words: &Interface) -> Option<Html> {
    let (from, to) = (folds.row(picture.place(cause.from)?), folds.row(picture.place(cause.to)?));
    let [by, whom] =
        [cause.from, cause.to].map(|task| name_of(picture, task).map(ToString::to_string).unwrap_or_default());
    let (kind, told) = match cause.kind {
        CauseKind::Cancelled(by) => {
            ("cancelled", format!("{whom} · {}", (words.log_cancel)(&asker(by, cause.to, picture, words))))
        }
        CauseKind::Woke => ("woke", format!("{by} {} {whom}", words.arrow_woke)),
    };
    let style = format!("{};--above:{};--lanes:{}", at(cause.at), from.min(to), from.abs_diff(to));
    Some(html! {
        <i
            class="arrow" data-kind={kind} data-up={(to < from).then_some("true")} {style}
            title={format!("{} · {told}", words.measured(cause.at))}
        />
    })
}
