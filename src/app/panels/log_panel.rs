//! The Log tab: a run's events in words, up to the cursor. After the run has ended once, it lists the later events, too.

use std::rc::Rc;

use yew::{Callback, Html, MouseEvent, Properties, classes, component, html, use_effect_with, use_state};

use super::log_sieve::{self, Sieve};
use crate::app::model::run::{Run, Selection, Track};
use crate::app::model::wish::Wish;
use crate::app::widgets::figures::{Figures, asker, awaited, name_of};
use crate::app::widgets::icon::{change_words, icon};
use crate::app::widgets::ids::HERE;
use crate::app::widgets::reasons::reason as reason_words;
use crate::host::document;
use crate::text::said::said;
use crate::text::words::LogColumns;
use crate::text::{Interface, Language, interface};
use crate::trace::{
    Cursor, End, Event, On, Reason, Resource, ResourceId, Stage, TaskId, Timeline, What, exception_text, quoted,
    reasons,
};

/// The most lines: the last ones before the cursor, and the first ones after it.
const LINES: usize = 400;

/// The most events for which the reasons of readiness are shown, since finding them reads the whole log.
const REASONED: usize = 200_000;

/// The properties of the panel.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The run, if there is one.
    pub run: Option<Run>,
    /// The selected task.
    pub selected: Option<Selection>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The panel.
#[component]
pub fn LogPanel(props: &Props) -> Html {
    let words = interface(props.language);
    // The filter belongs to this list and is not part of the address.
    let sieve = use_state(Sieve::default);
    let seen: usize = props.run.iter().flat_map(|run| &run.tracks).map(|track| track.cursor.events).sum();
    use_effect_with((seen, (*sieve).clone()), |_| document::reveal(HERE));
    let Some(run) = &props.run else { return html! { <p class="note">{words.no_run_yet}</p> } };
    let titled = run.tracks.len() > 1;
    let tables = run.tracks.iter().enumerate().map(|(place, track)| {
        let title = track.variant.title(props.language);
        html! {
            <section key={track.variant.key()}>
                {if titled { html! { <h2>{title}</h2> } } else { html! {} }}
                {Pane { run, place, track, titled, sieve: &sieve }.table(props, words)}
            </section>
        }
    });
    html! { <>{log_sieve::view(run, &sieve, props.language)}{for tables}</> }
}

/// What is needed to render the events of one program.
struct Pane<'a> {
    run: &'a Run,
    place: usize,
    track: &'a Track,
    titled: bool,
    sieve: &'a Sieve,
}

/// A row: the event's index, the event, and why it makes a task ready.
type Row<'a> = (usize, &'a Event, Option<&'a Reason>);

impl Pane<'_> {
    fn table(&self, props: &Props, words: &Interface) -> Html {
        let log = self.track.log.borrow();
        // Later rows, with the names of their tasks, are known once the reader has seen the end.
        let known = if self.run.ended { Cursor::end(&log) } else { self.track.cursor };
        let picture = if self.run.ended { Rc::new(Timeline::at(&log, known)) } else { self.track.timeline() };
        let events = known.past(&log);
        let why = if events.len() > REASONED { Vec::new() } else { reasons(&log, known) };
        let reason = |number: usize| {
            let at = why.binary_search_by_key(&number, |(at, _)| *at).ok()?;
            Some(&why[at].1)
        };
        let passes = |event: &&Event| self.sieve.passes(event, name_of(&picture, event.task));
        let seen = self.track.cursor.events;
        let rows = |from: usize, to: usize| {
            let part = events.first(to).after(from);
            (from..to).zip(part.iter()).filter(move |(_, event)| passes(event))
        };
        let shown = |(at, event)| self.row((at, event, reason(at)), &picture, props, words);
        let mut past: Vec<_> = rows(0, seen).collect();
        let hidden = past.len().saturating_sub(LINES);
        past.drain(..hidden);
        html! {
            <div class="scrollx" tabindex="0" role="region" aria-label={words.tabs.log} data-scrolls="true">
                <table class="log">
                    {head(words)}
                    <tbody>
                        {(hidden > 0).then(|| html! { <tr key="hidden"><td colspan="4">{(words.log_earlier)(hidden)}</td></tr> })}
                        {for past.into_iter().map(shown)}
                        <tr class="here" key="here" id={HERE}><td colspan="4" /></tr>
                        {for rows(seen, events.len()).take(LINES).map(shown)}
                    </tbody>
                </table>
            </div>
        }
    }

    /// A row of the log. A click on the row moves the cursor to its event. For the keyboard, the time is a button that
    /// does the same.
    fn row(&self, (number, event, why): Row<'_>, picture: &Timeline, props: &Props, words: &Interface) -> Html {
        let (mark, mut text) = describe(event, picture, words);
        if let (What::Ready, Some(why)) = (&event.what, why) {
            text = (words.log_ready)(&reason_words(why, event.task, picture, words, said(props.language)));
        }
        let name = name_of(picture, event.task).map(ToString::to_string).unwrap_or_default();
        let selected = props.selected == Some(self.track.selection(name.clone(), self.titled));
        let is_later = number >= self.track.cursor.events;
        let (place, time) = (self.place, words.measured(event.time));
        let go = props.on_wish.reform(move |_: MouseEvent| Wish::See(place, number + 1));
        html! {
            <tr key={number} class={classes!(selected.then_some("sel"), is_later.then_some("later"))} onclick={go}>
                <td class="num">
                    <button class="ref" type="button" aria-label={(words.comparison.go_to)(&time)}>{time.clone()}</button>
                </td>
                <td class="num">{number + 1}</td><td class="task">{name}</td><td>{icon(mark)}{text}</td>
            </tr>
        }
    }
}

fn head(words: &Interface) -> Html {
    let LogColumns { time, number, task, happened } = words.log_columns;
    html! {
        <thead>
            <tr>
                <th scope="col" class="num">{time}</th><th scope="col" class="num">{number}</th>
                <th scope="col">{task}</th><th scope="col">{happened}</th>
            </tr>
        </thead>
    }
}

fn resource_name(resource: ResourceId, picture: &Timeline) -> String {
    picture.resource(resource).map(Resource::name).unwrap_or_default()
}

/// The stage of a request in words.
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

/// The icon and the words for an event.
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
        What::Ready => ("ring", words.span_ready.to_owned()),
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
