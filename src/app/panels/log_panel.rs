//! The events of a run, in words, as far as they have happened.

use yew::{Html, Properties, component, html};

use crate::app::model::run::{Run, Selection, Track};
use crate::app::widgets::figures::{Figures, asker, awaited, name_of};
use crate::app::widgets::icon::icon;
use crate::text::words::LogColumns;
use crate::text::{Interface, Language, interface};
use crate::trace::{
    Change, End, Event, On, Resource, ResourceId, Stage, TaskId, Timeline, What, exception_text, quoted,
};

/// How many lines are shown at most: the last ones.
const LINES: usize = 400;

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// The selected task.
    pub selected: Option<Selection>,
}

/// The panel.
#[component]
pub fn LogPanel(props: &Props) -> Html {
    let words = interface(props.language);
    let Some(run) = &props.run else { return html! { <p class="note">{words.no_run_yet}</p> } };
    let titled = run.tracks.len() > 1;
    run.tracks
        .iter()
        .map(|track| {
            let title = track.variant.title(props.language);
            html! {
                <section key={track.variant.key()}>
                    {if titled { html! { <h2>{title}</h2> } } else { html! {} }}
                    {table(track, titled, props, words)}
                </section>
            }
        })
        .collect()
}

fn table(track: &Track, titled: bool, props: &Props, words: &Interface) -> Html {
    let picture = track.timeline();
    let log = track.log.borrow();
    let past = track.cursor.past(&log);
    let hidden = past.len().saturating_sub(LINES);
    let LogColumns { time, number, task, happened } = words.log_columns;
    html! {
        <div class="scrollx" tabindex="0" role="region" aria-label={words.tabs.log}>
            <table class="log">
                <thead>
                    <tr>
                        <th scope="col" class="num">{time}</th><th scope="col" class="num">{number}</th>
                        <th scope="col">{task}</th><th scope="col">{happened}</th>
                    </tr>
                </thead>
                <tbody>
                    {if hidden > 0 {
                        html! { <tr key="hidden"><td colspan="4">{(words.log_earlier)(hidden)}</td></tr> }
                    } else {
                        html! {}
                    }}
                    {for past.iter().enumerate().skip(hidden).map(|(place, event)| {
                        let name = name_of(&picture, event.task).map(ToString::to_string).unwrap_or_default();
                        let track = titled.then(|| track.variant.key().to_owned());
                        let selected = props.selected == Some(Selection { task: name.clone(), track });
                        row(place, event, &name, selected, &picture, words)
                    })}
                </tbody>
            </table>
        </div>
    }
}

fn row(place: usize, event: &Event, name: &str, selected: bool, picture: &Timeline, words: &Interface) -> Html {
    let (mark, text) = describe(event, picture, words);
    html! {
        <tr key={place} class={selected.then_some("sel")}>
            <td class="num">{words.measured(event.time)}</td><td class="num">{place + 1}</td>
            <td class="task">{name.to_owned()}</td><td>{icon(mark)}{text}</td>
        </tr>
    }
}

fn resource_name(resource: ResourceId, picture: &Timeline) -> String {
    picture.resource(resource).map(Resource::name).unwrap_or_default()
}

/// How far a request is, in words.
fn stage_words(stage: &Stage, words: &Interface) -> String {
    let said = &words.log_requested;
    match stage {
        Stage::Queued { url } => (said.queued)(url.as_str()),
        Stage::Sent => said.sent.to_owned(),
        Stage::Answered { status, .. } => (said.answered)(&status.to_string()),
        Stage::Received { bytes } => (said.received)(&bytes.to_string()),
        Stage::Done => said.done.to_owned(),
        Stage::Failed { why } => (said.failed)(why.as_str()),
        Stage::Aborted => said.aborted.to_owned(),
    }
}

/// The icon and the words of a change, which want the name of what changed.
fn change_words(change: Change, words: &Interface) -> (&'static str, fn(&str) -> String) {
    let said = &words.log_changed;
    match change {
        Change::Acquired => ("gem", said.acquired),
        Change::Released => ("out", said.released),
        Change::Put => ("gem", said.put),
        Change::Got => ("out", said.got),
        Change::Done { .. } => ("check", said.done),
        Change::ShutDown => ("barred", said.shut_down),
        Change::Set => ("gem", said.set),
        Change::Cleared => ("out", said.cleared),
        Change::Notified { .. } => ("out", said.notified),
        Change::Opened => ("gem", said.opened),
        Change::Aborted => ("barred", said.aborted),
    }
}

/// The icon and the words of an event.
pub fn describe(event: &Event, picture: &Timeline, words: &Interface) -> (&'static str, String) {
    let name = |task: &TaskId| name_of(picture, *task).map(ToString::to_string);
    match &event.what {
        What::Created { parent, .. } => ("plus", (words.log_created)(parent.as_ref().and_then(name).as_deref())),
        What::Renamed(name) => ("plus", (words.log_renamed)(&name.to_string())),
        What::StepBegan => ("play", words.log_step.to_owned()),
        What::Suspended { on: On::Timer { until }, .. } => ("moon", (words.log_sleeps)(&words.measured(*until))),
        What::Suspended { on: On::NextIteration, .. } => ("ring", words.log_yields.to_owned()),
        What::Suspended { on, .. } => {
            let what = awaited(on, picture).unwrap_or_else(|| words.a_future.to_owned());
            ("link", (words.log_waits)(&what))
        }
        What::Requested { stage, .. } => ("net", stage_words(stage, words)),
        What::ResourceMade { resource, .. } => ("gem", (words.log_made)(&resource_name(*resource, picture))),
        What::ResourceChanged { resource, change, .. } => {
            let (mark, said) = change_words(*change, words);
            (mark, said(&resource_name(*resource, picture)))
        }
        What::Ready => ("ring", words.log_ready.to_owned()),
        What::Blocked { until, .. } => ("block", (words.log_blocks)(&words.measured(*until))),
        What::Printed(text) => ("out", (words.log_printed)(&quoted(text.as_str()))),
        What::CancelRequested { by } => ("barred", (words.log_cancel)(&asker(*by, event.task, picture, words))),
        What::CancelDelivered { .. } => ("barred", words.log_delivered.to_owned()),
        What::CancelWithdrawn => ("barred", words.log_withdrawn.to_owned()),
        What::Finished(End::Returned(value)) => ("check", (words.log_returned)(value.as_str())),
        What::Finished(End::Failed { class, message }) => {
            ("cross", (words.log_failed)(&exception_text(class, message)))
        }
        What::Warned { message, .. } => ("warn", (words.log_warned)(message.as_str())),
        What::Finished(End::Destroyed) => ("gone", words.log_destroyed.to_owned()),
        What::Finished(End::Cancelled) => ("barred", words.log_cancelled.to_owned()),
    }
}
