//! Loading on demand, of texts and parts of the program: each once, with a message meanwhile and a button to try again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortSignal;
use yew::{Callback, Html, UseStateSetter, hook, html, use_effect_with, use_state};

use crate::host::document;
use crate::host::fetch::{self, Abort, Missed};
use crate::text::{File, Interface, Language, interface};

/// The milliseconds after which a slow load may be restarted by the reader.
const LATE: u32 = 10_000;

thread_local! {
    /// The loaded texts, cached until the page is closed.
    static SHELF: RefCell<Vec<(&'static str, &'static str)>> = const { RefCell::new(Vec::new()) };
}

/// The state of a text, or of a part of the program, that is loaded on demand.
#[derive(Clone, PartialEq)]
pub enum Loading {
    /// It is being loaded.
    Waiting,
    /// Loading takes long. The callback loads it again.
    Late(Callback<()>),
    /// It is hidden, since it would reveal what the reader predicts.
    Hidden,
    /// It is loaded.
    There(&'static str),
    /// Loading failed. The callback loads it again.
    Failed(Failure, Callback<()>),
}

/// Why loading a text failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The network or the server gave no answer.
    NoAnswer,
    /// The browser or the server reported this error.
    Unreachable(String),
    /// The file belongs to another version of the page.
    OfAnotherVersion,
}

impl Loading {
    /// The text, if it is loaded.
    pub const fn text(&self) -> Option<&'static str> {
        if let Self::There(text) = self { Some(text) } else { None }
    }

    /// The message in the text's place until it is loaded.
    pub fn instead(&self, language: Language) -> Html {
        let words = interface(language);
        match self {
            Self::Hidden => html! { <p class="note">{words.prediction.hidden}</p> },
            Self::Waiting | Self::There(_) => html! { <p class="note">{words.loading}</p> },
            Self::Late(again) => html! {
                <div class="not-loaded"><p class="note" role="status">{words.late}</p>{ask_again(again, words)}</div>
            },
            Self::Failed(failure, again) => html! {
                <div class="not-loaded"><p role="alert">{failure.reason(words)}</p>{ask_again(again, words)}</div>
            },
        }
    }
}

impl Failure {
    fn reason(&self, words: &Interface) -> String {
        match self {
            Self::NoAnswer => (words.not_loaded)(words.needs_network),
            Self::Unreachable(reason) => (words.not_loaded)(reason),
            Self::OfAnotherVersion => words.of_another_version.to_owned(),
        }
    }
}

impl From<Missed> for Failure {
    fn from(missed: Missed) -> Self {
        match missed {
            Missed::NoAnswer => Self::NoAnswer,
            Missed::Refused(reason) => Self::Unreachable(reason),
        }
    }
}

fn ask_again(again: &Callback<()>, words: &Interface) -> Html {
    html! { <button class="btn" type="button" onclick={again.reform(|_| ())}>{words.try_again}</button> }
}

/// The number of retries of a load, and the last outcome with the thing that was to be loaded.
pub(super) struct Asked<T> {
    again: u32,
    came: Option<(T, Outcome)>,
}

impl<T> Default for Asked<T> {
    fn default() -> Self {
        Self { again: 0, came: None }
    }
}

/// Why something is not loaded yet.
enum Outcome {
    Late,
    Failed(Failure),
}

impl<T: PartialEq + 'static> Asked<T> {
    /// The number of the present try.
    pub(super) const fn again(&self) -> u32 {
        self.again
    }

    /// The state of the load of `what`, which is not loaded yet. The outcome of another load is ignored.
    pub(super) fn so_far(&self, what: &T, setter: UseStateSetter<Self>) -> Loading {
        let again = self.again + 1;
        let ask = Callback::from(move |()| {
            // The button disappears when it is pressed, so the focus moves to where the text will be.
            document::focus_next("work");
            setter.set(Self { again, came: None });
        });
        match &self.came {
            Some((of, Outcome::Failed(failure))) if of == what => Loading::Failed(failure.clone(), ask),
            Some((of, Outcome::Late)) if of == what => Loading::Late(ask),
            Some(_) | None => Loading::Waiting,
        }
    }
}

/// Loads a file and renders again when its state changes.
#[hook]
pub fn use_file(file: File) -> Loading {
    let asked = use_state(Asked::default);
    use_effect_with((file, asked.again), {
        let setter = asked.setter();
        move |&(file, again)| {
            let request = on_shelf(file).is_none().then(|| {
                let abort = Abort::new();
                let signal = abort.signal();
                request((file, again), setter, abort, load(file, signal))
            });
            // Dropping the request makes a late answer for a file that is no longer shown have no effect.
            move || drop(request)
        }
    });
    on_shelf(file).map_or_else(|| asked.so_far(&file, asked.setter()), Loading::There)
}

/// Runs the load of `what` and stores the outcome. Dropping the returned value aborts it.
pub(super) fn request<T: Clone + PartialEq + 'static>(
    (what, again): (T, u32),
    setter: UseStateSetter<Asked<T>>,
    abort: Abort,
    load: impl Future<Output = Result<(), Failure>> + 'static,
) -> impl Sized {
    let late = Rc::new(Cell::new(None));
    late.set(Some(Timeout::new(LATE, {
        let (setter, what) = (setter.clone(), what.clone());
        move || setter.set(Asked { again, came: Some((what, Outcome::Late)) })
    })));
    let wanted = Rc::new(abort);
    let told = Rc::downgrade(&wanted);
    spawn_local({
        let late = Rc::clone(&late);
        async move {
            let failure = load.await.err();
            late.take();
            if told.strong_count() > 0 {
                setter.set(Asked { again, came: failure.map(|failure| (what, Outcome::Failed(failure))) });
            }
        }
    });
    TakenBack { late, _wanted: wanted }
}

/// Aborts the request and stops its timer when it is dropped.
struct TakenBack {
    late: Rc<Cell<Option<Timeout>>>,
    _wanted: Rc<Abort>,
}

impl Drop for TakenBack {
    fn drop(&mut self) {
        self.late.take();
    }
}

fn on_shelf(file: File) -> Option<&'static str> {
    let loaded = || SHELF.with_borrow(|shelf| shelf.iter().find(|(path, _)| *path == file.path).map(|(_, text)| *text));
    file.compiled().or_else(loaded)
}

async fn load(file: File, signal: Option<AbortSignal>) -> Result<(), Failure> {
    let text = fetch::text(file.path, signal).await?;
    if !file.holds(&text) {
        return Err(Failure::OfAnotherVersion);
    }
    SHELF.with_borrow_mut(|shelf| shelf.push((file.path, text.leak())));
    Ok(())
}
