//! What could not be understood of the address, said where the reader sees it.

use yew::{Callback, Html, Properties, component, html};

use crate::app::model::route::Problem;
use crate::app::model::state::Action;
use crate::text::{Language, interface};

/// What the message says.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// What could not be understood.
    pub problems: Vec<Problem>,
    /// What the reader wants.
    pub on_action: Callback<Action>,
}

/// The message; nothing where all was understood.
#[component]
pub fn Notices(props: &Props) -> Html {
    let words = interface(props.language);
    if props.problems.is_empty() {
        return html! { <div role="status" /> };
    }
    html! {
        <div class="notice" role="status">
            <div>
                <b>{words.address_problem}</b>
                <ul>
                    {for props.problems.iter().map(|problem| html! { <li>{match problem {
                        Problem::UnknownName(name) => (words.address_unknown)(name),
                        Problem::BadValue { name, value } => (words.address_value)(name, value),
                    }}</li> })}
                </ul>
            </div>
            <button class="btn" type="button" onclick={props.on_action.reform(|_| Action::Understood)}>{words.close}</button>
        </div>
    }
}
