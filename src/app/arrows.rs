//! Arrows between lanes: who asked for whose cancellation, and who woke whom. Drawn for the selected task.

use yew::{Html, html};

use super::figures::{measured, name_of};
use super::sight::{LANE, apart};
use super::state::Track;
use crate::text::Interface;
use crate::trace::{Cause, CauseKind, Seconds, TaskId, Timeline, causes};

/// The arrows of this task, over lanes that begin `top` pixels down their program.
pub fn view(track: &Track, picture: &Timeline, task: TaskId, top: f64, end: Seconds, words: &Interface) -> Html {
    let causes = causes(&track.log.borrow(), track.cursor, task);
    let arrows =
        apart(&causes, |cause| cause.at, end).into_iter().filter_map(|cause| arrow(cause, picture, top, words));
    html! { <div class="arrows" key="arrows" aria-hidden="true">{for arrows}</div> }
}

fn arrow(cause: &Cause, picture: &Timeline, top: f64, words: &Interface) -> Option<Html> {
    let middle = |task| {
        #[allow(clippy::cast_precision_loss)] // lanes are far fewer than 2^52
        let place = picture.place(task)? as f64;
        Some(top + (place + 0.5) * LANE)
    };
    let (from, to) = (middle(cause.from)?, middle(cause.to)?);
    let (kind, word) = match cause.kind {
        CauseKind::Cancelled => ("cancelled", words.arrow_cancelled),
        CauseKind::Woke => ("woke", words.arrow_woke),
    };
    let [by, whom] =
        [cause.from, cause.to].map(|task| name_of(picture, task).map(ToString::to_string).unwrap_or_default());
    let style = format!("--at:{:.4};top:{:.0}px;height:{:.0}px", cause.at, from.min(to), (to - from).abs());
    Some(html! {
        <i
            class="arrow" data-kind={kind} data-up={(to < from).then_some("true")} {style}
            title={format!("{} · {by} {word} {whom}", measured(cause.at))}
        />
    })
}
