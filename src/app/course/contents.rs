//! The table of contents: every scenario by chapter, with how long it takes, and a search.

use std::cell::OnceCell;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Html, InputEvent, Properties, component, html};

use super::readings::{FURTHER, chapter_title, of_chapter};
use crate::app::model::action::Action;
use crate::app::model::rehearsal::end_of;
use crate::app::model::route::Route;
use crate::app::widgets::figures::Figures;
use crate::app::widgets::icon::icon;
use crate::scenarios::{self, Chapter, Scenario};
use crate::text::{Language, Reading, interface};
use crate::trace::{Log, Seconds};

/// The search field's id, for the key that leads there.
pub const FIND: &str = "find";

/// What the contents show.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// Whether to say how long each scenario takes.
    pub timed: bool,
    /// The search.
    pub find: AttrValue,
    /// Whether they are open on a narrow screen.
    pub open: bool,
    /// The scenario or page that the reader is at.
    pub current: Option<&'static str>,
    /// The address of each scenario, in their order.
    pub addresses: Vec<String>,
    /// The scenarios that the reader has run.
    pub ran: Vec<&'static str>,
    /// Whether the present scenario's total is the reader's to predict.
    pub hides: bool,
    /// What the reader wants.
    pub on_action: Callback<Action>,
}

/// The licences of what is in the page: a file beside it, which `tools/licenses.mjs` writes.
pub const LICENSES: &str = "licenses.txt";

/// The contents.
#[component]
pub fn Contents(props: &Props) -> Html {
    let words = interface(props.language);
    let typed = props.on_action.reform(|event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Action::Find(field.map(|field| field.value()).unwrap_or_default())
    });
    let nothing = found(&props.find, props.language).next().is_none();

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
                {for Chapter::ALL.into_iter().zip(1..).map(|(chapter, number)| chapter_part(number, chapter, props))}
            </div>
            <ul class="readings">
                {for FURTHER.iter().map(|further| html! { <li>{page_link(further.reading, html! { <span>{(further.title)(words)}</span> }, props)}</li> })}
            </ul>
            <p class="licenses"><a class="ref" href={LICENSES} target="_blank" rel="noopener">{words.licenses}</a></p>
            <p class="nothing" role="status">{if nothing { words.nothing_found } else { "" }}</p>
        </nav>
    }
}

/// The scenarios that fit a search: those with every word of it in their texts or address, in any order.
fn found(find: &str, language: Language) -> impl Iterator<Item = &'static Scenario> {
    let wanted: Vec<String> = find.split_whitespace().map(folded).collect();
    scenarios::ALL.iter().filter(move |scenario| {
        let text = scenario.text.get(language);
        let there = folded(&format!("{} {} {} {}", scenario.id, text.contents, text.title, text.question));
        wanted.iter().all(|word| there.contains(word))
    })
}

/// Small letters without accents: the letters of French and English, and no table of all the others.
fn folded(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            'À' | 'Â' | 'à' | 'â' => 'a',
            'Ç' | 'ç' => 'c',
            'É' | 'È' | 'Ê' | 'Ë' | 'é' | 'è' | 'ê' | 'ë' => 'e',
            'Î' | 'Ï' | 'î' | 'ï' => 'i',
            'Ô' | 'ô' => 'o',
            'Ù' | 'Û' | 'Ü' | 'ù' | 'û' | 'ü' => 'u',
            '’' => '\'',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

fn chapter_part(number: usize, chapter: Chapter, props: &Props) -> Html {
    let links: Vec<Html> = found(&props.find, props.language)
        .filter(|scenario| scenario.chapter == chapter)
        .map(|scenario| link(scenario, props))
        .collect();
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

/// A link to a page that is read.
fn page_link(reading: &Reading, name: Html, props: &Props) -> Html {
    let id = reading.id;
    let current = (props.current == Some(id)).then_some("page");
    html! { <a href={Route::to_reading(id)} data-reading={id} aria-current={current}>{name}</a> }
}

fn link(scenario: &'static Scenario, props: &Props) -> Html {
    let place = scenarios::ALL.iter().position(|other| other == scenario).unwrap_or_default();
    let is_current = props.current == Some(scenario.id);
    let current = is_current.then_some("page");
    let words = interface(props.language);
    let takes = if props.timed { duration(place) } else { None };
    let total =
        takes.map(
            |seconds| {
                if is_current && props.hides { "?".to_owned() } else { format!("{}\u{a0}s", words.rough(seconds)) }
            },
        );
    html! {
        <li key={scenario.id}>
            <a href={props.addresses.get(place).cloned()} data-id={scenario.id} aria-current={current}>
                <span>{scenario.text.get(props.language).contents}</span>
                {mark(props.ran.contains(&scenario.id), interface(props.language).ran)}
                <i aria-hidden="true" />
                <span class="t">{total}</span>
            </a>
        </li>
    }
}

/// Says of a scenario that the reader has run it.
fn mark(ran: bool, word: &'static str) -> Html {
    if ran {
        html! { <span class="ran" role="img" aria-label={word} title={word}>{icon("check")}</span> }
    } else {
        html! { <span hidden={true} /> }
    }
}

/// How long the scenario at `place` takes with its defaults: found out once, by running it.
fn duration(place: usize) -> Option<Seconds> {
    thread_local! {
        static DURATIONS: OnceCell<Vec<Option<Seconds>>> = const { OnceCell::new() };
    }
    let rehearse = |scenario: &Scenario| {
        let at_once = (!scenario.is_always_real()).then(|| scenario.event_loop(&scenario.defaults(), &Log::shared()));
        end_of(&at_once?)
    };
    DURATIONS.with(|durations| {
        durations.get_or_init(|| scenarios::ALL.iter().map(rehearse).collect()).get(place).copied().flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_by_title_by_question_and_by_address() {
        let ids = |find, language| found(find, language).map(|scenario| scenario.id).collect::<Vec<_>>();
        assert_eq!(ids("", Language::English).len(), scenarios::ALL.len());
        assert_eq!(ids("CREATE-task", Language::English), ["create-task"]);
        assert!(ids("TÉLÉCHARGEMENTS", Language::French).contains(&"sequential"));
        assert!(ids("telechargements", Language::French).contains(&"sequential"));
        assert!(ids("no such words", Language::English).is_empty());
    }

    #[test]
    fn durations_are_those_of_the_runs() {
        for (place, scenario) in scenarios::ALL.iter().enumerate() {
            if scenario.is_always_real() {
                assert_eq!(duration(place), None, "a contents page sends nothing");
                continue;
            }
            let log = Log::shared();
            scenario.event_loop(&scenario.defaults(), &log).run_to_end();
            assert_eq!(duration(place), Some(log.borrow().end()), "{}", scenario.id);
        }
        assert_eq!(duration(0).map(|seconds| interface(Language::English).rough(seconds)), Some("4.5".to_owned()));
    }
}
