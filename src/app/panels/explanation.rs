//! The guide of a scenario: what to look at, the trap, and what to try next.

use yew::{Callback, Html, Properties, component, html};

use crate::app::course::later::{Loading, use_file};
use crate::app::course::prose::{Terms, prose};
use crate::app::course::tries;
use crate::app::model::action::Action;
use crate::scenarios::Scenario;
use crate::text::reading::GLOSSARY;
use crate::text::{Guide, Language, interface};

/// The properties of the panel.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The scenario's guide in that language.
    pub guide: Loading,
    /// The scenario. Without it, suggestions have no buttons.
    #[prop_or_default]
    pub scenario: Option<&'static Scenario>,
    /// Whether a suggestion was tried that can be undone.
    #[prop_or_default]
    pub tried: bool,
    /// Called with the reader's actions.
    #[prop_or_default]
    pub on_action: Callback<Action>,
}

/// The panel.
#[component]
pub fn Explanation(props: &Props) -> Html {
    let words = interface(props.language);
    let glossary = use_file(*GLOSSARY.file.get(props.language));
    let mut terms = Terms::of(glossary.text());
    let Some(text) = props.guide.text() else { return props.guide.instead(props.language) };
    let guide = Guide::parse(text);
    html! {
        <div class="explanation">
            <section>
                <h2>{words.look}</h2>
                {for guide.look.iter().map(|text| html! { <p>{prose(text, &mut terms)}</p> })}
            </section>
            {match guide.trap.first() {
                Some(trap) => html! { <section class="trap"><h2>{words.trap}</h2><p>{prose(trap, &mut terms)}</p></section> },
                None => html! { <span hidden={true} /> },
            }}
            <section>
                <h2>{words.next}</h2>
                {tries::view(&guide, props.scenario, props.language, props.tried, &props.on_action)}
            </section>
        </div>
    }
}

/// Only the suggestions of what to try next.
#[component]
pub fn Tips(props: &Props) -> Html {
    match props.guide.text() {
        Some(text) => {
            let list = tries::view(&Guide::parse(text), props.scenario, props.language, props.tried, &props.on_action);
            html! { <div class="tips">{list}</div> }
        }
        None => props.guide.instead(props.language),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use yew::{Callback, LocalServerRenderer};

    use super::*;
    use crate::app::course::later::Failure;
    use crate::app::widgets::rendered::text;

    #[tokio::test]
    async fn a_text_that_did_not_come_says_why_and_has_a_button() {
        for (failure, said) in [
            (Failure::Unreachable("404 Not Found".to_owned()), "This could not be loaded: 404 Not Found"),
            (Failure::NoAnswer, "This could not be loaded: the network is needed for it, and does not answer"),
            (Failure::OfAnotherVersion, "This belongs to another version of the page. Reload the page."),
        ] {
            let guide = Loading::Failed(failure, Callback::noop());
            let (language, on_action) = (Language::English, Callback::noop());
            let props = Props { language, guide, scenario: None, tried: false, on_action };
            let html = LocalServerRenderer::<Explanation>::with_props(props).hydratable(false).render().await;
            assert!(html.contains("role=\"alert\""), "{html}");
            assert_eq!(text(&html), format!("{said} Try again"));
        }
    }
}
