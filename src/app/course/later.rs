//! Texts that are loaded when they are wanted: each once, with a word meanwhile, and a way to try again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortSignal;
use yew::{Callback, Html, UseStateSetter, hook, html, use_effect_with, use_state};

use crate::host::document;
use crate::host::fetch::{self, Abort, Missed};
use crate::text::{File, Interface, Language, interface};

/// Milliseconds after which a reader may ask for a text again that is still on its way.
const LATE: u32 = 10_000;

thread_local! {
    /// What has come. It stays for as long as the page does: the whole course is 160 KB.
    static SHELF: RefCell<Vec<(&'static str, &'static str)>> = const { RefCell::new(Vec::new()) };
}

/// Whether a text is there.
#[derive(Clone, PartialEq)]
pub enum Loading {
    /// It is on its way.
    Waiting,
    /// It has been on its way for so long that the reader may ask again.
    Late(Callback<()>),
    /// It would give away what the reader wants to predict.
    Hidden,
    /// It is here.
    There(&'static str),
    /// It did not come.
    Failed(Failure, Callback<()>),
}

/// Why a text did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nobody answered.
    NoAnswer,
    /// In the words of the browser or the server.
    Unreachable(String),
    /// What came is not what this program was compiled with.
    OfAnotherVersion,
}

impl Loading {
    /// The text, if it is there.
    pub const fn text(&self) -> Option<&'static str> {
        if let Self::There(text) = self { Some(text) } else { None }
    }

    /// What stands in the text's place until it is there.
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

/// How often a file was asked for again, and what came of it. One state, since each type of state is 1 KB of wasm.
#[derive(Default)]
struct Asked {
    again: u32,
    came: Option<(File, Outcome)>,
}

/// What there is to say of a file that has not come.
enum Outcome {
    Late,
    Failed(Failure),
}

/// The text of a file, from the moment that it is there.
#[hook]
pub fn use_file(file: File) -> Loading {
    let asked = use_state(Asked::default);
    use_effect_with((file, asked.again), {
        let setter = asked.setter();
        move |&(file, again)| {
            let request = on_shelf(file).is_none().then(|| request(file, again, setter));
            // An answer that comes after the reader went on tells nothing any more.
            move || drop(request)
        }
    });
    if let Some(text) = on_shelf(file) {
        return Loading::There(text);
    }
    let ask = || {
        let (setter, again) = (asked.setter(), asked.again + 1);
        Callback::from(move |()| {
            // The button goes with its press: the keyboard goes on where what is asked for will stand.
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

/// Asks for a file, and says what comes of it. Dropping what it gives takes the request back.
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

/// A request that is taken back when this is dropped, its timer too.
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
