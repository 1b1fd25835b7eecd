//! What to look at, the trap, and what to try next.

use yew::{Html, Properties, component, html};

use super::prose::prose;
use crate::scenarios::Scenario;
use crate::text::{Language, interface};

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The scenario that it explains.
    pub scenario: &'static Scenario,
}

/// The panel.
#[component]
pub fn Explanation(props: &Props) -> Html {
    let words = interface(props.language);
    let text = props.scenario.text.get(props.language);
    html! {
        <div class="explanation">
            <section>
                <h2>{words.look}</h2>
                {for text.look.iter().map(|text| html! { <p>{prose(text)}</p> })}
            </section>
            {match text.trap {
                Some(trap) => html! { <section class="trap"><h2>{words.trap}</h2><p>{prose(trap)}</p></section> },
                None => html! { <span hidden={true} /> },
            }}
            <section>
                <h2>{words.next}</h2>
                <ul>{for text.next.iter().map(|text| html! { <li>{prose(text)}</li> })}</ul>
            </section>
        </div>
    }
}
