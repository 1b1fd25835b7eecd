//! Texts that are loaded on demand: each once, with a message while it loads and a button to try again.

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
pub const LATE: u32 = 10_000;

thread_local! {
    /// The loaded texts, cached as long as the page lives: the whole course is 160 KB.
    static SHELF: RefCell<Vec<(&'static str, &'static str)>> = const { RefCell::new(Vec::new()) };
}

/// The state of a text that is loaded on demand.
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

/// The retries of a file and the last outcome. They are one state, since each type of state adds 1 KB of wasm.
#[derive(Default)]
struct Asked {
    again: u32,
    came: Option<(File, Outcome)>,
}

/// Why a file is not loaded yet.
enum Outcome {
    Late,
    Failed(Failure),
}

/// Loads a file and renders again when its state changes.
#[hook]
pub fn use_file(file: File) -> Loading {
    let asked = use_state(Asked::default);
    use_effect_with((file, asked.again), {
        let setter = asked.setter();
        move |&(file, again)| {
            let request = on_shelf(file).is_none().then(|| request(file, again, setter));
            // Dropping the request makes a late answer for a file that is no longer shown have no effect.
            move || drop(request)
        }
    });
    if let Some(text) = on_shelf(file) {
        return Loading::There(text);
    }
    let ask = || {
        let (setter, again) = (asked.setter(), asked.again + 1);
        Callback::from(move |()| {
            // The button disappears when it is pressed, so the focus moves to where the text will be.
            document::focus_next("work");
            setter.set(Asked { again, came: None });
        })
    };
    match &asked.came {
        Some((of, Outcome::Failed(failure))) if *of == file => Loading::Failed(failure.clone(), ask()),
        Some((of, Outcome::Late)) if *of == file => Loading::Late(ask()),
        Some(_) | None => Loading::Waiting,
    }
}

/// Loads a file and stores the outcome. Dropping the returned value aborts the request.
fn request(file: File, again: u32, setter: UseStateSetter<Asked>) -> impl Sized {
    let abort = Abort::new();
    let signal = abort.signal();
    let late = Rc::new(Cell::new(None));
    late.set(Some(Timeout::new(LATE, {
        let setter = setter.clone();
        move || setter.set(Asked { again, came: Some((file, Outcome::Late)) })
    })));
    let wanted = Rc::new(abort);
    let told = Rc::downgrade(&wanted);
    spawn_local({
        let late = Rc::clone(&late);
        async move {
            let failure = load(file, signal).await.err();
            late.take();
            if told.strong_count() > 0 {
                setter.set(Asked { again, came: failure.map(|failure| (file, Outcome::Failed(failure))) });
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
