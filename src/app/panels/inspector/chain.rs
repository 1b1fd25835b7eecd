//! The chain of tasks that the selected task waits for.

use yew::{Html, html};

use super::{NAMED, Props, task_link};
use crate::app::widgets::figures::{Figures, awaited};
use crate::app::widgets::icon::state_words;
use crate::text::Interface;
use crate::trace::{Lane, On, Timeline};

/// The chain, and what the last of its tasks waits for. Of a long chain, the first tasks and the last are named: ten
/// thousand items would hold the page at each step.
pub(super) fn view(lane: &Lane, picture: &Timeline, props: &Props, words: &Interface) -> Html {
    let chain = picture.chain(lane);
    let lanes: Vec<&Lane> = chain.iter().filter_map(|task| picture.lane(*task)).collect();
    let Some((last, before)) = lanes.split_last() else { return html! {} };
    let end = match last.open_span().and_then(|span| span.on.as_ref()) {
        Some(On::Timer { until }) => Some((words.wakes_at)(&words.measured(*until))),
        Some(on) => awaited(on, picture),
        None => None,
    };
    let link = |lane: &Lane| {
        html! { <li key={lane.task.0}>{task_link(lane.name.to_string(), props)}{" "}{state_words(lane.state(), words).word}</li> }
    };
    let more = before.len().saturating_sub(NAMED);
    html! {
        <section>
            <h3 class="cap">{words.chain}</h3>
            <ol class="chain">
                {for before.iter().take(NAMED).map(|lane| link(lane))}
                {(more > 0).then(|| html! { <li key="more">{format!("+{more}")}</li> })}
                {link(last)}
                {end.map(|end| html! { <li key="end"><code>{end}</code></li> })}
            </ol>
        </section>
    }
}
