//! The facts of the selected task, and the exact times of its spans and prints.

use yew::{Html, html};

use super::{NAMED, Props, task_link};
use crate::app::model::run::Track;
use crate::app::timeline::lane::span_label;
use crate::app::widgets::figures::{Figures, name_of};
use crate::text::keys::keys;
use crate::text::words::Facts;
use crate::text::{Interface, Language, interface};
use crate::trace::{End, Lane, Seconds, Timeline};

/// The facts that are known at the cursor.
pub(super) fn view(lane: &Lane, picture: &Timeline, track: &Track, props: &Props, words: &Interface) -> Html {
    let Facts { parent, created, since, cancelled, slept, held, ran, line, returned } = words.facts;
    let parent_name = lane.parent.and_then(|task| name_of(picture, task)).map(ToString::to_string);
    let seconds = |seconds: Seconds| format!("{}\u{a0}s", words.measured(seconds));
    let log = track.log.borrow();
    let file = log.annex().file(lane.line.file()).unwrap_or(track.variant.program.file_name());
    let place = lane.line.number().map(|number| format!("{file}:{number}"));
    let value = match lane.ending.as_ref().map(|ending| &ending.end) {
        Some(End::Returned(value)) => Some(value.to_string()),
        Some(End::Failed { .. } | End::Cancelled | End::Destroyed) | None => None,
    };
    let known = [
        (parent, parent_name.map(|name| task_link(name, props))),
        (created, Some(html! { {seconds(lane.created)} })),
        (since, lane.open_span().map(|span| html! { {seconds(span.from)} })),
        (cancelled, whom_it_cancelled(lane, picture, props)),
        (slept, Some(html! { {seconds(lane.slept())} })),
        (held, (lane.held() > 0.0).then(|| html! { {seconds(lane.held())} })),
        (ran, Some(html! { {(words.steps)(lane.steps.len())} })),
        (line, place.map(|place| html! { <code>{place}</code> })),
        (returned, value.map(|value| html! { <code>{value}</code> })),
    ];
    let rows = known
        .into_iter()
        .filter_map(|(name, fact)| Some(html! { <div key={name}><dt>{name}</dt><dd>{fact?}</dd></div> }));
    html! { <dl class="facts">{for rows}</dl> }
}

/// The most spans whose exact times are listed.
const TIMES: usize = 40;

/// The exact times of the task's spans and prints. On the timeline, only a mouse can show them.
pub(super) fn times(lane: &Lane, picture: &Timeline, language: Language) -> Html {
    let words = interface(language);
    let earlier = lane.spans.len().saturating_sub(TIMES);
    let spans = lane.spans.iter().skip(earlier).map(|span| {
        let to = if span.open { "…".to_owned() } else { words.measured(span.to) };
        let word = span_label(span, picture, words);
        html! { <li><span>{format!("{} – {to}", words.measured(span.from))}</span>{" "}{word}</li> }
    });
    let pins = lane.pins.iter().rev().take(TIMES).rev();
    let pins = pins
        .map(|pin| html! { <li><span>{words.measured(pin.at)}</span>{" "}<code>{pin.text.to_string()}</code></li> });
    html! {
        <section>
            <h3 class="cap">{keys(language).times}</h3>
            <ol class="times">{for spans}{for pins}</ol>
        </section>
    }
}

/// The tasks whose cancellation this task requested, itself or through a timeout or task group.
fn whom_it_cancelled(lane: &Lane, picture: &Timeline, props: &Props) -> Option<Html> {
    let by_it = |other: &&Lane| other.cancels.iter().any(|mark| mark.by.task() == Some(lane.task));
    let others = picture.lanes.iter().filter(|other| other.task != lane.task);
    let cancelled: Vec<&Lane> = others.filter(by_it).collect();
    let links = cancelled.iter().take(NAMED).map(|lane| html! { <>{task_link(lane.name.to_string(), props)}{" "}</> });
    (!cancelled.is_empty()).then(|| links.collect())
}
