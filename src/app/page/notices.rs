//! The message about parts of the address that could not be understood.

use yew::{Callback, Html, Properties, component, html};

use crate::app::controls::refusals::explain;
use crate::app::model::action::Action;
use crate::app::model::problem::{Problem, Problems};
use crate::text::{Interface, Language, interface};

/// The properties of the message.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language.
    pub language: Language,
    /// The parts of the address that could not be understood.
    pub problems: Problems,
    /// Called with the reader's actions.
    pub on_action: Callback<Action>,
}

/// The message; empty if the whole address was understood.
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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;
    use crate::app::model::route::Route;
    use crate::app::widgets::rendered::text;

    #[tokio::test]
    async fn what_an_address_says_in_vain_is_shown_as_text_and_not_as_elements() {
        let problems = Route::parse("/?%3Cb%3Ex%3C/b%3E=1").problems;
        let props = Props { language: Language::English, problems, on_action: Callback::noop() };
        let html = LocalServerRenderer::<Notices>::with_props(props).hydratable(false).render().await;
        assert!(html.contains("&lt;b&gt;x") && !html.contains("<b>x"), "{html}");
    }

    #[tokio::test]
    async fn ten_problems_are_named_with_their_reasons_and_the_others_are_counted() {
        let bad = "/s/gather?at=1e30&tab=poem&".to_owned() + &"x=1&".repeat(100_000);
        let problems = Route::parse(&bad).problems;
        let props = Props { language: Language::English, problems, on_action: Callback::noop() };
        let html = LocalServerRenderer::<Notices>::with_props(props).hydratable(false).render().await;
        assert_eq!(html.matches("<li>").count(), 11, "{html}");
        let text = text(&html);
        for said in [
            "“1e30” is no value for “at”; the default is used. It must lie between 0 and 86\u{202f}400.",
            "It must be one of outcome, log, code, explanation, table, output, problems.",
            "“x” means nothing here.",
            "And 99992 more.",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
}
