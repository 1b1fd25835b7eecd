//! The parts of the program, which are loaded when they are needed (`tools/parts.mjs`).

use std::borrow::Cow;

use yew::{Html, hook, html, use_effect_with, use_state};

use super::later::{Asked, Failure, Loading, request};
use crate::host::fetch::{Abort, Missed};
use crate::host::part;
use crate::scenarios::Scenario;
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
    /// The first page.
    Welcome,
    /// The pages to read.
    Reading,
    /// The program of a scenario, with what the scenarios of its chapter share.
    Program(&'static Scenario),
}

impl Part {
    /// The name that `tools/parts.mjs` has for the part.
    pub(in crate::app) fn name(self) -> Cow<'static, str> {
        match self {
            Self::Lab => "lab".into(),
            Self::Tabs => "tab".into(),
            Self::Code => "code".into(),
            Self::Prediction => "prediction".into(),
            Self::Gain => "gain".into(),
            Self::Ask => "ask".into(),
            Self::Keys => "keys".into(),
            Self::Search => "search".into(),
            Self::Welcome => "welcome".into(),
            Self::Reading => "reading".into(),
            Self::Program(scenario) => format!("program-{}", scenario.id).into(),
        }
    }
}

fn are_loaded(parts: &[Part]) -> bool {
    parts.iter().all(|part| part::is_loaded(&part.name()))
}

async fn load(parts: Vec<Part>, anew: bool) -> Result<(), Failure> {
    part::load(parts.into_iter().map(Part::name), anew).await.map_err(|missed| match missed {
        Missed::NoAnswer => Failure::NoAnswer,
        // The file's name contains its digest. A host without the file has another version of the page.
        Missed::Refused(_) => Failure::OfAnotherVersion,
    })
}

/// Loads these parts of the program. Returns the state of the load; `None` when they are loaded.
#[hook]
pub fn use_parts(parts: Vec<Part>) -> Option<Loading> {
    let asked = use_state(Asked::default);
    use_effect_with((parts.clone(), asked.again()), {
        let setter = asked.setter();
        move |(parts, again)| {
            let missing = !are_loaded(parts);
            let request = missing
                .then(|| request((parts.clone(), *again), setter, Abort::new(), load(parts.clone(), *again > 0)));
            move || drop(request)
        }
    });
    (!are_loaded(&parts)).then(|| asked.so_far(&parts, asked.setter()))
}

/// The message in place of a page until its parts are loaded.
pub fn instead(loading: &Loading, language: Language) -> Html {
    html! { <main class="work" id="work" tabindex="-1" data-waits="true">{loading.instead(language)}</main> }
}

/// The view if its part is loaded, otherwise a message about the load.
pub fn behind(part: Part, loading: Option<&Loading>, language: Language, view: impl FnOnce() -> Html) -> Html {
    if are_loaded(&[part]) {
        return view();
    }
    html! { <div data-waits="true">{loading.map(|loading| loading.instead(language))}</div> }
}
