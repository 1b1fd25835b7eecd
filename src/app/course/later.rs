//! Texts that are loaded when they are wanted: each once, with a word meanwhile, and a way to try again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html, hook, html, use_effect_with, use_state};

use crate::host::{document, fetch};
use crate::text::{File, Language, interface};

thread_local! {
    /// What has come. It stays for as long as the page does: the whole course is 160 KB.
    static SHELF: RefCell<Vec<(&'static str, &'static str)>> = const { RefCell::new(Vec::new()) };
}

/// Whether a text is there.
#[derive(Clone, PartialEq)]
pub enum Loading {
    /// It is on its way.
    Waiting,
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
        let Self::Failed(failure, again) = self else {
            let hidden = matches!(self, Self::Hidden);
            return html! { <p class="note">{if hidden { words.prediction.hidden } else { words.loading }}</p> };
        };
        let reason = match failure {
            Failure::Unreachable(reason) => (words.not_loaded)(reason),
            Failure::OfAnotherVersion => words.of_another_version.to_owned(),
        };
        html! {
            <div class="not-loaded">
                <p role="alert">{reason}</p>
                <button class="btn" type="button" onclick={again.reform(|_| ())}>{words.try_again}</button>
            </div>
        }
    }
}

/// How often a file was asked for again, and how the last answer failed. One state, since each type of state is 1 KB of wasm.
#[derive(Default)]
struct Asked {
    again: u32,
    failed: Option<(File, Failure)>,
}

/// The text of a file, from the moment that it is there.
#[hook]
pub fn use_file(file: File) -> Loading {
    let asked = use_state(Asked::default);
    use_effect_with((file, asked.again), {
        let setter = asked.setter();
        move |&(file, again)| {
            // An answer that comes after the reader went on tells nothing any more.
            let wanted = Rc::new(Cell::new(true));
            if on_shelf(file).is_none() {
                let wanted = wanted.clone();
                spawn_local(async move {
                    let failure = load(file).await.err();
                    if wanted.get() {
                        setter.set(Asked { again, failed: failure.map(|failure| (file, failure)) });
                    }
                });
            }
            move || wanted.set(false)
        }
    });
    if let Some(text) = on_shelf(file) {
        return Loading::There(text);
    }
    match &asked.failed {
        Some((of, failure)) if *of == file => {
            let (setter, again) = (asked.setter(), asked.again + 1);
            let ask = move |()| {
                // The button goes with its press: the keyboard goes on where what is asked for will stand.
                document::focus_next("work");
                setter.set(Asked { again, failed: None });
            };
            Loading::Failed(failure.clone(), Callback::from(ask))
        }
        _ => Loading::Waiting,
    }
}

fn on_shelf(file: File) -> Option<&'static str> {
    let loaded = || SHELF.with_borrow(|shelf| shelf.iter().find(|(path, _)| *path == file.path).map(|(_, text)| *text));
    file.compiled().or_else(loaded)
}

async fn load(file: File) -> Result<(), Failure> {
    let text = fetch::text(file.path).await.map_err(Failure::Unreachable)?;
    if !file.holds(&text) {
        return Err(Failure::OfAnotherVersion);
    }
    SHELF.with_borrow_mut(|shelf| shelf.push((file.path, text.leak())));
    Ok(())
}
