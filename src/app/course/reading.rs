//! The page of a reading: an introduction to a chapter with its scenarios, the glossary, or when to use async.

use yew::{Html, Properties, component, html, use_effect_with};

use super::later::use_file;
use super::prose::{Terms, prose};
use super::readings::{Page, chapter_of, neighbours};
use crate::host::document;
use crate::scenarios::{self, Scenario};
use crate::text::reading::GLOSSARY;
use crate::text::{Block, Language, Reading, blocks};

/// The properties of the page.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The reading.
    pub reading: &'static Reading,
    /// The id of the glossary's term to move to; empty for none.
    pub term: String,
    /// The address of each scenario, in the course's order.
    pub addresses: Vec<String>,
}

/// The page of a reading.
#[component]
pub fn ReadingPage(props: &Props) -> Html {
    let loading = use_file(*props.reading.file.get(props.language));
    let glossary = use_file(*GLOSSARY.file.get(props.language));
    use_effect_with((props.term.clone(), loading.text().is_some()), |(term, _)| {
        if !term.is_empty() {
            document::focus(&format!("term-{term}"));
        }
    });
    // The glossary has no links to its own terms.
    let explained = *props.reading == GLOSSARY;
    let mut terms = Terms::of(glossary.text().filter(|_| !explained));
    let body: Html = match loading.text() {
        Some(text) => blocks(text).map(|block| view(&block, &mut terms)).collect(),
        None => loading.instead(props.language),
    };
    html! {
        <main class="work reading" id="work" tabindex="-1" data-reading={props.reading.id}>
            <div class="read">{body}</div>
            {scenarios_of(props)}
            {neighbours(Page::Reading(props.reading), props.language, &|scenario| address(scenario, props))}
        </main>
    }
}

fn view(block: &Block, terms: &mut Terms) -> Html {
    match block {
        Block::Title(title) => html! { <h1>{title.clone()}</h1> },
        Block::Head("", head) => html! { <h2>{head.clone()}</h2> },
        Block::Head(id, head) => html! { <h2 id={format!("term-{id}")} tabindex="-1">{head.clone()}</h2> },
        Block::Paragraph(text) => html! { <p>{prose(text, terms)}</p> },
        Block::Item(text) => html! { <p class="point">{prose(text, terms)}</p> },
    }
}

/// The address of a scenario.
fn address(scenario: &Scenario, props: &Props) -> String {
    let place = scenarios::ALL.iter().position(|other| other == scenario);
    place.and_then(|place| props.addresses.get(place)).cloned().unwrap_or_default()
}

/// The list of the chapter's scenarios, each with its question.
fn scenarios_of(props: &Props) -> Html {
    let chapter = chapter_of(props.reading);
    let all = scenarios::ALL.iter().zip(&props.addresses);
    let items = all.filter(|(scenario, _)| Some(scenario.chapter) == chapter).map(|(scenario, address)| {
        let text = scenario.text.get(props.language);
        html! { <li key={scenario.id}><a class="ref" href={address.clone()}>{text.contents}</a>{" "}{text.question}</li> }
    });
    html! { <ol class="of-chapter">{for items}</ol> }
}
