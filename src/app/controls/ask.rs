//! The question for consent: before the first request to a host, the reader learns what would be sent to whom, and
//! decides.

use yew::{AttrValue, Callback, Html, Properties, component, html, use_effect_with};

use crate::app::model::action::Action;
use crate::app::model::wish::Wish;
use crate::host::document;
use crate::text::{Language, interface};

/// The properties of the question.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The origins that the question is about; empty if there is none.
    pub origins: Vec<String>,
    /// The page's address in a window of its own, if a page of another origin shows it in a frame.
    pub elsewhere: Option<AttrValue>,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
    /// Called with the reader's wishes about the run.
    pub on_wish: Callback<Wish>,
}

/// The id of the button that gets the focus: the one that refuses.
const REFUSE: &str = "refuse";

/// The question; empty while there is none.
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

fn question(props: &Props) -> Html {
    let words = interface(props.language);
    html! {
        <div class="notice ask" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-text">
            <div>
                <b id="ask-title">{words.ask_title}</b>
                <div id="ask-text">
                    <p>{if props.elsewhere.is_some() { words.ask_framed } else { words.ask_text }}</p>
                    <ul>{for props.origins.iter().map(|origin| html! { <li><code>{origin.clone()}</code></li> })}</ul>
                </div>
            </div>
            {match &props.elsewhere {
                Some(address) => html! {
                    <a class="btn" id="elsewhere" href={address.clone()} target="_blank" rel="noopener">{words.ask_elsewhere}</a>
                },
                None => html! {
                    <button class="btn" type="button" id="allow" onclick={props.on_wish.reform(|_| Wish::Allow)}>{words.allow}</button>
                },
            }}
            <button class="btn" type="button" id={REFUSE} onclick={props.on_action.reform(|_| Action::Ask(Vec::new()))}>
                {words.refuse}
            </button>
        </div>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;

    async fn shown(origins: &[&str], elsewhere: Option<&'static str>) -> String {
        let props = Props {
            language: Language::English,
            origins: origins.iter().map(|origin| (*origin).to_owned()).collect(),
            elsewhere: elsewhere.map(AttrValue::from),
            on_action: Callback::noop(),
            on_wish: Callback::noop(),
        };
        LocalServerRenderer::<Ask>::with_props(props).hydratable(false).render().await
    }

    #[tokio::test]
    async fn the_question_names_every_host_and_its_two_answers() {
        let html = shown(&["http://a.example", "https://b.example:444"], None).await;
        for part in ["http://a.example<", "https://b.example:444<", "id=\"allow\"", "id=\"refuse\""] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(!shown(&[], None).await.contains("button"), "without a host there is no question");
    }

    #[tokio::test]
    async fn in_a_frame_of_another_origin_the_page_is_opened_by_itself_instead() {
        let html = shown(&["http://a.example"], Some("#/s/real-requests")).await;
        assert!(!html.contains("id=\"allow\""), "{html}");
        assert!(html.contains("href=\"#/s/real-requests\" target=\"_blank\""), "{html}");
        assert!(html.contains("id=\"refuse\""), "{html}");
    }
}
