//! The icons, which are defined once in `index.html`, and the words beside them.

use yew::{Html, html};

use crate::text::Interface;
use crate::text::words::Meant;
use crate::trace::{Change, State};

/// The icon with this name. It is hidden from screen readers, so it needs a word next to it.
pub fn icon(name: &str) -> Html {
    html! {
        <svg class="ic" aria-hidden="true" focusable="false"><use href={format!("#i-{name}")} /></svg>
    }
}

/// The icon of a state or an end.
pub fn state_icon(state: State) -> Html {
    icon(match state {
        State::Running => "play",
        State::Ready => "ring",
        State::Sleeping => "moon",
        State::Waiting => "link",
        State::Queued => "queue",
        State::Requesting => "net",
        State::Result => "check",
        State::Error => "cross",
        State::Timeout => "timer",
        State::Cancelled => "barred",
        State::Swallowed => "swallow",
        State::Lost => "letter",
        State::Destroyed => "gone",
    })
}

/// The code of a state, for style sheets and scripts.
#[must_use]
pub const fn state_code(state: State) -> &'static str {
    match state {
        State::Running => "running",
        State::Ready => "ready",
        State::Sleeping => "sleeping",
        State::Waiting => "waiting",
        State::Queued => "queued",
        State::Requesting => "requesting",
        State::Result => "result",
        State::Error => "error",
        State::Timeout => "timeout",
        State::Cancelled => "cancelled",
        State::Swallowed => "swallowed",
        State::Lost => "lost",
        State::Destroyed => "destroyed",
    }
}

/// All states, in the order of the legend.
pub const STATES: [State; 13] = [
    State::Running,
    State::Ready,
    State::Sleeping,
    State::Waiting,
    State::Queued,
    State::Requesting,
    State::Result,
    State::Error,
    State::Timeout,
    State::Cancelled,
    State::Swallowed,
    State::Lost,
    State::Destroyed,
];

/// The word for a state, and its meaning.
#[must_use]
pub const fn state_words(state: State, words: &Interface) -> Meant {
    let states = &words.states;
    match state {
        State::Running => states.running,
        State::Ready => states.ready,
        State::Sleeping => states.sleeping,
        State::Waiting => states.waiting,
        State::Queued => states.queued,
        State::Requesting => states.requesting,
        State::Result => states.result,
        State::Error => states.error,
        State::Timeout => states.timeout,
        State::Cancelled => states.cancelled,
        State::Swallowed => states.swallowed,
        State::Lost => states.lost,
        State::Destroyed => states.destroyed,
    }
}

/// The icon and the words for a change of a resource, from the resource's name.
#[must_use]
pub fn change_words(change: Change, words: &Interface) -> (&'static str, fn(&str) -> String) {
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
