//! The parts of the program, which are loaded when they are needed (`tools/parts.mjs`).

use std::borrow::Cow;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html, hook, html, use_effect_with, use_state};

use super::later::{Failure, LATE, Loading};
use crate::host::part;
use crate::scenarios::{Chapter, Scenario};
use crate::text::Language;

/// A part of the program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// The lab's view, editor and engine.
    Lab,
    /// The tabs beside the outcome and the code.
    Tabs,
    /// The tab with the code.
    Code,
    /// The questions before a run.
    Prediction,
    /// The gain of a comparison.
    Gain,
    /// The question for consent.
    Ask,
    /// The list of keys.
    Keys,
    /// The search in the contents.
    Search,
    /// The pages to read.
    Reading,
    /// What the scenarios of a chapter share.
    Chapter(Chapter),
    /// The program of a scenario.
    Program(&'static Scenario),
}

impl Part {
    /// The name that `tools/parts.mjs` has for the part.
    fn name(self) -> Cow<'static, str> {
        match self {
            Self::Lab => "lab".into(),
            Self::Tabs => "tab".into(),
            Self::Code => "code".into(),
            Self::Prediction => "prediction".into(),
            Self::Gain => "gain".into(),
            Self::Ask => "ask".into(),
            Self::Keys => "keys".into(),
            Self::Search => "search".into(),
            Self::Reading => "reading".into(),
            Self::Chapter(chapter) => chapter.id().into(),
            Self::Program(scenario) => format!("program-{}", scenario.id).into(),
        }
    }
}

fn are_loaded(parts: &[Part]) -> bool {
    parts.iter().all(|part| part::is_loaded(&part.name()))
}

async fn load(parts: Vec<Part>) -> Result<(), String> {
    part::load(parts.into_iter().map(Part::name)).await
}

/// The state of a load that is not complete.
#[derive(PartialEq)]
enum Waiting {
    Begun,
    Late,
    Failed(String),
}

/// Loads these parts of the program. Returns how far that is; `None` when they are loaded.
#[hook]
pub fn use_parts(parts: Vec<Part>) -> Option<Loading> {
    let waiting = use_state(|| (Waiting::Begun, 0));
    let loaded = are_loaded(&parts);
    use_effect_with((parts, waiting.1), {
        let setter = waiting.setter();
        move |(parts, attempt)| {
            let (parts, attempt) = (parts.clone(), *attempt);
            let late = (!are_loaded(&parts)).then(|| {
                let (setter, late, awaited) = (setter.clone(), setter, parts.clone());
                spawn_local(async move {
                    let failed = load(parts).await.err();
                    setter.set((failed.map_or(Waiting::Begun, Waiting::Failed), attempt));
                });
                Timeout::new(LATE, move || {
                    if !are_loaded(&awaited) {
                        late.set((Waiting::Late, attempt));
                    }
                })
            });
            move || drop(late)
        }
    });
    if loaded {
        return None;
    }
    let again = {
        let (setter, next) = (waiting.setter(), waiting.1 + 1);
        Callback::from(move |()| setter.set((Waiting::Begun, next)))
    };
    Some(match &waiting.0 {
        Waiting::Begun => Loading::Waiting,
        Waiting::Late => Loading::Late(again),
        Waiting::Failed(reason) => Loading::Failed(Failure::Unreachable(reason.clone()), again),
    })
}

/// What is shown instead of a page until its parts are loaded.
pub fn instead(loading: &Loading, language: Language) -> Html {
    html! { <main class="work" id="work" tabindex="-1" data-waits="true">{loading.instead(language)}</main> }
}

/// The view if its part is loaded, otherwise how far the load is.
pub fn behind(part: Part, loading: Option<&Loading>, language: Language, view: impl FnOnce() -> Html) -> Html {
    if are_loaded(&[part]) {
        return view();
    }
    html! { <div data-waits="true">{loading.map(|loading| loading.instead(language))}</div> }
}
