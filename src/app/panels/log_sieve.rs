//! The filters of the log: by task, and by kind of event.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event as Changed, Html, UseStateHandle, html};

use crate::app::model::run::{Run, Track};
use crate::text::{Language, log as log_words};
use crate::trace::{Event, Name, What};

/// The most tasks that the filter offers.
const TASKS: usize = 500;

/// The present filters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sieve {
    /// Only events of this task.
    pub task: Option<String>,
    /// Only events of this kind.
    pub kind: Option<Sort>,
}

/// The kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Prints and warnings.
    Prints,
    /// Steps, waits and readiness of tasks.
    Waits,
    /// Tasks created, renamed and ended.
    Lives,
    /// Requests for cancellation, their delivery and their withdrawal.
    Cancellations,
    /// Changes of resources, and requests to the network.
    Resources,
}

impl Sort {
    /// All kinds, in the order of the filter.
    pub const ALL: [Self; 5] = [Self::Prints, Self::Waits, Self::Lives, Self::Cancellations, Self::Resources];

    /// The kind of an event.
    #[must_use]
    pub const fn of(what: &What) -> Self {
        match what {
            What::Printed(_) | What::Warned { .. } => Self::Prints,
            What::StepBegan | What::Suspended { .. } | What::Ready | What::Blocked { .. } => Self::Waits,
            What::Created { .. } | What::Renamed(_) | What::Finished(_) => Self::Lives,
            What::CancelRequested { .. } | What::CancelDelivered { .. } | What::CancelWithdrawn => Self::Cancellations,
            What::ResourceMade { .. } | What::ResourceChanged { .. } | What::Requested { .. } => Self::Resources,
        }
    }
}

impl Sieve {
    /// Whether an event passes the filters. `name` is the name of its task.
    #[must_use]
    pub fn passes(&self, event: &Event, name: Option<&Name>) -> bool {
        let is_of_task = self.task.as_ref().is_none_or(|task| name.is_some_and(|name| name.reads(task)));
        is_of_task && self.kind.is_none_or(|kind| kind == Sort::of(&event.what))
    }
}

/// Renders the two filters.
pub fn view(run: &Run, sieve: &UseStateHandle<Sieve>, language: Language) -> Html {
    let words = log_words::log(language);
    let pictures: Vec<_> = run.tracks.iter().map(Track::timeline).collect();
    let mut names: Vec<String> =
        pictures.iter().flat_map(|picture| &picture.lanes).take(TASKS).map(|lane| lane.name.to_string()).collect();
    names.dedup();
    let of_task = on_choice(sieve, |sieve, task| Sieve { task: Some(task).filter(|task| !task.is_empty()), ..sieve });
    let of_kind = on_choice(sieve, |sieve, kind| {
        let kind = kind.parse::<usize>().ok().and_then(|place| Sort::ALL.get(place).copied());
        Sieve { kind, ..sieve }
    });
    html! {
        <div class="sieve">
            <label class="field">
                <span>{words.task}</span>
                <select id="log-task" onchange={of_task}>
                    <option value="" selected={sieve.task.is_none()}>{words.all_tasks}</option>
                    {for names.into_iter().map(|name| html! {
                        <option value={name.clone()} selected={sieve.task.as_ref() == Some(&name)}>{name}</option>
                    })}
                </select>
            </label>
            <label class="field">
                <span>{words.kind}</span>
                <select id="log-kind" onchange={of_kind}>
                    <option value="" selected={sieve.kind.is_none()}>{words.all_kinds}</option>
                    {for Sort::ALL.into_iter().zip(words.kinds).enumerate().map(|(place, (sort, word))| html! {
                        <option value={place.to_string()} selected={sieve.kind == Some(sort)}>{word}</option>
                    })}
                </select>
            </label>
        </div>
    }
}

/// Changes the filters when the reader chooses in a list. `then` makes the new filters of the present ones and the
/// chosen value.
fn on_choice(sieve: &UseStateHandle<Sieve>, then: fn(Sieve, String) -> Sieve) -> Callback<Changed> {
    let sieve = sieve.clone();
    Callback::from(move |event: Changed| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let value = field.map(|field| field.value()).unwrap_or_default();
        sieve.set(then((*sieve).clone(), value));
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::TaskId;

    #[test]
    fn an_event_passes_by_its_task_and_its_kind() {
        let event = Event { time: 0.0, task: TaskId(1), callback: 1, what: What::Printed("x".into()) };
        let name = Name::Numbered(2);
        let passes =
            |task: Option<&str>, kind| Sieve { task: task.map(str::to_owned), kind }.passes(&event, Some(&name));
        assert!(passes(None, None) && passes(Some("Task-2"), Some(Sort::Prints)));
        assert!(!passes(Some("Task-1"), None) && !passes(None, Some(Sort::Waits)));
    }
}
