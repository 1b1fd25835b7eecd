//! Before the first request to a host: the reader is told what will be sent where, and decides.

use yew::{Callback, Html, Properties, component, html, use_effect_with};

use crate::app::model::action::Action;
use crate::app::model::wish::Wish;
use crate::host::document;
use crate::text::{Language, interface};

/// What is asked.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The origins that would be asked; nothing while there is no question.
    pub origins: Vec<String>,
    /// What the reader wants.
    pub on_action: Callback<Action>,
    /// What the reader wants of the run.
    pub on_wish: Callback<Wish>,
}

/// The id of the button that the keyboard goes to: the one that sends nothing.
const REFUSE: &str = "refuse";

/// The question; nothing while there is none.
#[component]
pub fn Ask(props: &Props) -> Html {
    use_effect_with(props.origins.is_empty(), |none| {
        if !none {
            document::focus(REFUSE);
        }
    });
    if props.origins.is_empty() {
        return html! { <div /> };
    }
    question(props)
}

#[inline(never)]
fn question(props: &Props) -> Html {
    let words = interface(props.language);
    html! {
        <div class="notice ask" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-text">
            <div>
                <b id="ask-title">{words.ask_title}</b>
                <div id="ask-text">
                    <p>{words.ask_text}</p>
                    <ul>{for props.origins.iter().map(|origin| html! { <li><code>{origin.clone()}</code></li> })}</ul>
                </div>
            </div>
            <button class="btn" type="button" id="allow" onclick={props.on_wish.reform(|_| Wish::Allow)}>{words.allow}</button>
            <button class="btn" type="button" id={REFUSE} onclick={props.on_action.reform(|_| Action::Ask(Vec::new()))}>
                {words.refuse}
            </button>
        </div>
    }
}
