//! Finds tasks by name: the field, the number of matches, and moving between them.

use std::fmt::Write;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, KeyboardEvent, Properties, component, html};

use crate::app::model::run::Track;
use crate::app::widgets::icon::icon;
use crate::host::document;
use crate::text::{Language, interface};
use crate::trace::Name;

/// The least number of lanes for which the field is shown.
pub const MANY: usize = 12;

/// A match: the index of the program and of the lane.
pub type Found = (usize, usize);

/// All lanes whose task's name contains `wanted`, which is in lower case.
#[must_use]
pub fn found(tracks: &[Track], wanted: &str) -> Vec<Found> {
    let mut all = Vec::new();
    let mut text = String::new();
    for (program, track) in tracks.iter().enumerate().filter(|_| !wanted.is_empty()) {
        let picture = track.glance(&[]);
        let places = picture.lanes.iter().enumerate();
        all.extend(
            places.filter(|(_, lane)| part(&lane.name, wanted, &mut text).is_some()).map(|(place, _)| (program, place)),
        );
    }
    all
}

/// The index in the name at which `wanted` begins. `text` receives the name in lower case.
fn part(name: &Name, wanted: &str, text: &mut String) -> Option<usize> {
    text.clear();
    let _ = write!(text, "{name}");
    text.make_ascii_lowercase();
    text.find(wanted)
}

/// The name, with the match marked.
pub fn marked(name: &Name, wanted: &str) -> Html {
    let text = name.to_string();
    let Some(at) =
        Some(wanted).filter(|wanted| !wanted.is_empty()).and_then(|_| part(name, wanted, &mut String::new()))
    else {
        return html! { {text} };
    };
    let (before, rest) = text.split_at(at);
    let (hit, after) = rest.split_at(wanted.len());
    html! { <>{before.to_owned()}<mark>{hit.to_owned()}</mark>{after.to_owned()}</> }
}

/// The properties of the field.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The text of the field.
    pub typed: String,
    /// The number of matches.
    pub found: usize,
    /// The number of the selected match, from 1; 0 before the first.
    pub at: usize,
    /// Called with the typed text.
    pub on_type: Callback<String>,
    /// Called to move to the next match (true) or to the previous one (false).
    pub on_go: Callback<bool>,
}

/// The field.
#[component]
pub fn FindTask(props: &Props) -> Html {
    let words = interface(props.language);
    let typed = props.on_type.reform(|event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        field.map(|field| field.value()).unwrap_or_default()
    });
    let press = {
        let (on_go, on_type) = (props.on_go.clone(), props.on_type.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if document::is_plain(&event) => on_go.emit(!event.shift_key()),
            "Escape" => on_type.emit(String::new()),
            _ => {}
        })
    };
    let none = props.found == 0;
    let go = |name: &'static str, on: bool| {
        let word = if on { words.find_buttons.next } else { words.find_buttons.previous };
        html! {
            <button class="quiet" type="button" aria-label={word} title={word} aria-disabled={none.to_string()} onclick={props.on_go.reform(move |_| on)}>
                {icon(name)}
            </button>
        }
    };
    html! {
        <div class="find">
            <label class="search">
                {icon("search")}
                <input
                    id="find-task" type="search" placeholder={words.find_task} aria-label={words.find_task}
                    value={props.typed.clone()} oninput={typed} onkeydown={press} autocomplete="off" spellcheck="false"
                />
            </label>
            {go("up", false)}
            {go("down", true)}
            <span role="status">{if props.typed.is_empty() { String::new() } else { (words.found)(props.at, props.found) }}</span>
        </div>
    }
}
