//! Renders the row of the event loop's thread: when it is held, and an instant for each step.

use yew::{Html, Properties, component, html};

use super::axis::{at, from_to};
use super::lanes::OfLog;
use super::sight::{Window, apart};
use crate::app::widgets::figures::Figures;
use crate::text::{Interface, Language, interface};
use crate::trace::{Seconds, Timeline, fixed};

/// The properties of the row.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The program.
    pub of: OfLog,
    /// The part of the run shown.
    pub until: Until,
    /// The rendered part of the axis.
    pub window: Window,
    /// The language.
    pub language: Language,
}

/// The part of the run that a thread's row shows. The row is rendered again only if this changes: CSS moves what is in progress.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Until {
    events: usize,
    /// The program's end.
    ended: Option<Seconds>,
    /// The cursor's time while the thread is held, since the label has the duration up to the cursor.
    held: Option<Seconds>,
}

impl Until {
    /// The part of the run up to the cursor of `picture`, which is after this number of events.
    pub fn of(picture: &Timeline, events: usize) -> Self {
        let held = picture.busy.last().filter(|busy| busy.open).map(|busy| busy.to);
        Self { events, ended: picture.ended().then(|| picture.total()), held }
    }
}

/// The row.
#[component]
pub fn ThreadRow(props: &Props) -> Html {
    let (picture, words) = (props.of.0.glance(&[]), interface(props.language));
    let mut instants: Vec<Seconds> =
        apart(&picture.steps, |(time, _)| *time, &props.window).into_iter().map(|(time, _)| *time).collect();
    instants.dedup();
    html! {
        <div class="row thread">
            <div class="name"><span class="n">{words.thread}</span></div>
            <div class="track">
                <div class="idle" style={format!("--to:{}", fixed(picture.total(), 6))} data-open={(!picture.ended()).then_some("true")} />
                {free(&picture, &instants, words)}
                {for instants.iter().map(|time| html! { <i class="step" style={at(*time)} /> })}
                {for held(&picture).into_iter().map(|held| held_span(&held, words))}
            </div>
        </div>
    }
}

fn held_span(held: &Held, words: &Interface) -> Html {
    let label = (words.thread_busy)(&words.short(held.to - held.from));
    html! {
        <div
            class="span" data-state="running" data-open={held.open.then_some("true")} style={from_to(held.from, held.to)}
            title={label.clone()}
        >
            <q>{label}</q>
        </div>
    }
}

/// The note in the longest pause that the thread is free. A thread that is ever held has the labels of its periods
/// instead.
fn free(picture: &Timeline, instants: &[Seconds], words: &Interface) -> Html {
    let pauses = instants.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
    let longest = pauses.max_by(|(a, b), (c, d)| (b - a).total_cmp(&(d - c)));
    match longest {
        Some((from, to)) if picture.busy.is_empty() && to > from => {
            html! { <div class="free" style={from_to(from, to)}><b>{words.thread_free}</b></div> }
        }
        _ => html! { <span /> },
    }
}

/// A period in which the thread was held, by one blocking call or by several without a gap.
struct Held {
    from: Seconds,
    to: Seconds,
    open: bool,
}

/// The periods in which the thread was held. Blocking calls without a gap between them are joined.
fn held(picture: &Timeline) -> Vec<Held> {
    let mut held: Vec<Held> = Vec::new();
    for busy in &picture.busy {
        match held.last_mut() {
            Some(last) if last.to == busy.from => (last.to, last.open) = (busy.to, busy.open),
            _ => held.push(Held { from: busy.from, to: busy.to, open: busy.open }),
        }
    }
    held
}
