//! The first page, and the page of an address that leads nowhere.

use yew::{AttrValue, Html, Properties, component, html};

use super::prose::prose;
use crate::scenarios;
use crate::text::{Language, interface};

/// What these pages show.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The address that leads nowhere, if one does.
    #[prop_or_default]
    pub unknown: Option<AttrValue>,
    /// The address of the first scenario.
    pub first: AttrValue,
    /// The address of the contents.
    pub home: AttrValue,
}

/// The first page.
#[component]
pub fn Welcome(props: &Props) -> Html {
    let words = interface(props.language);
    if let Some(address) = &props.unknown {
        return html! {
            <main class="work welcome" id="work" tabindex="-1">
                <h1>{words.unknown_title}</h1>
                <p class="question">{(words.unknown_text)(address)}</p>
                <p><a class="btn main" href={props.home.clone()}>{words.to_contents}</a></p>
            </main>
        };
    }
    let first = scenarios::ALL.first().map(|scenario| scenario.text.get(props.language).title);
    html! {
        <main class="work welcome" id="work" tabindex="-1">
            <h1>{words.welcome}</h1>
            {for words.welcome_text.iter().map(|text| html! { <p class="read">{prose(text)}</p> })}
            <p><a class="btn main" href={props.first.clone()}>{words.start_here}</a></p>
            <p class="hint">{first}</p>
        </main>
    }
}
