//! The table of contents: every scenario by chapter, with its duration, and a search.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, InputEvent, Properties, component, hook, html};

use super::door::{Part, use_parts};
use super::later::Loading;
use super::readings::{FURTHER, chapter_title, of_chapter};
use super::results;
use super::search::{Found, found};
use super::words::use_words;
use crate::app::model::action::Action;
use crate::app::model::route::Route;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::icon;
use crate::app::widgets::ids::EXERCISES;
use crate::host::{document, exercises};
use crate::scenarios::{self, Chapter, Scenario};
use crate::text::lab::lab;
use crate::text::{Language, Reading, interface};

/// The id of the search field; the key `/` moves the focus there.
pub const FIND: &str = "find";

/// What the contents show.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language of the page.
    pub language: Language,
    /// The text of the search field.
    pub find: AttrValue,
    /// Whether the contents are open on a narrow screen.
    pub open: bool,
    /// The id of the present scenario or reading.
    pub current: Option<&'static str>,
    /// The address of each scenario, in the course's order.
    pub addresses: Rc<Vec<String>>,
    /// The ids of the scenarios that the reader has run.
    pub ran: Vec<&'static str>,
    /// Whether the present scenario's duration is hidden, because the reader predicts it.
    pub hides: bool,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
}

/// The path of the file with the licences of all parts of the page, written by `tools/licenses.mjs`.
pub const LICENSES: &str = "licenses.txt";

/// The table of contents.
#[component]
pub fn Contents(props: &Props) -> Html {
    let words = interface(props.language);
    let typed = props.on_action.reform(|event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Action::Find(field.map(|field| field.value()).unwrap_or_default())
    });
    let (found, loading) = use_found(&props.find, props.language);
    let nothing = found == Found::default();

    html! {
        <nav class="contents" id="contents" aria-label={words.scenarios} data-open={props.open.to_string()}>
            <label class="search">
                {icon("search")}
                <input
                    id={FIND} type="search" placeholder={words.find} aria-label={words.find_scenario}
                    value={props.find.clone()} oninput={typed} autocomplete="off" spellcheck="false"
                />
                <kbd aria-hidden="true">{"/"}</kbd>
            </label>
            <div class="chapters">
                {for Chapter::ALL.into_iter().zip(1..).map(|(chapter, number)| chapter_part(number, chapter, &found, props))}
            </div>
            {if loading.is_none() && !props.find.trim().is_empty() { results::view(&found, props.language) } else { html! {} }}
            {match loading {
                Some(loading) => html! { <div data-waits="true">{loading.instead(props.language)}</div> },
                // A missing child would make Yew build the field anew while the reader types in it.
                None => html! { <div hidden={true} /> },
            }}
            <ul class="readings">
                {for FURTHER.iter().map(|further| html! { <li>{page_link(further.reading, html! { <span>{(further.title)(words)}</span> }, props)}</li> })}
            </ul>
            {exercises(props.language)}
            <p class="licenses"><a class="ref" href={LICENSES} target="_blank" rel="noopener">{words.licenses}</a></p>
            <p class="nothing" role="status">{if nothing { words.nothing_found } else { "" }}</p>
        </nav>
    }
}

/// The result of the search, and the state of its part of the program while that is loading. Without a search, the
/// result has all scenarios.
#[hook]
fn use_found(find: &str, language: Language) -> (Found, Option<Loading>) {
    let searches = !find.trim().is_empty();
    let texts = use_words(searches);
    let loading = use_parts(if searches { vec![Part::Search] } else { Vec::new() });
    let found = if searches && loading.is_none() {
        found(find, language, texts.as_deref().map_or(&[], Vec::as_slice))
    } else {
        Found { scenarios: scenarios::ALL.iter().map(|scenario| (scenario, None)).collect(), ..Found::default() }
    };
    (found, loading)
}

/// The exercises: their list is loaded when it is opened.
fn exercises(language: Language) -> Html {
    let open = Callback::from(move |_: Event| {
        if let Some(host) = document::element(EXERCISES) {
            exercises::list(host, language.code());
        }
    });
    html! {
        <details class="drills" ontoggle={open}>
            <summary>{lab(language).exercises}</summary>
            <div id={EXERCISES} />
        </details>
    }
}

fn chapter_part(number: usize, chapter: Chapter, found: &Found, props: &Props) -> Html {
    let here = found.scenarios.iter().filter(|(scenario, _)| scenario.chapter == chapter);
    let links: Vec<Html> = here.map(|(scenario, why)| link(scenario, why.as_ref(), props)).collect();
    if links.is_empty() {
        return html! { <div /> };
    }
    let title = chapter_title(chapter, interface(props.language));
    html! {
        <div>
            <h2>{page_link(of_chapter(chapter), html! { <><b>{number}</b>{title}</> }, props)}</h2>
            <ul>{links}</ul>
        </div>
    }
}

/// A link to a reading.
fn page_link(reading: &Reading, name: Html, props: &Props) -> Html {
    let id = reading.id;
    let current = (props.current == Some(id)).then_some("page");
    html! { <a href={Route::to_reading(id)} data-reading={id} aria-current={current}>{name}</a> }
}

fn link(scenario: &'static Scenario, why: Option<&String>, props: &Props) -> Html {
    let place = scenarios::ALL.iter().position(|other| other == scenario).unwrap_or_default();
    let is_current = props.current == Some(scenario.id);
    let current = is_current.then_some("page");
    let words = interface(props.language);
    let takes = scenarios::duration(scenario.id);
    let total =
        takes.map(
            |seconds| {
                if is_current && props.hides { "?".to_owned() } else { format!("{}\u{a0}s", words.rough(seconds)) }
            },
        );
    html! {
        <li key={scenario.id}>
            <a href={props.addresses.get(place).cloned()} data-id={scenario.id} aria-current={current}>
                <span>
                    {scenario.text.get(props.language).contents}
                    {why.map(|why| html! { <small class="leads">{" "}{why}</small> })}
                </span>
                {mark(props.ran.contains(&scenario.id), interface(props.language).ran)}
                <i aria-hidden="true" />
                <span class="t">{total}</span>
            </a>
        </li>
    }
}

/// The mark of a scenario that the reader has run.
fn mark(ran: bool, word: &'static str) -> Html {
    if ran {
        html! { <span class="ran" role="img" aria-label={word} title={word}>{icon("check")}</span> }
    } else {
        html! { <span hidden={true} /> }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::Log;

    #[test]
    fn durations_are_those_of_the_runs() {
        for scenario in scenarios::ALL {
            if scenario.is_always_real() {
                assert_eq!(scenarios::duration(scenario.id), None, "the contents send no requests");
                continue;
            }
            let log = Log::shared();
            scenario.event_loop(&scenario.defaults(), &log).run_to_end();
            let end = log.borrow().end();
            let listed = scenarios::duration(scenario.id);
            let near = listed.is_some_and(|seconds| (seconds - end).abs() < 0.000_501);
            assert!(near, "{} takes {end:.3}, and scenarios/durations.rs has {listed:?}", scenario.id);
        }
    }
}
