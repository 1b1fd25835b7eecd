//! Text with `code` in backticks, as elements.

use yew::{Html, html};

/// The text, with what stands between backticks as code.
pub fn prose(text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(place, part)| {
            if place % 2 == 1 {
                html! { <code>{part.to_owned()}</code> }
            } else {
                html! { {part.to_owned()} }
            }
        })
        .collect()
}
