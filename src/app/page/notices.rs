//! What could not be understood of the address, said where the reader sees it.

use yew::{Callback, Html, Properties, component, html};

use crate::app::controls::field::explain;
use crate::app::model::action::Action;
use crate::app::model::problem::{Problem, Problems};
use crate::text::{Interface, Language, interface};

/// What the message says.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// What could not be understood.
    pub problems: Problems,
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
                    {for props.problems.named().iter().map(|problem| html! { <li>{said(problem, words)}</li> })}
                    {(props.problems.more() > 0).then(|| html! { <li>{(words.address_more)(props.problems.more())}</li> })}
                </ul>
            </div>
            <button class="btn" type="button" onclick={props.on_action.reform(|_| Action::Understood)}>{words.close}</button>
        </div>
    }
}

fn said(problem: &Problem, words: &Interface) -> String {
    match problem {
        Problem::UnknownName(name) => (words.address_unknown)(name),
        Problem::BadValue { name, value, why } => {
            format!("{} {}", (words.address_value)(name, value), explain(*why, words))
        }
    }
}
