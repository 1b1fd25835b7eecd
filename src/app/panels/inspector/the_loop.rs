//! The event loop in the inspector: its iteration, its ready queue and its timers at the cursor.

use yew::{Html, html};

use super::{NAMED, Props, task_link};
use crate::app::model::run::Track;
use crate::app::widgets::figures::{Figures, name_of};
use crate::text::Interface;
use crate::text::words::LoopFacts;
use crate::trace::{Moment, TaskId, Timeline};

/// The event loop of one program, shown also while no task is selected.
pub(super) fn view(track: &Track, props: &Props, words: &Interface) -> Html {
    let moment = Moment::of(&track.log.borrow(), track.cursor);
    let several = props.run.as_ref().is_some_and(|run| run.tracks.len() > 1);
    let title = if several { track.variant.title(props.language) } else { words.the_loop.to_owned() };
    html! {
        <section key={track.variant.key()}><h3 class="cap">{title}</h3>{queues(&moment, &track.timeline(), props, words)}</section>
    }
}

/// The event loop at the cursor: the iteration, the ready queue and the next timers.
pub(super) fn queues(moment: &Moment, picture: &Timeline, props: &Props, words: &Interface) -> Html {
    let LoopFacts { iteration, callback, ready, timers } = words.loop_facts;
    let link = |task: TaskId| name_of(picture, task).map(|name| task_link(name.to_string(), props));
    let more = |count: usize| (count > NAMED).then(|| format!(" +{}", count - NAMED));
    let queue = html! {
        <>
            {for moment.ready.iter().take(NAMED).map(|task| html! { <>{link(*task)}{" "}</> })}
            {more(moment.ready.len())}
            {moment.ready.is_empty().then_some(words.empty)}
        </>
    };
    let next = html! {
        <>
            {for moment.timers.iter().take(NAMED).map(|(until, task)| html! {
                <span class="timer">{words.measured(*until)}{" "}{link(*task)}</span>
            })}
            {more(moment.timers.len())}
            {moment.timers.is_empty().then_some(words.none)}
        </>
    };
    let rows = [
        (iteration, html! { {moment.iteration} }),
        (callback, html! { {moment.callback} }),
        (ready, queue),
        (timers, next),
    ];
    html! {
        <dl class="facts">{for rows.map(|(name, fact)| html! { <div key={name}><dt>{name}</dt><dd>{fact}</dd></div> })}</dl>
    }
}
