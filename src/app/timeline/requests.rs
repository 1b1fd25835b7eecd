//! The table of a run's requests: status, size and times of each, and its phases on a common axis.

use yew::{Html, html};

use super::axis::from_to;
use crate::aiohttp::origin;
use crate::app::model::run::Track;
use crate::app::widgets::figures::{Figures, name_of};
use crate::app::widgets::icon::icon;
use crate::text::Interface;
use crate::text::words::{RequestColumns, RequestPhases};
use crate::trace::{Request, RequestEnd, Seconds, Timeline, fixed};

/// The requests of a track up to the cursor; empty if it made none.
pub fn view(track: &Track, words: &Interface) -> Html {
    let picture = track.timeline();
    if picture.requests.is_empty() {
        return html! { <div key={track.variant.key()} /> };
    }
    filled(track.variant.key(), &picture, words)
}

fn filled(key: &'static str, picture: &Timeline, words: &Interface) -> Html {
    let latest = picture.requests.iter().map(|request| until(request, picture.now)).fold(0.001, f64::max);
    let simulated = picture.requests.iter().any(|request| request.simulated);
    let unheard = picture.requests.iter().any(is_unheard);
    let RequestColumns { task, address, status, size, headers, total, phases, end } = words.request_columns;
    let names = [task, address, status, size, headers, total, phases, end];
    let RequestPhases { queued, sent, coming } = words.request_key;
    html! {
        <div {key}>
            <div class="scrollx" tabindex="0" role="region" aria-label={words.requests}>
                <table class="outcome requests" style={format!("--end:{}", fixed(latest, 6))}>
                    <caption>{words.requests}</caption>
                    <thead><tr>{for names.map(|name| html! { <th scope="col">{name}</th> })}</tr></thead>
                    <tbody>{for picture.requests.iter().map(|request| row(request, picture, words))}</tbody>
                </table>
            </div>
            <p class="note key">
                {for [("queued", queued), ("sent", sent), ("coming", coming)].map(|(phase, word)| html! {
                    <span><i class="phase" data-phase={phase} aria-hidden="true" />{word}</span>
                })}
            </p>
            <p class="note" id="simulated" role="status">{simulated.then_some(words.simulated)}</p>
            <p class="note" id="unheard" role="status">{unheard.then_some(words.unheard)}</p>
        </div>
    }
}

/// Whether a request to another host got no answer. The browser gives no reason, so the page lists the possible ones.
fn is_unheard(request: &Request) -> bool {
    let failed = matches!(request.end, Some((_, RequestEnd::Failed(_))));
    failed && request.answered.is_none() && origin(request.url.as_str()).is_some()
}

fn until(request: &Request, now: Seconds) -> Seconds {
    request.end.as_ref().map_or(now, |(at, _)| *at)
}

fn row(request: &Request, picture: &Timeline, words: &Interface) -> Html {
    let task = name_of(picture, request.task).map(ToString::to_string).unwrap_or_default();
    let seconds = |time: Seconds| format!("{}\u{a0}s", words.measured(time));
    let end = until(request, picture.now);
    let (mark, came_to, code) = match &request.end {
        None => ("net", words.request_ends.open.to_owned(), "open"),
        Some((_, RequestEnd::Done)) => ("check", words.request_ends.done.to_owned(), "done"),
        Some((_, RequestEnd::Failed(why))) => {
            ("cross", format!("{}{}{why}", words.request_ends.failed, words.colon), "failed")
        }
        Some((_, RequestEnd::Aborted)) => ("barred", words.request_ends.aborted.to_owned(), "aborted"),
    };
    html! {
        <tr key={request.id.0} data-request={task.clone()} data-end={code}>
            <th scope="row">{task}</th>
            <td class="url"><code>{request.url.to_string()}</code></td>
            <td>{request.status.map(|status| status.to_string())}</td>
            <td>{(request.answered.is_some()).then(|| format!("{}\u{a0}{}", request.bytes, words.bytes_unit))}</td>
            <td>{request.answered.map(|at| seconds(at - request.queued))}</td>
            <td>{seconds(end - request.queued)}</td>
            <td class="fall"><span>{for phases(request, end)}</span></td>
            <td class="ended">{icon(mark)}{came_to}</td>
        </tr>
    }
}

/// The phases of a request, each with its duration: queued, sent, coming.
fn phases(request: &Request, end: Seconds) -> impl Iterator<Item = Html> {
    let (sent, answered) = (request.sent.unwrap_or(end), request.answered.unwrap_or(end));
    let phases = [("queued", request.queued, sent), ("sent", sent, answered), ("coming", answered, end)];
    phases.into_iter().filter(|(_, from, to)| to > from).map(|(phase, from, to)| {
        html! { <i class="phase" data-phase={phase} style={from_to(from, to)} /> }
    })
}
